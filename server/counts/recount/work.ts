import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely'
import { yearOf, type Day } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { inOneSnapshot, type Slice } from '#server/counts/audit.ts'
import { insertRows } from '#server/db/insertRows.ts'
import { lock } from '#server/db/tree.ts'
import type { Tables } from '#server/db/tables.ts'
import { monthKey, type OwnCounts, type Recount } from './recount.ts'

/** Organizations at a time: each transaction stays within what a statement may take. */
const BATCH = 100

/**
 * Works off the marks: makes the counts of the marked organizations anew and writes what changed as deltas.
 * What is written meanwhile leaves marks of its own, which stay for the next time.
 *
 * @returns how many organizations were counted
 */
export function recount(
  db: Kysely<Tables>,
  recounts: readonly Recount[],
  today: Day,
): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    const waiting = await transaction
      .selectFrom('recount_mark')
      .select('id')
      .limit(1)
      .executeTakeFirst()
    if (!waiting) return 0
    await lock(transaction, 'recount')
    const ids = await takeMarks(transaction)
    // Another server has worked them off while this one waited.
    if (ids.length === 0) return 0
    const { rows: years } = await sql<{ year: number }>`select year from recount_year`.execute(
      transaction,
    )
    const scope = withGroups(ids)
    for (const { year } of years) {
      const own = await ownCounts(transaction, recounts, { scope, year, today })
      await replace(transaction, ids, year, own)
    }
    return ids.length
  })
}

/** Condition on `o`: what a branch owes, its groups' people may decide. */
const withGroups = (ids: readonly string[]) =>
  sql<boolean>`(o.id = any (${[...ids]}::uuid[]) or (o.kind = 'group' and o.parent_id = any (${[...ids]}::uuid[])))`

/**
 * A group's people may decide what its branch owes, and what the group held may be the branch's in which it then stood: so
 * every branch that it has stood in is counted with it.
 */
