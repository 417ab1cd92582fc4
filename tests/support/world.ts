import { PGlite } from '@electric-sql/pglite'
import { Kysely, sql } from 'kysely'
import pg from 'pg'
import { newId } from '#domain/ids.ts'
import { migrate } from '#server/db/migrate.ts'
import { pgliteSession } from '#server/db/pgliteSession.ts'
import { singleSessionDialect } from '#server/db/singleSession.ts'
import type { Tables } from '#server/db/tables.ts'
import { sha256 } from '#server/http/digest.ts'
import { createHasher, weakest } from '#server/node/hasher.ts'
import { makeEmptyStore } from '#server/node/store/emptyStore.ts'
import { openPostgres } from '#server/node/store/postgres.ts'
import { createSecrets } from '#server/secrets.ts'
import type { World } from '#server/world.ts'

/** Tests stand at 10 o'clock of Monday 2026-11-23 in Shanghai unless they move the clock. */
export const testNow = '2026-11-23T02:00:00.000Z'

export interface TestWorld extends World {
  /** Moves the clock. */
  setNow(instant: string): void
  /** Warnings and errors that were logged; a test that expects none can say so. */
  logged: { level: string; fields: Record<string, unknown>; message: string }[]
  close(): Promise<void>
}

/** A world on the engine that TEST_STORE names, with an empty migrated schema of its own. */
export async function testWorld(): Promise<TestWorld> {
  const { db, close } =
    process.env.TEST_STORE === 'postgres' ? await onPostgres() : await onPglite()
  let now = new Date(testNow)
  const logged: TestWorld['logged'] = []
  const log = (level: string) => (fields: Record<string, unknown>, message: string) =>
    void logged.push({ level, fields, message })
  return {
    db,
    clock: () => new Date(now),
    setNow: (instant) => {
      now = new Date(instant)
    },
    hasher: createHasher(weakest),
    secrets: await createSecrets(new Uint8Array(32).fill(7)),
    sha256,
    log: { info: log('info'), warn: log('warn'), error: log('error') },
    store: { readOnly: () => false, isUnavailable: () => false },
    version: 'test',
    checkResponses: true,
    logged,
    close,
  }
}

let shared: Promise<Kysely<Tables>> | undefined

/**
 * One engine for all files of a worker (the API projects run unisolated): loading it takes seconds, emptying
 * it milliseconds. It ends with the worker's process.
 */
async function onPglite() {
  shared ??= loadPglite()
  const db = await shared
  await empty(db)
  return { db, close: async () => {} }
}

async function loadPglite(): Promise<Kysely<Tables>> {
  const pglite = await PGlite.create({
    loadDataDir: new Blob([new Uint8Array(await makeEmptyStore())]),
  })
  return new Kysely<Tables>({ dialect: singleSessionDialect(pgliteSession(pglite)) })
}

async function onPostgres() {
  const url = process.env.TEST_DATABASE_URL
  if (!url)
    throw new Error(
      'TEST_DATABASE_URL is not set: run `npm test`, which starts a PostgreSQL for the tests.',
    )
  const name = `t_${newId().replaceAll('-', '')}`
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query(`create database ${name}`)
  const own = new URL(url)
  own.pathname = `/${name}`
  const postgres = openPostgres({
    url: own.href,
    poolSize: 4,
    log: { info() {}, warn() {}, error() {} },
  })
  const db = new Kysely<Tables>({ dialect: postgres.dialect })
  await migrate(db, testNow)
  return {
    db,
    close: async () => {
      await db.destroy()
      await admin.query(`drop database if exists ${name} with (force)`)
      await admin.end()
    },
  }
}

/** Back to the migrated, empty state. */
export async function empty(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{
    tablename: string
  }>`select tablename from pg_tables where schemaname = 'public' and tablename not in ('migration', 'locks')`.execute(
    db,
  )
  await sql.raw(`truncate ${rows.map(({ tablename }) => `"${tablename}"`).join(', ')}`).execute(db)
  await db
    .insertInto('installation')
    .values({ bureau_name: '测试市行政审批局', set_up_at: testNow })
    .execute()
}
