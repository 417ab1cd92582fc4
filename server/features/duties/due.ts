import { sql, type RawBuilder } from 'kysely'
import type { z } from 'zod'
import { daysBetween, yearOf, type Day } from '#domain/dates.ts'
import type { dueFilter, DueItem, dueItem } from '#domain/duties.ts'
import { dueVerdict } from '#domain/duties.verdicts.ts'
import { duties as allDuties, isYearly, type DutyCell } from '#domain/rules/duties.ts'
import { nameMatches } from '#server/db/search.ts'
import { narrowed } from '#server/db/tree.ts'
import type { Door } from '#server/door.ts'
import { gatherFacts, type Asked } from './facts.ts'
import { judge, type Judged } from './judge.ts'
import { namesOf } from './names.ts'

interface Open {
  organId: string
  judged: Judged
  state: DueItem['state']
  /** Groups without their 组织生活会, where others have held theirs. */
  missing: readonly string[]
}

/**
 * What wants a meeting as of today, by the day it is due unless another order is asked for: open periods, records that wait for their
 * signature, and what was missed. Of the year before, what was missed is told until 31 March, when its
 * 年度 ends, and from then on only its yearly duties, which ended with it; unsigned records stay. Of a `year` that
 * was asked for, the very cells that `summary` counts.
 */
export async function due(door: Door, filter: z.output<typeof dueFilter>) {
  const { organization, duties = allDuties, overdue, year, from, to, q, sort, page, size } = filter
  const scope = named(await narrowed(door, 'o.path', organization), q)
  const byDay = new Map<Day, Open[]>()
  const sights: Sight[] =
    year === undefined
      ? await yearsInSight(door, { scope, duties })
      : [{ scope, duties, year, closedToo: true }]
  for (const asked of sights) {
    const facts = await gatherFacts(door, asked)
    const ask = judge(facts, door.today)
    for (const organ of facts.organs) {
      // Nobody is left to hold it.
      if (!asked.closedToo && organ.closedOn && organ.closedOn < door.today) continue
      for (const judged of ask(organ).flatMap(({ cells }) => cells)) {
        const state = openState(judged.cell)
        if (!state || (overdue !== undefined && overdue !== (state === 'missing'))) continue
        const { dueBy } = judged.cell
        if ((from && dueBy < from) || (to && dueBy > to)) continue
        if (asked.unsignedOnly && state !== 'awaiting-signature') continue
        const missing =
          judged.duty === 'life-meeting' ? (facts.rounds.get(organ.id)?.missing ?? []) : []
        const open = { organId: organ.id, judged, state, missing }
        const sameDay = byDay.get(dueBy)
        if (sameDay) sameDay.push(open)
        else byDay.set(dueBy, [open])
      }
    }
  }
  const bySoonest = [...byDay.keys()].toSorted().flatMap((day) => byDay.get(day) ?? [])
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

/** Within a scope only those of a name. */
function named(scope: RawBuilder<boolean>, q: string | undefined): RawBuilder<boolean> {
  const own = nameMatches('x', q)
  const branch = nameMatches('p', q)
  if (!own || !branch) return scope
  return sql<boolean>`(${scope} and o.id = any (array(
    select x.id from organization x left join organization p on p.id = x.parent_id and x.kind = 'group'
    where ${own} or ${branch})))`
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

interface Sight extends Asked {
  unsignedOnly?: boolean
  closedToo?: boolean
}

async function yearsInSight(
  door: Door,
  { scope, duties }: Pick<Asked, 'scope' | 'duties'>,
): Promise<Sight[]> {
  const year = yearOf(door.today)
  const now = { scope, duties, year }
  const before = { scope, duties, year: year - 1 }
  if (door.today <= `${year}-03-31`) return [before, now]
  const organs = await unsigned(door, before)
  const some = sql<boolean>`(${scope} and o.id = any (${organs}::uuid[]))`
  const monthly = duties.filter((duty) => !isYearly(duty))
  return [
    ...(organs.length > 0 ? [{ ...before, scope: some, duties: monthly, unsignedOnly: true }] : []),
    { ...before, duties: duties.filter(isYearly) },
    now,
  ].filter((one) => one.duties.length > 0)
}

/** Organs with records of a year that nobody has signed: few, and only they are looked at again. */
async function unsigned(door: Door, { scope, year, duties }: Asked): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct o.id from held h join organization o on o.id = h.organization_id
    where h.year = ${year} and h.awaiting_months <> 0 and h.duty = any (${[...duties]}::text[]) and ${scope}`.execute(
    door.db,
  )
  return rows.map(({ id }) => id)
}

const openState = ({ state }: DutyCell): DueItem['state'] | null =>
  state === 'due' || state === 'awaiting-signature' || state === 'missing' ? state : null
