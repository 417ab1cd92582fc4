import { sql } from 'kysely'
import type { z } from 'zod'
import { toldKinds, type cockpit, type CountCell } from '#domain/cockpit.ts'
import type { OrganizationId } from '#domain/ids.ts'
import { yearOf } from '#domain/dates.ts'
import { yearKey } from '#server/counts/fold.ts'
import { itself, readParts, sumOf, type PartCount } from '#server/counts/recount/read.ts'
import { monthKey } from '#server/counts/recount/recount.ts'
import { rosterRecount } from '#server/features/integrity/recount.ts'
import type { Door } from '#server/door.ts'

type Asked = { organization: OrganizationId; year: number }
type Part = z.input<typeof cockpit>['parts'][number]

const MEMBERS = 'roster:members'

const told = (column: string) =>
  sql<boolean>`${sql.ref(column)} like any (${toldKinds.map((prefix) => `${prefix}%`)}::text[])`

/**
 * Of what the scope keeps of these years, the kinds that are told: whatever a part has, the whole has. Each year is a
 * value of its own, not one of an array: PostgreSQL then knows how few there are and plans the statement once.
 */
const toldOf = ({ organization }: Asked, years: readonly number[]) => sql`
  select kind from rollup
  where organization_id = ${organization} and month in (${sql.join(years.map(yearKey))}) and month like 'Y%' and ${told('kind')}`

/** Of one kind, month by month. */
type Packed = [kind: string, months: string[], counts: number[], minutes: number[]]

/** Rollup and pending deltas of a scope, this year and the last. */
const cellsOf = (asked: Asked) => {
  const { organization, year } = asked
  const [from, to] = [monthKey(year - 1, 1), monthKey(year, 12)]
  return sql<Packed[]>`(
    select coalesce(json_agg(json_build_array(kind, months, counts, minutes)), '[]') from (
      select kind, array_agg(month) as months, array_agg(count) as counts, array_agg(minutes) as minutes from (
        select month, kind, sum(count)::bigint as count, sum(minutes)::bigint as minutes from (
          select kept.month collate "C" as month, kept.kind collate "C" as kind, kept.count, kept.minutes
          from (${toldOf(asked, [year - 1, year])} group by kind) k cross join lateral (
            select kind, month, count, minutes from rollup
            where organization_id = ${organization} and kind = k.kind and month between ${from} and ${to} offset 0
          ) kept
          union all
          select d.month, d.kind, d.count, d.minutes
          from organization a join organization o on o.path >= a.path and o.path < left(a.path, -1) || '/'
          join delta d on d.organization_id = o.id
          where a.id = ${organization} and d.month between ${from} and ${to} and ${told('d.kind')}
        ) counted
        group by kind, month having sum(count) <> 0 or sum(minutes) <> 0
      ) summed group by kind
    ) packed)`
}

/**
 * The counts of a scope's year and the one before, month by month, and how those of the year come about, by part: the
 * open children in official order, then what stands in the organization itself where it has something. An organization
 * without children is its own only part. One statement, one snapshot.
 */
export async function readCockpit(
  door: Door,
  asked: Asked,
): Promise<{ name: string; cells: CountCell[]; parts: Part[] }> {
  const counted = await readYear(door, asked)
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
    cells: inOrder(counted.beside as Packed[]),
    parts: isSomething(own) || parts.length === 0 ? [...parts, own] : parts,
  }
}

/** By month, then by kind. */
const inOrder = (kinds: readonly Packed[]): CountCell[] =>
  kinds
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([kind, months, counts, minutes]) =>
      months.map((month, at) => ({
        month,
        kind,
        count: counts[at] ?? 0,
        minutes: minutes[at] ?? 0,
      })),
    )
    .toSorted((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0))

/** The year's counts that are told, and the members of today, who belong to no other year. */
function readYear(door: Door, asked: Asked): ReturnType<typeof readParts> {
  const { organization, year } = asked
  const now = yearOf(door.today)
  return readParts(door, {
    organization,
    byMonth: false,
    recount: { from: rosterRecount, prefix: MEMBERS, year: now },
    beside: cellsOf(asked),
    which: (alias, inYear) => {
      const kind = sql.ref(`${alias}.kind`)
      const isTold =
        alias === 'kept' ? sql`${kind} in (${toldOf(asked, [year])})` : told(`${alias}.kind`)
      // Of one year they are found in one index together.
      return year === now
        ? sql`((${isTold} or ${kind} = ${MEMBERS}) and ${inYear(now)})`
        : sql`((${isTold} and ${inYear(year)}) or (${kind} = ${MEMBERS} and ${inYear(now)}))`
    },
  })
}
