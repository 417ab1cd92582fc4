import { sql } from 'kysely'
import type { z } from 'zod'
import { toldKinds, type cockpit, type CountCell } from '#domain/cockpit.ts'
import type { OrganizationId } from '#domain/ids.ts'
import { yearOf } from '#domain/dates.ts'
import {
  itself,
  readParts,
  sumOf,
  type PartCount,
  type PartCounts,
} from '#server/counts/recount/read.ts'
import { rosterRecount } from '#server/features/integrity/recount.ts'
import type { Door } from '#server/door.ts'

type Asked = { organization: OrganizationId; year: number }
type Part = z.input<typeof cockpit>['parts'][number]

const told = (column: string) =>
  sql<boolean>`${sql.ref(column)} like any (${toldKinds.map((prefix) => `${prefix}%`)}::text[])`

/** Of one kind, month by month. */
type Packed = [kind: string, months: string[], counts: number[], minutes: number[]]

/** Rollup and pending deltas of a scope, this year and the last, in one snapshot. */
export async function readCells(door: Door, { organization, year }: Asked): Promise<CountCell[]> {
  const [from, to] = [`${year - 1}-01`, `${year}-12`]
  const { rows } = await sql<{ kinds: Packed[] }>`
    select coalesce(json_agg(json_build_array(kind, months, counts, minutes)), '[]') as kinds from (
      select kind, array_agg(month) as months, array_agg(count) as counts, array_agg(minutes) as minutes from (
        select month, kind, sum(count)::bigint as count, sum(minutes)::bigint as minutes from (
          select month collate "C" as month, kind collate "C" as kind, count, minutes from rollup
          where organization_id = ${organization} and month between ${from} and ${to} and ${told('kind')}
          union all
          select d.month, d.kind, d.count, d.minutes
          from organization a join organization o on o.path >= a.path and o.path < left(a.path, -1) || '/'
          join delta d on d.organization_id = o.id
          where a.id = ${organization} and d.month between ${from} and ${to} and ${told('d.kind')}
        ) counted
        group by kind, month having sum(count) <> 0 or sum(minutes) <> 0
      ) summed group by kind
    ) packed`.execute(door.db)
  const cells = (rows[0]?.kinds ?? []).flatMap(([kind, months, counts, minutes]) =>
    months.map((month, at) => ({ month, kind, count: counts[at] ?? 0, minutes: minutes[at] ?? 0 })),
  )
  return cells.toSorted((a, b) => (`${a.month} ${a.kind}` < `${b.month} ${b.kind}` ? -1 : 1))
}

/**
 * How the cells of the year come about, by part: the open children in official order, then what stands in the
 * organization itself where it has something. An organization without children is its own only part.
 */
export async function partsOf(
  door: Door,
  asked: Asked,
  cells: readonly CountCell[],
): Promise<{ name: string; parts: Part[] }> {
  const kinds = cells.filter(({ month }) => month >= `${asked.year}-`).map(({ kind }) => kind)
  const counted = await readYear(door, asked, [...new Set(kinds)])
  const listed = (
    { id, name, counts }: Pick<PartCount, 'id' | 'name' | 'counts'>,
    isOwn: boolean,
  ): Part => ({
    organizationId: id,
    name,
    isOwn,
    members: sumOf(counts.get(MEMBERS)),
    counts: [...counts]
      .map(([kind, months]) => ({ kind, count: sumOf(months) }))
      .filter(({ kind, count }) => kind !== MEMBERS && count !== 0),
  })
  const isSomething = ({ members, counts }: Part) => members > 0 || counts.length > 0
  const parts = counted.parts
    .map((part) => ({ part: listed(part, false), open: part.closedOn === null }))
    .filter(({ part, open }) => open || isSomething(part))
    .map(({ part }) => part)
  const { organization: id } = asked
  const own = listed({ id, name: counted.name, counts: itself(counted) }, true)
  return {
    name: counted.name,
    parts: isSomething(own) || parts.length === 0 ? [...parts, own] : parts,
  }
}

const MEMBERS = 'roster:members'

/** The year's counts of these kinds, and the members of today, who belong to no other year. */
function readYear(
  door: Door,
  { organization, year }: Asked,
  kinds: readonly string[],
): Promise<PartCounts> {
  const now = yearOf(door.today)
  return readParts(door, {
    organization,
    byMonth: false,
    recount: { from: rosterRecount, prefix: MEMBERS, year: now },
    which:
      year === now
        ? { kinds: [...kinds, MEMBERS], year }
        : (alias, inYear) => {
            const kind = sql.ref(`${alias}.kind`)
            return sql`((${inYear(year)} and ${kind} = any (${[...kinds]}::text[])) or (${kind} = ${MEMBERS} and ${inYear(now)}))`
          },
  })
}
