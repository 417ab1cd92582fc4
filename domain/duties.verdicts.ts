import { daysBetween, type Day } from './dates.ts'
import type { DueItem } from './duties.ts'
import { dutyRules, type Duty, type DutyCell, type Period } from './rules/duties.ts'
import { unmet, warning, type Verdict } from './rules/verdict.ts'

const code = {
  due: 'duty.due',
  'awaiting-signature': 'duty.awaiting-signature',
  missing: 'duty.missing',
} as const

/**
 * Why something is asked of an organ now: which article wants it, by when. `daysLeft` is negative once it is over. Where
 * only some groups have held what every group is to hold, `missing` names the others.
 */
export function dueVerdict(
  { duty, period, cell }: { duty: Duty; period: Period; cell: DutyCell },
  state: DueItem['state'],
  today: Day,
  missing: readonly string[] = [],
): Verdict {
  const article = dutyRules(period.start).find((rule) => rule.duty === duty)?.article ?? null
  const facts = {
    period: period.key,
    dueBy: cell.dueBy,
    daysLeft: daysBetween(today, cell.dueBy),
    ...(missing.length > 0 && { missing: missing.join('、') }),
  }
  return (state === 'missing' ? unmet : warning)(code[state], article, facts)
}
