import { sql, type RawBuilder, type Transaction } from 'kysely'
import type { Tables } from '#server/db/tables.ts'

export interface Listing<Row> {
  /** Columns under the names of the row's schema. */
  columns: RawBuilder<Row>
  /** Table and joins; to be counted with `where` as well. */
  from: RawBuilder<unknown>
  where: readonly RawBuilder<unknown>[]
  /** Down to a unique column, or a row could come on two pages. */
  order: RawBuilder<unknown>
}

/** An instant as the driver reads it elsewhere. */
export const instantText = (instant: RawBuilder<unknown>): RawBuilder<string | null> =>
  sql`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/**
 * One page of a list and the number of all rows, in one statement and therefore one snapshot. Rows come through JSON:
 * days are text as everywhere; an instant must be selected as text (`instantText`).
 */
export async function pageOf<Row>(
  db: Transaction<Tables>,
  { columns, from, where, order }: Listing<Row>,
  { page, size }: { page: number; size: number },
): Promise<{ rows: Row[]; total: number; page: number; size: number }> {
  const all = where.length > 0 ? sql.join([...where], sql` and `) : sql`true`
  const { rows } = await sql<{ rows: Row[]; total: number }>`
    select (select count(*) from ${from} where ${all})::int as total,
      (select coalesce(json_agg(listed), '[]') from (
        select ${columns} from ${from} where ${all} order by ${order} limit ${size} offset ${(page - 1) * size}
      ) listed) as rows`.execute(db)
  const [found] = rows
  return { rows: found?.rows ?? [], total: found?.total ?? 0, page, size }
}
