import { Kysely } from 'kysely'
import { isUnavailable } from '#server/db/failures.ts'
import { storedVersion } from '#server/db/migrate.ts'
import { singleSessionDialect } from '#server/db/singleSession.ts'
import type { Tables } from '#server/db/tables.ts'
import type { Env } from './env.ts'
import { openEmbedded } from './store/embedded.ts'
import { readEmptyStore } from './store/emptyStore.ts'
import { openPostgres } from './store/postgres.ts'
import type { StoreLog } from './store/storeLog.ts'

export interface Database {
  kind: 'embedded' | 'postgres'
  db: Kysely<Tables>
  readOnly(): boolean
  /** The version of its schema; another program may have brought a newer one. Rejects when the database does not answer. */
  schema(): Promise<number>
  /** After an import or the first load. */
  maintain(): Promise<void>
  /** The whole database, to be kept as a backup; PostgreSQL is backed up from outside, by its own tools. */
  dump?: () => Promise<Uint8Array>
  close(): Promise<void>
}

/**
 * PostgreSQL where DATABASE_URL names one, else the embedded store in the data folder. `onOpening` is called when
 * that folder is ours and its engine is being loaded by another thread.
 */
export async function openDatabase(
  env: Env,
  log: StoreLog,
  onOpening?: () => void,
): Promise<Database> {
  if (!env.DATABASE_URL) {
    const store = await openEmbedded({
      dataDir: env.DATA_DIR,
      log,
      snapshot: readEmptyStore,
      onOpening,
    })
    const db = new Kysely<Tables>({ dialect: singleSessionDialect(store.session) })
    return {
      kind: 'embedded',
      db,
      readOnly: store.readOnly,
      schema: () => storedVersion(db),
      maintain: store.maintain,
      dump: store.dump,
      close: store.close,
    }
  }
  const store = openPostgres({
    url: env.DATABASE_URL,
    poolSize: env.DATABASE_POOL,
    prepare: env.DATABASE_PREPARE,
    log,
  })
  await reachable(store.ping, log)
  return {
    kind: 'postgres',
    db: new Kysely<Tables>({ dialect: store.dialect }),
    readOnly: () => false,
    schema: store.schema,
    maintain: async () => undefined,
    close: store.close,
  }
}

const patience = 60_000

/** A server and its database often start together: wait a minute for it. */
async function reachable(ping: () => Promise<void>, log: StoreLog): Promise<void> {
  const until = Date.now() + patience
  for (;;) {
    try {
      await ping()
      return
    } catch (error) {
      if (!isUnavailable(error) || Date.now() > until) throw error
      log.warn({ error: String(error) }, 'PostgreSQL does not answer yet')
      await new Promise((resolve) => setTimeout(resolve, 1000))
    }
  }
}
