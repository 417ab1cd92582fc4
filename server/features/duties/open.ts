import { sql, type RawBuilder } from 'kysely'
import type { z } from 'zod'
import { yearOf, type Day } from '#domain/dates.ts'
import type { dueFilter, DueItem } from '#domain/duties.ts'
import { duties as allDuties, isYearly, type DutyCell } from '#domain/rules/duties.ts'
import { nameMatches } from '#server/db/search.ts'
import { narrowed } from '#server/db/tree.ts'
import type { Door } from '#server/door.ts'
import { gatherFacts, type Asked } from './facts.ts'
import { judge, type Judged } from './judge.ts'

type Filter = Pick<z.output<typeof dueFilter>, 'organization' | 'duties' | 'year' | 'q'>

export interface Open {
  organId: string
  judged: Judged
  state: DueItem['state']
  /** Groups without their 组织生活会, where others have held theirs. */
  missing: readonly string[]
}

/** The workbench asks for what is missing and for what is due: of one transaction both are judged once. */
const judgedOnce = new WeakMap<Door['db'], Map<string, Promise<readonly Open[]>>>()

/** {@link judgeOpen}, once for all that one transaction asks of it: it only reads, in one snapshot. */
export function openOf(
  door: Door,
  { organization, duties, year, q }: Filter,
): Promise<readonly Open[]> {
  const asked = { organization, duties, year, q }
  const key = JSON.stringify([asked, door.scope])
  const known = judgedOnce.get(door.db) ?? new Map<string, Promise<readonly Open[]>>()
  judgedOnce.set(door.db, known)
  const found = known.get(key) ?? judgeOpen(door, asked)
  known.set(key, found)
  return found
}

/** Every cell that is open, waits for a signature or was missed, by the day it is due. See `due`. */
async function judgeOpen(
  door: Door,
  { organization, duties = allDuties, year, q }: Filter,
): Promise<readonly Open[]> {
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
        if (!state || (asked.unsignedOnly && state !== 'awaiting-signature')) continue
        const { dueBy } = judged.cell
        const missing =
          judged.duty === 'life-meeting' ? (facts.rounds.get(organ.id)?.missing ?? []) : []
        const open = { organId: organ.id, judged, state, missing }
        const sameDay = byDay.get(dueBy)
        if (sameDay) sameDay.push(open)
        else byDay.set(dueBy, [open])
      }
    }
  }
  return [...byDay.keys()].toSorted().flatMap((day) => byDay.get(day) ?? [])
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
