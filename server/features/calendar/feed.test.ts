import { beforeEach, describe, expect, it } from 'vitest'
import { announcementsContract } from '#domain/announcements.contract.ts'
import { dutiesContract, exemptionsContract } from '#domain/duties.contract.ts'
import { integrityContract } from '#domain/integrity.contract.ts'
import { meetingsContract } from '#domain/meetings.contract.ts'
import type { GrantedRole } from '#domain/permissions.ts'
import { anAnnouncement, announced } from '#tests/support/announcements.ts'
import { useApi } from '#tests/support/api.ts'
import { addMeeting } from '#tests/support/bookedMeeting.ts'
import { smallBureau, type SmallBureau } from '#tests/support/bureau.ts'
import { entriesOf, subscribed, summaries, uidsOf } from '#tests/support/calendarFile.ts'
import { integrityAt } from '#tests/support/integrityRecords.ts'
import { aMeeting, firstOf, held } from '#tests/support/meetings.ts'
import { aStudy, recorded } from '#tests/support/studies.ts'

const api = useApi()
let bureau: SmallBureau
beforeEach(async () => void (bureau = await smallBureau(api.world.db)))

const ofRole = (role: GrantedRole) => subscribed(api, bureau.tokens[role])

describe('duties', () => {
  const dutyUids = async (token: string, organization: string) => {
    const { rows } = (
      await api.call(token, dutiesContract.due, { query: { organization, size: 200 } })
    ).body
    return rows
      .map((row) => `duty-${row.organizationId}-${row.duty}-${row.period}@six-chains`)
      .toSorted()
  }

  it.each([
    ['group-leader', 'groupA1'],
    ['branch-secretary', 'branchA'],
    ['organizer', 'committee'],
  ] as const)('of %s are those that the workbench lists for %s', async (role, place) => {
    const uids = uidsOf(await entriesOf(await ofRole(role)), 'duty')
    expect(uids).toEqual(await dutyUids(bureau.tokens[role], bureau[place].id))
    expect(uids.length).toBeGreaterThan(0)
  })

  it.each(['member', 'leader', 'discipline'] as const)(
    'are not for %s, who holds no meetings',
    async (role) => {
      expect(uidsOf(await entriesOf(await ofRole(role)), 'duty')).toEqual([])
    },
  )

  it('lie on the last day of the period, all day, and go when kept or exempted', async () => {
    const read = await ofRole('branch-secretary')
    const uid = (duty: string, period: string) =>
      `duty-${bureau.branchA.id}-${duty}-${period}@six-chains`
    const before = await entriesOf(read)
    expect(before.get(uid('general-meeting', '2026-Q4'))).toMatchObject({
      summary: '应开：甲支部 支部党员大会',
      datetype: 'date',
      transparency: 'TRANSPARENT',
    })
    expect(await read()).toMatch(/DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n/)
    expect(before.get(uid('general-meeting', '2026-Q1'))?.summary).toBe(
      '应开（已逾期）：甲支部 支部党员大会',
    )
    expect(before.has(uid('theme-day', '2026-11'))).toBe(true)

    const at = { at: bureau.branchA, by: firstOf(bureau.inA2) }
    await addMeeting(api.world.db, { ...at, types: ['general-meeting'], on: '2026-11-20' })
    await api.call(bureau.tokens.organizer, exemptionsContract.create, {
      body: {
        organizationId: bureau.branchA.id,
        duty: 'theme-day',
        from: '2026-11-01',
        to: '2026-11-30',
        reason: '集中驻村',
        documentNumber: '机党〔2026〕3号',
      },
    })
    const after = await entriesOf(read)
    expect(after.has(uid('general-meeting', '2026-Q4'))).toBe(false)
    expect(after.has(uid('theme-day', '2026-11'))).toBe(false)
    expect(after.size).toBe(before.size - 2 + 1)
  })

  it('wait for their signature under that word', async () => {
    const read = await ofRole('branch-secretary')
    const at = { at: bureau.branchA, by: firstOf(bureau.inA2), status: 'submitted' as const }
    await addMeeting(api.world.db, { ...at, types: ['general-meeting'], on: '2026-11-20' })
    expect(await summaries(read, 'duty')).toContain('待审签：甲支部 支部党员大会')
  })
})

