import { describe, expect, it } from 'vitest'
import type { MeetingId, MemberId } from '#domain/ids.ts'
import { makeupsContract, meetingsContract } from '#domain/meetings.contract.ts'
import type { MeetingRecord } from '#domain/meetings.ts'
import { makeups } from '#server/features/makeups/handlers.ts'
import { meetings } from '#server/features/meetings/handlers.ts'
import { useApi } from '#tests/support/api.ts'
import { addAccount, smallBureau, type SmallBureau } from '#tests/support/bureau.ts'
import { aMeeting, firstOf, held } from '#tests/support/meetings.ts'

const api = useApi([...meetings, ...makeups])

const missing = ({ inB }: SmallBureau) => [
  { memberId: inB[1] as MemberId, status: 'leave' as const, reason: '病假' },
  { memberId: inB[2] as MemberId, status: 'absent' as const, reason: '无故' },
]

async function counts(token: string, organization: SmallBureau['branchB']) {
  const query = { organization: organization.id, year: 2026 }
  return (await api.call(token, meetingsContract.counts, { query })).body
}

describe('审签', () => {
  it('one press records, submits and signs, and the record is as if done in three', async () => {
    const bureau = await smallBureau(api.world.db)
    const { tokens, branchB, inB } = bureau
    const body = aMeeting(branchB, firstOf(inB), { attendance: missing(bureau) })
    const pressed = await held(api, tokens.organizer, { ...body, advance: 'sign' })
    expect(pressed).toMatchObject({
      status: 'signed',
      signedBy: 'organizer',
      createdBy: 'organizer',
    })
    const draft = await held(api, tokens.organizer, { ...body, startedAt: '15:00' })
    const at = (version: number) => ({ params: { id: draft.id }, version })
    const submitted = (await api.call(tokens.organizer, meetingsContract.submit, at(1))).body
    const signed = (await api.call(tokens.organizer, meetingsContract.sign, at(submitted.version)))
      .body
    const alike = ({
      attendance,
      expected,
      voters,
      verdicts,
      resolutions,
      version,
    }: MeetingRecord) => ({ attendance, expected, voters, verdicts, resolutions, version })
    expect(alike(signed)).toEqual(alike(pressed))
  })

  it('keeps what the organ and the people were called, whoever is renamed afterwards', async () => {
    const bureau = await smallBureau(api.world.db)
    const { tokens, branchB, inB } = bureau
    const body = aMeeting(branchB, firstOf(inB))
    const { id } = await held(api, tokens.organizer, { ...body, advance: 'sign' })
    const draft = await held(api, tokens.organizer, { ...body, startedAt: '21:00', endedAt: null })
    const { db } = api.world
    await db
      .updateTable('organization')
      .set({ name: '第二支部' })
      .where('id', '=', branchB.id)
      .execute()
    await db.updateTable('account').set({ name: '别名' }).where('login', '=', 'organizer').execute()
    const show = async (one: MeetingId) =>
      (await api.call(tokens.leader, meetingsContract.show, { params: { id: one } })).body
    const then = { organizationName: '乙支部', createdBy: 'organizer', signedBy: 'organizer' }
    expect(await show(id)).toMatchObject(then)
    expect(await show(draft.id)).toMatchObject({ organizationName: '第二支部', createdBy: '别名' })
  })

  it('counts each type once and the attendance once, in the month it was held, up the tree', async () => {
    const bureau = await smallBureau(api.world.db)
    const { tokens, committee, branchA, branchB, groupA1, inA1, inA2, inB } = bureau
    const save = (over: Partial<ReturnType<typeof aMeeting>>) =>
      held(api, tokens.organizer, { ...aMeeting(branchB, firstOf(inB)), advance: 'sign', ...over })
    const lecture = { lecturer: '陈明', lectureMinutes: 60 }
    await save({
      types: ['general-meeting', 'party-lecture'],
      ...lecture,
      attendance: missing(bureau),
    })
    await save({ types: ['theme-day'], heldOn: '2026-10-31' })
    await save({
      organizationId: groupA1.id,
      types: ['group-meeting'],
      chairId: firstOf(inA1),
      recorderId: firstOf(inA1),
    })
    await save({
      organizationId: branchA.id,
      chairId: firstOf(inA2),
      recorderId: firstOf(inA2),
      advance: 'submit',
    })
    expect(await counts(tokens.organizer, committee)).toMatchObject({
      cells: [
        { month: '2026-10', type: 'theme-day', count: 1 },
        { month: '2026-11', type: 'general-meeting', count: 1 },
        { month: '2026-11', type: 'group-meeting', count: 1 },
        { month: '2026-11', type: 'party-lecture', count: 1 },
      ],
      attendance: [
        { month: '2026-10', meetings: 1, expected: 5, present: 5 },
        { month: '2026-11', meetings: 2, expected: 5 + 6, present: 3 + 6 },
      ],
    })
    expect((await counts(tokens.organizer, branchA)).cells).toEqual([
      { month: '2026-11', type: 'group-meeting', count: 1 },
    ])
    const rows = (
      await api.call(tokens.organizer, meetingsContract.list, { query: { statuses: ['signed'] } })
    ).body.rows
    const deltas = await api.world.db.selectFrom('delta').select(['kind', 'count']).execute()
    const sum = (start: string) =>
      deltas
        .filter(({ kind }) => kind.startsWith(start))
        .reduce((total, { count }) => total + count, 0)
    expect(sum('meeting:')).toBe(rows.flatMap(({ types }) => types).length)
    expect(sum('attendance:expected')).toBe(
      rows.reduce((total, { expected }) => total + expected, 0),
    )
    expect(sum('attendance:present')).toBe(rows.reduce((total, { present }) => total + present, 0))
  })

  it('tells the duty matrix: awaiting from the draft on, held once signed, nothing when discarded', async () => {
    const { tokens, branchB, inB } = await smallBureau(api.world.db)
    const november = async () => {
      const row = await api.world.db
        .selectFrom('held')
        .select(['held', 'awaiting'])
        .executeTakeFirst()
      return [row?.held[10], row?.awaiting[10]]
    }
    const draft = await held(api, tokens.organizer, aMeeting(branchB, firstOf(inB)))
    expect(await november()).toEqual([0, 1])
    await api.call(tokens.organizer, meetingsContract.discard, {
      params: { id: draft.id },
      version: 1,
    })
    expect(await november()).toEqual([0, 0])
    const signed = await held(
      api,
      tokens.organizer,
      aMeeting(branchB, firstOf(inB), { advance: 'sign' }),
    )
    expect(await november()).toEqual([1, 0])
    await api.call(tokens.organizer, meetingsContract.archive, {
      params: { id: signed.id },
      version: signed.version,
    })
    expect(await november()).toEqual([1, 0])
  })

  it('leaves 补学 to everybody who was not present, due some days from signing', async () => {
    const bureau = await smallBureau(api.world.db)
    const { tokens, branchB, inB } = bureau
    const body = aMeeting(branchB, firstOf(inB), { attendance: missing(bureau) })
    const submitted = await held(api, tokens.organizer, { ...body, advance: 'submit' })
    expect(submitted.makeups).toEqual([])
    const at = { params: { id: submitted.id }, version: submitted.version }
    const signed = (await api.call(tokens.organizer, meetingsContract.sign, at)).body
    expect(
      signed.makeups.map(({ memberName, dueOn, state }) => [memberName, dueOn, state]),
    ).toEqual([
      ['吴刚', '2026-11-26', 'open'],
      ['周敏', '2026-11-26', 'open'],
    ])
    const listed = await api.call(tokens.organizer, makeupsContract.list)
    expect(listed.body.rows.map(({ id }) => id).toSorted()).toEqual(
      signed.makeups.map(({ id }) => id).toSorted(),
    )
  })

  it('marks what was entered more than seven days late, by the day it was first entered', async () => {
    const { tokens, branchB, inB } = await smallBureau(api.world.db)
    const on = (heldOn: string) =>
      held(api, tokens.organizer, aMeeting(branchB, firstOf(inB), { heldOn }))
    expect((await on('2026-11-15')).enteredLate).toBe(true)
    const prompt = await on('2026-11-16')
    expect(prompt.enteredLate).toBe(false)
    const { organizationId: _, ...content } = aMeeting(branchB, firstOf(inB), {
      heldOn: '2026-11-16',
    })
    api.world.setNow('2026-11-30T02:00:00Z')
    const edit = async (version: number, heldOn: string) =>
      (
        await api.call(tokens.organizer, meetingsContract.change, {
          params: { id: prompt.id },
          version,
          body: { ...content, heldOn },
        })
      ).body
    expect((await edit(1, '2026-11-16')).enteredLate).toBe(false)
    expect((await edit(2, '2026-11-17')).enteredLate).toBe(true)
    api.world.setNow('2026-11-23T02:00:00Z')
  })
})

