import { sql, type RawBuilder } from 'kysely'
import type { Day } from '#domain/dates.ts'
import type { OrganizationId } from '#domain/ids.ts'
import { yearKey } from '#server/counts/fold.ts'
import { inSubtree, pathOf } from '#server/db/tree.ts'
import type { Door } from '#server/door.ts'
import { monthKey, type OwnCounts, type Recount } from './recount.ts'

/** Counts by kind and month 'YYYY-MM', or by kind and year (`yearKey`) where months were not asked for. */
export type Counts = Map<string, Map<string, number>>

export interface PartCount {
  id: OrganizationId
  name: string
  closedOn: Day | null
  /** With all below it. */
  counts: Counts
}

export interface PartCounts {
  name: string
  total: Counts
  /** The direct children in official order, closed ones too. */
  parts: PartCount[]
}

type InYear = (year: number) => RawBuilder<boolean>

export interface CountsAsked {
  organization: string
  /** Which counts: some of a year by name, or what a condition on the `kind` and year of kept ones and of pending ones lets through. */
  which:
    | { kinds: readonly string[]; year: number }
    | ((alias: 'kept' | 'pending', inYear: InYear) => RawBuilder<boolean>)
  /** Among them counts made from the state, of this year; those whose kind begins with `prefix`. */
  recount?: { from: Recount; prefix: string; year: number }
  /** Month by month; otherwise what a year adds up to, which the rollup keeps. */
  byMonth: boolean
  /** A value of its own that is to be read in the same statement, so that nobody waits for it apart. */
  beside?: RawBuilder<unknown>
}

/** More organizations than this are not made anew one by one beside what is kept. */
const MOST = 300

type Packed = [key: string, kind: string, month: string, count: number]
/** Several counts at once: of one kind month by month, or of one year kind by kind. */
type Rolled = [key: string, kind: string | string[], month: string | string[], counts: number[]]
type Place = [id: string, path: string, last: Record<string, number[]> | null]
type Near = [id: OrganizationId, name: string, path: string, closedOn: Day | null]
interface Found {
  /** The organization and, where parts were asked for, its children in official order. */
  near: Near[]
  rolled: Rolled[]
  pending: Packed[]
  /** Whether the year is kept, as of today. */
  kept: boolean
  /** With what was last worked out for them, which is what the rollup and the pending hold. */
  marked: Place[]
  beside: unknown
}

/**
 * Counts of a scope: the rollup, what is pending, and what is marked made anew, in one snapshot. Takes as long
 * for thousands of organizations as for one, unless many are marked or what is kept speaks of yesterday.
 */
async function readCounts(
  door: Door,
  asked: CountsAsked & { parts: boolean },
): Promise<{ counts: Map<string, Counts>; step: number } & Pick<Found, 'near' | 'beside'>> {
  const path = await pathOf(door, asked.organization)
  const step = path.split('.').length
  const found = await keptCounts(door, asked, path, step)
  const counts = new Map<string, Counts>()
  for (const [key, kind, month, numbers] of found.rolled)
    for (const [at, count] of numbers.entries())
      add(counts, key, oneOf(kind, at), oneOf(month, at), count)
  for (const [key, kind, month, count] of found.pending) add(counts, key, kind, month, count)
  if (asked.recount && (!found.kept || found.marked.length > 0))
    await remake(door, asked, { path, step, found, counts })
  return { counts, step, near: found.near, beside: found.beside }
}

const oneOf = (one: string | readonly string[], at: number): string =>
  typeof one === 'string' ? one : (one[at] ?? '')

