import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testWorld, type TestWorld } from '#tests/support/world.ts'
import { ahead } from './ahead.ts'

let world: TestWorld
beforeAll(async () => {
  world = await testWorld()
  await sql`create table ahead_note (n int primary key)`.execute(world.db)
}, 60_000)
// The engine is shared with other files.
afterAll(async () => {
  await sql`drop table ahead_note`.execute(world.db)
})

const notes = async (): Promise<number[]> =>
  (await sql<{ n: number }>`select n from ahead_note order by n`.execute(world.db)).rows.map(
    ({ n }) => n,
  )
const note = (n: number) => sql`insert into ahead_note values (${n}) ${ahead}`

it('runs before the next statement, and is committed where none comes', async () => {
  await world.db.transaction().execute(async (transaction) => {
    await note(1).execute(transaction)
    const seen = await sql<{ n: number }>`select n from ahead_note`.execute(transaction)
    expect(seen.rows).toEqual([{ n: 1 }])
    await note(2).execute(transaction)
  })
  await world.db.transaction().execute((transaction) => note(3).execute(transaction))
  expect(await notes()).toEqual([1, 2, 3])
})

it('fails the next statement, or the commit, with its own error, and nothing stays', async () => {
  const next = world.db.transaction().execute(async (transaction) => {
    await note(4).execute(transaction)
    await note(1).execute(transaction)
    await sql`select 1`.execute(transaction)
  })
  await expect(next).rejects.toMatchObject({ code: '23505' })
  const commit = world.db.transaction().execute(async (transaction) => {
    await sql`insert into ahead_note values (5)`.execute(transaction)
    await note(1).execute(transaction)
  })
  await expect(commit).rejects.toMatchObject({ code: '23505' })
  expect(await notes()).toEqual([1, 2, 3])
})

it('is given up with its transaction', async () => {
  const given = world.db.transaction().execute(async (transaction) => {
    await note(6).execute(transaction)
    throw new Error('no')
  })
  await expect(given).rejects.toThrow('no')
  await world.db.transaction().execute(async () => undefined)
  expect(await notes()).toEqual([1, 2, 3])
})

it('is sent at once outside a transaction', async () => {
  await note(7).execute(world.db)
  expect(await notes()).toEqual([1, 2, 3, 7])
})

it('brings the settings of a transaction to the statement after them only', async () => {
  const colour = sql<{ colour: string }>`select current_setting('app.colour', true) as colour`
  await world.db.transaction().execute(async (transaction) => {
    await sql`select set_config('app.colour', ${'red'}, true) ${ahead}`.execute(transaction)
    expect((await colour.execute(transaction)).rows[0]?.colour).toBe('red')
  })
  expect((await colour.execute(world.db)).rows[0]?.colour ?? '').toBe('')
})
