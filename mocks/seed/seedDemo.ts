import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import type { Tables } from '#server/db/tables.ts'
import type { World } from '#server/world.ts'
import { demoTables } from './demo.ts'
import type { SeedTable } from './demo.ts'

/**
 * Fills an empty, migrated store with the fictional 某市行政审批局, in one transaction. Its accounts
 * have no passwords: a demo store signs in with one click.
 */
export async function seedDemo(
  db: Kysely<Tables>,
  { secrets }: Pick<World, 'secrets'>,
): Promise<void> {
  const tables = await demoTables(secrets)
  await db.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('installation').execute()
    for (const table of tables) await insert(transaction, table)
  })
}

const batch = 2_000

/** Rows as one JSON parameter per batch: a thousand times fewer parameters than values, and no limit on them. */
async function insert(db: Transaction<Tables>, { table, rows }: SeedTable): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)))
  for (let from = 0; from < rows.length; from += batch) {
    const json = JSON.stringify(rows.slice(from, from + batch))
    await sql`insert into ${sql.table(table)} (${columns})
      select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${json}::json)`.execute(
      db,
    )
  }
}
