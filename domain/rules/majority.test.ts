import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { majorityVerdict, requiredYes } from './quorum.ts'
import type { Ballot, DecisionKind } from './quorum.ts'

describe('majority', () => {
  it.each<[string, DecisionKind, number, number, number | null]>([
    ['支部工作条例 第十一条: more than half of 应到', 'ordinary', 16, 8, 9],
    ['支部工作条例 第十一条: more than half of 应到', 'ordinary', 16, 16, 9],
    ['支部工作条例 第十一条: more than half of 应到', 'ordinary', 15, 8, 8],
    ['细则 2026 第二十条: more than half of 应到', 'development', 16, 9, 9],
    ['细则 2026 第二十条: more than half of 应到', 'development', 15, 8, 8],
    ['选举工作条例: more than half of 实到', 'election', 16, 13, 7],
    ['选举工作条例: more than half of 实到', 'election', 16, 14, 8],
    ['支部工作条例 第十二条: majority of the committee (our reading)', 'committee', 5, 3, 3],
    ['民主生活会 votes on nothing', 'democratic-life', 9, 9, null],
  ])('%s (%s: 应到 %i, 实到 %i needs %o)', (_article, kind, eligible, present, required) => {
    expect(requiredYes(kind, { eligible, present })).toBe(required)
  })
  it('takes 应到 as the basis of an election where the parameter says so', () => {
    expect(requiredYes('election', { eligible: 16, present: 13, electionBasis: 'eligible' })).toBe(
      9,
    )
    const ballot = { eligible: 16, present: 13, yes: 8, no: 5, abstain: 0, secretBallot: true }
    expect(majorityVerdict('election', ballot).code).toBe('majority.election.met')
    expect(majorityVerdict('election', { ...ballot, electionBasis: 'eligible' })).toMatchObject({
      code: 'majority.election.unmet',
      facts: { required: 9, basis: 'eligible' },
    })
  })

  const table: [
    string,
    DecisionKind,
    Partial<Ballot> & Pick<Ballot, 'eligible' | 'present' | 'yes'>,
    string,
  ][] = [
    [
      '第十一条: 8 yes of 8 present, 应到 16: a thin meeting passes nothing',
      'ordinary',
      { eligible: 16, present: 8, yes: 8 },
      'majority.ordinary.unmet',
    ],
    ['第十一条: 9 of 9', 'ordinary', { eligible: 16, present: 9, yes: 9 }, 'majority.ordinary.met'],
    [
      '第十一条: show of hands is enough',
      'ordinary',
      { eligible: 15, present: 15, yes: 8, no: 7 },
      'majority.ordinary.met',
    ],
    [
      '第十一条: no quorum',
      'ordinary',
      { eligible: 16, present: 7, yes: 7 },
      'majority.ordinary.no-quorum',
    ],
    [
      '第二十条: secret ballot',
      'development',
      { eligible: 16, present: 9, yes: 9 },
      'majority.development.not-secret',
    ],
    [
      '第二十条: secret and enough',
      'development',
      { eligible: 16, present: 9, yes: 9, secretBallot: true },
      'majority.development.met',
    ],
    [
      '第二十条: written opinions count',
      'development',
      { eligible: 16, present: 9, written: 3, yes: 10, no: 2, secretBallot: true },
      'majority.development.met',
    ],
    [
      '第二十条: yes may exceed 实到 by the written ones',
      'development',
      { eligible: 16, present: 9, written: 3, yes: 12, secretBallot: true },
      'majority.development.met',
    ],
    [
      '第二十条: 8 present cannot vote, whatever is written',
      'development',
      { eligible: 16, present: 8, written: 8, yes: 16, secretBallot: true },
      'majority.development.no-quorum',
    ],
    [
      '第二十条: more papers than cast',
      'development',
      { eligible: 16, present: 9, written: 1, yes: 11, secretBallot: true },
      'votes.more-votes-than-cast',
    ],
    [
      'written opinions in an ordinary vote',
      'ordinary',
      { eligible: 16, present: 9, written: 1, yes: 9 },
      'votes.written-not-allowed',
    ],
    [
      '选举: 12 of 16 present',
      'election',
      { eligible: 16, present: 12, yes: 12, secretBallot: true },
      'majority.election.no-quorum',
    ],
    [
      '选举: 7 of 13',
      'election',
      { eligible: 16, present: 13, yes: 7, no: 6, secretBallot: true },
      'majority.election.met',
    ],
    [
      '选举: 6 of 13',
      'election',
      { eligible: 16, present: 13, yes: 6, no: 7, secretBallot: true },
      'majority.election.unmet',
    ],
    [
      '选举: half of 14 is not more than half',
      'election',
      { eligible: 16, present: 14, yes: 7, no: 7, secretBallot: true },
      'majority.election.unmet',
    ],
    [
      '选举: open ballot',
      'election',
      { eligible: 16, present: 13, yes: 13 },
      'majority.election.not-secret',
    ],
    [
      '第十二条: 3 of 5',
      'committee',
      { eligible: 5, present: 3, yes: 3 },
      'majority.committee.met',
    ],
    [
      '民主生活会',
      'democratic-life',
      { eligible: 9, present: 9, yes: 0 },
      'majority.democratic-life.not-applicable',
    ],
  ]
  it.each(table)('%s', (_name, kind, ballot, code) => {
    expect(majorityVerdict(kind, { no: 0, abstain: 0, ...ballot }).code).toBe(code)
  })

  it('never passes with more than half of 应到 against it or absent, and never passes more easily when fewer come', () => {
    const kind = fc.constantFrom<DecisionKind>('ordinary', 'development', 'committee')
    const numbers = fc.integer({ min: 1, max: 300 }).chain((eligible) =>
      fc.record({
        eligible: fc.constant(eligible),
        present: fc.integer({ min: 0, max: eligible }),
        yes: fc.integer({ min: 0, max: eligible }),
      }),
    )
    fc.assert(
      fc.property(kind, numbers, (kind, { eligible, present, yes }) => {
        const passed =
          majorityVerdict(kind, { eligible, present, yes, no: 0, abstain: 0, secretBallot: true })
            .status === 'met'
        expect(passed).toBe(yes <= present && 2 * yes > eligible)
      }),
    )
  })
})
