import { expect, it } from 'vitest'
import { isUnavailable, SqlError, StoreRestarted } from '#server/db/failures.ts'
import { testWorld } from '#tests/support/world.ts'
import { asProblem } from './answers.ts'

it('tells a statement that took too long from a database that is away', async () => {
  const world = await testWorld()
  world.store.isUnavailable = isUnavailable
  const slow = new SqlError({ code: '57014', message: 'canceling statement' })
  expect(asProblem(slow, world, 'r1')).toMatchObject({ code: 'too_slow', status: 504 })
  expect(world.logged).toEqual([
    expect.objectContaining({ level: 'warn', fields: { requestId: 'r1' } }),
  ])
  expect(asProblem(new StoreRestarted('again'), world, 'r2')).toMatchObject({
    code: 'unavailable',
    status: 503,
  })
})
