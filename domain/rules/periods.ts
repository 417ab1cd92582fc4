import { addDays, addMonths, firstDay, lastDay, monthsBetween } from '#domain/dates.ts'
import type { Day } from '#domain/dates.ts'

/** How often a duty comes. */
export type Frequency = 'month' | 'quarter' | 'half-year' | 'year'

/**
 * One calendar span in which a duty must be kept once.
 * `opensOn`: from when it is worth doing; `dueBy`: the last day on which a meeting still keeps it (for the yearly duties after `end`);
 * `counts`: the organ existed for the whole of it, so that it can be missed.
 */
export type Period = {
  key: string
  start: Day
  end: Day
  opensOn: Day
  dueBy: Day
  counts: boolean
}

/** A frequency that may change: the one in force on a day. */
export type FrequencyOn = Frequency | ((on: Day) => Frequency)

/** The life of an organ or of a rule; both ends included, null or absent = open. */
export type Span = { from?: Day | null; to?: Day | null }

const lengths: Record<Frequency, number> = { month: 1, quarter: 3, 'half-year': 6, year: 12 }

function keyOf(frequency: Frequency, start: Day): string {
  const year = start.slice(0, 4)
  const month = Number(start.slice(5, 7))
  if (frequency === 'month') return start.slice(0, 7)
  if (frequency === 'quarter') return `${year}-Q${Math.ceil(month / 3)}`
  return frequency === 'half-year' ? `${year}-H${month <= 6 ? 1 : 2}` : year
}

/** Is a day inside a span? */
export const within = (day: Day, { from, to }: Span): boolean =>
  (!from || from <= day) && (!to || day <= to)

/**
 * The calendar periods of a year that touch the span, in order.
 * A period counts when the span covers all of it: founded on its first day or before, and still there on its last. The period of
 * founding and the period of closing are shown and cannot be missed. A changed frequency holds from the first period that
 * begins under it: a running one is never cut.
 */
export function calendarPeriods(frequency: FrequencyOn, year: number, span: Span = {}): Period[] {
  const first = `${String(year).padStart(4, '0')}-01`
  const months = monthsBetween(first, `${first.slice(0, 4)}-12`)
  const periods: Period[] = []
  let current: Frequency = 'year'
  for (let index = 0; index < months.length; index += lengths[current]) {
    const start = firstDay(months[index] ?? first)
    const wanted = typeof frequency === 'function' ? frequency(start) : frequency
    if (index % lengths[wanted] === 0) current = wanted
    const end = lastDay(addMonths(start, lengths[current] - 1).slice(0, 7))
    periods.push({
      key: keyOf(current, start),
      start,
      end,
      opensOn: start,
      dueBy: end,
      counts: within(start, span) && within(end, span),
    })
  }
  return periods.filter(
    ({ start, end }) => (!span.from || span.from <= end) && (!span.to || start <= span.to),
  )
}

/** A yearly period for which it is in general time in the fourth quarter. */
export const inFourthQuarter = (period: Period): Period => ({
  ...period,
  opensOn: addMonths(period.start, 9),
})

/** A yearly period that opens in its fourth quarter and may be kept until 31 March of the next year, booked to its own 年度. */
export const assessmentYear = (period: Period): Period => ({
  ...inFourthQuarter(period),
  dueBy: addDays(addMonths(period.start, 15), -1),
})
