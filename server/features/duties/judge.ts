import { firstDay, monthsBetween, type Day } from '#domain/dates.ts'
import {
  cellsOf,
  countedCell,
  dutyPlan,
  type Duty,
  type DutyCell,
  type Period,
} from '#domain/rules/duties.ts'
import type { Masks, Organ, YearFacts } from './facts.ts'

/** One duty of an organ in one period and what became of it; `cell.held` is 0 or 1 here. */
export interface Judged {
  duty: Duty
  period: Period
  exempt: boolean
  cell: DutyCell
}

interface Planned extends Omit<Judged, 'cell'> {
  /** The cells of the year that make up the period. */
  mask: number
  /** By which of held, prompt and awaiting there are: eight answers at most, each judged once. */
  answers: Map<number, Judged>
}

/**
 * Puts the facts of a year before the rules. Organs of equal circumstances share one plan, so that
 * thousands of them cost a look each and not a year of date arithmetic.
 */
export function judge(facts: YearFacts, today: Day): (organ: Organ) => Judged[] {
  const plans = new Map<string, Planned[]>()
  return (organ) => {
    const circumstances = circumstancesOf(facts, organ)
    const key = JSON.stringify(circumstances)
    let plan = plans.get(key)
    if (!plan) plans.set(key, (plan = planOf(facts, circumstances)))
    const masks = facts.masks.get(organ.id)
    return plan.map((planned) => answer(planned, masks?.[planned.duty], today))
  }
}

/** What of an organ makes a difference in this year. */
function circumstancesOf(facts: YearFacts, { id, kind, branchKind, foundedOn, closedOn }: Organ) {
  const from = `${facts.year}-01-01`
  const to = `${facts.year}-12-31`
  const foundedNow = foundedOn > from
  const asked = kind === 'branch' && facts.duties.includes('committee-meeting')
  const owes = facts.committee(id)
  const days = asked
    ? [...monthsBetween(from, to).map(firstDay), ...(foundedNow ? [foundedOn] : [])]
    : []
  return {
    kind,
    branchKind,
    foundedOn: foundedNow ? foundedOn : from,
    closedOn: closedOn && closedOn < to ? closedOn : null,
    committeeOn: days.filter(owes),
    exemptions: facts.exemptions.get(id) ?? [],
  }
}

function planOf(
  { year, duties, parameters }: YearFacts,
  { committeeOn, ...organ }: ReturnType<typeof circumstancesOf>,
): Planned[] {
  const hasCommittee = (on: Day) => committeeOn.includes(on)
  return dutyPlan({ ...organ, hasCommittee }, year, parameters)
    .filter(({ duty }) => duties.includes(duty))
    .map((planned) => ({
      ...planned,
      mask: maskOf(planned.duty, planned.period),
      answers: new Map(),
    }))
}

const maskOf = (duty: Duty, period: Period): number =>
  cellsOf(duty, period).reduce((mask, cell) => mask | (1 << (cell - 1)), 0)

const nothing: Masks = { held: 0, prompt: 0, awaiting: 0 }

function answer(
  { duty, period, exempt, mask, answers }: Planned,
  masks: Masks = nothing,
  today: Day,
): Judged {
  const has = (months: number) => (months & mask ? 1 : 0)
  const [held, prompt, awaiting] = [has(masks.held), has(masks.prompt), has(masks.awaiting)]
  const which = held | (prompt << 1) | (awaiting << 2)
  const known = answers.get(which)
  if (known) return known
  const cell = countedCell({ period, exempt, today }, { held, prompt, awaiting })
  const judged = { duty, period, exempt, cell }
  answers.set(which, judged)
  return judged
}

/** What of a cell enters the rate: kept ÷ past, without the exempt and those that cannot be missed. */
export interface Tally {
  past: number
  kept: number
}

export function tally(judged: readonly Judged[]): Tally {
  let [past, kept] = [0, 0]
  for (const { cell } of judged) {
    if (!cell.past || cell.state === 'exempt' || cell.state === 'none') continue
    past += 1
    if (cell.held >= cell.required) kept += 1
  }
  return { past, kept }
}

/** 完成率, null before the first period is over. See `completionRate`. */
export const rateOf = ({ past, kept }: Tally): number | null => (past === 0 ? null : kept / past)
