import { firstDay, monthsBetween, type Day } from '#domain/dates.ts'
import {
  cellsOf,
  countedCell,
  dutyPlan,
  type Duty,
  type DutyCell,
  type Period,
  type PlannedDuty,
} from '#domain/rules/duties.ts'
import { asksCommittee } from './committees.ts'
import type { Masks, Organ, YearFacts } from './facts.ts'

/** One duty of an organ in one period and what became of it; `cell.held` is 0 or 1 here. */
export interface Judged extends PlannedDuty {
  cell: DutyCell
}

/** What of some cells enters the rate: kept ÷ past, without the exempt and those that cannot be missed. */
export interface Tally {
  past: number
  kept: number
}

/** The year of one duty of an organ. Organs that stand alike share one, so it is not to be changed. */
export interface JudgedDuty extends Tally {
  duty: Duty
  cells: readonly Judged[]
}

/** One duty of a plan, and every year of it that was judged so far, by what was held. */
interface PlannedYear {
  duty: Duty
  /** `mask`: the months that make up the period, worked out once. */
  plan: readonly { planned: PlannedDuty; mask: number }[]
  years: Map<number, JudgedDuty>
}

/**
 * Puts the facts of a year before the rules. Organs of equal circumstances share one plan, and those
 * that also held alike one judgement: thousands of them cost a look each, not a year of date arithmetic.
 */
export function judge(facts: YearFacts, today: Day): (organ: Organ) => JudgedDuty[] {
  const plans = new Map<string, PlannedYear[]>()
  const circumstancesOf = observer(facts)
  return (organ) => {
    const circumstances = circumstancesOf(organ)
    const key = JSON.stringify(circumstances)
    let plan = plans.get(key)
    if (!plan) plans.set(key, (plan = planOf(facts, circumstances)))
    const masks = facts.masks.get(organ.id)
    return plan.map((planned) => yearOf(planned, masks?.[planned.duty] ?? nothing, today))
  }
}

type Circumstances = ReturnType<ReturnType<typeof observer>>

/** What of an organ makes a difference in the year. */
function observer({ year, duties, committee, exemptions }: YearFacts) {
  const [from, to] = [`${year}-01-01`, `${year}-12-31`]
  const starts = asksCommittee(duties) ? monthsBetween(from, to).map(firstDay) : []
  return ({ id, kind, branchKind, foundedOn, closedOn }: Organ) => {
    const foundedNow = foundedOn > from
    const days = kind === 'group' ? [] : foundedNow ? [...starts, foundedOn] : starts
    return {
      kind,
      branchKind,
      foundedOn: foundedNow ? foundedOn : from,
      closedOn: closedOn && closedOn < to ? closedOn : null,
      committeeOn: days.length > 0 ? days.filter(committee(id)) : days,
      exemptions: exemptions.get(id) ?? [],
    }
  }
}

function planOf(
  { year, duties, parameters }: YearFacts,
  { committeeOn, ...organ }: Circumstances,
): PlannedYear[] {
  const hasCommittee = (on: Day) => committeeOn.includes(on)
  const plan = dutyPlan({ ...organ, hasCommittee }, year, parameters)
  return duties
    .map((duty) => ({
      duty,
      plan: plan
        .filter((one) => one.duty === duty)
        .map((planned) => ({ planned, mask: maskOf(duty, planned.period) })),
      years: new Map(),
    }))
    .filter((planned) => planned.plan.length > 0)
}

const nothing: Masks = { held: 0, prompt: 0, awaiting: 0 }

function yearOf({ duty, plan, years }: PlannedYear, masks: Masks, today: Day): JudgedDuty {
  // Three masks of twelve bits make one safe integer.
  const key = (masks.held * 4096 + masks.prompt) * 4096 + masks.awaiting
  const known = years.get(key)
  if (known) return known
  const cells = plan.map(({ planned, mask }) => {
    const has = (months: number) => (months & mask ? 1 : 0)
    const counts = {
      held: has(masks.held),
      prompt: has(masks.prompt),
      awaiting: has(masks.awaiting),
    }
    return { ...planned, cell: countedCell({ ...planned, today }, counts) }
  })
  const judged = { duty, cells, ...tallyOf(cells) }
  years.set(key, judged)
  return judged
}

const maskOf = (duty: Duty, period: Period): number =>
  cellsOf(duty, period).reduce((mask, cell) => mask | (1 << (cell - 1)), 0)

/** The same judged by one period alone. */
export function inPeriod({ duty, cells }: JudgedDuty, key: string): JudgedDuty {
  const only = cells.filter(({ period }) => period.key === key)
  return { duty, cells: only, ...tallyOf(only) }
}

function tallyOf(cells: readonly Judged[]): Tally {
  const counted = cells.filter(
    ({ cell }) => cell.past && cell.state !== 'exempt' && cell.state !== 'none',
  )
  return {
    past: counted.length,
    kept: counted.filter(({ cell }) => cell.held >= cell.required).length,
  }
}

/** 完成率, null before the first period is over. See `completionRate`. */
export const rateOf = ({ past, kept }: Tally): number | null => (past === 0 ? null : kept / past)
