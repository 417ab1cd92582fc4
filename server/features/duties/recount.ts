import type { Day } from '#domain/dates.ts'
import { duties, type Duty, type Period } from '#domain/rules/duties.ts'
import {
  monthIndexes,
  monthKey,
  type OwnCounts,
  type Recount,
} from '#server/counts/recount/recount.ts'
import type { Counts, CountsAsked } from '#server/counts/recount/read.ts'
import { gatherFacts } from './facts.ts'
import { judge, type JudgedDuty } from './judge.ts'

/**
 * What each organ owed and kept, by duty, in the month in which the period begins: `duty:theme-day:owed` periods that
 * can be missed and are not exempt, `:kept` those that have a counted record, `:open` those that have none and none
 * that waits for its signature; `:organs`, in January, the organ if it has the duty at all. No number depends on the
 * day: all organs share the periods, and which of them are past says the reader.
 */
export const dutyRecount: Recount = {
  prefix: 'duty:',
  async count(db, { scope, year, today }) {
    const facts = await gatherFacts({ db }, { scope, year, duties })
    const ask = judge(facts, today)
    const known = new Map<JudgedDuty, OwnCounts>()
    return new Map(
      facts.organs.map((organ) => [
        organ.id,
        new Map(
          ask(organ).flatMap((judged) => {
            const counts = known.get(judged) ?? countsOf(judged)
            known.set(judged, counts)
            return [...counts]
          }),
        ),
      ]),
    )
  },
}

function countsOf({ duty, cells }: JudgedDuty): OwnCounts {
  const found: Record<(typeof numbers)[number], number[]> = {
    organs: twelve(),
    owed: twelve(),
    kept: twelve(),
    open: twelve(),
  }
  found.organs[0] = 1
  for (const { period, cell } of cells) {
    if (cell.state === 'exempt' || cell.state === 'none') continue
    const month = Number(period.start.slice(5, 7)) - 1
    found.owed[month] = 1
    if (cell.held >= cell.required) found.kept[month] = 1
    else if (cell.awaiting === 0) found.open[month] = 1
  }
  return new Map(Object.entries(found).map(([what, counts]) => [`duty:${duty}:${what}`, counts]))
}

const twelve = (): number[] => monthIndexes.map(() => 0)

const numbers = ['organs', 'owed', 'kept', 'open'] as const

/** What to ask for the counts of a year, of one duty or of all. */
export function dutyCounts(organization: string, year: number, duty?: Duty): CountsAsked {
  const kinds = (duty ? [duty] : duties).flatMap((one) =>
    numbers.map((what) => `duty:${one}:${what}`),
  )
  return {
    organization,
    byMonth: true,
    recount: { from: dutyRecount, prefix: duty ? `duty:${duty}:` : 'duty:', year },
    which: { kinds, year },
  }
}

interface PeriodTally {
  past: number
  kept: number
  missing: number
  dueNow: number
}

/** What the counts of a duty say of a period on a day. See `countedCell`. */
export function tallyOf(counts: Counts, duty: Duty, period: Period, today: Day): PeriodTally {
  const month = monthKey(Number(period.start.slice(0, 4)), Number(period.start.slice(5, 7)))
  const count = (what: string) => counts.get(`duty:${duty}:${what}`)?.get(month) ?? 0
  if (today > period.dueBy)
    return { past: count('owed'), kept: count('kept'), missing: count('open'), dueNow: 0 }
  const dueNow = today >= period.opensOn ? count('open') : 0
  return { past: 0, kept: 0, missing: 0, dueNow }
}

/** How many organs have the duty. */
export const organsOf = (counts: Counts, duty: Duty, year: number): number =>
  counts.get(`duty:${duty}:organs`)?.get(monthKey(year, 1)) ?? 0
