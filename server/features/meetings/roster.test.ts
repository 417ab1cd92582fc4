import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import type { MemberId, OrganizationId } from '#domain/ids.ts'
import { meetingsContract } from '#domain/meetings.contract.ts'
import type { MeetingType } from '#domain/meetings.ts'
import { meetings } from '#server/features/meetings/handlers.ts'
import { useApi } from '#tests/support/api.ts'
import { addMember, addOrganization, smallBureau, type Placed } from '#tests/support/bureau.ts'
import { aMeeting, firstOf, held } from '#tests/support/meetings.ts'

const api = useApi(meetings)

async function rosterOn(token: string, organ: Placed, on: string, ...types: MeetingType[]) {
  const query = { organization: organ.id, on, types }
  return (await api.call(token, meetingsContract.roster, { query })).body
}
const names = ({ entries }: { entries: { name: string }[] }) => entries.map(({ name }) => name)

/** From a day on the member is elsewhere or otherwise. */
async function changed(
  memberId: MemberId,
  on: string,
  state: { organization_id?: OrganizationId; stage?: string; rights?: string; relation?: string },
) {
  const { db } = api.world
  const last = await db
    .selectFrom('member_state')
    .selectAll()
    .where('member_id', '=', memberId)
    .where('valid_to', 'is', null)
    .executeTakeFirstOrThrow()
  await db
    .updateTable('member_state')
    .set({ valid_to: addDays(on, -1) })
    .where('id', '=', last.id)
    .execute()
  await db
    .insertInto('member_state')
    .values({ ...last, ...state, id: newId(), valid_from: on })
    .execute()
  await db.updateTable('member').set(state).where('id', '=', memberId).execute()
}

async function appoint(
  branch: Placed,
  memberId: MemberId,
  post: string,
  from: string,
  to?: string,
) {
  const row = { organization_id: branch.id, member_id: memberId, post, started_on: from }
  await api.world.db
    .insertInto('post')
    .values({ id: newId(), ...row, ended_on: to ?? null })
    .execute()
}