describe('meetings', () => {
  it('of the own organs and of those one was listed for, ninety days back, with title, place and time', async () => {
    const { branchA, branchB, committee, inA1, inA2, inB, tokens } = bureau
    const chair = firstOf(inA2)
    const meeting = await held(
      api,
      tokens['branch-secretary'],
      aMeeting(branchA, chair, { title: '十一月大会, 扩大', endedAt: '10:30', place: '三楼; 东' }),
    )
    const by = firstOf(inB)
    const add = (at: { id: string }, on: string) =>
      addMeeting(api.world.db, { at, by, types: ['theme-day'], on, status: 'signed' })
    const lastDay = await add(branchA, '2026-08-25')
    await add(branchA, '2026-08-24')
    const other = await add(branchB, '2026-11-10')
    const committees = await add(committee, '2026-11-11')
    const uid = (id: string) => `meeting-${id}@six-chains`

    const secretary = await entriesOf(await ofRole('branch-secretary'))
    expect(uidsOf(secretary, 'meeting')).toEqual([uid(lastDay), uid(meeting.id)].toSorted())
    const entry = secretary.get(uid(meeting.id))
    expect(entry).toMatchObject({
      summary: '十一月大会, 扩大',
      location: '三楼; 东',
      description: '甲支部 · 支部党员大会 · 草稿',
      status: 'TENTATIVE',
      sequence: 0,
    })
    expect(entry?.start.toISOString()).toBe('2026-11-20T01:00:00.000Z')
    expect(entry?.end?.toISOString()).toBe('2026-11-20T02:30:00.000Z')

    // Of a committee what it holds itself; all branches' meetings are no calendar of a person.
    for (const role of ['organizer', 'leader'] as const)
      expect(uidsOf(await entriesOf(await ofRole(role)), 'meeting')).toEqual([uid(committees)])

    // A member, as in the list: signed, and with the own name on it.
    const member = await ofRole('member')
    expect(uidsOf(await entriesOf(member), 'meeting')).toEqual([])
    await held(api, tokens.organizer, {
      ...aMeeting(branchB, by, { heldOn: '2026-11-19', advance: 'sign' }),
    })
    const signed = await held(
      api,
      tokens.organizer,
      aMeeting(branchA, chair, {
        heldOn: '2026-11-18',
        attendance: [{ memberId: inA1[1] ?? chair, status: 'present' }],
        advance: 'sign',
      }),
    )
    expect(uidsOf(await entriesOf(member), 'meeting')).toEqual([uid(signed.id)])
    expect(other).not.toBe(signed.id)
  })

  it('that were called off are cancelled in the calendar, with a higher sequence, for four weeks', async () => {
    const { tokens, branchA } = bureau
    const { id, version } = await announced(
      api,
      tokens['branch-secretary'],
      anAnnouncement(branchA, { heldOn: '2026-11-27' }),
    )
    const reads = [await ofRole('branch-secretary'), await ofRole('member')]
    const entry = async (read: () => Promise<string>) =>
      (await entriesOf(read)).get(`announcement-${id}@six-chains`)
    for (const read of reads)
      expect(await entry(read)).toMatchObject({ status: 'TENTATIVE', sequence: 0 })
    await api.call(tokens['branch-secretary'], announcementsContract.callOff, {
      params: { id },
      version,
      body: { reason: '与上级会议冲突' },
    })
    for (const read of reads)
      expect(await entry(read)).toMatchObject({
        summary: '会议已取消：十一月支部党员大会',
        description: '甲支部 · 支部党员大会 · 与上级会议冲突',
        status: 'CANCELLED',
        transparency: 'TRANSPARENT',
        sequence: 1,
      })
    api.world.setNow('2026-12-25T02:00:00.000Z')
    for (const read of reads) expect(await entry(read)).toMatchObject({ status: 'CANCELLED' })
    api.world.setNow('2026-12-26T02:00:00.000Z')
    for (const read of reads) expect(await entry(read)).toBeUndefined()
    api.world.setNow('2026-11-23T02:00:00.000Z')
  })

  it('keep their uid and raise their sequence when they are changed', async () => {
    const read = await ofRole('branch-secretary')
    const token = bureau.tokens['branch-secretary']
    const content = aMeeting(bureau.branchA, firstOf(bureau.inA2))
    const { id, version } = await held(api, token, content)
    const { organizationId: _, ...rest } = content
    const body = { ...rest, place: '五楼会议室' }
    await api.call(token, meetingsContract.change, { params: { id }, version, body })
    expect((await entriesOf(read)).get(`meeting-${id}@six-chains`)).toMatchObject({
      location: '五楼会议室',
      sequence: 1,
    })
  })
})

