import { sql } from 'kysely'
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
      body: { makeups: [{ id: task.id, version }], doneOn, how: '自学会议材料' },
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
    expect((await confirm(tokens['branch-secretary'], '2026-11-25')).body).toEqual({ confirmed: 1 })
    expect(await states()).toEqual(['overdue', 'done'])
    expect((await list(tokens.organizer, { states: ['done'] })).rows).toMatchObject([
      { memberId: own, state: 'done', doneOn: '2026-11-25', how: '自学会议材料', version: 2 },
    ])
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
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 400]))
    const again = await confirm(secretary, '2026-11-23', 2)
    expect(again.problem.fields).toEqual({ 'body.makeups.0': '王芳：补学已经确认' })
  })

  it('is seen by the organs above and by oneself, and confirmed by neither oneself nor the group leader', async () => {
    const { tokens, branchA, branchB, list, confirm, task } = await twoMissing()
    expect((await list(tokens.leader, { organization: branchA.id })).total).toBe(2)
    expect((await list(tokens.leader, { organization: branchB.id })).total).toBe(0)
    // The one who owes it sees it, and does not record it.
    expect((await list(tokens.member)).rows).toEqual([{ ...task, mayConfirm: false }])
    expect((await list(tokens.member, { mine: 'true' })).total).toBe(1)
    // Nobody's own to an account without a member.
    expect((await list(tokens.leader, { mine: 'true' })).total).toBe(0)
    expect(await list(tokens['group-leader'])).toMatchObject({ total: 0, rows: [] })
    const { member, leader, 'group-leader': groupLeader } = tokens
    for (const token of [member, leader, groupLeader])
      expect((await confirm(token, '2026-11-23')).problem.code).toBe('forbidden')
  })

  it('is written down once for several, and for nobody where one cannot be', async () => {
    const { tokens, record, task, list } = await twoMissing()
    const secretary = tokens['branch-secretary']
    const both = record.makeups.map(({ id, version }) => ({ id, version }))
    const all = (makeups: typeof both) =>
      api.call(secretary, makeupsContract.confirm, {
        body: { makeups, doneOn: '2026-11-23', how: '支部集中补课' },
      })
    const stale = both.map((one) => (one.id === task.id ? { ...one, version: 2 } : one))
    expect(Object.values((await all(stale)).problem.fields ?? {})).toEqual([
      '王芳：刚被别人办理或修改过，请看最新内容',
    ])
    expect((await list(secretary, { states: ['done'] })).total).toBe(0)
    expect((await all(both)).body).toEqual({ confirmed: 2 })
    expect((await list(secretary, { states: ['done'] })).rows.map(({ how }) => how)).toEqual([
      '支部集中补课',
      '支部集中补课',
    ])
    const { rows } = await sql<{ action: string; target: string }>`
      select action, target_id as target from audit_entry where action like 'makeup.%' order by id`.execute(
      api.world.db,
    )
    expect(
      rows.filter(({ action }) => action === 'makeup.confirmed').map((row) => row.target),
    ).toEqual(expect.arrayContaining(both.map(({ id }) => id)))
  })

  it('is owed again once its confirmation is taken back, with the reason in the log alone', async () => {
    const { tokens, task, confirm, list } = await twoMissing()
    const secretary = tokens['branch-secretary']
    const withdraw = (token: string, version: number, reason = '登记错人') =>
      api.call(token, makeupsContract.withdraw, {
        params: { id: task.id },
        version,
        body: { reason },
      })
    expect((await withdraw(secretary, 1)).problem.code).toBe('state')
    await confirm(secretary, '2026-11-23')
    expect((await withdraw(tokens.leader, 2)).problem.code).toBe('forbidden')
    expect((await withdraw(secretary, 1)).problem.code).toBe('version_conflict')
    expect((await withdraw(secretary, 2)).body).toMatchObject({
      state: 'open',
      doneOn: null,
      how: null,
    })
    expect((await list(secretary, { states: ['done'] })).total).toBe(0)
    const { rows } = await sql<{ detail: object }>`
      select detail from audit_entry where action = 'makeup.withdrawn'`.execute(api.world.db)
    expect(rows).toEqual([
      { detail: { reason: '登记错人', doneOn: '2026-11-23', how: '自学会议材料' } },
    ])
  })

  it('is found by the name and the meeting, and sorted', async () => {
    const { tokens, record, branchA, inA2, list } = await twoMissing()
    const names = async (query: object) =>
      (await list(tokens.organizer, query)).rows.map(({ memberName }) => memberName)
    expect(await names({ q: '王芳' })).toEqual(['王芳'])
    expect(await names({ q: 'wangf' })).toEqual(['王芳'])
    expect(await names({ meeting: record.id })).toHaveLength(2)
    const full = await held(
      api,
      tokens.organizer,
      aMeeting(branchA, firstOf(inA2), { heldOn: '2026-11-19', advance: 'sign' }),
    )
    expect(await names({ meeting: full.id })).toEqual([])
    const up = await names({ sort: 'member' })
    expect(await names({ sort: '-member' })).toEqual(up.toReversed())
  })
})
