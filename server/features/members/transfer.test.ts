import { describe, expect, it } from 'vitest'
import type { Given } from '#domain/contract.ts'
import { meetingsContract } from '#domain/meetings.contract.ts'
import { membersContract as contract } from '#domain/members.contract.ts'
import { workbenchContract } from '#domain/workbench.contract.ts'
import { useApi } from '#tests/support/api.ts'
import { addMember, smallBureau } from '#tests/support/bureau.ts'
import { aLetter } from '#tests/support/letters.ts'
import { applyStates } from './states.ts'

// Today is 2026-11-23.
const api = useApi()
type Change = Partial<NonNullable<Given<typeof contract.changeStatus>['body']>>

async function travelling() {
  const bureau = await smallBureau(api.world.db)
  const id = bureau.inB[0] ?? ('' as never)
  const token = bureau.tokens.organizer
  const show = async () => (await api.call(token, contract.show, { params: { id } })).body
  /** The answer's status and what is wrong with the fields. */
  const set = async (body: Change) => {
    const { version } = await show()
    const answer = await api.call(token, contract.changeStatus, {
      params: { id },
      body: { on: '2026-11-10', reason: '工作调动', ...body },
      version,
    })
    return answer.status === 200 ? null : (answer.problem.fields ?? answer.problem.code)
  }
  const course = async () =>
    (await api.call(token, contract.timeline, { params: { id } })).body.map(
      ({ on, text }) => `${on} ${text}`,
    )
  return { ...bureau, id, token, show, set, course }
}

