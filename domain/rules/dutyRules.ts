import { z } from 'zod'
import type { Day } from '#domain/dates.ts'
import { articles } from './articles.ts'
import type { ArticleKey } from './articles.ts'
import { assessmentYear, calendarPeriods } from './periods.ts'
import type { Frequency, Period, Span } from './periods.ts'

/**
 * general-meeting 支部党员大会, committee-meeting 支委会, group-meeting 党小组会, party-lecture 党课, theme-day 主题党日,
 * life-meeting 组织生活会, review 民主评议党员.
 */
export const duty = z.enum([
  'general-meeting',
  'committee-meeting',
  'group-meeting',
  'party-lecture',
  'theme-day',
  'life-meeting',
  'review',
])
export type Duty = z.infer<typeof duty>
export const duties = duty.options

export type DutyParameters = { lectureFrequency?: Frequency }
export type DutyRule = { duty: Duty; frequency: Frequency; required: number; article: ArticleKey }

const ruleRows: Record<Duty, { frequency: Frequency; article: ArticleKey }> = {
  'general-meeting': { frequency: 'quarter', article: 'branch-11' },
  'committee-meeting': { frequency: 'month', article: 'branch-12' },
  'group-meeting': { frequency: 'month', article: 'branch-13' },
  'party-lecture': { frequency: 'quarter', article: 'lecture-parameter' },
  'theme-day': { frequency: 'month', article: 'branch-16' },
  'life-meeting': { frequency: 'year', article: 'branch-17' },
  review: { frequency: 'year', article: 'branch-18' },
}

/**
 * The frequencies in force on a day: 支部工作条例(试行) Art. 11–13 and 16–18, since 2018-10-28; before it no duty is judged.
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
      frequency: one === 'party-lecture' ? lectureFrequency : ruleRows[one].frequency,
      required: 1,
      article: ruleRows[one].article,
    }))
}

/**
 * The periods of a duty in a calendar year that touch the organ's life `from`…`to` (both included).
 * Periods that began before the rule was in force, or in which the organ was founded or closed, do not count (`counts: false`).
 * 组织生活会 and 民主评议: the year is the 年度; they may be held until 31 March after it (handbook §3.1, §12).
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
  return duty === 'life-meeting' || duty === 'review' ? periods.map(assessmentYear) : periods
}
