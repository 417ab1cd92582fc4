import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely'
import type { Tables } from '#server/db/tables.ts'
import { ancestorPaths, monthAndYear, yearKey } from './fold.ts'
import { countedAll, heldMeetings, ofSources, yearsOf } from './sources.ts'

export interface WrongCount {
  organizationId: string
  kind: string
  /** 'YYYY-MM', or a year as the rollup keeps it (`yearKey`). */
  month: string
  /** Rollup and pending together, as a reader is told. */
  stored: number
  /** Counted anew from the records. */
  counted: number
}

/**
 * Recomputes the counts of every organization, with all below it, from the records and answers the
 * cells that differ: none, or something wrote a record and not its counts. Year by year, in one snapshot.
 */
export function auditCounts(db: Kysely<Tables>, atMost = 1_000): Promise<WrongCount[]> {
  return yearByYear(db, atMost, (year) => {
    const months = sql`month between ${`${year}-01`} and ${`${year}-12`}`
    const ofYear = sql`${ofSources} and (month = ${yearKey(year)} or ${months})`
    return sql<WrongCount>`
      with counted as (${inclusive(countedAll(year))}), stored as (
        select organization_id, kind, month, sum(count)::bigint as count, sum(minutes)::bigint as minutes
        from (
          select organization_id, kind, month, count, minutes from rollup where ${ofYear}
          union all
          (${inclusive(sql`select organization_id, kind, month, count, minutes from delta where ${ofSources} and ${months}`)})
        ) s group by organization_id, kind, month
      )
      select organization_id as "organizationId", kind, month, coalesce(s.count, 0) as stored, coalesce(c.count, 0) as counted
      from stored s full join counted c using (organization_id, kind, month)
      where coalesce(s.count, 0) <> coalesce(c.count, 0) or coalesce(s.minutes, 0) <> coalesce(c.minutes, 0)
      order by organization_id, kind, month limit ${atMost}`
  })
}

/** Rows of own counts, summed up to every organization above them, by month and by year. */
const inclusive = (own: RawBuilder<unknown>) => sql`
  with tree as materialized (
    select o.id, a.id as above from organization o join organization a on a.path = any (${ancestorPaths('o.path')})
  )
  select tree.above as organization_id, x.kind, x.month, sum(x.count)::bigint as count, sum(x.minutes)::bigint as minutes
  from (
    select organization_id, kind, ${monthAndYear('month')} as month, count, minutes from (${own}) own
  ) x join tree on tree.id = x.organization_id
  group by tree.above, x.kind, x.month`

export interface WrongHeld {
  organizationId: string
  year: number
  duty: string
}

/** The rows of `held` that differ from the meetings. */
export function auditHeld(db: Kysely<Tables>, atMost = 1_000): Promise<WrongHeld[]> {
  const numbers = (table: string, column: string) =>
    sql`coalesce(${sql.ref(`${table}.${column}`)}, array_fill(0, array[12]))`
  const same = (column: string) => sql`${numbers('s', column)} = ${numbers('c', column)}`
  return yearByYear(
    db,
    atMost,
    (year) => sql<WrongHeld>`
      select organization_id as "organizationId", year, duty
      from (select * from held where year = ${year}) s full join (${heldMeetings(year)}) c using (year, organization_id, duty)
      where not (${same('held')} and ${same('late')} and ${same('awaiting')})
      order by organization_id, duty limit ${atMost}`,
  )
}

function yearByYear<Row>(
  db: Kysely<Tables>,
  atMost: number,
  query: (year: number) => RawBuilder<Row>,
): Promise<Row[]> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (transaction) => {
      await patience(transaction)
      const found: Row[] = []
      for (const year of await yearsOf(transaction)) {
        if (found.length >= atMost) break
        found.push(...(await query(year).execute(transaction)).rows)
      }
      return found.slice(0, atMost)
    })
}

/** A year of half a million meetings takes longer than a request may. */
export const patience = (transaction: Transaction<Tables>) =>
  sql`set local statement_timeout = '120s'`.execute(transaction)
