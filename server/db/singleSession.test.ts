import { PGlite } from '@electric-sql/pglite'
import { AbortedTransactionError, Kysely, sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { StoreUnavailable } from './failures.ts'
import { pgliteSession } from './pgliteSession.ts'
import type { SqlSession } from './session.ts'
import { singleSessionDialect } from './singleSession.ts'
import { exclusively } from './turns.ts'

interface Tables {
  note: { id: number; text: string }
}

let session: SqlSession
let db: Kysely<Tables>

/** The session with one fault in front of it. */
function through(fault: (statement: string) => Promise<void>): Kysely<Tables> {
  const faulty: SqlSession = {
    async query(statement, parameters) {
      await fault(statement)
      return session.query(statement, parameters)
    },
    exec: session.exec,
    close: session.close,
  }
  return new Kysely<Tables>({ dialect: singleSessionDialect(faulty, { waitLimit: 1000 }) })
}

/** Fails the first statement that is exactly this. */
function failOnce(target: string): (statement: string) => Promise<void> {
  let failed = false
  return async (statement) => {
    if (failed || statement !== target) return
    failed = true
    throw new StoreUnavailable('the line broke')
  }
}

const who = async (on: Kysely<Tables>): Promise<string> => {
  const { rows } = await sql<{
    who: string | null
  }>`select current_setting('app.who', true) as who`.execute(on)
  return rows[0]?.who ?? ''
}
const texts = async (): Promise<string[]> =>
  (await db.selectFrom('note').select('text').orderBy('id').execute()).map(({ text }) => text)

beforeAll(async () => {
  session = pgliteSession(await PGlite.create())
  db = new Kysely<Tables>({ dialect: singleSessionDialect(session, { waitLimit: 1000 }) })
  await session.exec(
    'create table note (id int generated always as identity, text text not null unique deferrable initially deferred)',
  )
})
beforeEach(() => session.exec('truncate note'))
afterAll(() => db.destroy())

test('a setting of one transaction is never seen by another or by a bare statement', async () => {
  const leaks: string[] = []
  let bare = 0
  const patient = new Kysely<Tables>({ dialect: singleSessionDialect(session) })
  const transactions = Array.from({ length: 300 }, (_, number) =>
    patient.transaction().execute(async (trx) => {
      await sql`select set_config('app.who', ${String(number)}, true)`.execute(trx)
      for (let step = 0; step < number % 4; step++) {
        if (number % 3 === 0) await new Promise((resolve) => setImmediate(resolve))
        const seen = await who(trx)
        if (seen !== String(number)) leaks.push(`${number} saw ${seen}`)
      }
      if (number % 7 === 0) throw new Error('on purpose')
    }),
  )
  const reads = Array.from({ length: 300 }, async () => {
    const seen = await who(patient)
    bare++
    if (seen !== '') leaks.push(`a bare statement saw ${seen}`)
  })
  await Promise.allSettled([...transactions, ...reads])
  expect(leaks).toEqual([])
  expect(bare).toBe(300)
})

test('turns come in the order in which they were asked for', async () => {
  const order: number[] = []
  await Promise.all(
    Array.from({ length: 20 }, (_, number) =>
      db.transaction().execute(async (trx) => {
        if (number % 3 === 0) await who(trx)
        order.push(number)
      }),
    ),
  )
  expect(order).toEqual(order.toSorted((a, b) => a - b))
})

test('migrations and maintenance wait for a transaction, and it for them', async () => {
  const seen: string[] = []
  await Promise.all([
    db.transaction().execute(async (trx) => {
      await who(trx)
      seen.push('transaction')
    }),
    exclusively(session, async () => {
      await session.exec('vacuum note')
      seen.push('vacuum')
    }),
    db.transaction().execute(async (trx) => void seen.push(`then ${await who(trx)}`)),
  ])
  expect(seen.toSorted()).toEqual(['then ', 'transaction', 'vacuum'])
})

test.each(['begin', 'commit', 'rollback'])(
  'a %s that fails leaves neither the lock nor a transaction behind',
  async (statement) => {
    const broken = through(failOnce(statement))
    const work = broken.transaction().execute(async (trx) => {
      await trx
        .insertInto('note')
        .values({ text: 'lost' } as never)
        .execute()
      if (statement === 'rollback') throw new Error('undo')
    })
    await expect(work).rejects.toThrow('the line broke')
    await broken.transaction().execute((trx) =>
      trx
        .insertInto('note')
        .values({ text: 'kept' } as never)
        .execute(),
    )
    expect(await texts()).toEqual(['kept'])
  },
)

test('a commit that PostgreSQL refuses is an error, and the next transaction works', async () => {
  const twice = db.transaction().execute((trx) =>
    trx
      .insertInto('note')
      .values([{ text: 'a' }, { text: 'a' }] as never)
      .execute(),
  )
  await expect(twice).rejects.toMatchObject({ code: '23505' })
  await db.transaction().execute((trx) =>
    trx
      .insertInto('note')
      .values({ text: 'b' } as never)
      .execute(),
  )
  expect(await texts()).toEqual(['b'])
})

test('a swallowed error does not become a commit', async () => {
  const work = db.transaction().execute(async (trx) => {
    await trx
      .insertInto('note')
      .values({ text: 'a' } as never)
      .execute()
    await sql`select 1 / 0`.execute(trx).catch(() => undefined)
  })
  await expect(work).rejects.toBeInstanceOf(AbortedTransactionError)
  expect(await texts()).toEqual([])
})

test('a savepoint gives back what came after it and keeps what came before', async () => {
  const transaction = await db.startTransaction().execute()
  await transaction
    .insertInto('note')
    .values({ text: 'before' } as never)
    .execute()
  const point = await transaction.savepoint('here').execute()
  await expect(sql`select 1 / 0`.execute(point)).rejects.toMatchObject({ code: '22012' })
  await point.rollbackToSavepoint('here').execute()
  await transaction.commit().execute()
  expect(await texts()).toEqual(['before'])
})

test('a statement that nobody waited for does not slip out of its transaction', async () => {
  const slow = through(
    (statement) => new Promise((resolve) => setTimeout(resolve, statement === 'commit' ? 60 : 0)),
  )
  let late: Promise<unknown> = Promise.resolve()
  await slow.transaction().execute(async (trx) => {
    await trx
      .insertInto('note')
      .values({ text: 'in time' } as never)
      .execute()
    setTimeout(() => {
      late = trx
        .insertInto('note')
        .values({ text: 'late' } as never)
        .execute()
        .catch((error: unknown) => error)
    }, 20)
  })
  expect(await late).toMatchObject({ message: expect.stringContaining('too late') })
  expect(await texts()).toEqual(['in time'])
})

test('the database used inside a transaction instead of its trx is told, not waited for for ever', async () => {
  const wrong = db.transaction().execute(() => db.selectFrom('note').selectAll().execute())
  await expect(wrong).rejects.toMatchObject({
    name: 'StoreUnavailable',
    message: expect.stringContaining('trx'),
  })
  expect(await texts()).toEqual([])
})

test.each(['begin', ' START transaction', 'commit', 'rollback work', 'END', 'abort'])(
  '%s by hand is refused',
  async (statement) => {
    await expect(sql.raw(statement).execute(db)).rejects.toThrow('db.transaction()')
  },
)

test('an error carries its code and no parameters', async () => {
  const secret = '110101199003070011'
  const error: unknown = await sql`select ${secret}::int`
    .execute(db)
    .catch((caught: unknown) => caught)
  expect(error).toMatchObject({ name: 'SqlError', code: '22003' })
  expect(Object.keys(error as object)).not.toContain('params')
})

test('streaming is refused in clear words', async () => {
  const stream = async (): Promise<void> => {
    for await (const _ of db.selectFrom('note').selectAll().stream()) expect.unreachable()
  }
  await expect(stream()).rejects.toThrow('cannot stream')
  expect(await texts()).toEqual([])
})

test('a prepared statement follows its table when that changes shape', async () => {
  const ask = async (): Promise<unknown> =>
    (await sql`select * from shape where ${1}::int = 1`.execute(db)).rows
  await session.exec('create table shape (a int); insert into shape values (1)')
  for (const _ of [1, 2, 3]) expect(await ask()).toEqual([{ a: 1 }])
  await sql`alter table shape add column b text default 'new'`.execute(db)
  expect(await ask()).toEqual([{ a: 1, b: 'new' }])
  await session.exec('alter table shape drop column a')
  expect(
    await db
      .transaction()
      .execute(
        async (trx) => (await sql`select * from shape where ${1}::int = 1`.execute(trx)).rows,
      ),
  ).toEqual([{ b: 'new' }])
})

test('more texts than stay prepared, and texts and rows of every size', async () => {
  for (let n = 0; n < 700; n++) {
    for (const _ of [1, 2]) {
      const { rows } = await sql<
        Record<string, number>
      >`select ${n}::int as ${sql.id(`v${n}`)}`.execute(db)
      expect(rows).toEqual([{ [`v${n}`]: n }])
    }
  }
  const { rows: prepared } = await sql<{
    n: number
  }>`select count(*) as n from pg_prepared_statements`.execute(db)
  expect(prepared[0]?.n).toBeLessThanOrEqual(300)
  for (const length of [0, 1, 40, 41, 8191, 8192, 3_000_000]) {
    const text = '党𠮷·x'.repeat(length / 4 + 1).slice(0, length)
    const { rows } = await sql<{ v: string }>`select ${text}::text as v`.execute(db)
    expect(rows[0]?.v === text.toWellFormed(), `length ${length}`).toBe(true)
  }
})