/** '' is the scope's own row; children go by their step of the path. */
async function keptCounts(
  door: Door,
  { organization, which, recount, parts, byMonth, beside }: CountsAsked & { parts: boolean },
  path: string,
  step: number,
): Promise<Found> {
  const below = inSubtree('o.path', path)
  const key = sql`split_part(o.path, '.', ${step}::int)`
  const pendingOnes = conditionOf(which, 'pending', inMonths)
  // Hundreds of small rows take longer to be written as JSON than to be found.
  const packed = byMonth
    ? sql`kept.kind collate "C" as kind, array_agg(kept.month) as month`
    : sql`array_agg(kept.kind) as kind, kept.month collate "C" as month`
  const month = byMonth ? sql`pending.month` : sql`'Y' || left(pending.month, 4)`
  const { rows } = await sql<Found>`
    with near as materialized (
      select o.id, o.name, o.path, o.closed_on, o.rank, o.name_pinyin, case when o.id = ${organization} then '' else ${key} end as key
      from organization o
      where o.id = ${organization} ${parts ? sql`or o.parent_id = ${organization}` : sql``}
    ), pending as materialized (
      select ${key} as key, pending.kind, ${month} as month, sum(pending.count)::int as count
      from delta pending join organization o on o.id = pending.organization_id where ${below} and ${pendingOnes} group by 1, 2, 3
    )
    select
      (select coalesce(json_agg(json_build_array(id, name, path, closed_on) order by rank, name_pinyin, id), '[]') from near) as near,
      (select coalesce(json_agg(json_build_array(key, kind, month, count)), '[]') from (
        select n.key, ${packed}, array_agg(kept.count) as count
        from near n cross join lateral (${keptOnes(which, byMonth)}) kept
        group by 1, ${byMonth ? sql`kept.kind collate "C"` : sql`kept.month collate "C"`}
      ) x) as rolled,
      (select coalesce(json_agg(json_build_array(p.key, p.kind, p.month, p.count)), '[]') from (
        select * from pending where key <> '' and ${sql.lit(parts)}
        union all select '', kind, month, count from pending
      ) p) as pending,
      ${recount ? sql`exists (select 1 from recount_year where year = ${recount.year} and as_of = ${door.today}::date)` : sql`true`} as kept,
      ${recount ? marked(below, recount.year) : sql`'[]'::json`} as marked,
      ${beside ?? sql`null`} as beside`.execute(door.db)
  if (!rows[0]) throw new Error('a select without a table answers one row')
  return rows[0]
}

const inMonths: InYear = (year) => sql`month between ${monthKey(year, 1)} and ${monthKey(year, 12)}`

/** Of a year those of one organization lie side by side, in an index of their own (`rollup_year`). */
const rolledUp: InYear = (year) => sql`(month = ${yearKey(year)} and month like 'Y%')`

const conditionOf = (
  which: CountsAsked['which'],
  alias: 'kept' | 'pending',
  inYear: InYear,
): RawBuilder<boolean> =>
  'kinds' in which
    ? sql`(${sql.ref(`${alias}.kind`)} = any (${[...which.kinds]}::text[]) and ${inYear(which.year)})`
    : which(alias, inYear)

/**
 * Kept counts of the organization `n`. Month by month each name is one look into the index: as a list the planner would
 * rather read every count; and so it would across the organizations, but for the offset.
 */
const keptOnes = (which: CountsAsked['which'], byMonth: boolean) =>
  'kinds' in which && byMonth
    ? sql`select r.* from unnest(${[...which.kinds]}::text[]) k (name) cross join lateral (
          select kind, month, count from rollup where organization_id = n.id and kind = k.name and ${inMonths(which.year)} offset 0
        ) r`
    : sql`select kind, month, count from rollup kept
        where organization_id = n.id and ${conditionOf(which, 'kept', byMonth ? inMonths : rolledUp)} offset 0`

/**
 * Of those marked, as many as are made anew one by one and one more. A group's people may decide what its branch owes, and
 * what it held may be the branch's in which it then stood, though it has gone elsewhere since.
 */
const marked = (below: RawBuilder<boolean>, year: number) => sql`(
  with changed as materialized (
    select o.id, o.kind, o.parent_id from (
      select m.organization_id from recount_mark m join organization o on o.id = m.organization_id where ${below} group by 1 limit ${MOST + 1}
    ) m join organization o on o.id = m.organization_id
  ), affected as materialized (
    select id from changed union select parent_id from changed where kind = 'group'
    union
    select h.parent_id from recount_mark m join organization g on g.id = m.organization_id and g.kind = 'group'
      join organization_history h on h.organization_id = g.id and h.parent_id <> g.parent_id
  )
  select coalesce(json_agg(json_build_array(o.id, o.path, c.counts)), '[]')
  from affected a join organization o on o.id = a.id
    left join own_count c on c.organization_id = o.id and c.starts_on = ${`${year}-01-01`}::date
  where ${below})`

