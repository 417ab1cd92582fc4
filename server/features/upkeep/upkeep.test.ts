import { afterEach, beforeEach, expect, it } from 'vitest'
import { upkeepContract } from '#domain/system.contract.ts'
import { useApi } from '#tests/support/api.ts'
import { smallBureau } from '#tests/support/bureau.ts'

const api = useApi()
let token: string
beforeEach(async () => {
  token = (await smallBureau(api.world.db)).tokens['system-admin']
})
afterEach(() => void delete api.world.backups)

const show = async () => (await api.call(token, upkeepContract.show)).body

it('says when the newest backup was made, and from when on one is missed', async () => {
  api.world.backups = () => new Date('2026-11-22T18:30:00Z')
  expect((await show()).backup).toEqual({
    kept: true,
    lastAt: '2026-11-22T18:30:00.000Z',
    overdue: false,
  })
  api.world.backups = () => new Date('2026-11-21T13:59:00Z')
  expect((await show()).backup.overdue).toBe(true)
})

it('before the first counts from when the system was set up; where others keep them it says so', async () => {
  const setUp = (set_up_at: string) =>
    api.world.db.updateTable('installation').set({ set_up_at }).execute()
  api.world.backups = () => null
  await setUp('2026-11-22T02:00:00Z')
  expect((await show()).backup).toEqual({ kept: true, lastAt: null, overdue: false })
  await setUp('2026-11-20T02:00:00Z')
  expect((await show()).backup.overdue).toBe(true)
  delete api.world.backups
  expect((await show()).backup).toEqual({ kept: false, lastAt: null, overdue: false })
})

it('says when the counts were last verified', async () => {
  expect((await show()).verifiedAt).toBeNull()
  const verified_at = '2026-11-22T19:10:00.000Z'
  await api.world.db.updateTable('installation').set({ verified_at }).execute()
  expect((await show()).verifiedAt).toBe(verified_at)
})
