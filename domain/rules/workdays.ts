import { addDays, weekday, yearOf, type Day } from '#domain/dates.ts'
import { met, unmet, warning, type Verdict } from './verdict.ts'

/** A day that differs from its weekday: a day off, or a weekend on which offices work (调休). */
export interface SpecialDay {
  day: Day
  name: string
  off: boolean
}

/** The yearly arrangement of days off. A year that is not in `years` is not known, and nothing is guessed about it. */
export interface HolidayTable {
  years: ReadonlySet<number>
  days: ReadonlyMap<Day, SpecialDay>
}

export const holidayTable = (
  years: Iterable<number>,
  days: Iterable<SpecialDay>,
): HolidayTable => ({
  years: new Set(years),
  days: new Map([...days].map((one) => [one.day, one])),
})

/** Does an office work that day? Null where the year's table is missing. */
export function isWorkday(day: Day, { years, days }: HolidayTable): boolean | null {
  if (!years.has(yearOf(day))) return null
  const special = days.get(day)
  return special ? !special.off : weekday(day) <= 5
}

/** Why a day is off, in words: the holiday's name, or 周末. */
const nameOf = (day: Day, { days }: HolidayTable): string => days.get(day)?.name ?? '周末'

const missing = (year: number): Verdict => unmet('workdays.missing-year', 'publicity', { year })

/** Judgement of a period: its first verdict says whether it could be counted; `to` is null where it could not. */
export interface Period {
  verdicts: Verdict[]
  /** The first working day, from which it is counted. */
  first: Day | null
  to: Day | null
}

/** Days: a notice hangs longer than this in no bureau; it also ends every search. */
export const longestNotice = 400

/**
 * The period of `count` working days from a day on, that day included: 公示 "不少于 5 个工作日".
 * Begun on a day off it is counted from the first working day, and says so.
 * @returns a verdict, not a number: 'workdays.missing-year' names a year whose table is missing.
 */
export function workdays(from: Day, count: number, table: HolidayTable): Period {
  let first: Day | null = null
  let counted = 0
  let day = from
  for (let step = 0; step < longestNotice; step++, day = addDays(day, 1)) {
    const works = isWorkday(day, table)
    if (works === null) return { verdicts: [missing(yearOf(day))], first: null, to: null }
    if (!works) continue
    first ??= day
    if (++counted === count) break
  }
  const verdicts = [met('workdays.counted', 'publicity', { from, to: day, count })]
  if (first !== null && first !== from)
    verdicts.push(
      warning('workdays.begun-off', 'publicity', { day: from, name: nameOf(from, table), first }),
    )
  return { verdicts, first, to: day }
}

/** Whether a period that was fixed earlier still holds enough working days under the table as it stands now. */
export function enoughWorkdays(from: Day, to: Day, least: number, table: HolidayTable): Verdict {
  let count = 0
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const works = isWorkday(day, table)
    if (works === null) return missing(yearOf(day))
    if (works) count++
  }
  const facts = { from, to, count, least }
  return count >= least
    ? met('workdays.enough', 'publicity', facts)
    : unmet('workdays.too-few', 'publicity', facts)
}
