import { describe, expect, it } from 'vitest'
import { membersContract as contract } from '#domain/members.contract.ts'
import { servicesContract } from '#domain/services.contract.ts'
import { servicesBureau } from '#tests/support/services.ts'
import { smallBureau } from '#tests/support/bureau.ts'
import { useApi } from '#tests/support/api.ts'

const api = useApi()
const bureau = () => smallBureau(api.world.db)

describe('the ledger', () => {
  it('holds the signed meetings of a year with what was missed and made up', async () => {
    const { tokens, branchB, inB } = await bureau()
    const db = api.world.db
    const member = inB[0] as (typeof inB)[number]
    const meeting = async (held_on: string, status: string, attendance: string) => {
      const id = crypto.randomUUID()
      await db
        .insertInto('meeting')
        .values({
          id,
          organization_id: branchB.id,
          types: ['assembly'],
          title: `大会 ${held_on}`,
          held_on,
          started_at: '09:00',
          ended_at: null,
          place: '会议室',
          chair_id: member,
          recorder_id: member,
          assessment_year: null,
          agenda: '[]',
          lecturer: null,
          lecture_minutes: null,
          guests: '[]',
          speeches: '[]',
          resolutions: '[]',
          status,
          return_reason: null,
          created_by: member,
          created_at: held_on,
          submitted_at: null,
          signed_by: null,
          signed_at: null,
          archived_at: null,
        })
        .execute()
      await db
        .insertInto('attendance')
        .values({
          meeting_id: id,
          organization_id: branchB.id,
          member_id: member,
          ordinal: 1,
          name: '陈明',
          stage: 'full',
          organization_name: '乙支部',
          has_vote: true,
          status: attendance,
          reason: null,
        })
        .execute()
      return id
    }
    await meeting('2026-01-10', 'signed', 'present')
    const missed = await meeting('2026-04-10', 'archived', 'absent')
    await meeting('2026-07-10', 'draft', 'present')
    await meeting('2025-12-31', 'signed', 'leave')
    await db
      .insertInto('makeup')
      .values({
        id: crypto.randomUUID(),
        meeting_id: missed,
        organization_id: branchB.id,
        member_id: member,
        due_on: '2026-04-13',
        done_on: null,
        how: null,
        confirmed_by: null,
      })
      .execute()
    const ledger = async (year: number) =>
      (await api.call(tokens.leader, contract.ledger, { params: { id: member }, query: { year } }))
        .body
    expect(await ledger(2026)).toMatchObject({
      expected: 2,
      present: 1,
      leave: 0,
      absent: 1,
      meetings: [
        { title: '大会 2026-04-10', attendance: 'absent', makeupState: 'overdue' },
        { attendance: 'present', makeupState: null },
      ],
    })
    expect(await ledger(2025)).toMatchObject({ expected: 1, leave: 1 })
    const line = (await api.call(tokens.leader, contract.timeline, { params: { id: member } })).body
    expect(line.filter(({ kind }) => kind === 'meeting').map(({ text }) => text)).toEqual([
      '大会 2026-01-10',
    ])
  })
})

describe('the timeline', () => {
  it('tells of services once they are confirmed, and no longer when they are taken back', async () => {
    const { tokens, own, log } = await servicesBureau(api)
    const shown = async (token: string) =>
      (await api.call(token, contract.timeline, { params: { id: own } })).body
        .filter(({ kind }) => kind === 'service')
        .map(({ text, serviceId }) => [text, serviceId])
    const duty = (await log()).body
    const volunteered = (
      await log({ kind: 'outreach', servedOn: '2026-11-19', minutes: 90, isVolunteer: true })
    ).body
    expect(await shown(tokens.member)).toEqual([])
    const leader = tokens['group-leader']
    for (const { id, version } of [duty, volunteered])
      await api.call(leader, servicesContract.confirm, { params: { id }, version })
    const both = [
      ['帮办服务 3 人次（岗位服务）', duty.id],
      ['延伸服务 3 人次（志愿服务）', volunteered.id],
    ]
    expect(await shown(tokens.member)).toEqual(both)
    expect(await shown(tokens.leader)).toEqual(both)
    await api.call(leader, servicesContract.sendBack, {
      params: { id: duty.id },
      version: duty.version + 1,
      body: { reason: '人次有误' },
    })
    expect(await shown(tokens.leader)).toEqual(both.slice(1))
  })
})