describe('study, make-ups, responsibilities and follow-ups', () => {
  it('planned study is for its organ and for whom it invites; what is closed is not there', async () => {
    const { branchA, branchB, committee, inA1, inB, tokens } = bureau
    const plan = {
      advance: 'plan',
      heldOn: '2026-12-03',
      endsOn: '2026-12-04',
      place: '二楼',
    } as const
    const add = (at: typeof branchA, people: typeof inB, topic: string, over: object = plan) =>
      recorded(api, tokens.organizer, aStudy(at, people, { topic, ...over }))
    await add(branchA, [], '甲的培训')
    await add(branchB, [], '乙的培训')
    await add(committee, inA1.slice(1, 2), '请一位党员')
    await add(branchA, inA1.slice(0, 1), '办结的', { advance: 'close' })
    const studies = async (role: GrantedRole) => summaries(await ofRole(role), 'study')
    expect(await studies('branch-secretary')).toEqual(['培训：甲的培训'])
    expect(await studies('member')).toEqual(['培训：请一位党员'])
    expect(await studies('leader')).toEqual(['培训：请一位党员'])
    const text = await (await ofRole('organizer'))()
    expect(text).toContain('LOCATION:二楼\r\n')
    expect(text).toMatch(/DTSTART;VALUE=DATE:20261203\r\nDTEND;VALUE=DATE:20261205\r\n/)
  })

  it('make-ups are the own ones, until they are done', async () => {
    const own = bureau.inA1[1] ?? firstOf(bureau.inA1)
    const meeting = aMeeting(bureau.branchA, firstOf(bureau.inA2), {
      attendance: [
        { memberId: own, status: 'leave', reason: '病假' },
        { memberId: firstOf(bureau.inA1), status: 'absent', reason: '无故' },
      ],
      advance: 'sign',
    })
    await held(api, bureau.tokens.organizer, meeting)
    const read = await ofRole('member')
    expect(await summaries(read, 'makeup')).toEqual(['补学：十一月支部党员大会'])
    expect(await summaries(await ofRole('branch-secretary'), 'makeup')).toEqual([])
    api.world.setNow('2026-11-27T02:00:00.000Z')
    expect(await summaries(read, 'makeup')).toEqual(['补学（已逾期）：十一月支部党员大会'])
    api.world.setNow('2026-11-23T02:00:00.000Z')
    await api.world.db.updateTable('makeup').set({ done_on: '2026-11-23', how: '自学' }).execute()
    expect(await summaries(read, 'makeup')).toEqual([])
  })

  it('responsibilities are the own ones, whatever one may see; follow-ups for who records them', async () => {
    const { branchA, branchB, inA1, inA2, inB } = bureau
    const mine = await integrityAt(api.world.db, branchA, firstOf(inA2), '书记')
    const leaders = await integrityAt(api.world.db, branchA, firstOf(inA1), '组长')
    const members = await integrityAt(api.world.db, branchA, inA1[1] ?? '', '党员')
    const foreign = await integrityAt(api.world.db, branchB, firstOf(inB), '乙')
    const read = await ofRole('branch-secretary')
    const entries = await entriesOf(read)
    expect(uidsOf(entries, 'responsibility')).toEqual([
      `responsibility-${mine.responsibility}@six-chains`,
    ])
    expect(await summaries(read, 'responsibility')).toEqual(['责任清单：岗位风险排查'])
    const measures = uidsOf(entries, 'measure')
    expect(measures).toHaveLength(3)
    expect(measures).not.toContain(`measure-${foreign['education-follow-up']}@six-chains`)
    expect(new Set(await summaries(read, 'measure'))).toEqual(
      new Set(['警示教育后续（已逾期）：开展专题讨论']),
    )
    // They have no right to look at 责任清单, and answer for an item of it.
    for (const [role, own] of [
      ['member', members],
      ['group-leader', leaders],
    ] as const) {
      const told = await entriesOf(await ofRole(role))
      expect(uidsOf(told, 'responsibility')).toEqual([
        `responsibility-${own.responsibility}@six-chains`,
      ])
      expect(uidsOf(told, 'measure')).toEqual([])
    }
    // Looks, and does not record.
    expect(uidsOf(await entriesOf(await ofRole('leader')), 'measure')).toEqual([])
    await api.call(bureau.tokens.discipline, integrityContract.checkResponsibility, {
      params: { id: mine.responsibility },
      version: 1,
      body: { doneOn: '2026-11-20', evidence: '已排查' },
    })
    expect(await summaries(read, 'responsibility')).toEqual([])
  })
})
