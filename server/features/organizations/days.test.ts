import { expect, it } from 'vitest'
import type { MemberId, OrganizationId } from '#domain/ids.ts'
import { organizationsContract as contract } from '#domain/organizations.contract.ts'
import { useApi } from '#tests/support/api.ts'
import { addMeeting } from '#tests/support/bookedMeeting.ts'
import { smallBureau } from '#tests/support/bureau.ts'
import { organizations } from './handlers.ts'

/** What is changed is held against what happened before it. */
const api = useApi(organizations)
const bureau = () => smallBureau(api.world.db)

it('closes nothing before what it did last, and moves nothing to a parent that was not there yet', async () => {
  const { tokens, branchA, branchB, groupA1, groupA2, inA1 } = await bureau()
  const db = api.world.db
  const empty = { organization_id: groupA2.id }
  await db
    .updateTable('member_state')
    .set(empty)
    .where('organization_id', '=', groupA1.id)
    .execute()
  await db.updateTable('member').set(empty).where('organization_id', '=', groupA1.id).execute()
  const [by = '' as MemberId] = inA1
  await addMeeting(db, { at: groupA1, by, types: ['group-meeting'], on: '2026-10-20' })
  const close = (on: string) =>
    api.call(tokens.organizer, contract.close, {
      params: { id: groupA1.id },
      body: { on, reason: '撤并' },
      version: 1,
    })
  expect((await close('2026-10-19')).problem.fields).toEqual({
    'body.on': '这个组织到 2026-10-20 仍有记录，撤销日期不能早于它',
  })
  expect((await close('2026-10-20')).status).toBe(200)

  await db
    .updateTable('organization')
    .set({ founded_on: '2026-11-01' })
    .where('id', '=', branchB.id)
    .execute()
  const move = (on: string) =>
    api.call(tokens.organizer, contract.move, {
      params: { id: groupA2.id },
      body: { parentId: branchB.id, on, reason: '撤并' },
      version: 1,
    })
  expect((await move('2026-10-31')).problem.fields).toEqual({
    'body.on': '新的上级组织成立于 2026-11-01，调整日期不能早于它',
  })
  expect((await move('2026-11-01')).status).toBe(200)
  // And the branch not before its last group.
  const whole = await api.call(tokens.organizer, contract.close, {
    params: { id: branchA.id },
    body: { on: '2026-10-19', reason: '撤并' },
    version: 1,
  })
  expect(whole.problem.fields).toHaveProperty(['body.on'])
})

it('支部工作条例 第八条: a branch with months behind it becomes no temporary one, which owes none of them', async () => {
  const { tokens, branchB, committee } = await bureau()
  const change = (id: OrganizationId, version: number) =>
    api.call(tokens.organizer, contract.change, {
      params: { id },
      body: { branchKind: 'temporary' },
      version,
    })
  const refused = await change(branchB.id, 1)
  expect(refused.problem.fields).toHaveProperty(['body.branchKind'])
  const { body: made } = await api.call(tokens.organizer, contract.create, {
    body: { parentId: committee.id, kind: 'branch', name: '专班支部', foundedOn: '2026-11-02' },
  })
  expect((await change(made.id, made.version)).body.branchKind).toBe('temporary')
  const { detail } = await api.world.db
    .selectFrom('audit_entry')
    .select('detail')
    .where('action', '=', 'organization.changed')
    .executeTakeFirstOrThrow()
  expect(detail).toMatchObject({
    before: { branchKind: 'regular' },
    after: { branchKind: 'temporary' },
  })
})
