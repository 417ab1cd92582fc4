import { Kysely } from 'kysely'
import { migrate } from '#server/db/migrate.ts'
import type { Tables } from '#server/db/tables.ts'
import { openPostgres } from '#server/node/store/postgres.ts'
import { seedLarge } from '#mocks/seed/large.ts'
import { postgres } from '#tests/faults/machine.ts'
import { dataFolder } from '#tests/faults/server.ts'
import { openStore } from '#tests/faults/store.ts'

/** A server takes a store that holds something by its key only; what is filled here has no encrypted values. */
export const DATA_KEY = '0'.repeat(64)

export interface Sizes {
  organizations: number
  members: number
  meetings: number
  services?: number
}

/** The bureau that the targets speak of, and a small one to see that a bench runs at all. */
export const bureau: Sizes = { organizations: 5_000, members: 100_000, meetings: 260_000 }
export const smallBureau: Sizes = { organizations: 500, members: 2_000, meetings: 3_000 }

/** What a server needs to run on a store that is filled, and how the store is let go. */
export interface Filled {
  env: { DATA_DIR: string; DATA_KEY: string; DATABASE_URL?: string }
  /** Seconds that making it took. */
  seconds: number
  stop: () => Promise<void>
}

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** The database of `url` as the server has it, without a limit for a statement. */
export function openUrl(url: string): Kysely<Tables> {
  const store = openPostgres({ url, poolSize: 2, log: quiet, statementTimeout: 0 })
  return new Kysely<Tables>({ dialect: store.dialect })
}

/** A PostgreSQL of our own, with fsync, that holds a large tree. */
export async function filledPostgres(sizes: Sizes): Promise<Filled & { url: string }> {
  const since = performance.now()
  const { url, stop } = await postgres({ durable: true })
  const db = openUrl(url)
  await fill(db, sizes)
  await db.destroy()
  return {
    url,
    env: { DATA_DIR: dataFolder(), DATA_KEY, DATABASE_URL: url },
    seconds: passed(since),
    stop,
  }
}

/** An embedded store in a folder of its own that holds a large tree. */
export async function filledEmbedded(sizes: Sizes): Promise<Filled> {
  const since = performance.now()
  const folder = dataFolder()
  const { db, maintain, close } = await openStore(folder)
  await fill(db, sizes)
  await maintain()
  await close()
  return {
    env: { DATA_DIR: folder, DATA_KEY },
    seconds: passed(since),
    stop: async () => undefined,
  }
}

async function fill(db: Kysely<Tables>, sizes: Sizes): Promise<void> {
  await migrate(db, new Date().toISOString())
  await seedLarge(db, sizes)
}

const passed = (since: number): number => Math.round((performance.now() - since) / 1000)
