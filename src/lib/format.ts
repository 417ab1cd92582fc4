import { preferences } from './preferences.ts'

/**
 * How dates, times and amounts read. Business days are text and are never turned into a Date;
 * instants are shown in Asia/Shanghai, whatever the zone of the machine.
 */
const english = (): boolean => preferences().language === 'en'

const parts = (day: string): [number, number, number] => {
  const [year = '', month = '', date = ''] = day.split('-')
  return [Number(year), Number(month), Number(date)]
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** In prose: 2026年11月23日 · 23 Nov 2026. */
export function dayInProse(day: string): string {
  const [year, month, date] = parts(day)
  return english() ? `${date} ${months[month - 1]} ${year}` : `${year}年${month}月${date}日`
}

/** In prose: 2026年11月 · Nov 2026. Takes a month or a day. */
export function monthInProse(month: string): string {
  const [year, number] = parts(month)
  return english() ? `${months[number - 1]} ${year}` : `${year}年${number}月`
}

/** In tables: 2026-11-23, as it is stored; an em dash where there is none. */
export const dayInTable = (day: string | null | undefined): string => day ?? '—'

/** Made when first asked for: a formatter reads the tables of its language and zone. */
function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

const shanghai = once(
  () =>
    new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Shanghai',
      dateStyle: 'short',
      timeStyle: 'short',
    }),
)
const shanghaiTime = once(
  () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', timeStyle: 'short' }),
)

/** An instant in tables: 2026-11-23 09:30. */
export const instantInTable = (instant: string | null | undefined): string =>
  instant ? shanghai().format(new Date(instant)) : '—'

/** The time of day of an instant: 09:30. */
export const timeOf = (instant: string): string => shanghaiTime().format(new Date(instant))

/** An instant in prose: 2026年11月23日 09:30. */
export function instantInProse(instant: string): string {
  const [day = '', time = ''] = shanghai().format(new Date(instant)).split(' ')
  return `${dayInProse(day)} ${time}`
}

const grouped = once(() => new Intl.NumberFormat('en-US'))

/** In tables and on hover: 26,000. */
export const number = (value: number): string => grouped().format(value)

/** In headlines: 2.6万 · 26,000; below ten thousand the plain number. */
export function headline(value: number): string {
  if (english() || Math.abs(value) < 10_000) return number(value)
  const [unit, name] = Math.abs(value) < 99_995_000 ? [10_000, '万'] : [100_000_000, '亿']
  return `${Number((value / unit).toFixed(1))}${name}`
}

/** 0.3 → 30%. */
export const percent = (share: number, digits = 0): string => `${(share * 100).toFixed(digits)}%`
