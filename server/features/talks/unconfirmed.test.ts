import { beforeEach, expect, it } from 'vitest'
import { talksContract } from '#domain/integrity.contract.ts'
import { workbenchContract } from '#domain/workbench.contract.ts'
import { useApi } from '#tests/support/api.ts'
import { smallBureau, type SmallBureau } from '#tests/support/bureau.ts'
import { addTalk } from '#tests/support/integrityRecords.ts'
import { firstOf } from '#tests/support/meetings.ts'
import { testNow } from '#tests/support/world.ts'

// Today is 2026-11-23: the record of a talk of the 15th should be confirmed by now, of the 16th not yet.
const api = useApi()
let bureau: SmallBureau
beforeEach(async () => {
  api.world.setNow(testNow)
  bureau = await smallBureau(api.world.db)
})

const talk = async (on: string, talkee = bureau.inA1[2] ?? '') =>
  (
    await addTalk(api.world.db, {
      at: bureau.groupA1,
      talkee,
      talker: firstOf(bureau.inA1),
      on,
    })
  ).talk
const set = (id: string, change: { acknowledged_on?: string; withdrawn_at?: string }) =>
  api.world.db.updateTable('talk').set(change).where('id', '=', id).execute()
const listed = async (token: string, unconfirmed: 'any' | 'late') =>
  (
    await api.call(token, talksContract.list, { query: { unconfirmed, sort: 'heldOn' } })
  ).body.rows.map(({ id }) => id)

it('is found by who keeps the talks, over New Year, and told once it is late', async () => {
  const { discipline } = bureau.tokens
  const old = await talk('2025-12-30')
  const late = await talk('2026-11-15')
  const waiting = await talk('2026-11-16')
  await set(await talk('2026-10-01'), { acknowledged_on: '2026-10-02' })
  await set(await talk('2026-10-01'), { withdrawn_at: testNow })
  expect(await listed(discipline, 'any')).toEqual([old, late, waiting])
  expect(await listed(discipline, 'late')).toEqual([old, late])
  const query = { organization: bureau.committee.id }
  const { body } = await api.call(discipline, workbenchContract.todos, { query })
  expect(body.unconfirmed?.rows.map(({ id }) => id)).toEqual([old, late])
})

it('tells everybody else of no talk but their own', async () => {
  const own = await talk('2026-11-01', bureau.inA1[1])
  await talk('2026-11-02')
  expect(await listed(bureau.tokens.member, 'late')).toEqual([own])
  for (const role of ['branch-secretary', 'organizer', 'leader'] as const) {
    expect(await listed(bureau.tokens[role], 'any')).toEqual([])
    const query = {
      organization: role === 'branch-secretary' ? bureau.branchA.id : bureau.committee.id,
    }
    const { body } = await api.call(bureau.tokens[role], workbenchContract.todos, { query })
    expect(body.unconfirmed).toBeNull()
  }
})
