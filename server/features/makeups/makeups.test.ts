import { describe, expect, it } from 'vitest'
import type { MemberId } from '#domain/ids.ts'
import { makeupsContract } from '#domain/meetings.contract.ts'
import { makeups } from '#server/features/makeups/handlers.ts'
import { meetings } from '#server/features/meetings/handlers.ts'
import { useApi } from '#tests/support/api.ts'
import { smallBureau } from '#tests/support/bureau.ts'
import { aMeeting, firstOf, held } from '#tests/support/meetings.ts'

const api = useApi([...meetings, ...makeups])

/** Branch 甲 met on the 20th, signed on the 23rd; the member of the bureau and another were missing. */
async function twoMissing() {
  const bureau = await smallBureau(api.world.db)
  const [own, other] = [bureau.inA1[1] as MemberId, bureau.inA1[2] as MemberId]
  const record = await held(
    api,
    bureau.tokens.organizer,
    aMeeting(bureau.branchA, firstOf(bureau.inA2), {
      attendance: [
        { memberId: own, status: 'leave', reason: '病假' },
        { memberId: other, status: 'absent', reason: '无故' },
      ],
      advance: 'sign',
    }),
  )
  const task = record.makeups.find(({ memberId }) => memberId === own)
  if (!task) throw new Error('no make-up')
  const list = async (token: string, query: object = {}) =>
    (await api.call(token, makeupsContract.list, { query })).body
  const confirm = (token: string, doneOn: string, version = 1) =>
    api.call(token, makeupsContract.confirm, {
      params: { id: task.id },
      version,
      body: { doneOn, how: '自学会议材料' },
    })
  return { ...bureau, record, own, task, list, confirm }
}

describe('补学', () => {
  it('is open until due, overdue from the next day, done when confirmed', async () => {
    const { tokens, list, confirm, own } = await twoMissing()
    const states = async () => (await list(tokens.organizer)).rows.map(({ state }) => state)
    api.world.setNow('2026-11-26T15:59:00Z')
    expect(await states()).toEqual(['open', 'open'])
    api.world.setNow('2026-11-26T16:00:00Z')
    expect(await states()).toEqual(['overdue', 'overdue'])
    const done = (await confirm(tokens['branch-secretary'], '2026-11-25')).body
    expect(done).toMatchObject({
      state: 'done',
      doneOn: '2026-11-25',
      how: '自学会议材料',
      version: 2,
    })
    expect(await states()).toEqual(['overdue', 'done'])
    expect((await list(tokens.organizer, { states: ['done'] })).rows).toEqual([done])
    expect((await list(tokens.organizer, { member: own })).total).toBe(1)
    api.world.setNow('2026-11-23T02:00:00Z')
  })

  it('is confirmed once, between the meeting and today, in the version that was read', async () => {
    const { tokens, confirm } = await twoMissing()
    const secretary = tokens['branch-secretary']
    expect((await confirm(secretary, '2026-11-19')).problem.fields).toHaveProperty(['body.doneOn'])
    expect((await confirm(secretary, '2026-11-24')).problem.fields).toHaveProperty(['body.doneOn'])
    const both = await Promise.all([
      confirm(secretary, '2026-11-20'),
      confirm(tokens.organizer, '2026-11-23'),
    ])
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 412]))
    expect((await confirm(secretary, '2026-11-23', 2)).problem.code).toBe('state')
  })

  it('is seen by the organs above and by oneself, and confirmed by neither oneself nor the group leader', async () => {
    const { tokens, branchA, branchB, list, confirm, task } = await twoMissing()
    expect((await list(tokens.leader, { organization: branchA.id })).total).toBe(2)
    expect((await list(tokens.leader, { organization: branchB.id })).total).toBe(0)
    expect((await list(tokens.member)).rows).toEqual([task])
    expect(await list(tokens['group-leader'])).toMatchObject({ total: 0, rows: [] })
    const { member, leader, 'group-leader': groupLeader } = tokens
    for (const token of [member, leader, groupLeader])
      expect((await confirm(token, '2026-11-23')).problem.code).toBe('forbidden')
  })
})
