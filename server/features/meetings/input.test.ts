import { describe, expect, it } from 'vitest'
import type { MemberId } from '#domain/ids.ts'
import { meetingsContract } from '#domain/meetings.contract.ts'
import { meetings } from '#server/features/meetings/handlers.ts'
import { useApi } from '#tests/support/api.ts'
import { addMember, smallBureau, type SmallBureau } from '#tests/support/bureau.ts'
import { aMeeting, firstOf } from '#tests/support/meetings.ts'

const api = useApi(meetings)

type Body = ReturnType<typeof aMeeting>
type Given = SmallBureau & { guest: MemberId; leader: MemberId; second: MemberId }

/** Branch 甲 with an applicant; answers what a body with `over` is refused for, by field. */
async function refusal(over: (given: Given) => Partial<Body>) {
  const bureau = await smallBureau(api.world.db)
  const guest = await addMember(api.world.db, {
    name: '申请人',
    at: bureau.branchA,
    stage: 'applicant',
  })
  const given = {
    ...bureau,
    guest,
    leader: firstOf(bureau.inA2),
    second: bureau.inA2[1] as MemberId,
  }
  const body = aMeeting(bureau.branchA, given.leader, over(given))
  return (await api.call(bureau.tokens.organizer, meetingsContract.create, { body })).problem
}

const vote = { title: '同意上报', kind: 'ordinary', yes: 9, no: 0, abstain: 0 } as const
const development = { ...vote, kind: 'development', secretBallot: true } as const

