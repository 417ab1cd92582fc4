import { sql, type Kysely, type Transaction } from 'kysely'
import { migrations } from './migrations/index.ts'
import { sha256 } from '#server/digest.ts'
import type { Tables } from './tables.ts'

/** A statement ends with a semicolon at the end of a line; bodies between $$ stay on one line. */
const statements = (script: string): string[] =>
  script.split(/;[ \t]*\n/).filter((statement) => statement.trim() !== '')

export interface MigrationReport {
  from: number
  to: number
}

/**
 * A migration may take as long as the store is large: no limit of a statement stops it, neither the database's own,
 * which the transaction lifts, nor those of the stores, which know the text by its end.
 */
const patient = '/* patient */'
export const isPatient = (text: string): boolean => text.endsWith(patient)

const withPatience = <Result>(
  db: Kysely<Tables>,
  work: (transaction: Transaction<Tables>) => Promise<Result>,
): Promise<Result> =>
  db.transaction().execute(async (transaction) => {
    await sql`set local statement_timeout = 0`.execute(transaction)
    // Another server may be at it.
    await sql.raw(`select pg_advisory_xact_lock(7261) ${patient}`).execute(transaction)
    return work(transaction)
  })

/**
 * Brings the schema to the newest version: each migration in one transaction with its own record,
 * all under one advisory lock, so that two servers starting at once do it once.
 *
 * @throws when the database is newer than this program, or when a landed migration was edited.
 */
export async function migrate(db: Kysely<Tables>, now: string): Promise<MigrationReport> {
  await withPatience(db, async (transaction) => {
    await sql`create table if not exists migration (version int primary key, name text not null, checksum text not null, applied_at timestamptz not null)`.execute(
      transaction,
    )
  })
  let from = 0
  for (const migration of migrations) {
    const checksum = await sha256(migration.sql)
    await withPatience(db, async (transaction) => {
      const { rows } = await sql<{
        checksum: string
      }>`select checksum from migration where version = ${migration.version}`.execute(transaction)
      const landed = rows[0]
      if (landed) {
        if (landed.checksum !== checksum)
          throw new Error(
            `Migration ${migration.version} (${migration.name}) was edited after it had been applied.`,
          )
        from = migration.version
        return
      }
      for (const statement of statements(migration.sql))
        await sql.raw(`${statement} ${patient}`).execute(transaction)
      await sql`insert into migration values (${migration.version}, ${migration.name}, ${checksum}, ${now})`.execute(
        transaction,
      )
    })
  }
  const stored = await storedVersion(db)
  if (stored > newest)
    throw new Error(
      `The database has schema version ${stored}; this program knows ${newest}. Start a newer program.`,
    )
  return { from, to: newest }
}

/** The schema that this program knows. */
export const newest = Math.max(0, ...migrations.map(({ version }) => version))

/** Whether `migrate` will change a database that holds something. */
export async function isBehind(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql<{
    there: boolean
  }>`select to_regclass('migration') is not null as there`.execute(db)
  if (!rows[0]?.there) return false
  const stored = await storedVersion(db)
  return stored > 0 && stored < newest
}

/** The schema of a database that has been migrated. */
export async function storedVersion(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{
    version: number | null
  }>`select max(version) as version from migration`.execute(db)
  return rows[0]?.version ?? 0
}