async function takeMarks(db: Transaction<Tables>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with chosen as (
      select distinct organization_id from recount_mark limit ${BATCH}
    ), taken as (
      delete from recount_mark where organization_id in (select organization_id from chosen) returning organization_id
    )
    select o.id from organization o where o.id in (select organization_id from taken)
    union
    select h.parent_id from organization o join organization_history h on h.organization_id = o.id
    where o.kind = 'group' and h.parent_id is not null and o.id in (select organization_id from taken)`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

async function ownCounts(
  db: Transaction<Tables>,
  recounts: readonly Recount[],
  asked: { scope: RawBuilder<boolean>; year: number; today: Day },
): Promise<Map<string, OwnCounts>> {
  const all = new Map<string, OwnCounts>()
  for (const { count } of recounts)
    for (const [id, counts] of await count(db, asked))
      all.set(id, new Map([...(all.get(id) ?? []), ...counts]))
  return all
}

interface Delta {
  id: string
  organization_id: string
  kind: string
  month: string
  count: number
}

async function replace(
  db: Transaction<Tables>,
  ids: readonly string[],
  year: number,
  own: ReadonlyMap<string, OwnCounts>,
): Promise<void> {
  const startsOn = `${year}-01-01`
  const before = await db
    .selectFrom('own_count')
    .select(['organization_id', 'counts'])
    .where('organization_id', 'in', [...ids])
    .where('starts_on', '=', startsOn)
    .execute()
  const last = new Map(before.map((row) => [row.organization_id, row.counts]))
  const deltas = ids.flatMap((id) =>
    changes(id, year, last.get(id) ?? {}, own.get(id) ?? new Map()),
  )
  await insertRows(db, 'delta', deltas)
  await putOwn(db, startsOn, new Map(ids.map((id) => [id, own.get(id) ?? new Map()])))
}

const months = Array.from({ length: 12 }, (_, index) => index)

function changes(
  organization_id: string,
  year: number,
  last: Record<string, number[]>,
  now: OwnCounts,
): Delta[] {
  const kinds = new Set([...Object.keys(last), ...now.keys()])
  return [...kinds].flatMap((kind) =>
    months.flatMap((index) => {
      const count = (now.get(kind)?.[index] ?? 0) - (last[kind]?.[index] ?? 0)
      if (count === 0) return []
      return [{ id: newId(), organization_id, kind, month: monthKey(year, index + 1), count }]
    }),
  )
}

async function putOwn(
  db: Transaction<Tables>,
  startsOn: Day,
  own: ReadonlyMap<string, OwnCounts>,
): Promise<void> {
  const rows = [...own].map(([id, counts]) => ({ id, counts: Object.fromEntries(counts) }))
  await sql`
    insert into own_count (organization_id, starts_on, counts)
    select id, ${startsOn}::date, counts from json_to_recordset(${JSON.stringify(rows)}::json) as o (id uuid, counts jsonb)
    on conflict (organization_id, starts_on) do update set counts = excluded.counts`.execute(db)
}

const keptYears = (today: Day): number[] => [yearOf(today) - 1, yearOf(today)]

/** Whether the years that are kept are kept as of this day. */
async function isTurned(db: Transaction<Tables>, today: Day): Promise<boolean> {
  const { rows } = await sql<{ year: number; asOf: Day }>`
    select year, as_of as "asOf" from recount_year`.execute(db)
  return (
    rows.every(({ asOf }) => asOf === today) &&
    keptYears(today).every((year) => rows.some((row) => row.year === year))
  )
}

/**
 * Once a day: keeps this year and the one before it, and marks everything of a year that is new, and the
 * organizations in which somebody's state began or ended since.
 *
 * @param first what else has to be done on a new day, before anything is counted
 * @returns whether the day is new
 */
export function turnDay(
  db: Kysely<Tables>,
  today: Day,
  first: (db: Transaction<Tables>) => Promise<unknown>,
): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    if (await isTurned(transaction, today)) return false
    await lock(transaction, 'recount')
    // Another server may have done it meanwhile.
    if (await isTurned(transaction, today)) return false
    await first(transaction)
    const years = keptYears(today)
    const stand = await transaction.selectFrom('recount_year').select('year').execute()
    if (years.some((year) => !stand.some((row) => row.year === year)))
      await sql`insert into recount_mark (id, organization_id) select gen_random_uuid(), id from organization`.execute(
        transaction,
      )
    else
      await sql`
        insert into recount_mark (id, organization_id)
        select gen_random_uuid(), s.organization_id from member_state s, (select min(as_of) as as_of from recount_year) y
        where (s.valid_from > y.as_of and s.valid_from <= ${today}::date) or (s.valid_to >= y.as_of and s.valid_to < ${today}::date)
        group by s.organization_id`.execute(transaction)
    for (const year of years)
      await sql`
        insert into recount_year (year, as_of) values (${year}, ${today}::date)
        on conflict (year) do update set as_of = excluded.as_of`.execute(transaction)
    // An older year is seldom asked for: then it is made anew.
    await sql`delete from recount_year where year < ${yearOf(today) - 1}`.execute(transaction)
    return true
  })
}

/**
 * Repair, and first filling of a large store: everything at once. `rebuildCounts` then sums it up.
 */
export function rebuildOwn(
  db: Kysely<Tables>,
  recounts: readonly Recount[],
  today: Day,
): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    await sql`set local statement_timeout = '120s'`.execute(transaction)
    await lock(transaction, 'recount')
    await sql`delete from recount_mark`.execute(transaction)
    await sql`delete from own_count`.execute(transaction)
    for (const year of keptYears(today)) {
      const own = await ownCounts(transaction, recounts, { scope: sql<boolean>`true`, year, today })
      await putOwn(transaction, `${year}-01-01`, own)
      await sql`
        insert into recount_year (year, as_of) values (${year}, ${today}::date)
        on conflict (year) do update set as_of = excluded.as_of`.execute(transaction)
    }
  })
}

/**
 * Organizations of a slice whose kept counts are not what the state says, though nothing is marked: none, or a writer left
 * no mark. A year that is not kept, or not yet as of today, is nobody's to judge.
 */
export function auditOwn(
  db: Kysely<Tables>,
  recounts: readonly Recount[],
  today: Day,
  { ids, year }: Slice,
): Promise<string[]> {
  return inOneSnapshot(db, async (transaction) => {
    const { rows } = await sql<{ id: string; counts: Record<string, number[]> | null }>`
      select o.id, c.counts from organization o
        join recount_year y on y.year = ${year} and y.as_of = ${today}::date
        left join own_count c on c.organization_id = o.id and c.starts_on = ${`${year}-01-01`}::date
      where o.id = any (${[...ids]}::uuid[]) and not exists (
        select 1 from recount_mark m join organization g on g.id = m.organization_id
        where g.id = o.id or exists (
          select 1 from organization_history h where h.organization_id = g.id and h.parent_id = o.id))`.execute(
      transaction,
    )
    if (rows.length === 0) return []
    const scope = withGroups(rows.map(({ id }) => id))
    const now = await ownCounts(transaction, recounts, { scope, year, today })
    return rows
      .filter(
        ({ id, counts }) => changes(id, year, counts ?? {}, now.get(id) ?? new Map()).length > 0,
      )
      .map(({ id }) => id)
  })
}