describe('each wrong entry is told at its field', () => {
  const cases: [string, string, (given: Given) => Partial<Body>][] = [
    [
      'an organ that holds no such meeting',
      'body.types',
      (g) => ({ organizationId: g.committee.id }),
    ],
    ['a type of the group', 'body.types', () => ({ types: ['group-meeting'] })],
    ['an assembly of a group', 'body.types', (g) => ({ organizationId: g.groupA2.id })],
    ['a committee that is not there', 'body.types', () => ({ types: ['committee-meeting'] })],
    ['a type twice', 'body.types', () => ({ types: ['theme-day', 'theme-day'] })],
    ['tomorrow', 'body.heldOn', () => ({ heldOn: '2026-11-24' })],
    ['before it was founded', 'body.heldOn', () => ({ heldOn: '2019-12-31' })],
    ['a day that does not exist', 'body.heldOn', () => ({ heldOn: '2026-02-30' })],
    ['an end at its start', 'body.endedAt', () => ({ endedAt: '09:00' })],
    [
      'a lecture by nobody',
      'body.lecturer',
      () => ({ types: ['party-lecture'], lectureMinutes: 60 }),
    ],
    [
      'a lecture of no length',
      'body.lectureMinutes',
      () => ({ types: ['party-lecture'], lecturer: '李强' }),
    ],
    ['a 年度 of an assembly', 'body.assessmentYear', () => ({ assessmentYear: 2026 })],
    [
      'a 年度 long past',
      'body.assessmentYear',
      () => ({ types: ['review'], assessmentYear: 2024 }),
    ],
    [
      'the 年度 before, after March',
      'body.assessmentYear',
      () => ({ types: ['review'], heldOn: '2026-04-01', assessmentYear: 2025 }),
    ],
    ['a 年度 to come', 'body.assessmentYear', () => ({ types: ['review'], assessmentYear: 2027 })],
    ['a chair who is no member', 'body.chairId', (g) => ({ chairId: g.guest })],
    ['a chair of another branch', 'body.chairId', (g) => ({ chairId: firstOf(g.inB) })],
    ['a recorder who is no member', 'body.recorderId', (g) => ({ recorderId: g.guest })],
    [
      'a chair on leave',
      'body.chairId',
      (g) => ({
        recorderId: g.second,
        attendance: [{ memberId: g.leader, status: 'leave', reason: '病假' }],
      }),
    ],
    [
      'an absent recorder',
      'body.recorderId',
      (g) => ({
        recorderId: g.second,
        attendance: [{ memberId: g.second, status: 'absent', reason: '无故' }],
      }),
    ],
    [
      'somebody of another branch',
      'body.attendance.1.memberId',
      (g) => ({
        attendance: [
          { memberId: g.leader, status: 'present' },
          { memberId: firstOf(g.inB), status: 'present' },
        ],
      }),
    ],
    [
      'an applicant',
      'body.attendance.0.memberId',
      (g) => ({ attendance: [{ memberId: g.guest, status: 'present' }] }),
    ],
    [
      'somebody twice',
      'body.attendance.1.memberId',
      (g) => ({
        attendance: [
          { memberId: g.leader, status: 'present' },
          { memberId: g.leader, status: 'present' },
        ],
      }),
    ],
    [
      'leave without a reason',
      'body.attendance.0.reason',
      (g) => ({ attendance: [{ memberId: g.second, status: 'leave' }] }),
    ],
    [
      'a written opinion of somebody present',
      'body.attendance.0.writtenOpinion',
      (g) => ({ attendance: [{ memberId: g.second, status: 'present', writtenOpinion: true }] }),
    ],
    [
      'more votes than voters',
      'body.resolutions.1.yes',
      () => ({ resolutions: [vote, { ...vote, no: 1 }] }),
    ],
    ['a negative vote', 'body.resolutions.0.no', () => ({ resolutions: [{ ...vote, no: -1 }] })],
    ['half a vote', 'body.resolutions.0.yes', () => ({ resolutions: [{ ...vote, yes: 4.5 }] })],
    [
      'nobody to develop',
      'body.resolutions.0.subjectMemberId',
      () => ({ resolutions: [development] }),
    ],
    [
      'written votes in an ordinary decision',
      'body.resolutions.0.written',
      () => ({ resolutions: [{ ...vote, written: 1 }] }),
    ],
    [
      'written votes with everybody present',
      'body.resolutions.0.written',
      (g) => ({ resolutions: [{ ...development, subjectMemberId: g.guest, written: 1 }] }),
    ],
    [
      'written votes of nobody in the list',
      'body.resolutions.0.written',
      (g) => ({
        attendance: [{ memberId: g.second, status: 'leave', reason: '出差' }],
        resolutions: [{ ...development, yes: 8, subjectMemberId: g.guest, written: 1 }],
      }),
    ],
    [
      'a committee vote of the assembly',
      'body.resolutions.0.kind',
      () => ({ resolutions: [{ ...vote, kind: 'committee' }] }),
    ],
    [
      'a development by a theme day',
      'body.resolutions.0.kind',
      (g) => ({
        types: ['theme-day'],
        resolutions: [{ ...development, subjectMemberId: g.guest }],
      }),
    ],
    ['a NUL in the minutes', 'body.minutes', () => ({ minutes: '会议\u0000记录' })],
    ['a NUL in the title', 'body.title', () => ({ title: '会议\u0000记录' })],
    ['minutes without end', 'body.minutes', () => ({ minutes: '记'.repeat(200_001) })],
    ['an unknown field', 'body.points', () => ({ points: 1 }) as Partial<Body>],
  ]

  it.each(cases)('%s → %s', async (_, field, over) => {
    const { code, fields } = await refusal(over)
    expect(code).toBe('invalid')
    expect(Object.keys(fields ?? {})).toEqual([field])
    expect(fields?.[field]).toMatch(/\p{Script=Han}/u)
  })

  const tooLong = { 'body.minutes': '内容过长，请删减后再保存（一次最多 1 MB）' }
  it.each<[string, Partial<Body>, object | undefined]>([
    ['of Latin letters', { minutes: 'x'.repeat(1_100_000) }, tooLong],
    ['of three bytes a sign', { minutes: '记'.repeat(400_000) }, tooLong],
    // No one text is to blame, or so much comes that it is not read: then none is named.
    ['in many texts', { agenda: Array.from({ length: 60 }, () => 'x'.repeat(20_000)) }, undefined],
    ['twice over', { minutes: 'x'.repeat(2_200_000) }, undefined],
  ])('a megabyte %s is refused whole, at its field where it can be known', async (_, over, at) => {
    const { code, fields } = await refusal(() => over)
    expect(code).toBe('too_large')
    expect(fields).toEqual(at)
  })

  it('several at once', async () => {
    const { fields } = await refusal((g) => ({
      chairId: g.guest,
      endedAt: '08:00',
      assessmentYear: 2026,
    }))
    expect(Object.keys(fields ?? {}).toSorted()).toEqual([
      'body.assessmentYear',
      'body.chairId',
      'body.endedAt',
    ])
  })
})
