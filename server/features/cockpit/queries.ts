import { sql } from 'kysely'
import type { z } from 'zod'
import { toldKinds, type cockpit, type CountCell } from '#domain/cockpit.ts'
import type { OrganizationId } from '#domain/ids.ts'
import { pathOf } from '#server/db/tree.ts'
import type { Door } from '#server/door.ts'

type Asked = { organization: OrganizationId; year: number }
type Part = z.input<typeof cockpit>['parts'][number]

const told = (column: string) =>
  sql<boolean>`${sql.ref(column)} like any (${toldKinds.map((prefix) => `${prefix}%`)}::text[])`
const members = sql<boolean>`m.standing = 'normal' and m.stage in ('full', 'probationary')`

/** Rollup and pending deltas of a scope, this year and the last, in one snapshot. */
export async function readCells(door: Door, { organization, year }: Asked): Promise<CountCell[]> {
  const [from, to] = [`${year - 1}-01`, `${year}-12`]
  const { rows } = await sql<CountCell>`
    select month, kind, sum(count)::bigint as count, sum(minutes)::bigint as minutes from (
      select month, kind, count, minutes from rollup
      where organization_id = ${organization} and month between ${from} and ${to} and ${told('kind')}
      union all
      select d.month, d.kind, d.count, d.minutes
      from organization a join organization o on o.path >= a.path and o.path < left(a.path, -1) || '/'
      join delta d on d.organization_id = o.id
      where a.id = ${organization} and d.month between ${from} and ${to} and ${told('d.kind')}
    ) counted
    group by month, kind having sum(count) <> 0 or sum(minutes) <> 0
    order by month, kind`.execute(door.db)
  return rows
}

/**
 * The open children in official order, then what stands in the organization itself where it has
 * something. An organization without children is its own only part.
 */
export async function readParts(
  door: Door,
  asked: Asked,
): Promise<{ name: string; parts: Part[] }> {
  const path = await pathOf(door, asked.organization)
  const step = path.split('.').length
  const children = await door.db
    .selectFrom('organization')
    .select(['id', 'name', 'path', 'closed_on'])
    .where('parent_id', '=', asked.organization)
    .orderBy('rank')
    .orderBy('name_pinyin')
    .orderBy('id')
    .execute()
  const own = await door.db
    .selectFrom('organization')
    .select(['id', 'name'])
    .where('id', '=', asked.organization)
    .executeTakeFirstOrThrow()
  const people = await readMembers(door, path, step)
  const counts = await readYear(door, asked, path, step)
  const total = counts.get('') ?? new Map<string, number>()
  const parts = children
    .map((child) => {
      const key = child.path.split('.')[step - 1] ?? ''
      return {
        organizationId: child.id as OrganizationId,
        name: child.name,
        isOwn: false,
        closed: child.closed_on !== null,
        members: people.get(key) ?? 0,
        counts: counts.get(key) ?? new Map<string, number>(),
      }
    })
    .filter((part) => !part.closed || part.members > 0 || part.counts.size > 0)
  const left = { members: people.get('') ?? 0, counts: new Map(total) }
  for (const part of parts)
    for (const [kind, count] of part.counts)
      left.counts.set(kind, (left.counts.get(kind) ?? 0) - count)
  const listed = ({
    counts,
    ...part
  }: { counts: ReadonlyMap<string, number> } & Omit<Part, 'counts'>) => ({
    organizationId: part.organizationId,
    name: part.name,
    isOwn: part.isOwn,
    members: part.members,
    counts: [...counts]
      .filter(([, count]) => count !== 0)
      .map(([kind, count]) => ({ kind, count })),
  })
  const itself = listed({
    organizationId: own.id,
    name: own.name,
    isOwn: true,
    ...left,
  })
  return {
    name: own.name,
    parts: [
      ...parts.map(listed),
      ...(itself.members > 0 || itself.counts.length > 0 || parts.length === 0 ? [itself] : []),
    ],
  }
}

/** Party members by the child they stand in or below; '' for those in the organization itself. */
async function readMembers(door: Door, path: string, step: number): Promise<Map<string, number>> {
  const end = `${path.slice(0, -1)}/`
  const { rows } = await sql<{ key: string; count: number }>`
    select split_part(o.path, '.', ${step}::int) as key, sum(x.count)::int as count
    from organization o
    join (select m.organization_id, count(*) as count from member m where ${members} and m.organization_id = any (
      array(select id from organization where path >= ${path} collate "C" and path < ${end} collate "C")) group by 1) x
      on x.organization_id = o.id
    group by 1`.execute(door.db)
  return new Map(rows.map(({ key, count }) => [key, count]))
}

/** The year's counts by kind of each child, and under '' of the organization with all below it. */
async function readYear(
  door: Door,
  { organization, year }: Asked,
  path: string,
  step: number,
): Promise<Map<string, Map<string, number>>> {
  const [from, to] = [`${year}-01`, `${year}-12`]
  const end = `${path.slice(0, -1)}/`
  const { rows } = await sql<{ key: string; kind: string; count: number }>`
    with near as (
      select id, case when id = ${organization} then '' else split_part(path, '.', ${step}::int) end as key
      from organization where id = ${organization} or parent_id = ${organization}
    ), pending as (
      select split_part(o.path, '.', ${step}::int) as key, d.kind, d.count from delta d join organization o on o.id = d.organization_id
      where o.path >= ${path} collate "C" and o.path < ${end} collate "C" and d.month between ${from} and ${to} and ${told('d.kind')}
    )
    select key, kind, sum(count)::int as count from (
      select n.key, r.kind, r.count from near n join rollup r on r.organization_id = n.id
      where r.month between ${from} and ${to} and ${told('r.kind')}
      union all select key, kind, count from pending where key <> ''
      union all select '', kind, count from pending
    ) counted
    group by key, kind having sum(count) <> 0`.execute(door.db)
  const found = new Map<string, Map<string, number>>()
  for (const { key, kind, count } of rows) {
    const own = found.get(key) ?? new Map<string, number>()
    found.set(key, own.set(kind, count))
  }
  return found
}
