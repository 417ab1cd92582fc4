import { sql } from 'kysely'
import type { z } from 'zod'
import { daysBetween } from '#domain/dates.ts'
import type { dueFilter, dueItem } from '#domain/duties.ts'
import { dueVerdict } from '#domain/duties.verdicts.ts'
import type { Door } from '#server/door.ts'
import { namesOf } from './names.ts'
import { openOf, type Open } from './open.ts'

/**
 * What wants a meeting as of today, by the day it is due unless another order is asked for: open periods, records that wait for their
 * signature, and what was missed. Of the year before, what was missed is told until 31 March, when its
 * 年度 ends, and from then on only its yearly duties, which ended with it; unsigned records stay. Of a `year` that
 * was asked for, the very cells that `summary` counts.
 */
export async function due(door: Door, filter: z.output<typeof dueFilter>) {
  const { overdue, from, to, sort, page, size } = filter
  const bySoonest = (await openOf(door, filter)).filter(
    ({ state, judged: { cell } }) =>
      (overdue === undefined || overdue === (state === 'missing')) &&
      (!from || cell.dueBy >= from) &&
      (!to || cell.dueBy <= to),
  )
  const all = await sorted(door, bySoonest, sort)
  const shown = all.slice((page - 1) * size, page * size)
  const nameOf = await namesOf(
    door,
    shown.map(({ organId }) => organId),
  )
  const rows = shown.map(({ organId, judged, state, missing }): z.input<typeof dueItem> => {
    const { mayExempt: _, ...organ } = nameOf(organId)
    return {
      ...organ,
      duty: judged.duty,
      period: judged.period.key,
      dueBy: judged.cell.dueBy,
      state,
      daysLeft: daysBetween(door.today, judged.cell.dueBy),
      verdict: dueVerdict(judged, state, door.today, missing),
    }
  })
  return { rows, total: all.length, page, size }
}

/** Of one day, and of one organ, the order that is given stays. */
async function sorted(
  door: Door,
  soonest: readonly Open[],
  sort: z.output<typeof dueFilter>['sort'],
): Promise<readonly Open[]> {
  if (sort === 'dueBy') return soonest
  if (sort === '-dueBy') return soonest.toReversed()
  const ids = [...new Set(soonest.map(({ organId }) => organId))]
  // A group after its branch, as everywhere.
  const { rows } = await sql<{ id: string }>`
    select o.id from organization o left join organization p on p.id = o.parent_id and o.kind = 'group'
    where o.id = any (${ids}::uuid[])
    order by coalesce(p.name_pinyin, o.name_pinyin), coalesce(p.id, o.id), p.id is not null, o.name_pinyin, o.id`.execute(
    door.db,
  )
  const place = new Map(rows.map(({ id }, at) => [id, sort === 'organ' ? at : -at]))
  return soonest.toSorted((a, b) => (place.get(a.organId) ?? 0) - (place.get(b.organId) ?? 0))
}
