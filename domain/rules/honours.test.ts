import { describe, expect, it } from 'vitest'
import {
  branchVerdicts,
  committeePasses,
  extensionVerdicts,
  isEligible,
  personVerdicts,
  postVerdicts,
} from './honours.ts'
import type { ExtensionFacts, PersonFacts } from './honours.ts'

const person: PersonFacts = {
  name: '张伟',
  stage: 'full',
  standing: 'normal',
  rights: 'normal',
  inBranch: true,
  nominated: false,
  holds: null,
}
const excellent = { code: 'excellent-member', requiresFull: true }
const skilled = { code: 'skilled-worker', requiresFull: false }

describe('who may be nominated', () => {
  it.each<[string, Partial<PersonFacts>, typeof excellent, string | null, string | null]>([
    ['a full member (表彰条例 Art. 16)', {}, excellent, null, null],
    [
      'a probationary member (表彰条例 Art. 16)',
      { stage: 'probationary' },
      excellent,
      'honour.not-full',
      'commendation-16',
    ],
    ['a probationary member for 业务能手', { stage: 'probationary' }, skilled, null, null],
    [
      'under 留党察看',
      { rights: 'probation' },
      skilled,
      'honour.rights.probation',
      'honour-standing',
    ],
    ['detained', { rights: 'suspended' }, skilled, 'honour.rights.suspended', 'honour-standing'],
    [
      'with suspended membership',
      { standing: 'suspended' },
      skilled,
      'honour.standing.suspended',
      'honour-standing',
    ],
    ['who left', { standing: 'left' }, skilled, 'honour.standing.left', 'honour-standing'],
    ['of another branch', { inBranch: false }, skilled, 'honour.elsewhere', null],
    ['nominated already', { nominated: true }, skilled, 'honour.nominated-already', null],
  ])('%s', (_, over, asked, code, article) => {
    const verdicts = personVerdicts({ ...person, ...over }, asked)
    expect(isEligible(verdicts)).toBe(code === null)
    const refusing = verdicts
      .filter(({ status }) => status === 'unmet')
      .map((one) => [one.code, one.article])
    expect(refusing).toEqual(code === null ? [] : [[code, article]])
  })

  it('says what it cannot judge (处分影响期, 评议等次, 党费) instead of guessing', () => {
    expect(personVerdicts(person, excellent)).toContainEqual(
      expect.objectContaining({ status: 'warning', code: 'honour.unjudged' }),
    )
  })

  it('warns of the same honour still in force, and refuses it not', () => {
    const verdicts = personVerdicts({ ...person, holds: '2025-06-27' }, skilled)
    expect(isEligible(verdicts)).toBe(true)
    expect(verdicts).toContainEqual(
      expect.objectContaining({
        code: 'honour.holds-already',
        facts: { name: '张伟', on: '2025-06-27' },
      }),
    )
  })

  it('takes a post with its crew, none of whom is barred or from elsewhere', () => {
    expect(isEligible(postVerdicts('综合窗口', [person, { ...person, name: '王芳' }]))).toBe(true)
    expect(isEligible(postVerdicts('综合窗口', []))).toBe(false)
    expect(isEligible(postVerdicts('综合窗口', [person, { ...person, rights: 'probation' }]))).toBe(
      false,
    )
    expect(isEligible(postVerdicts('综合窗口', [{ ...person, inBranch: false }]))).toBe(false)
    const probationary: PersonFacts = { ...person, stage: 'probationary' }
    expect(isEligible(postVerdicts('综合窗口', [probationary]))).toBe(true)
    for (const rights of ['suspended', 'probation'] as const)
      expect(isEligible(postVerdicts('综合窗口', [{ ...probationary, rights }]))).toBe(false)
  })

  it('takes an open branch once, and no group', () => {
    const branch = { name: '甲支部', kind: 'branch', closedOn: null, nominated: false }
    expect(isEligible(branchVerdicts(branch))).toBe(true)
    expect(isEligible(branchVerdicts({ ...branch, kind: 'group' }))).toBe(false)
    expect(isEligible(branchVerdicts({ ...branch, closedOn: '2026-01-01' }))).toBe(false)
    expect(isEligible(branchVerdicts({ ...branch, nominated: true }))).toBe(false)
  })
})

describe('票决 of the committee (over half of those who should attend)', () => {
  it.each<[number, number, number, string]>([
    [9, 7, 5, 'honour.vote-passed'],
    [9, 7, 4, 'honour.vote-failed'],
    [8, 8, 4, 'honour.vote-failed'],
    [8, 8, 5, 'honour.vote-passed'],
    [8, 4, 4, 'honour.vote-thin'],
    [7, 4, 4, 'honour.vote-passed'],
  ])('of %i, %i present, %i in favour: %s', (expected, present, yes, code) => {
    expect(committeePasses({ expected, present, yes }).code).toBe(code)
  })
})

describe('动态管理: a later last day', () => {
  const today = '2026-11-23'
  const holder = { name: '张伟', standing: 'normal', rights: 'normal' } as const
  const facts: ExtensionFacts = {
    decidedOn: '2024-11-20',
    validTo: '2026-11-20',
    revokedOn: null,
    holders: [holder],
  }
  it.each<[string, Partial<ExtensionFacts>, { on?: string; to?: string }, string[]]>([
    ['of an expired one brings it back', {}, {}, ['extension.returns', 'honour.unjudged']],
    [
      'before its last day only makes it longer',
      { validTo: '2026-11-23' },
      {},
      ['extension.longer', 'honour.unjudged'],
    ],
    ['of what is for good', { validTo: null }, {}, ['extension.for-good']],
    ['of what was revoked', { revokedOn: '2026-01-05' }, {}, ['extension.revoked']],
    ['that is not later', { validTo: '2027-11-20' }, {}, ['extension.not-later']],
    ['that is over already', {}, { to: '2026-11-22' }, ['extension.over']],
    [
      'to today, the last day included',
      {},
      { to: today },
      ['extension.returns', 'honour.unjudged'],
    ],
    ['decided tomorrow', {}, { on: '2026-11-24' }, ['extension.in-future']],
    ['decided before the award', {}, { on: '2024-11-19' }, ['extension.before-award']],
    ['ten years on', {}, { to: '2036-11-23' }, ['extension.returns', 'honour.unjudged']],
    ['ten years and a day on', {}, { to: '2036-11-24' }, ['extension.too-long']],
    [
      'of somebody under 留党察看',
      { holders: [{ ...holder, rights: 'probation' }] },
      {},
      ['honour.rights.probation'],
    ],
    [
      'of a post with somebody who has left',
      { holders: [holder, { ...holder, standing: 'left' }] },
      {},
      ['honour.standing.left'],
    ],
    [
      'of a branch, which has no holders',
      { holders: [] },
      {},
      ['extension.returns', 'honour.unjudged'],
    ],
  ])('%s', (_, over, asked, codes) => {
    const verdicts = extensionVerdicts(
      { ...facts, ...over },
      { on: today, to: '2027-11-20', ...asked },
      today,
    )
    expect(verdicts.map(({ code }) => code)).toEqual(codes)
    expect(isEligible(verdicts)).toBe(codes.length > 1)
  })
})
