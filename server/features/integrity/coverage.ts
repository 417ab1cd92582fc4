import { sql } from 'kysely'
import type { Coverage, CoverageRow } from '#domain/integrity.ts'
import { coverageVerdict } from '#domain/integrity.rules.ts'
import type { OrganizationId } from '#domain/ids.ts'
import { inSubtree, pathOf } from '#server/db/tree.ts'
import type { Door } from '#server/door.ts'
import { responsibilityState } from './responsibilities.ts'
import { onRoster } from './roster.ts'
import { talkTotals } from './talkTotals.ts'

type Counted = Omit<CoverageRow, 'talks' | 'verdict'>

/** Coverage and counts of an organization and of what stands directly below it, in one year. */
export async function coverageOf(
  door: Door,
  organizationId: OrganizationId,
  year: number,
): Promise<Coverage> {
  const path = await pathOf(door, organizationId)
  const over = `${year}-12-31` < door.today
  const asOf = over ? `${year}-12-31` : door.today
  const counted = await counts(door, { organizationId, path, year, asOf })
  const talks = await talkTotals(door, organizationId, path, year)
  const judged = (row: Counted, told: number | null): CoverageRow => ({
    ...row,
    talks: told,
    verdict: coverageVerdict(row, over),
  })
  const rows = counted.filter((row) => row.organizationId !== organizationId)
  const own = counted.find((row) => row.organizationId === organizationId)
  if (!own) throw new Error('the organization itself is among the counted')
  return {
    ...judged(own, talks.own),
    year,
    asOf,
    talksByKind: talks.byKind,
    exact: talks.exact,
    responsibilities: await responsibilities(door, path, year),
    rows: rows.map((row) => judged(row, talks.below.get(row.organizationId) ?? null)),
  }
}

interface Place {
  organizationId: string
  path: string
  year: number
  asOf: string
}

/** A member counts at every organization above; whoever was reached anywhere was reached. */
async function counts(door: Door, { organizationId, path, year, asOf }: Place): Promise<Counted[]> {
  const first = `${year}-01-01`
  const last = `${year}-12-31`
  const { rows } = await sql<Counted>`
    with shown as (
      select o.id, o.name, o.name_pinyin, o.path, o.rank, o.id = ${organizationId} as top from organization o
      where o.id = ${organizationId} or (o.parent_id = ${organizationId} and (o.closed_on is null or o.closed_on > ${first}::date))
    ), reached as (
      select distinct a.member_id from education_attendance a join warning_education e on e.id = a.education_id
      where a.present and e.withdrawn_at is null and e.held_on between ${first}::date and ${last}::date
    ), people as (
      select o.path, s.member_id, r.member_id is not null as reached
      from member_state s join organization o on o.id = s.organization_id left join reached r on r.member_id = s.member_id
      where ${inSubtree('o.path', path)} and ${onRoster(asOf)}
    ), held as (
      select o.path, e.present from warning_education e join organization o on o.id = e.organization_id
      where ${inSubtree('o.path', path)} and e.withdrawn_at is null and e.held_on between ${first}::date and ${last}::date
    )
    select s.id as "organizationId", s.name,
      (select count(*)::int from people p where p.path >= s.path and p.path < left(s.path, -1) || '/') as roster,
      (select count(*)::int from people p where p.reached and p.path >= s.path and p.path < left(s.path, -1) || '/') as reached,
      (select count(*)::int from held h where h.path >= s.path and h.path < left(s.path, -1) || '/') as educations,
      (select coalesce(sum(h.present), 0)::int from held h where h.path >= s.path and h.path < left(s.path, -1) || '/') as educated
    from shown s order by s.top desc, s.rank, s.name_pinyin, s.id`.execute(door.db)
  return rows
}

async function responsibilities(door: Door, path: string, year: number) {
  const { rows } = await sql<Coverage['responsibilities']>`
    select count(*)::int as total, count(*) filter (where r.done_on is not null)::int as done,
      count(*) filter (where ${responsibilityState(door.today)} = 'overdue')::int as overdue
    from responsibility r join organization o on o.id = r.organization_id
    where r.year = ${year} and ${inSubtree('o.path', path)}`.execute(door.db)
  return rows[0] ?? { total: 0, done: 0, overdue: 0 }
}
