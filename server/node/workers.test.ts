import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { markOrganizations } from '#server/counts/recount/mark.ts'
import { smallBureau } from '#tests/support/bureau.ts'
import { testWorld, type TestWorld } from '#tests/support/world.ts'
import { startWorkers } from './workers.ts'

let world: TestWorld
beforeEach(async () => {
  world = await testWorld()
  vi.useFakeTimers()
})
afterEach(() => vi.useRealTimers())

/** Background work on a database that fails each statement; `turns` of two seconds. */
async function fails({ turns, readOnly = false }: { turns: number; readOnly?: boolean }) {
  const db = new Proxy(world.db, {
    get: () => () => {
      throw new Error('canceled by a limit of time')
    },
  })
  const store = { readOnly: () => readOnly, isUnavailable: () => true }
  const workers = startWorkers({ ...world, db, store }, [])
  for (let turn = 0; turn < turns; turn++) await vi.advanceTimersByTimeAsync(2_000)
  await workers.stop()
  return world.logged
    .filter(({ fields }) => fields.work === 'seal')
    .map(({ fields }) => fields.times)
}

it('a work that the database once did not answer goes on in silence, one that fails again and again is told of', async () => {
  expect(await fails({ turns: 1 })).toEqual([])
  expect(await fails({ turns: 9 })).toEqual([2, 4, 8])
})

it('a day that does not turn is told of, and what is marked is counted all the same', async () => {
  const { branchA } = await smallBureau(world.db)
  const turn = async () => {
    const workers = startWorkers(world, [])
    await vi.advanceTimersByTimeAsync(2_000)
    await workers.stop()
  }
  await turn()
  world.setNow('2026-11-24T02:00:00.000Z')
  await world.db.transaction().execute((db) => markOrganizations(db, [branchA.id]))
  await sql`alter table recount_year add constraint still check (as_of < '2026-11-24')`.execute(
    world.db,
  )
  try {
    await turn()
  } finally {
    await sql`alter table recount_year drop constraint still`.execute(world.db)
  }
  expect(world.logged.map(({ fields }) => fields.work)).toEqual(['recount'])
  expect(await world.db.selectFrom('recount_mark').select('id').execute()).toEqual([])
})

it('nothing is tried while the store is read-only', async () => {
  expect(await fails({ turns: 5, readOnly: true })).toEqual([])
})
