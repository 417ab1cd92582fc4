import { hash } from 'node:crypto'
import { PGlite } from '@electric-sql/pglite'
import { Kysely, sql } from 'kysely'
import pg from 'pg'
import { migrate } from '#server/db/migrate.ts'
import { pgliteSession } from '#server/db/pgliteSession.ts'
import { singleSessionDialect } from '#server/db/singleSession.ts'
import type { Tables } from '#server/db/tables.ts'
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
}

/** A world on the engine that TEST_STORE names, with an empty migrated schema. */
export async function testWorld(): Promise<TestWorld> {
  shared ??= process.env.TEST_STORE === 'postgres' ? loadPostgres() : loadPglite()
  const db = await shared
  await empty(db)
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
    sha256: (text) => hash('sha256', text),
    log: { info: log('info'), warn: log('warn'), error: log('error') },
    store: { readOnly: () => false, isUnavailable: () => false },
    version: 'test',
    plainHttp: false,
    checkResponses: true,
    logged,
  }
}

/**
 * One database for all files of a worker (the projects that use it run unisolated): to make one takes a second,
 * to empty it milliseconds. It ends with the worker's process.
 */
let shared: Promise<Kysely<Tables>> | undefined

async function loadPglite(): Promise<Kysely<Tables>> {
  const pglite = await PGlite.create({
    loadDataDir: new Blob([new Uint8Array(await makeEmptyStore())]),
  })
  return new Kysely<Tables>({ dialect: singleSessionDialect(pgliteSession(pglite)) })
}

/** The worker's own, made anew in place of what an earlier run left. */
async function loadPostgres(): Promise<Kysely<Tables>> {
  const url = process.env.TEST_DATABASE_URL
  if (!url)
    throw new Error(
      'TEST_DATABASE_URL is not set: run `npm test`, which starts a PostgreSQL for the tests.',
    )
  const name = `six_chains_test_${process.env.VITEST_POOL_ID}`
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query(`drop database if exists ${name} with (force)`)
  await admin.query(`create database ${name}`)
  await admin.end()
  const own = new URL(url)
  own.pathname = `/${name}`
  const { dialect } = openPostgres({
    url: own.href,
    poolSize: 4,
    log: { info() {}, warn() {}, error() {} },
  })
  const db = new Kysely<Tables>({ dialect })
  await migrate(db, testNow)
  return db
}

/**
 * Back to the migrated, empty state. Only where there is something, and by delete: to truncate takes new files
 * for each table and index, fifty milliseconds in all. As a replica, neither foreign keys nor triggers ask.
 */
export async function empty(db: Kysely<Tables>): Promise<void> {
  await sql`do $$
    declare filled regclass;
    begin
      set local session_replication_role = replica;
      for filled in
        select oid from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
          and relname not in ('migration', 'locks') and pg_relation_size(oid) > 0
      loop
        execute format('delete from %s', filled);
      end loop;
    end $$`.execute(db)
  await db
    .insertInto('installation')
    .values({ bureau_name: '测试市行政审批局', set_up_at: testNow })
    .execute()
}
