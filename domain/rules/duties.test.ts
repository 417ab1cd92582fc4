import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '#domain/dates.ts'
import { duties, dutiesOf, dutyPlan, owesCommitteeMeetings } from './duties.ts'
import type { Duty, DutyOrgan } from './duties.ts'

const branch: DutyOrgan = {
  kind: 'branch',
  branchKind: 'regular',
  foundedOn: '2015-01-01',
  hasCommittee: true,
}

describe('dutiesOf', () => {
  const all: Duty[] = [
    'general-meeting',
    'committee-meeting',
    'party-lecture',
    'theme-day',
    'life-meeting',
    'review',
  ]
  const without = all.filter((duty) => duty !== 'committee-meeting')
  it.each<[string, DutyOrgan, string, Duty[]]>([
    ['a branch with a committee', branch, '2026-03-01', all],
    [
      '支部工作条例 第二十条: a branch without a committee has no 支委会',
      { ...branch, hasCommittee: false },
      '2026-03-01',
      without,
    ],
    [
      'a committee not spoken of is none',
      { ...branch, hasCommittee: undefined },
      '2026-03-01',
      without,
    ],
    [
      '支部工作条例 第十三条: 党小组会 is the duty of the group alone',
      { ...branch, kind: 'group', branchKind: null },
      '2026-03-01',
      ['group-meeting'],
    ],
    [
      'a retired branch owes them too, unless exempted',
      { ...branch, branchKind: 'retired' },
      '2026-03-01',
      all,
    ],
    [
      '支部工作条例 第八条: a temporary branch owes none',
      { ...branch, branchKind: 'temporary' },
      '2026-03-01',
      [],
    ],
    ['a committee', { ...branch, kind: 'committee' }, '2026-03-01', ['democratic-life']],
    ['a general branch', { ...branch, kind: 'general-branch' }, '2026-03-01', ['democratic-life']],
    [
      'a committee on which nobody holds a post',
      { ...branch, kind: 'committee', hasCommittee: false },
      '2026-03-01',
      [],
    ],
    ['before founding', { ...branch, foundedOn: '2026-03-02' }, '2026-03-01', []],
    ['on the day of closing', { ...branch, closedOn: '2026-03-01' }, '2026-03-01', all],
    ['after closing', { ...branch, closedOn: '2026-02-28' }, '2026-03-01', []],
    [
      'committee by spans: before',
      { ...branch, hasCommittee: [{ from: '2026-03-02' }] },
      '2026-03-01',
      without,
    ],
    [
      'committee by spans: in',
      { ...branch, hasCommittee: [{ to: '2024-12-31' }, { from: '2026-03-01', to: null }] },
      '2026-03-01',
      all,
    ],
    [
      'committee by function',
      { ...branch, hasCommittee: (on) => on > '2026-03-01' },
      '2026-03-01',
      without,
    ],
  ])('%s', (_name, organ, on, expected) => expect(dutiesOf(organ, on)).toEqual(expected))

  it.each([
    [6, 0, false],
    [7, 0, true],
    [6, 1, true],
    [7, 3, true],
  ])(
    '支部工作条例 第十二、二十条: %i full members and %i posts owe committee meetings: %o',
    (fullMembers, committeePosts, owes) =>
      expect(owesCommitteeMeetings({ fullMembers, committeePosts })).toBe(owes),
  )
})

describe('dutyPlan', () => {
  const months = (organ: DutyOrgan, duty: Duty) =>
    dutyPlan(organ, 2026)
      .filter((one) => one.duty === duty)
      .map(({ period }) => period.key.slice(5))
  it('a year of a branch: 4 assemblies, 12 committee meetings, 4 lectures, 12 theme days, 1 life meeting, 1 review', () => {
    expect(duties.map((duty) => months(branch, duty).length)).toEqual([4, 12, 0, 4, 12, 1, 1, 0])
  })
  it('a committee elected in the middle of May owes its first meeting in June', () => {
    expect(
      months({ ...branch, hasCommittee: [{ from: '2026-05-15' }] }, 'committee-meeting'),
    ).toEqual(['06', '07', '08', '09', '10', '11', '12'])
  })
  it('shows the period of founding without making it due', () => {
    const plan = dutyPlan({ ...branch, foundedOn: '2026-11-15' }, 2026)
    expect(
      plan
        .filter(({ duty }) => duty === 'theme-day')
        .map(({ period }) => [period.key, period.counts]),
    ).toEqual([
      ['2026-11', false],
      ['2026-12', true],
    ])
    expect(plan.filter(({ duty }) => duty === 'review').map(({ period }) => period.counts)).toEqual(
      [false],
    )
  })
  it('§12: an exemption covers the periods that begin in it, and only its duty', () => {
    const plan = dutyPlan(
      { ...branch, exemptions: [{ duty: 'theme-day', from: '2026-02-01', to: '2026-04-01' }] },
      2026,
    )
    expect(
      plan.filter(({ exempt }) => exempt).map(({ duty, period }) => `${duty} ${period.key}`),
    ).toEqual(['theme-day 2026-02', 'theme-day 2026-03', 'theme-day 2026-04'])
  })
  it('has nothing after closing, whatever the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 364 }), (n) => {
        const closedOn = addDays('2026-01-01', n)
        for (const { period } of dutyPlan({ ...branch, closedOn }, 2026)) {
          expect(period.start <= closedOn).toBe(true)
          expect(period.counts).toBe(daysBetween(period.end, closedOn) >= 0)
        }
        expect(dutyPlan({ ...branch, closedOn }, 2027)).toEqual([])
      }),
    )
  })
})
