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

/** A sentence of the server's with its days as prose has them; an example of how to write one (`如 2026-11-23`) stays. */
export const sentenceInProse = (sentence: string): string =>
  sentence.replace(
    /(?<!如 ?|such as |\d)( ?)(\d{4}-\d\d-\d\d)(?!\d)( ?(?=\p{Script=Han}))?/gu,
    (_, before: string, day: string, after = '') =>
      english() ? before + dayInProse(day) + after : dayInProse(day),
  )

/** What a sentence is made of, its days as prose has them. */
export const factsInProse = <Fact>(facts: Record<string, Fact>): Record<string, Fact | string> =>
  Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [
      name,
      typeof fact === 'string' && /^\d{4}-\d\d-\d\d$/.test(fact) ? dayInProse(fact) : fact,
    ]),
  )

/** In prose: 2026年11月 · Nov 2026. Takes a month or a day. */
export function monthInProse(month: string): string {
  const [year, number] = parts(month)
  return english() ? `${months[number - 1]} ${year}` : `${year}年${number}月`
}

/** In tables: 2026-11-23, as it is stored; an em dash where there is none. */
export const dayInTable = (day: string | null | undefined): string => day ?? '—'

/**
 * The clock in Shanghai at an instant, `2026-11-23T09:30:05.000`: eight hours ahead (`dayInShanghai`). A formatter
 * of Intl first reads the tables of its language and zone, a twentieth of a second before the first list.
 */
const clockInShanghai = (instant: string): string =>
  new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString().slice(0, -1)

/** An instant in tables: 2026-11-23 09:30. */
export const instantInTable = (instant: string | null | undefined): string =>
  instant ? clockInShanghai(instant).slice(0, 16).replace('T', ' ') : '—'

/** What an auditor writes down: 2026-11-23 09:30:05. */
export const instantToSecond = (instant: string): string =>
  clockInShanghai(instant).slice(0, 19).replace('T', ' ')

/** The time of day of an instant: 09:30. */
export const timeOf = (instant: string): string => clockInShanghai(instant).slice(11, 16)

/** An instant in prose: 2026年11月23日 09:30. */
export const instantInProse = (instant: string): string =>
  `${dayInProse(clockInShanghai(instant).slice(0, 10))} ${timeOf(instant)}`

/** In tables and on hover: 26,000, to three decimals at most. */
export function number(value: number): string {
  const [whole = '', fraction] = String(Math.round(value * 1000) / 1000).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

/** In headlines: 2.6万 · 26,000; below ten thousand the plain number. */
export function headline(value: number): string {
  if (english() || Math.abs(value) < 10_000) return number(value)
  const [unit, name] = Math.abs(value) < 99_995_000 ? [10_000, '万'] : [100_000_000, '亿']
  return `${Number((value / unit).toFixed(1))}${name}`
}

/** 0.3 → 30%. */
export const percent = (share: number, digits = 0): string => `${(share * 100).toFixed(digits)}%`

/** Minutes as hours: 90 → 1.5; a third of an hour to one place. */
export const inHours = (minutes: number): string => `${Math.round((minutes / 60) * 10) / 10}`