describe('whose hand a record is in', () => {
  it('rights of a group do not reach the branch’s meeting that the same person attended and reads', async () => {
    const bureau = await smallBureau(api.world.db)
    const { tokens, branchA, groupA1, inA1 } = bureau
    const { token } = await addAccount(api.world.db, {
      login: 'both',
      roles: [
        { role: 'member', at: groupA1 },
        { role: 'group-leader', at: groupA1 },
      ],
      memberId: inA1[2],
    })
    const ofBranch = await held(api, tokens.organizer, {
      ...aMeeting(branchA, firstOf(inA1)),
      advance: 'sign',
    })
    const ofGroup = await held(api, tokens.organizer, {
      ...aMeeting(groupA1, firstOf(inA1), { types: ['group-meeting'] }),
      advance: 'sign',
    })
    const hands = async (by: string, id: typeof ofBranch.id) =>
      (await api.call(by, meetingsContract.show, { params: { id } })).body.hands
    expect(await hands(token, ofBranch.id)).toEqual({ record: false, sign: false })
    expect(await hands(token, ofGroup.id)).toEqual({ record: true, sign: false })
    expect(await hands(tokens['branch-secretary'], ofBranch.id)).toEqual({
      record: true,
      sign: true,
    })
    expect(await hands(tokens.leader, ofBranch.id)).toEqual({ record: false, sign: false })
  })
})
