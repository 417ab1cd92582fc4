import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decisionKinds, quorumVerdict, requiredPresent, votesAddUp } from './quorum.ts'
import type { DecisionKind, Votes } from './quorum.ts'

const kinds = fc.constantFrom<DecisionKind>(...decisionKinds)

describe('presence', () => {
  it.each<[string, DecisionKind, number, number]>([
    ['支部工作条例 第十一条: half, included', 'ordinary', 16, 8],
    ['支部工作条例 第十一条: half, included', 'ordinary', 15, 8],
    ['支部工作条例 第十一条: half, included', 'ordinary', 3, 2],
    ['支部工作条例 第十一条: half, included', 'ordinary', 1, 1],
    ['细则 2026 第二十条: more than half', 'development', 16, 9],
    ['细则 2026 第二十条: more than half', 'development', 15, 8],
    ['细则 2026 第二十条: more than half', 'development', 4, 3],
    ['选举工作条例: four fifths', 'election', 16, 13],
    ['选举工作条例: four fifths', 'election', 15, 12],
    ['选举工作条例: four fifths', 'election', 10, 8],
    ['选举工作条例: four fifths', 'election', 11, 9],
    ['选举工作条例: four fifths', 'election', 3, 3],
    ['支部工作条例 第十二条: half, included', 'committee', 5, 3],
    ['支部工作条例 第十二条: half, included', 'committee', 4, 2],
    ['民主生活会: two thirds', 'democratic-life', 3, 2],
    ['民主生活会: two thirds', 'democratic-life', 4, 3],
    ['民主生活会: two thirds', 'democratic-life', 5, 4],
    ['民主生活会: two thirds', 'democratic-life', 7, 5],
    ['民主生活会: two thirds', 'democratic-life', 9, 6],
    ['民主生活会: two thirds', 'democratic-life', 10, 7],
    ['民主生活会: two thirds', 'democratic-life', 1, 1],
  ])('%s (%s of %i needs %i)', (_article, kind, eligible, required) => {
    expect(requiredPresent(kind, eligible)).toBe(required)
    expect(quorumVerdict(kind, { eligible, present: required }).status).toBe('met')
    expect(quorumVerdict(kind, { eligible, present: required - 1 }).status).toBe('unmet')
  })

  it('is the least whole number that satisfies the fraction, for any roster', () => {
    const holds: Record<DecisionKind, (present: number, eligible: number) => boolean> = {
      ordinary: (p, e) => 2 * p >= e,
      committee: (p, e) => 2 * p >= e,
      development: (p, e) => 2 * p > e,
      election: (p, e) => 5 * p >= 4 * e,
      'democratic-life': (p, e) => 3 * p >= 2 * e,
    }
    fc.assert(
      fc.property(kinds, fc.integer({ min: 1, max: 100_000 }), (kind, eligible) => {
        const required = requiredPresent(kind, eligible)
        expect([holds[kind](required, eligible), holds[kind](required - 1, eligible)]).toEqual([
          true,
          false,
        ])
        expect(required).toBeLessThanOrEqual(eligible)
      }),
    )
  })

  it.each(decisionKinds)('%s: nobody eligible is no quorum', (kind) => {
    expect(quorumVerdict(kind, { eligible: 0, present: 0 })).toMatchObject({
      status: 'unmet',
      code: 'quorum.nobody-eligible',
    })
  })
  it('细则 2026 第二十条: written opinions are votes, not presence', () => {
    expect(quorumVerdict('development', { eligible: 16, present: 8, written: 8 }).code).toBe(
      'quorum.development.unmet',
    )
    expect(quorumVerdict('development', { eligible: 16, present: 9, written: 7 }).code).toBe(
      'quorum.development.met',
    )
  })
  it('names the article in force on the day', () => {
    const on = (day?: string) =>
      quorumVerdict('development', { eligible: 3, present: 3 }, day).article
    expect([on('2026-05-10'), on('2026-05-11'), on()]).toEqual([
      'development-2014-vote',
      'development-20',
      'development-20',
    ])
    expect(quorumVerdict('ordinary', { eligible: 3, present: 3 }, '2026-01-01').article).toBe(
      'branch-11',
    )
  })
})

describe('votesAddUp', () => {
  it.each<[string, Partial<Votes>, string | null]>([
    ['all voted', { yes: 5, no: 3, abstain: 2 }, null],
    ['a paper not returned', { yes: 5, no: 3, abstain: 1 }, null],
    ['one too many', { yes: 5, no: 3, abstain: 3 }, 'more-votes-than-cast'],
    ['half a vote', { yes: 5.5 }, 'not-integer'],
    ['not a number', { yes: Number.NaN }, 'not-integer'],
    ['endless', { present: Number.POSITIVE_INFINITY }, 'not-integer'],
    ['negative', { yes: -1 }, 'negative'],
    ['negative hides an excess', { yes: 12, no: -2 }, 'negative'],
    [
      '细则 2026 第二十条: written in development',
      { yes: 12, written: 2, kind: 'development' },
      null,
    ],
    ['written in an election', { yes: 10, written: 2, kind: 'election' }, 'written-not-allowed'],
    ['more come than should', { yes: 1, eligible: 9 }, 'more-present-than-eligible'],
    [
      'present and written exceed 应到: only absent voters write',
      { yes: 1, written: 3, eligible: 12, kind: 'development' },
      'more-present-than-eligible',
    ],
  ])('%s', (_name, votes, problem) => {
    expect(votesAddUp({ yes: 0, no: 0, abstain: 0, present: 10, ...votes })).toBe(problem)
  })
})
