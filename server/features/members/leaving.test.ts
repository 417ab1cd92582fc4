import { expect, it } from 'vitest'
import type { z } from 'zod'
import { membersContract as contract } from '#domain/members.contract.ts'
import type { statusChange } from '#domain/members.ts'
import { useApi } from '#tests/support/api.ts'
import { smallBureau } from '#tests/support/bureau.ts'

const api = useApi()

it('says of everybody who leaves the Party how: 除名 is not 开除, and only who is on probation is disqualified', async () => {
  const { tokens, branchB, inB, probationary } = await smallBureau(api.world.db)
  const [id = '', old = ''] = inB
  const show = async (of: string) =>
    (await api.call(tokens.organizer, contract.show, { params: { id: of } })).body
  const set = async (of: string, body: Partial<z.input<typeof statusChange>>) =>
    api.call(tokens.organizer, contract.changeStatus, {
      params: { id: of },
      body: { on: '2026-11-20', reason: '支部大会决议', ...body },
      version: (await show(of)).version,
    })
  const field = ['body.leaving']
  expect((await set(id, { standing: 'left' })).problem.fields).toHaveProperty(field)
  expect((await set(id, { leaving: 'struck' })).problem.fields).toHaveProperty(field)
  const left = { standing: 'left' } as const
  expect((await set(id, { ...left, leaving: 'disqualified' })).problem.fields).toHaveProperty(field)
  expect((await set(id, { ...left, leaving: 'struck' })).body).toMatchObject({ leaving: 'struck' })
  expect((await set(probationary, { ...left, leaving: 'disqualified' })).status).toBe(200)
  // Recorded before it was asked: nobody knows, until it is said.
  await api.world.db
    .updateTable('member_state')
    .set({ standing: 'left' })
    .where('member_id', '=', old)
    .execute()
  await api.world.db.updateTable('member').set({ standing: 'left' }).where('id', '=', old).execute()
  const listed = async (leavings: ('struck' | 'expelled' | 'unknown')[], on?: string) =>
    (
      await api.call(tokens.organizer, contract.list, {
        query: { organization: branchB.id, leavings, on },
      })
    ).body.rows.map((row) => row.id)
  expect(await listed(['struck'])).toEqual([id])
  expect(await listed(['unknown'])).toEqual([old])
  expect(await listed(['struck'], '2026-11-21')).toEqual([id])
  expect(await listed(['struck', 'expelled'], '2026-11-19')).toEqual([])
  expect((await set(old, { leaving: 'expelled' })).body).toMatchObject({ leaving: 'expelled' })
  const course = async (of: string) =>
    (await api.call(tokens.organizer, contract.timeline, { params: { id: of } })).body.map(
      ({ on, text }) => `${on} ${text}`,
    )
  expect(await course(id)).toContain('2026-11-20 出党：除名（支部大会决议）')
  expect(await course(old)).toContain('2026-11-20 出党：开除党籍（支部大会决议）')
  // Restored, nothing of it stands on the record.
  expect((await set(id, { on: '2026-11-22', standing: 'normal' })).body).toMatchObject({
    standing: 'normal',
    leaving: null,
  })
})
