import { sql, type RawBuilder } from 'kysely'
import { inSubtree, pathOf } from '#server/db/tree.ts'
import type { Door } from '#server/door.ts'
import { monthKey, type OwnCounts, type Recount } from './recount.ts'

/** Counts by kind and month 'YYYY-MM'. */
export type Counts = Map<string, Map<string, number>>

export interface PartCounts {
  /** The organization with all below it. */
  total: Counts
  /** Each direct child with all below it, closed ones too. */
  parts: ReadonlyMap<string, Counts>
}

interface Asked {
  organization: string
  /** Which counts, by the columns of this alias: `kind` and `month`. */
  where: (alias: string) => RawBuilder<boolean>
  /** Among them counts made from the state, of this year; those whose kind begins with `prefix`. */
  recount?: { from: Recount; prefix: string; year: number }
  /** Also of each direct child. */
  parts: boolean
}

/** More organizations than this are not made anew one by one beside what is kept. */
const MOST = 300

type Packed = [key: string, kind: string, month: string, count: number]
type Place = [id: string, path: string, last: Record<string, number[]> | null]
interface Found {
  rolled: Packed[]
  pending: Packed[]
  kept: boolean
  /** With what was last worked out for them, which is what the rollup and the pending hold. */
  marked: Place[]
}

/**
 * Counts of a scope: the rollup, what is pending, and what is marked made anew, in one snapshot. Takes as long
 * for thousands of organizations as for one, unless many are marked.
 */
export async function readParts(door: Door, asked: Asked): Promise<PartCounts> {
  const path = await pathOf(door, asked.organization)
  const step = path.split('.').length
  const found = await keptCounts(door, asked, path, step)
  const counts = new Map<string, Counts>()
  for (const [key, kind, month, count] of [...found.rolled, ...found.pending])
    add(counts, key, kind, month, count)
  if (asked.recount && (!found.kept || found.marked.length > 0))
    await remake(door, asked.recount, { path, step, found, counts })
  const total = counts.get('') ?? new Map<string, Map<string, number>>()
  counts.delete('')
  return { total, parts: await named(door, asked, step, counts) }
}

/** '' is the scope's own row; children go by their step of the path. */
async function keptCounts(
  door: Door,
  { organization, where, recount, parts }: Asked,
  path: string,
  step: number,
): Promise<Found> {
  const below = inSubtree('o.path', path)
  const key = sql`split_part(o.path, '.', ${step}::int)`
  const { rows } = await sql<Found>`
    with near as materialized (
      select o.id, case when o.id = ${organization} then '' else ${key} end as key from organization o
      where o.id = ${organization} ${parts ? sql`or o.parent_id = ${organization}` : sql``}
    ), pending as materialized (
      select ${key} as key, d.kind, d.month, sum(d.count)::int as count from delta d join organization o on o.id = d.organization_id
      where ${below} and ${where('d')} group by 1, 2, 3
    )
    select
      (select coalesce(json_agg(json_build_array(n.key, r.kind, r.month, r.count)), '[]')
        from near n join rollup r on r.organization_id = n.id where ${where('r')}) as rolled,
      (select coalesce(json_agg(json_build_array(p.key, p.kind, p.month, p.count)), '[]') from (
        select * from pending where key <> '' and ${sql.lit(parts)}
        union all select '', kind, month, count from pending
      ) p) as pending,
      ${recount ? sql`exists (select 1 from recount_year where year = ${recount.year})` : sql`true`} as kept,
      ${recount ? marked(door, below, recount.year) : sql`'[]'::json`} as marked`.execute(door.db)
  if (!rows[0]) throw new Error('a select without a table answers one row')
  return rows[0]
}

/**
 * Marked, or with somebody's state beginning or ending since the day of which the kept counts speak. A group's
 * people may decide what its branch owes.
 */
const marked = (door: Door, below: RawBuilder<boolean>, year: number) => sql`(
  with changed as (
    select organization_id from recount_mark
    union select s.organization_id from recount_year y join member_state s
      on (s.valid_from > y.as_of and s.valid_from <= ${door.today}::date) or (s.valid_to >= y.as_of and s.valid_to < ${door.today}::date)
      where y.as_of < ${door.today}::date
  ), affected as (
    select o.id from changed c join organization o on o.id = c.organization_id where ${below}
    union select o.parent_id from changed c join organization o on o.id = c.organization_id where o.kind = 'group' and ${below}
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
  { from, prefix, year }: NonNullable<Asked['recount']>,
  { path, step, found, counts }: Kept,
): Promise<void> {
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
          const month = monthKey(year, index + 1)
          add(counts, '', kind, month, sign * count)
          if (child) add(counts, child, kind, month, sign * count)
        })
  }
  for (const [id, at, last] of places) {
    const child = at.split('.')[step - 1]
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

/** What is left of a whole without its parts: what stands in the organization itself. */
export function less(whole: Counts, parts: Iterable<Counts>): Counts {
  const left = new Map([['', new Map([...whole].map(([kind, months]) => [kind, new Map(months)]))]])
  for (const part of parts)
    for (const [kind, months] of part)
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

/** By the children's ids instead of the steps of their paths. */
async function named(
  door: Door,
  { organization, parts }: Asked,
  step: number,
  counts: ReadonlyMap<string, Counts>,
): Promise<PartCounts['parts']> {
  if (!parts || counts.size === 0) return new Map()
  const children = await door.db
    .selectFrom('organization')
    .select(['id', 'path'])
    .where('parent_id', '=', organization)
    .orderBy('path')
    .execute()
  return new Map(
    children.flatMap(({ id, path }) => {
      const found = counts.get(path.split('.')[step - 1] ?? '')
      return found ? [[id, found] as const] : []
    }),
  )
}
