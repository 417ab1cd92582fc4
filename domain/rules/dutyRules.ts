import { z } from 'zod'
import { addDays, addMonths, monthsBetween, yearOf } from '#domain/dates.ts'
import type { Day } from '#domain/dates.ts'
import { articles } from './articles.ts'
import type { ArticleKey } from './articles.ts'
import { assessmentYear, calendarPeriods, inFourthQuarter, within } from './periods.ts'
import type { Frequency, FrequencyOn, Period, Span } from './periods.ts'

/**
 * general-meeting 支部党员大会, committee-meeting 支委会, group-meeting 党小组会, party-lecture 党课, theme-day 主题党日,
 * life-meeting 组织生活会, review 民主评议党员, democratic-life 民主生活会 (of a leading body, a different thing).
 */
export const duty = z.enum([
  'general-meeting',
  'committee-meeting',
  'group-meeting',
  'party-lecture',
  'theme-day',
  'life-meeting',
  'review',
  'democratic-life',
])
export type Duty = z.infer<typeof duty>
export const duties = duty.options

/** `lectureFrequency` by day where it changed: what is past keeps the frequency it had. */
export type DutyParameters = { lectureFrequency?: FrequencyOn }
export type DutyRule = { duty: Duty; frequency: Frequency; required: number; article: ArticleKey }

const ruleRows: Record<Duty, { frequency: Frequency; article: ArticleKey }> = {
  'general-meeting': { frequency: 'quarter', article: 'branch-11' },
  'committee-meeting': { frequency: 'month', article: 'branch-12' },
  'group-meeting': { frequency: 'month', article: 'branch-13' },
  'party-lecture': { frequency: 'quarter', article: 'lecture-parameter' },
  'theme-day': { frequency: 'month', article: 'branch-16' },
  'life-meeting': { frequency: 'year', article: 'branch-17' },
  review: { frequency: 'year', article: 'branch-18' },
  'democratic-life': { frequency: 'year', article: 'democratic-life-yearly' },
}

/**
 * The frequencies in force on a day: 支部工作条例(试行) Art. 11–13 and 16–18, since 2018-10-28; before it no duty of a branch is
 * judged. 民主生活会 once a year: its own regulation, since 2016-12-23.
 * 党课 has no number in the central text: the bureau's parameter, default one a quarter. All duties require one meeting a period.
 */
export function dutyRules(
  on: Day,
  { lectureFrequency = 'quarter' }: DutyParameters = {},
): DutyRule[] {
  return duties
    .filter((one) => articles[ruleRows[one].article].since <= on)
    .map((one) => ({
      duty: one,
      frequency:
        one === 'party-lecture' ? frequencyOn(lectureFrequency, on) : ruleRows[one].frequency,
      required: 1,
      article: ruleRows[one].article,
    }))
}

const frequencyOn = (frequency: FrequencyOn, on: Day): Frequency =>
  typeof frequency === 'function' ? frequency(on) : frequency

/**
 * The periods of a duty in a calendar year that touch the organ's life `from`…`to` (both included).
 * Periods that began before the rule was in force, or in which the organ was founded or closed, do not count (`counts: false`).
 * 组织生活会 and 民主评议: the year is the 年度; they may be held until 31 March after it (handbook §3.1, §12). 民主生活会
 * belongs to the calendar year and opens in its fourth quarter.
 */
export function periodsOf(
  duty: Duty,
  year: number,
  { lectureFrequency, ...life }: Span & DutyParameters = {},
): Period[] {
  const row = ruleRows[duty]
  const frequency = duty === 'party-lecture' ? (lectureFrequency ?? row.frequency) : row.frequency
  const since = articles[row.article].since
  const periods = calendarPeriods(frequency, year, life)
    .filter(({ end }) => end >= since)
    .map((period) => ({ ...period, counts: period.counts && period.start >= since }))
  if (duty === 'democratic-life') return periods.map(inFourthQuarter)
  return isYearly(duty) ? periods.map(assessmentYear) : periods
}

/** 组织生活会 and 民主评议 go by their 年度, which may end in the March after it. */
export const isYearly = (duty: Duty): boolean => duty === 'life-meeting' || duty === 'review'

/**
 * Where a meeting counts for a duty: the year and, but for the yearly duties (whose 年度 is one cell, 1), the month 1–12.
 * Every period is made of such cells, whatever the frequency. null: too early or too late for its 年度. See `belongsTo`.
 */
export function bookedTo(
  duty: Duty,
  { on, assessmentYear: booked }: { on: Day; assessmentYear?: number | null },
): { year: number; cell: number } | null {
  if (!isYearly(duty)) return { year: yearOf(on), cell: Number(on.slice(5, 7)) }
  const year = booked ?? yearOf(on)
  const first = `${String(year).padStart(4, '0')}-01-01`
  return within(on, { from: first, to: addDays(addMonths(first, 15), -1) })
    ? { year, cell: 1 }
    : null
}

/** The 年度 that a yearly duty of this day can be booked to, its own first; the year before is open until 31 March. */
export const assessmentYearsOn = (on: Day): number[] =>
  [yearOf(on), yearOf(on) - 1].filter(
    (year) => bookedTo('life-meeting', { on, assessmentYear: year }) !== null,
  )

/** The cells of `bookedTo` that make up a period of a duty. */
export function cellsOf(duty: Duty, { start, end }: Period): number[] {
  if (isYearly(duty)) return [1]
  return monthsBetween(start, end).map((month) => Number(month.slice(5)))
}
