import { addDays, daysBetween, weekday } from '#domain/dates.ts'
import type { Day } from '#domain/dates.ts'

/** The day at which the demo stands still. */
export const demoToday: Day = '2026-11-23'

/** Records before this day lie on paper; the demo's books begin with it. */
export const booksFrom: Day = '2025-01-01'

/** A day and a Shanghai time as an instant in UTC. */
export const instant = (day: Day, time: string): string => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const utc = hours * 60 + minutes - 8 * 60
  const on = utc < 0 ? addDays(day, -1) : day
  const inDay = (utc + 1440) % 1440
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${on}T${two(Math.floor(inDay / 60))}:${two(inDay % 60)}:00.000Z`
}

// Days off on which no office meets; the weekends beside them are found by the calendar.
const holidays: readonly [from: Day, to: Day][] = [
  ['2025-01-01', '2025-01-01'],
  ['2025-01-28', '2025-02-04'],
  ['2025-04-04', '2025-04-06'],
  ['2025-05-01', '2025-05-05'],
  ['2025-05-31', '2025-06-02'],
  ['2025-10-01', '2025-10-08'],
  ['2026-01-01', '2026-01-03'],
  ['2026-02-15', '2026-02-23'],
  ['2026-04-04', '2026-04-06'],
  ['2026-05-01', '2026-05-05'],
  ['2026-06-19', '2026-06-21'],
  ['2026-09-25', '2026-09-27'],
  ['2026-10-01', '2026-10-07'],
]

const isOff = (day: Day): boolean =>
  weekday(day) > 5 || holidays.some(([from, to]) => from <= day && day <= to)

/** The working day nearest to a day of a month, never leaving the month. */
export function workdayNear(month: string, dayOfMonth: number): Day {
  const wanted = `${month}-${String(dayOfMonth).padStart(2, '0')}`
  for (let distance = 0; distance < 28; distance++) {
    for (const day of [addDays(wanted, distance), addDays(wanted, -distance)])
      if (day.startsWith(month) && !isOff(day)) return day
  }
  throw new RangeError(`no working day in ${month}`)
}

/** The next working day from a day on, itself included. */
export function workdayFrom(day: Day): Day {
  let found = day
  while (isOff(found)) found = addDays(found, 1)
  return found
}

/** A day in words, as minutes write it: 11月23日. */
export const spoken = (day: Day): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

/** How long ago a day was at the demo's today; negative for days to come. */
export const ago = (day: Day): number => daysBetween(day, demoToday)
