import { beforeEach, expect, test } from 'vitest'
import { createSecrets } from '#server/secrets.ts'
import { testWorld, type TestWorld } from '#tests/support/world.ts'
import { expectKey } from './dataKey.ts'

let world: TestWorld
beforeEach(async () => {
  world = await testWorld()
})

test('a store from before takes the key of its next start for its own, and no other from then on', async () => {
  const other = await createSecrets(new Uint8Array(32).fill(8))
  await expectKey(world.db, world.secrets)
  await expectKey(world.db, world.secrets)
  await expect(expectKey(world.db, other)).rejects.toThrow('与本库不符')
})

test('of two first starts at once with two keys one is refused', async () => {
  const other = await createSecrets(new Uint8Array(32).fill(8))
  const both = await Promise.allSettled([
    expectKey(world.db, world.secrets),
    expectKey(world.db, other),
  ])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})
