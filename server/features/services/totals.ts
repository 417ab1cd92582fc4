import { sql, type RawBuilder } from 'kysely'
import type { ServiceFilter } from '#domain/services.ts'
import { serviceKind, serviceState } from '#domain/services.ts'
import { inSubtree, narrowed, pathOf } from '#server/db/tree.ts'
import type { Door } from '#server/door.ts'
import { cellsOf } from './counts.ts'

interface Served {
  visits: number
  minutes: number
}

/** `confirmed`: what of it counts. */
interface Totals extends Served {
  records: number
  confirmed: Served
}

const nothing: Totals = { records: 0, visits: 0, minutes: 0, confirmed: { visits: 0, minutes: 0 } }

/**
 * How many records a filter finds and what they come to. A filter by organization, time, kind and state is
 * answered by the counts, which do not grow with the records, and by the few that are not confirmed;
 * any other counts its rows.
 */
export async function totalsOf(
  door: Door,
  filter: ServiceFilter,
  where: RawBuilder<unknown>,
): Promise<Totals> {
  const { member, channels, beneficiary, volunteer, mine, toConfirm, answered, q } = filter
  const narrow = member ?? channels ?? beneficiary ?? volunteer ?? mine ?? toConfirm ?? answered
  const months = monthsOf(filter)
  const states = filter.states ?? serviceState.options
  if (!states.includes('confirmed') || narrow !== undefined || q || !months)
    return counted(door, toConfirm ? openOnes(where) : ones(where))
  const others = await counted(door, ones(sql`s.state <> 'confirmed' and ${where}`))
  const kinds = filter.kinds ?? serviceKind.options
  const totals = [others, await ownBeyond(door, filter, where)]
  for (const organizationId of await roots(door, filter.organization)) {
    const cells = await cellsOf(door, organizationId, months.from, months.to, kinds)
    totals.push(...cells.map((cell) => ({ ...cell, confirmed: cell })))
  }
  return totals.reduce(
    (sum, one) => ({
      records: sum.records + one.records,
      ...plus(sum, one),
      confirmed: plus(sum.confirmed, one.confirmed),
    }),
    nothing,
  )
}

const plus = (a: Served, b: Served): Served => ({
  visits: a.visits + b.visits,
  minutes: a.minutes + b.minutes,
})

/** First and last month of the filter; null where it spans all years. */
function monthsOf({ year, month }: ServiceFilter): { from: string; to: string } | null {
  // A month of another year than the year's: nothing, which counting says by itself.
  if (month) return year && !month.startsWith(`${year}-`) ? null : { from: month, to: month }
  return year ? { from: `${year}-01`, to: `${year}-12` } : null
}

interface Counted extends Served {
  records: number
  confirmedVisits: number
  confirmedMinutes: number
}

const ones = (where: RawBuilder<unknown>) =>
  sql`service_record s join organization o on o.id = s.organization_id where ${where}`

/**
 * Of those that wait for a judgement, place by place in their index: left to itself the planner reads all that wait
 * anywhere, for it thinks row-level security is worked out anew for every place.
 */
const openOnes = (where: RawBuilder<unknown>) =>
  sql`organization o cross join lateral (
      select * from service_record s where s.organization_id = o.id and s.state <> 'confirmed' and ${where} offset 0) s`

async function counted(door: Door, from: RawBuilder<unknown>): Promise<Totals> {
  const { rows } = await sql<Counted>`
    select count(*)::int as records, coalesce(sum(s.visits), 0)::bigint as visits, coalesce(sum(s.minutes), 0)::bigint as minutes,
      coalesce(sum(s.visits) filter (where s.state = 'confirmed'), 0)::bigint as "confirmedVisits",
      coalesce(sum(s.minutes) filter (where s.state = 'confirmed'), 0)::bigint as "confirmedMinutes"
    from ${from}`.execute(door.db)
  const [found] = rows
  if (!found) return nothing
  const { confirmedVisits, confirmedMinutes, ...all } = found
  return { ...all, confirmed: { visits: confirmedVisits, minutes: confirmedMinutes } }
}

/** The organizations whose counts together are the scope: the one asked for, else the topmost of the actor's. */
async function roots(door: Door, within: string | undefined): Promise<string[]> {
  const { everything, paths } = door.scope
  if (within) return (await reaches(door, within)) ? [within] : []
  const wanted = everything
    ? sql`o.parent_id is null`
    : sql`o.path = any (${paths.filter((path) => !paths.some((above) => above !== path && path.startsWith(above)))}::text[])`
  const { rows } = await sql<{ id: string }>`
    select o.id from organization o where ${wanted}`.execute(door.db)
  return rows.map(({ id }) => id)
}

/** A member names the own organization and sees the own records of it, not its counts. */
async function reaches(door: Door, within: string): Promise<boolean> {
  const path = await pathOf(door, within)
  return door.scope.everything || door.scope.paths.some((above) => path.startsWith(above))
}

/** The actor's own confirmed records outside the actor's subtrees: made before moving there. */
async function ownBeyond(
  door: Door,
  filter: ServiceFilter,
  where: RawBuilder<unknown>,
): Promise<Totals> {
  const { self } = door.scope
  if (!self) return nothing
  const inTree = filter.organization
    ? (await reaches(door, filter.organization))
      ? inSubtree('o.path', await pathOf(door, filter.organization))
      : sql`false`
    : await narrowed(door, 'o.path', undefined)
  return counted(
    door,
    ones(sql`s.state = 'confirmed' and s.member_id = ${self} and not ${inTree} and ${where}`),
  )
}
