import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Kysely, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isTooSlow, isUnavailable } from '#server/db/failures.ts'
import { singleSessionDialect } from '#server/db/singleSession.ts'
import { openEmbedded } from './embedded.ts'
import type { EmbeddedOptions, EmbeddedStore } from './embedded.ts'

/** A new database takes 5 s on a quiet machine and several times that on a busy one. */
const CREATE_LIMIT = 120_000
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
const root = mkdtempSync(path.join(tmpdir(), 'six-chains-embedded-'))
const template = path.join(root, 'template')
const open: EmbeddedStore[] = []
let newInMs = 0

/** A store on a copy of the template, or in a folder of its own. */
async function store(name: string, options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedStore> {
  const dataDir = path.join(root, name)
  if (!existsSync(dataDir)) cpSync(template, dataDir, { recursive: true })
  const opened = await openEmbedded({ dataDir, log: quiet, ...options })
  open.push(opened)
  return opened
}

const dbOf = ({ session }: EmbeddedStore): Kysely<{ note: { text: string } }> =>
  new Kysely({ dialect: singleSessionDialect(session) })
const countOf = async ({ session }: EmbeddedStore): Promise<unknown> =>
  (await session.query('select count(*) as n from note', [])).rows[0]?.n
const caught = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no error',
    (error: unknown) => error,
  )
/** Runs for ever; only the end of the thread stops it. */
const ENDLESS =
  'select count(*) from generate_series(1, 1000000000) a, generate_series(1, 1000000000) b'

beforeAll(async () => {
  mkdirSync(template)
  const first = await openEmbedded({ dataDir: template, log: quiet })
  newInMs = first.stats().openedInMs
  await first.session.exec('create table note (text text not null)')
  await first.close()
}, CREATE_LIMIT)
afterAll(async () => {
  for (const opened of open) await opened.close()
  rmSync(root, { recursive: true, force: true })
})

test('an existing database opens much faster than a new one, with fsync on, and keeps its rows', async () => {
  const first = await store('plain')
  await first.session.query('insert into note values ($1)', ['kept'])
  await first.close()
  const second = await store('plain')
  expect(await countOf(second)).toBe(1)
  // Under 1.5 s on a quiet machine; a busy one slows both alike.
  expect(second.stats().openedInMs).toBeLessThan(newInMs * 0.6)
  const { rows } = await second.session.query(
    "select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'wal_sync_method', 'random_page_cost') order by 1",
    [],
  )
  expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
    fsync: 'on',
    full_page_writes: 'on',
    random_page_cost: '1.1',
    synchronous_commit: 'on',
    wal_sync_method: 'fsync',
  })
})

test('a second opening of the folder is refused', async () => {
  await store('twice')
  await expect(
    openEmbedded({ dataDir: path.join(root, 'twice'), log: quiet }),
  ).rejects.toMatchObject({ name: 'FolderInUse', pid: process.pid })
})

test('a statement beyond its limit ends with a restart, its transaction is lost whole, and work goes on', async () => {
  const slow = await store('slow', { statementTimeout: 500, settings: "set app.colour = 'red'" })
  const db = dbOf(slow)
  const since = performance.now()
  let tooLong: unknown
  let after: unknown
  const lost = db.transaction().execute(async (trx) => {
    await trx.insertInto('note').values({ text: 'before' }).execute()
    tooLong = await caught(sql.raw(ENDLESS).execute(trx))
    after = await caught(trx.insertInto('note').values({ text: 'after' }).execute())
  })
  const next = db.insertInto('note').values({ text: 'next' }).execute()
  const error = await caught(lost)
  expect(error).toMatchObject({ name: 'StoreRestarted', code: '57P01' })
  expect([isTooSlow(tooLong), isUnavailable(tooLong)]).toEqual([true, false])
  expect(after).toMatchObject({ name: 'StoreRestarted' })
  await next
  expect(performance.now() - since).toBeLessThan(15_000)
  expect((await slow.session.query('select text from note', [])).rows).toEqual([{ text: 'next' }])
  expect(
    (await slow.session.query("select current_setting('app.colour') as colour", [])).rows,
  ).toEqual([{ colour: 'red' }])
  expect(slow.stats()).toMatchObject({ restarts: 1, open: true })
})

test('an engine that ends by itself is opened again, and what was under way is told', async () => {
  const fragile = await store('fragile')
  await fragile.session.query('insert into note values ($1)', ['kept'])
  // Recursion without end tears this engine apart, without any error of its own.
  await fragile.session.exec(
    'create function deeper(i int) returns int language plpgsql as $$ begin return deeper(i + 1); end $$',
  )
  expect(isUnavailable(await caught(fragile.session.query('select deeper(1)', [])))).toBe(true)
  expect(await countOf(fragile)).toBe(1)
  expect(fragile.stats().restarts).toBe(1)
})

test('a dump begins a new store with the same rows', async () => {
  const source = await store('source')
  await source.session.query('insert into note select i::text from generate_series(1, 1000) i', [])
  const dump = await source.dump()
  expect(await countOf(source)).toBe(1000)
  mkdirSync(path.join(root, 'restored'))
  const restored = await store('restored', { snapshot: async () => dump })
  expect(await countOf(restored)).toBe(1000)
})

test('maintenance runs beside transactions, by hand and by its timer', async () => {
  const busy = await store('busy', { maintenanceEvery: 200 })
  const db = dbOf(busy)
  let stop = false
  const writer = (async () => {
    while (!stop) {
      await db.transaction().execute(async (trx) => {
        await trx.insertInto('note').values({ text: 'a' }).execute()
        await trx.updateTable('note').set({ text: 'b' }).execute()
      })
    }
  })()
  await busy.maintain()
  await expect
    .poll(
      async () =>
        (
          await busy.session.query(
            'select vacuum_count + analyze_count as n from pg_stat_user_tables',
            [],
          )
        ).rows[0]?.n,
      { timeout: 8000 },
    )
    .toBeGreaterThan(2)
  stop = true
  await writer
  expect(busy.stats().checkpointAgeMs).toBeLessThan(8000)
})

test('a half-made database is moved aside with its files, a damaged one is not replaced by an empty one', async () => {
  const dataDir = path.join(root, 'half')
  mkdirSync(path.join(dataDir, 'database.new', 'base'), { recursive: true })
  writeFileSync(path.join(dataDir, 'database.new', 'PG_VERSION'), '18')
  mkdirSync(path.join(dataDir, 'database'))
  writeFileSync(path.join(dataDir, 'database', 'hint'), 'keep me')
  const fresh = await store('half')
  await fresh.session.exec('create table note (text text)')
  await fresh.close()
  expect(readdirSync(dataDir).toSorted()).toEqual([
    'database',
    'database.half-made-1',
    'database.half-made-2',
  ])
  expect(readdirSync(path.join(dataDir, 'database.half-made-2'))).toEqual(['hint'])

  rmSync(path.join(dataDir, 'database', 'global', 'pg_control'))
  await expect(openEmbedded({ dataDir, log: quiet })).rejects.toThrow('damaged')
  await expect(openEmbedded({ dataDir, log: quiet }), 'the lock was given back').rejects.toThrow(
    'damaged',
  )
})
