import { sql, type RawBuilder } from 'kysely'
import type { CoveredFilter, CoveredPerson } from '#domain/coverage.ts'
import { keptNameMatches } from '#server/db/search.ts'
import { inSubtree, pathOf } from '#server/db/tree.ts'
import type { Door } from '#server/door.ts'
import { reachOf } from './coverage.ts'
import { shouldAttendOn } from '#server/db/standings.ts'

/** What the lists of people ask of a scope and year. */
interface Asked {
  /** Of `organization o`. */
  below: RawBuilder<unknown>
  /** Of the roster `s`. */
  there: RawBuilder<unknown>
  reachedOf: (ids: RawBuilder<unknown>) => RawBuilder<unknown>
  reached: boolean | undefined
  isWanted: RawBuilder<unknown>
  size: number
  offset: number
}

/**
 * The people behind `roster` and `reached` of the coverage, in the order of the official list or by name;
 * reached wherever it was held, as `recount.ts` counts it.
 */
export async function peopleOf(door: Door, filter: CoveredFilter) {
  const { organization, year, reached, q, sort, page, size } = filter
  const path = await pathOf(door, organization)
  const last = `${year}-12-31`
  const asked: Asked = {
    below: inSubtree('o.path', path),
    there: shouldAttendOn(last < door.today ? last : door.today),
    reachedOf: (ids) => sql`reached_members(${ids}, ${`${year}-01-01`}::date, ${last}::date)`,
    reached,
    isWanted: reached === undefined ? sql`true` : reached ? sql`reached` : sql`not reached`,
    size,
    offset: (page - 1) * size,
  }
  if (q || sort === 'name' || sort === '-name')
    return { ...(await byName(door, asked, filter)), page, size }
  const counted = await reachOf(door, organization, year)
  const missed = counted.roster - counted.reached
  const total = reached === undefined ? counted.roster : reached ? counted.reached : missed
  return { rows: await byPlace(door, asked, sort), total, page, size }
}

const placeOrders = {
  organization: sql`o.rank, o.path`,
  '-organization': sql`o.rank desc, o.path desc`,
} as const

/**
 * Organization by organization, and nobody is named but around the page: among 100,000 people the first page takes
 * 20 ms and a later one 70, where naming everybody took 1.8 s. How many there are the coverage has counted.
 */
async function byPlace(
  door: Door,
  asked: Asked,
  sort: keyof typeof placeOrders,
): Promise<CoveredPerson[]> {
  const { below, there, reachedOf, isWanted, size, offset } = asked
  const start = offset === 0 ? { places: below, before: 0 } : await startOf(door, asked, sort)
  if (!start) return []
  const { rows } = await sql<CoveredPerson>`
    select p."memberId", p.name, p."organizationName", p.reached from (select o.id, o.name, o.rank, o.path from organization o where ${start.places} order by ${placeOrders[sort]}) o
    cross join lateral (
      select * from (
        select n.id as "memberId", n.name, o.name as "organizationName", r.member_id is not null as reached, n.name_sort
        from (select array(select s.member_id from member_state s where s.organization_id = o.id and ${there}) as ids offset 0) t
        cross join lateral roster_names(t.ids) n
        left join lateral ${reachedOf(sql`t.ids`)} r (member_id) on r.member_id = n.id
      ) x where ${isWanted} order by x.name_sort, x."memberId" offset 0
    ) p order by ${placeOrders[sort]}, p.name_sort, p."memberId" limit ${size} offset ${offset - start.before}`.execute(
    door.db,
  )
  return rows
}

/** The organizations that a later page lies in, and how many people come before them; null after the end. */
async function startOf(
  door: Door,
  { below, there, reachedOf, reached, size, offset }: Asked,
  sort: keyof typeof placeOrders,
) {
  const all = sql`select s.member_id, s.organization_id from member_state s join organization o on o.id = s.organization_id where ${below} and ${there}`
  const those = sql`(select m from ${reachedOf(sql`array(select member_id from there)`)} m)`
  const wanted = reached === undefined ? sql`true` : sql`(t.member_id in ${those}) = ${reached}`
  const { rows } = await sql<{ ids: string[] | null; before: number | null }>`
    with there as materialized (${all}), counted as (
      select t.organization_id as id, count(*) as people from there t where ${wanted} group by 1
    ), placed as (
      select o.id, c.people, sum(c.people) over (order by ${placeOrders[sort]}) - c.people as before
      from counted c join organization o on o.id = c.id
    )
    select array_agg(id) as ids, min(before)::int as before from placed
    where before < ${offset + size} and before + people > ${offset}`.execute(door.db)
  const { ids, before } = rows[0] ?? {}
  return ids ? { places: sql`o.id = any (${ids}::uuid[])`, before: before ?? 0 } : null
}

/** By name, or of a name: everybody is named, once, and counted as they are. */
async function byName(
  door: Door,
  { below, there, reachedOf, isWanted, size, offset }: Asked,
  { q, sort }: CoveredFilter,
): Promise<{ rows: CoveredPerson[]; total: number }> {
  const { rows } = await sql<{ rows: CoveredPerson[]; total: number }>`
    with there as materialized (
      select s.member_id, o.name as place, o.rank, o.path from member_state s join organization o on o.id = s.organization_id
      where ${below} and ${there}
    ), named as materialized (
      select n.id, n.name, n.name_sort from roster_names(array(select member_id from there)) n
      where ${q ? keptNameMatches(sql`n.name`, q, (people) => sql`n.id in ${people}`) : sql`true`}
    ), people as materialized (
      select p.*, p.id in (select m from ${reachedOf(sql`array(select id from named)`)} m) as reached
      from (select n.*, t.place, t.rank, t.path from there t join named n on n.id = t.member_id) p
    )
    select (select count(*) from people where ${isWanted})::int as total, (select coalesce(json_agg(listed), '[]') from (
      select id as "memberId", name, place as "organizationName", reached from people where ${isWanted}
      order by ${nameOrders[sort]} limit ${size} offset ${offset}
    ) listed) as rows`.execute(door.db)
  return rows[0] ?? { rows: [], total: 0 }
}

const nameOrders: Record<CoveredFilter['sort'], RawBuilder<unknown>> = {
  name: sql`name_sort, id`,
  '-name': sql`name_sort desc, id desc`,
  organization: sql`rank, path, name_sort, id`,
  '-organization': sql`rank desc, path desc, name_sort, id`,
}
