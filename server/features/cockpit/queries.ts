import { sql } from 'kysely'
import type { z } from 'zod'
import { toldKinds, type cockpit, type CountCell } from '#domain/cockpit.ts'
import type { OrganizationId } from '#domain/ids.ts'
import { yearOf } from '#domain/dates.ts'
import { problem } from '#domain/errors.ts'
import {
  less,
  readParts,
  sumOf,
  type Counts,
  type PartCounts,
} from '#server/counts/recount/read.ts'
import { monthKey } from '#server/counts/recount/recount.ts'
import { rosterRecount } from '#server/features/integrity/recount.ts'
import type { Door } from '#server/door.ts'

type Asked = { organization: OrganizationId; year: number }
type Part = z.input<typeof cockpit>['parts'][number]

const told = (column: string) =>
  sql<boolean>`${sql.ref(column)} like any (${toldKinds.map((prefix) => `${prefix}%`)}::text[])`

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
export async function partsOf(door: Door, asked: Asked): Promise<{ name: string; parts: Part[] }> {
  const { organization } = asked
  const { total, parts: below } = await readYear(door, asked)
  const { rows } = await sql<{ id: OrganizationId; name: string; closed: boolean }>`
    select o.id, o.name, o.closed_on is not null as closed from organization o
    where o.id = ${organization} or o.parent_id = ${organization}
    order by o.id <> ${organization}, o.rank, o.name_pinyin, o.id`.execute(door.db)
  const [own, ...children] = rows
  if (!own) throw problem('not_found')
  const part = ({ id, name }: typeof own, isOwn: boolean, counts: Counts): Part => ({
    organizationId: id,
    name,
    isOwn,
    members: sumOf(counts.get(MEMBERS)),
    counts: [...counts]
      .map(([kind, months]) => ({ kind, count: sumOf(months) }))
      .filter(({ kind, count }) => kind !== MEMBERS && count !== 0),
  })
  const parts = children
    .map((child) => ({ child, found: part(child, false, below.get(child.id) ?? new Map()) }))
    .filter(({ child, found }) => !child.closed || found.members > 0 || found.counts.length > 0)
    .map(({ found }) => found)
  const itself = part(own, true, less(total, below.values()))
  return {
    name: own.name,
    parts: [
      ...parts,
      ...(itself.members > 0 || itself.counts.length > 0 || parts.length === 0 ? [itself] : []),
    ],
  }
}

const MEMBERS = 'roster:members'

/** The year's counts, and the members of today, who belong to no other year. */
function readYear(door: Door, { organization, year }: Asked): Promise<PartCounts> {
  const now = yearOf(door.today)
  return readParts(door, {
    organization,
    parts: true,
    recount: { from: rosterRecount, prefix: MEMBERS, year: now },
    where: (alias) => sql<boolean>`(
      (${told(`${alias}.kind`)} and ${sql.ref(`${alias}.month`)} between ${monthKey(year, 1)} and ${monthKey(year, 12)})
      or (${sql.ref(`${alias}.kind`)} = ${MEMBERS} and ${sql.ref(`${alias}.month`)} = ${monthKey(now, 1)}))`,
  })
}
