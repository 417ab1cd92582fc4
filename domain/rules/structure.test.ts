import { describe, expect, it } from 'vitest'
import {
  committeeRequired,
  mayContain,
  organizationKinds,
  suggestStructure,
  termYears,
} from './structure.ts'
import type { BranchKind, OrganizationKind, StructureFacts } from './structure.ts'

describe('thresholds', () => {
  it.each([
    [0, false],
    [6, false],
    [7, true],
    [50, true],
  ])('支部工作条例 第二十条: %i full members require a committee: %o', (n, required) => {
    expect(committeeRequired(n)).toBe(required)
  })

  const branch = (facts: Partial<StructureFacts>): StructureFacts => ({
    kind: 'branch',
    branchKind: 'regular',
    partyMembers: 20,
    fullMembers: 18,
    hasCommittee: true,
    ...facts,
  })
  it.each<[string, StructureFacts, string[]]>([
    ['an ordinary branch fits', branch({}), ['structure.fits']],
    [
      '支部工作条例 第四、五条: 2 full members, though 4 members',
      branch({ partyMembers: 4, fullMembers: 2, hasCommittee: false }),
      ['structure.branch.under-3'],
    ],
    [
      '支部工作条例 第四条: 3 full members',
      branch({ partyMembers: 3, fullMembers: 3, hasCommittee: false }),
      ['structure.fits'],
    ],
    [
      '支部工作条例 第二十条: 6 full members without a committee',
      branch({ partyMembers: 9, fullMembers: 6, hasCommittee: false }),
      ['structure.fits'],
    ],
    [
      '支部工作条例 第二十条: 7 full members without a committee',
      branch({ partyMembers: 7, fullMembers: 7, hasCommittee: false }),
      ['structure.branch.committee-missing'],
    ],
    [
      '支部工作条例 第二十条: 6 full members with a committee',
      branch({ partyMembers: 6, fullMembers: 6 }),
      ['structure.branch.committee-not-required'],
    ],
    [
      '支部工作条例 第二十条: 2 seats',
      branch({ committeeSeats: 2 }),
      ['structure.branch.committee-under-3'],
    ],
    ['支部工作条例 第二十条: 3 seats', branch({ committeeSeats: 3 }), ['structure.fits']],
    ['支部工作条例 第二十条: 7 seats', branch({ committeeSeats: 7 }), ['structure.fits']],
    [
      '支部工作条例 第二十条: 8 seats',
      branch({ committeeSeats: 8 }),
      ['structure.branch.committee-over-7'],
    ],
    ['机关条例 第六条: 49 members', branch({ partyMembers: 49 }), ['structure.fits']],
    [
      '机关条例 第六条: 50 members, 预备 counted',
      branch({ partyMembers: 50, fullMembers: 45 }),
      ['structure.branch.suggest-general-branch'],
    ],
    [
      '支部工作条例 第四条: 51 members',
      branch({ partyMembers: 51 }),
      ['structure.branch.suggest-general-branch', 'structure.branch.over-50'],
    ],
    [
      '机关条例 第六条: 99 members',
      branch({ partyMembers: 99 }),
      ['structure.branch.suggest-general-branch', 'structure.branch.over-50'],
    ],
    [
      '机关条例 第五条: 100 members',
      branch({ partyMembers: 100 }),
      ['structure.branch.suggest-committee', 'structure.branch.over-50'],
    ],
    ['支部工作条例 第五条: 5 units', branch({ branchKind: 'joint', units: 5 }), ['structure.fits']],
    [
      '支部工作条例 第五条: 6 units',
      branch({ branchKind: 'joint', units: 6 }),
      ['structure.joint.over-5-units'],
    ],
    [
      '支部工作条例 第八条: a temporary branch is not measured',
      branch({ branchKind: 'temporary', fullMembers: 1 }),
      ['structure.temporary'],
    ],
    [
      '机关条例 第六条: general branch of 49',
      { kind: 'general-branch', partyMembers: 49, fullMembers: 49 },
      ['structure.general-branch.under-50'],
    ],
    [
      '机关条例 第六条: general branch of 50',
      { kind: 'general-branch', partyMembers: 50, fullMembers: 48 },
      ['structure.fits'],
    ],
    [
      '机关条例 第五条: general branch of 100',
      { kind: 'general-branch', partyMembers: 100, fullMembers: 98 },
      ['structure.general-branch.suggest-committee'],
    ],
    [
      '机关条例 第五条: committee of 99',
      { kind: 'committee', partyMembers: 99, fullMembers: 99 },
      ['structure.committee.under-100'],
    ],
    [
      '机关条例 第五条: committee of 218',
      { kind: 'committee', partyMembers: 218, fullMembers: 200 },
      ['structure.fits'],
    ],
    [
      '惯例: group of 2',
      { kind: 'group', partyMembers: 2, fullMembers: 2 },
      ['structure.group.under-3'],
    ],
    [
      '惯例: group of 3 probationary members',
      { kind: 'group', partyMembers: 3, fullMembers: 0 },
      ['structure.group.no-full-member'],
    ],
    ['惯例: group of 3', { kind: 'group', partyMembers: 3, fullMembers: 1 }, ['structure.fits']],
  ])('%s', (_name, facts, codes) => {
    const verdicts = suggestStructure(facts)
    expect(verdicts.map(({ code }) => code)).toEqual(codes)
    expect(verdicts.every(({ article }) => article !== null)).toBe(true)
  })
})

describe('the tree', () => {
  it('机关条例 第五至七条, 支部工作条例 第十三条: who may stand under whom', () => {
    const allowed = organizationKinds.flatMap((parent) =>
      organizationKinds
        .filter((child) => mayContain(parent, child))
        .map((child) => `${parent} > ${child}`),
    )
    expect(allowed).toEqual([
      'committee > committee',
      'committee > general-branch',
      'committee > branch',
      'general-branch > branch',
      'branch > group',
    ])
  })
  it.each<[string, OrganizationKind, BranchKind | null, number | null]>([
    ['机关条例 第五条', 'committee', null, 5],
    ['机关条例 第六条', 'general-branch', null, 3],
    ['机关条例 第七条', 'branch', 'regular', 3],
    ['支部工作条例 第五条', 'branch', 'joint', 3],
    ['支部工作条例 第二十一条', 'branch', 'retired', 3],
    ['支部工作条例 第八条', 'branch', 'temporary', null],
    ['no statutory term', 'group', null, null],
  ])('%s: the term of a %s (%s) is %o years', (_article, kind, branchKind, years) => {
    expect(termYears(kind, branchKind)).toBe(years)
  })
})
