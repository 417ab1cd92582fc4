import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MemberId } from './ids.ts'
import { attendanceStatus, type Attendee, type RosterEntry } from './meetings.ts'
import { assess, fillAttendance, tallyOf, worst, writtenOpinions } from './meetings.verdicts.ts'
import { met, notApplicable, unmet, warning } from './rules/verdict.ts'

const people = Array.from({ length: 12 }, (_, index) => `m${index}` as MemberId)

const roster = fc.uniqueArray(
  fc.record({ memberId: fc.constantFrom(...people), hasVote: fc.boolean() }),
  { selector: ({ memberId }) => memberId },
)
const entries = roster.map((list) =>
  list.map((one): RosterEntry => ({ ...one, name: '—', stage: 'full', organizationName: '—' })),
)
const marks = fc.uniqueArray(
  fc.record<Attendee>({
    memberId: fc.constantFrom(...people),
    status: fc.constantFrom(...attendanceStatus.options),
    reason: fc.option(fc.constant('出差')),
    writtenOpinion: fc.boolean(),
  }),
  { selector: ({ memberId }) => memberId },
)

describe('attendance', () => {
  it('has everybody of the roster once, whoever was marked, and numbers that add up', () => {
    fc.assert(
      fc.property(entries, marks, (list, marked) => {
        const attendance = fillAttendance(list, marked)
        expect(attendance.map(({ memberId }) => memberId)).toEqual(list.map((one) => one.memberId))
        const tally = tallyOf(attendance)
        expect(tally.present + tally.leave + tally.absent).toBe(tally.expected)
        expect(tally.votersPresent + writtenOpinions(attendance)).toBeLessThanOrEqual(tally.voters)
        expect(tally.voters).toBe(list.filter(({ hasVote }) => hasVote).length)
      }),
    )
  })

  it('counts whoever is not marked as present: the secretary records who was missing', () => {
    fc.assert(
      fc.property(entries, marks, (list, marked) => {
        const missing = marked.filter(({ status }) => status !== 'present')
        expect(fillAttendance(list, missing)).toEqual(fillAttendance(list, marked))
        expect(tallyOf(fillAttendance(list, [])).present).toBe(list.length)
      }),
    )
  })
})

describe('verdicts', () => {
  it('the worst of many is told; what has no rule is no fault', () => {
    const [good, bad, doubt, none] = [
      met('a', null),
      unmet('b', null),
      warning('c', null),
      notApplicable('d', null),
    ]
    expect(worst([])).toBe('met')
    expect(worst([none])).toBe('met')
    expect(worst([good, doubt, none])).toBe('warning')
    expect(worst([doubt, bad, good])).toBe('unmet')
  })

  it.each([
    ['general-meeting', ['branch-11']],
    ['committee-meeting', ['branch-12']],
    ['group-meeting', []],
    ['party-lecture', []],
    ['theme-day', []],
    ['life-meeting', []],
    ['review', []],
    ['democratic-life', ['democratic-life']],
  ] as const)('%s is asked a quorum by %j', (type, articles) => {
    const meeting = { types: [type], heldOn: '2026-11-20', attendance: [], resolutions: [] }
    const { verdicts, verdict } = assess(meeting, [], 'present')
    expect(verdicts.map(({ article }) => article)).toEqual(articles)
    expect(verdict).toBe(articles.length > 0 ? 'unmet' : 'met')
  })
})
