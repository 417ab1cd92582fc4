import type { z } from 'zod'
import { daysBetween, yearOf, type Day } from '#domain/dates.ts'
import type { dueFilter, DueItem, dueItem } from '#domain/duties.ts'
import { dueVerdict } from '#domain/duties.verdicts.ts'
import { duties as allDuties } from '#domain/rules/duties.ts'
import { narrowed } from '#server/db/tree.ts'
import type { Door } from '#server/door.ts'
import { gatherFacts } from './facts.ts'
import { judge, type Judged } from './judge.ts'
import { namesOf } from './names.ts'

interface Open {
  organId: string
  judged: Judged
  state: DueItem['state']
}

/**
 * What wants a meeting as of today, by the day it is due: open periods, records that wait for their
 * signature, and what was missed. Of the year before, what was missed is told until 31 March, when its
 * 年度 ends, and from then on only its yearly duties, which ended with it; unsigned records stay.
 */
export async function due(door: Door, filter: z.output<typeof dueFilter>) {
  const { organization, duties = allDuties, overdue, page, size } = filter
  const scope = await narrowed(door, 'o.path', organization)
  const byDay = new Map<Day, Open[]>()
  const thisYear = yearOf(door.today)
  for (const year of [thisYear - 1, thisYear]) {
    const facts = await gatherFacts(door, { scope, year, duties })
    const ask = judge(facts, door.today)
    for (const organ of facts.organs) {
      // Nobody is left to hold it.
      if (organ.closedOn && organ.closedOn < door.today) continue
      for (const judged of ask(organ)) {
        const state = openState(judged, door.today)
        if (!state || (overdue !== undefined && overdue !== (state === 'missing'))) continue
        const { dueBy } = judged.cell
        const sameDay = byDay.get(dueBy)
        if (sameDay) sameDay.push({ organId: organ.id, judged, state })
        else byDay.set(dueBy, [{ organId: organ.id, judged, state }])
      }
    }
  }
  const all = [...byDay.keys()].toSorted().flatMap((day) => byDay.get(day) ?? [])
  const shown = all.slice((page - 1) * size, page * size)
  const nameOf = await namesOf(
    door.db,
    shown.map(({ organId }) => organId),
  )
  const rows = shown.map(({ organId, judged, state }): z.input<typeof dueItem> => ({
    ...nameOf(organId),
    duty: judged.duty,
    period: judged.period.key,
    dueBy: judged.cell.dueBy,
    state,
    daysLeft: daysBetween(door.today, judged.cell.dueBy),
    verdict: dueVerdict(judged, state, door.today),
  }))
  return { rows, total: all.length, page, size }
}

function openState({ cell }: Judged, today: Day): DueItem['state'] | null {
  if (cell.state === 'due' || cell.state === 'awaiting-signature') return cell.state
  if (cell.state !== 'missing') return null
  const year = yearOf(today)
  return cell.dueBy >= `${year}-01-01` || today <= `${year}-03-31` ? 'missing' : null
}
