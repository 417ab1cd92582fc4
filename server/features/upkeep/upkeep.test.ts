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

const kept = (last: string | null, began = '2026-01-01T00:00:00Z') => {
  api.world.backups = () => ({
    last: last === null ? null : new Date(last),
    began: new Date(began),
  })
}

it('says when the newest backup was made, and from when on one is missed', async () => {
  kept('2026-11-22T18:30:00Z')
  expect((await show()).backup).toEqual({
    kept: true,
    lastAt: '2026-11-22T18:30:00.000Z',
    overdue: false,
  })
  kept('2026-11-21T13:59:00Z')
  expect((await show()).backup.overdue).toBe(true)
})

it('before the first counts from when the database is there; where others keep them it says so', async () => {
  kept(null, '2026-11-22T02:00:00Z')
  expect((await show()).backup).toEqual({ kept: true, lastAt: null, overdue: false })
  kept(null, '2026-11-20T02:00:00Z')
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
