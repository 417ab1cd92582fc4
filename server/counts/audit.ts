import { sql, type Kysely, type Transaction } from 'kysely'
import type { Tables } from '#server/db/tables.ts'
import { monthAndYear, yearKey } from './fold.ts'
import { countedAll, heldMeetings, ofSources, yearsOf } from './sources.ts'

/** As much as one transaction looks at: others write and read in between. */
export interface Slice {
  ids: readonly string[]
  year: number
}

/** All organizations, some at a time, each with every year that anything speaks of. By id, which no move changes. */
export async function* slices(db: Kysely<Tables>, atATime: number): AsyncGenerator<Slice> {
  const years = await inOneSnapshot(db, yearsOf)
  let last: string | null = null
  for (;;) {
    const ids = await following(db, last, atATime)
    if (ids.length > 0) for (const year of years) yield { ids, year }
    if (ids.length < atATime) return
    last = ids.at(-1) ?? null
  }
}

async function following(
  db: Kysely<Tables>,
  last: string | null,
  atMost: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom('organization')
    .select('id')
    .where(sql<boolean>`${last}::uuid is null or id > ${last}::uuid`)
    .orderBy('id')
    .limit(atMost)
    .execute()
  return rows.map(({ id }) => id)
}

/** Condition on an organization's id. */
export const among = ({ ids }: Slice) => sql`= any (${[...ids]}::uuid[])`

/**
 * `cells` (organization_id, kind, month, count, minutes): what the counts of the organizations of a slice lack, themselves
 * alone, by month and by year. What the rollup says of an organization itself is its row less its children's; with what
 * is pending that is what the records say, and where it is so for all, it is so for every sum. Parts of a `with`.
 */
export const lacking = (slice: Slice) => {
  const { year } = slice
  const months = sql`month between ${`${year}-01`} and ${`${year}-12`}`
  const ofYear = sql`${ofSources} and (${months} or month = ${yearKey(year)})`
  return sql`counted as (
    select organization_id, kind, ${monthAndYear('month')} as month, count, minutes
    from (${countedAll(year)}) c where organization_id ${among(slice)}
  ), stored as (
    select organization_id, kind, month, count, minutes from rollup where organization_id ${among(slice)} and ${ofYear}
    union all
    select o.parent_id, kind, month, -count, -minutes
    from (select id, parent_id from organization where parent_id ${among(slice)}) o
      join rollup on organization_id = o.id
    where ${ofYear}
    union all
    select organization_id, kind, ${monthAndYear('month')}, count, minutes
    from delta where organization_id ${among(slice)} and ${ofSources} and ${months}
  ), cells as (
    select organization_id, kind, month, sum(count) as count, sum(minutes) as minutes
    from (
      select * from counted union all select organization_id, kind, month, -count, -minutes from stored
    ) x
    group by 1, 2, 3 having sum(count) <> 0 or sum(minutes) <> 0
  )`
}

export interface WrongCount {
  organizationId: string
  kind: string
  /** 'YYYY-MM', or a year as the rollup keeps it (`yearKey`). */
  month: string
  /** What the records say, less what is kept, of the organization alone. */
  lacks: number
}

/** Counts that differ from the records: none, or something wrote a record and not its counts. */
export function auditCounts(db: Kysely<Tables>, slice: Slice): Promise<WrongCount[]> {
  return inOneSnapshot(db, async (transaction) => {
    const { rows } = await sql<WrongCount>`
      with ${lacking(slice)}
      select organization_id as "organizationId", kind, month, count::int as lacks from cells order by 1, 2, 3`.execute(
      transaction,
    )
    return rows
  })
}

export interface WrongHeld {
  organizationId: string
  year: number
  duty: string
}

/** The rows of `held` that differ from the meetings. */
export function auditHeld(db: Kysely<Tables>, slice: Slice): Promise<WrongHeld[]> {
  const numbers = (table: string, column: string) =>
    sql`coalesce(${sql.ref(`${table}.${column}`)}, array_fill(0, array[12]))`
  const same = (column: string) => sql`${numbers('s', column)} = ${numbers('c', column)}`
  return inOneSnapshot(db, async (transaction) => {
    const { rows } = await sql<WrongHeld>`
      select organization_id as "organizationId", year, duty
      from (select * from held where year = ${slice.year} and organization_id ${among(slice)}) s
        full join (select * from (${heldMeetings(slice.year)}) h where organization_id ${among(slice)}) c
        using (year, organization_id, duty)
      where not (${same('held')} and ${same('late')} and ${same('awaiting')})
      order by organization_id, duty`.execute(transaction)
    return rows
  })
}

/** What is kept and what it is made from are changed in one transaction: seen together, they agree. */
export const inOneSnapshot = <Result>(
  db: Kysely<Tables>,
  read: (transaction: Transaction<Tables>) => Promise<Result>,
): Promise<Result> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (transaction) => {
      await patience(transaction)
      return read(transaction)
    })

/** What nobody waits for may take longer than what somebody does. */
const patience = (transaction: Transaction<Tables>) =>
  sql`set local statement_timeout = '120s'`.execute(transaction)