describe('a transfer (§4.4)', () => {
  it('moves the roster only when the receipt is here', async () => {
    const { token, branchB, show, set, course } = await travelling()
    const expected = async (on: string) =>
      (
        await api.call(token, meetingsContract.roster, {
          query: { organization: branchB.id, on, types: ['general-meeting'] },
        })
      ).body.expected
    const need = { 'body.standing': expect.stringContaining('请先登记介绍信') as string }
    expect(await set({ standing: 'transferred', receiptOn: '2026-11-10' })).toEqual(need)
    expect(await set({ relation: 'moving-out' })).toHaveProperty(['body.letter.number'])
    expect(await set({ relation: 'moving-out', letter: aLetter })).toBeNull()
    expect(await show()).toMatchObject({
      relation: 'moving-out',
      letter: aLetter,
      letterUntil: aLetter.validUntil,
    })
    expect(await expected('2026-11-15')).toBe(5)

    const received = { on: '2026-11-18', standing: 'transferred' as const }
    expect(await set(received)).toEqual({ 'body.receiptOn': '请填写对方回执的日期' })
    expect(await set({ ...received, receiptOn: '2026-11-01' })).toEqual({
      'body.receiptOn': '回执不能早于介绍信的开具日期 2026-11-02',
    })
    expect(await set({ ...received, receiptOn: '2026-11-24' })).toHaveProperty(['body.receiptOn'])
    expect(await set({ ...received, receiptOn: '2026-11-17' })).toBeNull()
    expect(await show()).toMatchObject({
      standing: 'transferred',
      relation: 'registered',
      letter: null,
      letterUntil: null,
    })
    expect([await expected('2026-11-17'), await expected('2026-11-18')]).toEqual([5, 4])
    expect((await course()).slice(0, 2)).toEqual([
      '2026-11-18 组织关系转出，2026-11-17 回执（工作调动）',
      '2026-11-10 组织关系转出在途，介绍信 机党介〔2026〕第 1 号（对方：某县直机关工委，2026-11-02 开具，有效至 2026-12-02）（工作调动）',
    ])
  })

  it('comes back with the letter, which then binds nobody', async () => {
    const { show, set, course } = await travelling()
    await set({ relation: 'moving-out', letter: aLetter })
    const back = { on: '2026-11-20', relation: 'registered' as const }
    expect(await set({ ...back, receiptOn: '2026-11-20' })).toHaveProperty(['body.receiptOn'])
    expect(await set(back)).toBeNull()
    expect(await show()).toMatchObject({ relation: 'registered', standing: 'normal', letter: null })
    expect((await course())[0]).toBe('2026-11-20 介绍信退回，组织关系在册（工作调动）')
    expect(await set({ on: '2026-11-22', letter: aLetter, mobile: true })).toHaveProperty([
      'body.letter.number',
    ])
    // What is over is no change of what comes after.
    expect(await set({ on: '2026-11-22', relation: 'registered' })).toHaveProperty(['body.stage'])
  })

  it('refuses days that no letter has, and puts right or renews one', async () => {
    const { show, set, course } = await travelling()
    const out = (letter: Partial<typeof aLetter>) =>
      set({ relation: 'moving-out', letter: { ...aLetter, ...letter } })
    expect(await out({ validUntil: '2026-11-01' })).toHaveProperty(['body.letter.validUntil'])
    expect(await out({ issuedOn: '2026-11-11' })).toHaveProperty(['body.letter.issuedOn'])
    expect(await out({})).toBeNull()
    expect(await set({ letter: aLetter })).toHaveProperty(['body.stage'])
    const renewed = { ...aLetter, number: '机党介〔2026〕第 9 号', validUntil: '2027-01-31' }
    expect(await set({ on: '2026-11-22', letter: renewed })).toBeNull()
    expect(await show()).toMatchObject({ letter: renewed, letterUntil: '2027-01-31' })
    expect((await course())[0]).toContain('2026-11-22 介绍信 机党介〔2026〕第 9 号')
    // Another axis leaves the letter with who carries it.
    expect(await set({ on: '2026-11-23', mobile: true })).toBeNull()
    expect((await show()).letter).toEqual(renewed)
  })

  it('stands overdue on the workbench of who keeps the roster, in the list and in the course', async () => {
    const { tokens, branchB, id, token, set, course } = await travelling()
    const coming = await addMember(api.world.db, {
      name: '转入',
      at: branchB,
      relation: 'moving-in',
    })
    await set({ relation: 'moving-out', letter: { ...aLetter, validUntil: '2026-11-20' } })
    const todos = async (who: string) =>
      (
        await api.call(who, workbenchContract.todos, {
          query: { organization: branchB.id },
        })
      ).body.transfers
    expect((await todos(token))?.rows.map((row) => [row.id, row.letterUntil])).toEqual([
      [id, '2026-11-20'],
      [coming, null],
    ])
    expect(await todos(tokens.leader)).toBeNull()
    const listed = async (overdue: 'true' | 'false') =>
      (
        await api.call(token, contract.list, {
          query: { organization: branchB.id, overdue, size: 50 },
        })
      ).body.rows.map((row) => row.id)
    expect(await listed('true')).toEqual([id])
    expect(await listed('false')).toHaveLength(5)
    expect((await course())[0]).toBe('2026-11-21 介绍信超期，尚未接收')
    // Received, here or there, nobody waits any more.
    await set({ on: '2026-11-22', standing: 'transferred', receiptOn: '2026-11-22' })
    expect(await listed('true')).toEqual([])
    expect(await course()).not.toContain('2026-11-21 介绍信超期，尚未接收')
  })

  it('follows a letter whose day is to come', async () => {
    const { id, show, set } = await travelling()
    await set({ on: '2026-12-01', relation: 'moving-out', letter: aLetter })
    expect(await show()).toMatchObject({ relation: 'registered', letter: null, letterUntil: null })
    const day = { now: api.world.clock(), today: '2026-12-01' }
    await api.world.db.transaction().execute((db) => applyStates(db, day, [id]))
    const kept = await api.world.db
      .selectFrom('member')
      .select('letter_until')
      .where('id', '=', id)
      .executeTakeFirst()
    expect(kept?.letter_until).toBe(aLetter.validUntil)
  })
})
