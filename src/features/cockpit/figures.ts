import type { Cockpit } from '#domain/cockpit.ts'
import { addYears, yearOf } from '#domain/dates.ts'
import type { DutySummary } from '#domain/duties.ts'
import type { Duty } from '#domain/rules/duties.ts'
import type { Measure } from './charts/measure.ts'

export interface Compared {
  /** The year's count, or minutes. */
  value: number
  /**
   * The complete months of the year, which and how much, beside the same months of the year before; null: no complete
   * month yet.
   */
  alike: { from: 1; to: number; now: number; before: number } | null
}

/** The last complete month of a year at a day: 12 for a past year, 0 in January. */
export function completeMonths(year: number, today: string): number {
  const [now = 0, month = 0] = today.split('-').map(Number)
  if (year < now) return 12
  return year > now ? 0 : month - 1
}

/** The sum of some kinds in the year, beside the same months of the year before. */
export function compared(
  { cells, year }: Pick<Cockpit, 'cells' | 'year'>,
  isCounted: (kind: string) => boolean,
  today: string,
  measure: Measure = 'count',
): Compared {
  const to = completeMonths(year, today)
  const sum = (of: number, until: number) =>
    cells
      .filter(
        ({ kind, month }) =>
          isCounted(kind) &&
          month >= `${of}-01` &&
          month <= `${of}-${String(until).padStart(2, '0')}`,
      )
      .reduce((total, cell) => total + cell[measure], 0)
  return {
    value: sum(year, 12),
    alike: to === 0 ? null : { from: 1, to, now: sum(year, to), before: sum(year - 1, to) },
  }
}

/**
 * What the year before is asked for: as of the same day while the year runs, else the whole of it.
 */
export const yearBefore = (year: number, today: string): { year: number; on?: string } => ({
  year: year - 1,
  ...(year === yearOf(today) && { on: addYears(today, -1) }),
})

/** The duty that the heat map begins with where it is owed: monthly, of every branch. */
export const FIRST_DUTY: Duty = 'theme-day'

/** The duties that some organ of the scope owes, the first to show in front: a group owes no 主题党日 (domain.md §3.1). */
export function owedIn({ duties }: DutySummary): Duty[] {
  const owed = duties.filter(({ organs }) => organs > 0).map(({ duty }) => duty)
  return owed.includes(FIRST_DUTY)
    ? [FIRST_DUTY, ...owed.filter((one) => one !== FIRST_DUTY)]
    : owed
}
