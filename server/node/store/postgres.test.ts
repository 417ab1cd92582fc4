import { Kysely, sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { isTooSlow, isUnavailable } from '#server/db/failures.ts'
import { migrate } from '#server/db/migrate.ts'
import type { Tables } from '#server/db/tables.ts'
import { openPostgres } from './postgres.ts'
import type { PostgresOptions } from './postgres.ts'

const url = process.env.TEST_DATABASE_URL
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
const caught = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no error',
    (error: unknown) => error,
  )

const opened: Kysely<unknown>[] = []
function pool(options: Partial<PostgresOptions> = {}): Kysely<unknown> {
  const db = new Kysely<unknown>({
    dialect: openPostgres({ url: url ?? '', poolSize: 1, log: quiet, ...options }).dialect,
  })
  opened.push(db)
  return db
}
afterAll(() => Promise.all(opened.map((db) => db.destroy())))

test('a server that is not there is unavailable, at once', async () => {
  const nowhere = openPostgres({
    url: 'postgres://nobody@127.0.0.1:1/none',
    poolSize: 1,
    log: quiet,
  })
  const since = performance.now()
  expect(isUnavailable(await caught(nowhere.ping()))).toBe(true)
  expect(
    isUnavailable(await caught(sql`select 1`.execute(new Kysely({ dialect: nowhere.dialect })))),
  ).toBe(true)
  expect(performance.now() - since).toBeLessThan(3000)
  await nowhere.close()
})

describe.skipIf(!url)('on the PostgreSQL of TEST_DATABASE_URL (skipped when it is not set)', () => {
  const preparedOn = async (db: Kysely<unknown>): Promise<unknown[]> =>
    (
      await sql<{
        statement: string
      }>`select statement from pg_prepared_statements where statement not like '%pg_prepared%'`.execute(
        db,
      )
    ).rows

  test('a text is prepared when it comes the second time, and results stay right', async () => {
    const db = pool()
    const twice = async (n: number): Promise<unknown> =>
      (await sql<{ v: number }>`select ${n}::int * 2 as v`.execute(db)).rows[0]?.v
    expect(await twice(1)).toBe(2)
    expect(await preparedOn(db)).toHaveLength(0)
    for (const n of [2, 3, 4]) expect(await twice(n)).toBe(n * 2)
    expect(await preparedOn(db)).toEqual([{ statement: 'select $1::int * 2 as v' }])
  })

  test('no more than 500 texts stay prepared, the most recently used ones', async () => {
    const db = pool()
    const ask = (n: number): Promise<unknown> =>
      sql`select ${n}::int as ${sql.id(`v${n}`)}`.execute(db)
    for (let n = 0; n < 510; n++) for (const _ of [1, 2]) await ask(n)
    const kept = await preparedOn(db)
    expect(kept).toHaveLength(500)
    expect(kept).toContainEqual({ statement: 'select $1::int as "v509"' })
    await ask(0)
    await ask(0)
  })

  test('a prepared statement whose result changed its shape costs one error, not the pool', async () => {
    const db = pool()
    await sql`create table if not exists shape (a int)`.execute(db)
    const ask = (): Promise<unknown> => sql`select * from shape where ${1}::int = 1`.execute(db)
    for (const _ of [1, 2, 3]) await ask()
    await sql`alter table shape add column b int`.execute(db)
    expect(await caught(ask())).toMatchObject({ code: '0A000' })
    await ask()
    await sql`drop table shape`.execute(db)
  })

  test('a connection that is killed, busy or idle, ends neither the process nor the pool', async () => {
    const db = pool()
    const killer = pool()
    const pid = async (): Promise<unknown> =>
      (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)).rows[0]?.pid
    const kill = (target: unknown): Promise<unknown> =>
      sql`select pg_terminate_backend(${target})`.execute(killer)
    await kill(await pid())
    await new Promise((resolve) => setTimeout(resolve, 50))
    const second = await pid()
    const busy = caught(sql`select pg_sleep(20)`.execute(db))
    await new Promise((resolve) => setTimeout(resolve, 50))
    await kill(second)
    expect(isUnavailable(await busy)).toBe(true)
    const between = caught(
      db.transaction().execute(async (trx) => {
        await kill(
          (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx)).rows[0]?.pid,
        )
        await new Promise((resolve) => setTimeout(resolve, 50))
        await sql`select 1`.execute(trx)
      }),
    )
    expect(isUnavailable(await between)).toBe(true)
    expect(await pid()).toBeTypeOf('number')
  })

  test('a statement beyond its limit is too slow, which is not unavailable', async () => {
    const db = pool({ statementTimeout: 200 })
    const error = await caught(sql`select pg_sleep(5)`.execute(db))
    expect(error).toMatchObject({ code: '57014' })
    expect([isTooSlow(error), isUnavailable(error)]).toEqual([true, false])
  })

  test('a free connection is waited for in line, longer than for a new one, and not for ever', async () => {
    const db = pool({ connectTimeout: 100, patience: 500 })
    const done: number[] = []
    const take = (n: number, seconds: number) =>
      sql`select pg_sleep(${seconds}::float8)`.execute(db).then(() => done.push(n))
    const waiting = [take(1, 0.3), take(2, 0.1), take(3, 0)]
    await Promise.all(waiting)
    expect(done).toEqual([1, 2, 3])
    const error = await db.transaction().execute(() => caught(sql`select 1`.execute(db)))
    expect(isUnavailable(error)).toBe(true)
    // Whoever gave up has left the line.
    await take(4, 0)
    expect(done.at(-1)).toBe(4)
  })

  test('a migration waits and works for longer than a statement may', async () => {
    const name = `migrated_${process.pid}_${Date.now()}`
    const admin = pool()
    await sql`create database ${sql.id(name)}`.execute(admin)
    const own = new URL(url ?? '')
    own.pathname = `/${name}`
    const other = pool({ url: own.href })
    const db = pool({ url: own.href, statementTimeout: 150 }) as Kysely<Tables>
    // As another server that is at it.
    const busy = other.transaction().execute(async (trx) => {
      await sql`select pg_advisory_xact_lock(7261)`.execute(trx)
      await sql`select pg_sleep(0.6)`.execute(trx)
    })
    await new Promise((resolve) => setTimeout(resolve, 100))
    const { from, to } = await migrate(db, new Date().toISOString())
    await busy
    expect([from, to > 0]).toEqual([0, true])
    await Promise.all([db.destroy(), other.destroy()])
    opened.splice(0, opened.length, ...opened.filter((one) => one !== db && one !== other))
    await sql`drop database ${sql.id(name)} with (force)`.execute(admin)
  })

  test('a swallowed error does not become a commit', async () => {
    const work = pool()
      .transaction()
      .execute((trx) => caught(sql`select 1 / ${0}::int`.execute(trx)))
    await expect(work).rejects.toMatchObject({ name: 'AbortedTransactionError' })
  })

  test('a script of several statements runs inside a transaction', async () => {
    const db = pool()
    const lines = await db.transaction().execute(async (trx) => {
      await sql
        .raw('create temporary table script (id int); insert into script values (1), (2);')
        .execute(trx)
      return (await sql`select count(*) as n from script`.execute(trx)).rows
    })
    expect(lines).toEqual([{ n: 2 }])
  })
})
