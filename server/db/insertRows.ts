import { sql, type Insertable, type Transaction } from 'kysely'
import { ahead } from './ahead.ts'
import type { Tables } from './tables.ts'

/**
 * Inserts rows of one shape, as many as there are people: all of them are one parameter. With a parameter for each
 * value a statement ends at 65,535, which is 8,191 rows of eight columns. Not for columns of json, whose values are
 * text already. They go ahead.
 */
export async function insertRows<Name extends keyof Tables>(
  db: Transaction<Tables>,
  table: Name,
  rows: readonly Insertable<Tables[Name]>[],
): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)))
  await sql`
    insert into ${sql.table(table)} (${columns})
    select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json) ${ahead}`.execute(
    db,
  )
}
