import { Kysely } from 'kysely'
import { singleSessionDialect } from '#server/db/singleSession.ts'
import type { Tables } from '#server/db/tables.ts'
import { openEmbedded } from '#server/node/store/embedded.ts'

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** The embedded database of a folder that no server has open, to look into it. */
export async function openStore(dataDir: string) {
  const store = await openEmbedded({ dataDir, log: quiet, statementTimeout: 600_000 })
  const db = new Kysely<Tables>({ dialect: singleSessionDialect(store.session) })
  return { db, maintain: store.maintain, close: () => db.destroy() }
}