describe('who should attend', () => {
  it('of a branch: all of it and its groups, group by group; of a group: the group', async () => {
    const { tokens, branchA, groupA2 } = await smallBureau(api.world.db)
    await addMember(api.world.db, { name: '丁直属', at: branchA })
    const branch = await rosterOn(tokens.organizer, branchA, '2026-11-20', 'general-meeting')
    // Groups of equal rank and people by pinyin: 甲二 jiaer, 甲一 jiayi; 覃 qin, 尉迟 yuchi, 曾 zeng; 单 shan.
    const second = ['李强', '覃红', '尉迟恭', '曾国藩']
    const first = ['阿卜杜拉·买买提', '欧阳娜娜', '单雄信', '王芳', '张伟', '赵新']
    expect(names(branch)).toEqual(['丁直属', ...second, ...first])
    expect(branch).toMatchObject({ expected: 11, voters: 10, basis: 'members' })
    const group = await rosterOn(tokens.organizer, groupA2, '2026-11-20', 'group-meeting')
    expect(group).toMatchObject({ expected: 4, voters: 4 })
    expect(new Set(group.entries.map((entry) => entry.organizationName))).toEqual(
      new Set(['甲二小组']),
    )
  })

  it('预备党员 and 留党察看 attend without a vote; 留置, moving in and applicants are not on the list', async () => {
    const { tokens, branchB } = await smallBureau(api.world.db)
    await addMember(api.world.db, { name: '预备', at: branchB, stage: 'probationary' })
    await addMember(api.world.db, { name: '察看', at: branchB, rights: 'probation' })
    await addMember(api.world.db, { name: '留置', at: branchB, rights: 'suspended' })
    await addMember(api.world.db, { name: '转入', at: branchB, relation: 'moving-in' })
    await addMember(api.world.db, { name: '转出', at: branchB, relation: 'moving-out' })
    await addMember(api.world.db, { name: '积极', at: branchB, stage: 'activist' })
    await addMember(api.world.db, { name: '停籍', at: branchB, standing: 'suspended' })
    const roster = await rosterOn(tokens.organizer, branchB, '2026-11-20')
    expect(roster).toMatchObject({ expected: 5 + 3, voters: 5 + 1 })
    const votes = roster.entries.map(({ name, hasVote }) => [name, hasVote])
    expect(votes).toEqual(
      expect.arrayContaining([
        ['预备', false],
        ['察看', false],
        ['转出', true],
      ]),
    )
  })

  it('is the roster of the day: transfers, stages and groups of later days change nothing', async () => {
    const { tokens, branchA, branchB, groupA1, groupA2, inA1, probationary } = await smallBureau(
      api.world.db,
    )
    const mover = firstOf(inA1)
    await changed(mover, '2026-10-01', { organization_id: branchB.id })
    await changed(probationary, '2026-10-05', { stage: 'full' })
    const later = await addOrganization(api.world.db, {
      kind: 'group',
      name: '甲三小组',
      parent: branchA,
      foundedOn: '2026-10-10',
    })
    await addMember(api.world.db, { name: '后来', at: later, on: '2026-10-10' })
    const { organizer } = tokens
    const numbers = async (organ: Placed, on: string) => {
      const { expected, voters } = await rosterOn(organizer, organ, on)
      return [expected, voters]
    }
    expect(await numbers(branchA, '2026-09-30')).toEqual([10, 9])
    expect(await numbers(branchA, '2026-10-01')).toEqual([9, 8])
    expect(await numbers(branchA, '2026-10-05')).toEqual([9, 9])
    expect(await numbers(branchA, '2026-10-10')).toEqual([10, 10])
    expect(await numbers(branchB, '2026-09-30')).toEqual([5, 5])
    expect(await numbers(branchB, '2026-10-01')).toEqual([6, 6])
    expect(await numbers(groupA1, '2026-10-01')).toEqual([5, 4])
    // A group that hung elsewhere is part of the branch it was in that day.
    await api.world.db
      .updateTable('organization_history')
      .set({ valid_to: '2026-10-31' })
      .where('organization_id', '=', groupA2.id)
      .execute()
    await api.world.db
      .insertInto('organization_history')
      .values({
        id: newId(),
        organization_id: groupA2.id,
        name: '乙一小组',
        parent_id: branchB.id,
        valid_from: '2026-11-01',
        valid_to: null,
        reason: null,
      })
      .execute()
    expect(await numbers(branchA, '2026-10-31')).toEqual([10, 10])
    expect(await numbers(branchA, '2026-11-01')).toEqual([6, 6])
    expect(await numbers(branchB, '2026-11-01')).toEqual([10, 10])
  })

  it('the number stays right for the branch that somebody left, though the name is withheld', async () => {
    const { tokens, branchA, branchB, inA1 } = await smallBureau(api.world.db)
    await changed(firstOf(inA1), '2026-11-22', { organization_id: branchB.id })
    const before = await rosterOn(tokens['branch-secretary'], branchA, '2026-11-20')
    expect(before).toMatchObject({ expected: 10, voters: 9 })
    expect((await rosterOn(tokens['branch-secretary'], branchA, '2026-11-22')).expected).toBe(9)
  })

  it('of a committee: those holding a seat that day, once each', async () => {
    const { tokens, branchA, inA1, inA2 } = await smallBureau(api.world.db)
    const [secretary, former, officer] = [firstOf(inA2), inA2[1], inA1[1]]
    await appoint(branchA, secretary, 'secretary', '2025-01-01')
    await appoint(branchA, secretary, 'officer', '2025-01-01')
    await appoint(branchA, officer as MemberId, 'discipline-officer', '2026-06-01')
    await appoint(branchA, former as MemberId, 'organization-officer', '2025-01-01', '2026-05-31')
    const committee = (on: string) => rosterOn(tokens.organizer, branchA, on, 'committee-meeting')
    expect(await committee('2026-11-20')).toMatchObject({
      expected: 2,
      voters: 2,
      basis: 'committee',
    })
    expect(names(await committee('2026-11-20'))).toEqual(['李强', '王芳'])
    expect(names(await committee('2026-05-31'))).toEqual(['李强', '曾国藩'])
    const met = aMeeting(branchA, secretary, {
      types: ['committee-meeting'],
      resolutions: [{ title: '确定积极分子', kind: 'committee', yes: 2, no: 0, abstain: 0 }],
    })
    expect(await held(api, tokens.organizer, met)).toMatchObject({
      expected: 2,
      voters: 2,
      verdict: 'met',
    })
  })

  it('needs an organ inside the scope', async () => {
    const { tokens, branchB } = await smallBureau(api.world.db)
    const ask = (token: string, organ: Placed) =>
      api.call(token, meetingsContract.roster, {
        query: { organization: organ.id, on: '2026-11-20' },
      })
    expect((await ask(tokens['branch-secretary'], branchB)).status).toBe(404)
    expect((await ask(tokens.leader, branchB)).status).toBe(403)
  })
})

describe('somebody who has moved to another branch since', () => {
  it('is named and marked in the minutes of the day, but the record is no longer open to the old branch', async () => {
    const { tokens, branchA, branchB, groupA2, inA1, inA2 } = await smallBureau(api.world.db)
    const [gone] = inA1.slice(-1) as [MemberId]
    await changed(gone, '2026-11-15', { organization_id: branchB.id })
    const secretary = tokens['branch-secretary']
    expect(names(await rosterOn(secretary, branchA, '2026-11-10', 'general-meeting'))).toContain(
      '阿卜杜拉·买买提',
    )
    const attendance = [{ memberId: gone, status: 'absent' as const, reason: '公务' }]
    const record = await held(
      api,
      secretary,
      aMeeting(branchA, firstOf(inA2), { heldOn: '2026-11-10', attendance }),
    )
    expect(record).toMatchObject({ expected: 10, absent: 1 })
    const later = aMeeting(groupA2, firstOf(inA2), { types: ['group-meeting'], attendance })
    expect(
      (await api.call(secretary, meetingsContract.create, { body: later })).problem.fields,
    ).toEqual({
      'body.attendance.0.memberId': expect.stringContaining('应到'),
    })
  })
})