interface Kept {
  path: string
  step: number
  found: Found
  counts: Map<string, Counts>
}

/** Puts what the state says now in the place of what is kept, where the two may differ. */
async function remake(
  door: Door,
  { recount, byMonth, parts }: CountsAsked & { parts: boolean },
  { path, step, found, counts }: Kept,
): Promise<void> {
  if (!recount) return
  const { from, prefix, year } = recount
  const whole = !found.kept || found.marked.length > MOST
  if (whole)
    for (const kinds of counts.values())
      for (const kind of kinds.keys()) if (kind.startsWith(prefix)) kinds.delete(kind)
  const ids = found.marked.map(([id]) => id)
  const scope = whole
    ? inSubtree('o.path', path)
    : sql<boolean>`(o.id = any (${ids}::uuid[]) or (o.kind = 'group' and o.parent_id = any (${ids}::uuid[])))`
  const places = whole ? await placesOf(door, scope) : found.marked
  const now = await from.count(door.db, { scope, year, today: door.today })
  const put = (child: string | undefined, own: OwnCounts, sign: 1 | -1) => {
    for (const [kind, numbers] of own)
      if (kind.startsWith(prefix))
        numbers.forEach((count, index) => {
          const month = byMonth ? monthKey(year, index + 1) : yearKey(year)
          add(counts, '', kind, month, sign * count)
          if (child) add(counts, child, kind, month, sign * count)
        })
  }
  for (const [id, at, last] of places) {
    const child = parts ? at.split('.')[step - 1] : undefined
    put(child, now.get(id) ?? new Map(), 1)
    if (last) put(child, new Map(Object.entries(last)), -1)
  }
}

async function placesOf({ db }: Door, scope: RawBuilder<boolean>): Promise<Place[]> {
  const { rows } = await sql<{ places: Place[] }>`
    select coalesce(json_agg(json_build_array(o.id, o.path, null)), '[]') as places from organization o where ${scope}`.execute(
    db,
  )
  return rows[0]?.places ?? []
}

/** All months of a kind. */
export const sumOf = (months: ReadonlyMap<string, number> | undefined): number =>
  [...(months?.values() ?? [])].reduce((sum, count) => sum + count, 0)

/** What stands in the organization itself: the whole without its parts. */
export function itself({ total: whole, parts }: PartCounts): Counts {
  const left = new Map([['', new Map([...whole].map(([kind, months]) => [kind, new Map(months)]))]])
  for (const { counts } of parts)
    for (const [kind, months] of counts)
      for (const [month, count] of months) add(left, '', kind, month, -count)
  return left.get('') ?? new Map()
}

function add(
  counts: Map<string, Counts>,
  key: string,
  kind: string,
  month: string,
  count: number,
): void {
  if (count === 0) return
  const kinds = counts.get(key) ?? new Map<string, Map<string, number>>()
  counts.set(key, kinds)
  const months = kinds.get(kind) ?? new Map<string, number>()
  kinds.set(kind, months)
  const sum = (months.get(month) ?? 0) + count
  if (sum === 0) months.delete(month)
  else months.set(month, sum)
}

/** Counts of an organization with all below it. */
export async function readTotal(door: Door, asked: CountsAsked): Promise<Counts> {
  const { counts } = await readCounts(door, { ...asked, parts: false })
  return counts.get('') ?? new Map()
}

/** The same, and of each direct child; and what was asked for beside. */
export async function readParts(
  door: Door,
  asked: CountsAsked,
): Promise<PartCounts & Pick<Found, 'beside'>> {
  const { counts, step, near, beside } = await readCounts(door, { ...asked, parts: true })
  const isPart = ([id]: Near) => id !== asked.organization
  return {
    beside,
    name: near.find((one) => !isPart(one))?.[1] ?? '',
    total: counts.get('') ?? new Map(),
    parts: near.filter(isPart).map(([id, name, path, closedOn]) => ({
      id,
      name,
      closedOn,
      counts: counts.get(path.split('.')[step - 1] ?? '') ?? new Map(),
    })),
  }
}
