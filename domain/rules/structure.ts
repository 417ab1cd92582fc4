import { z } from 'zod'
import { met, notApplicable, unmet, warning } from './verdict.ts'
import type { Verdict } from './verdict.ts'

/** committee 党委 (机关党委), general-branch 党总支, branch 党支部, group 党小组. 党组 is none of them: it is no 基层党组织. */
export const organizationKind = z.enum(['committee', 'general-branch', 'branch', 'group'])
export type OrganizationKind = z.infer<typeof organizationKind>
export const organizationKinds = organizationKind.options

/** regular, joint 联合, project 项目, temporary 临时, retired 离退休, mobile 流动党员. */
export const branchKind = z.enum(['regular', 'joint', 'project', 'temporary', 'retired', 'mobile'])
export type BranchKind = z.infer<typeof branchKind>
export const branchKinds = branchKind.options

/** Whose own meeting is that of the leading body (班子), who sit on its committee: 党委 and 党总支. */
export const hasTeam = (kind: OrganizationKind): boolean =>
  kind === 'committee' || kind === 'general-branch'

/** 支委会 is required from 7 full members on. 支部工作条例 Art. 20, 机关条例 Art. 7. */
export const committeeRequired = (fullMembers: number): boolean => fullMembers >= 7

const children: Record<OrganizationKind, readonly OrganizationKind[]> = {
  committee: ['committee', 'general-branch', 'branch'],
  'general-branch': ['branch'],
  branch: ['group'],
  group: [],
}

/** May an organization of one kind stand directly under one of another? 机关条例 Art. 5–7, 支部工作条例 Art. 13: groups only in branches. */
export const mayContain = (parent: OrganizationKind, child: OrganizationKind): boolean =>
  children[parent].includes(child)

/**
 * Years of a term: committee 5, general branch 3, branch 3 (机关条例 Art. 5–7, 支部工作条例 Art. 21; a village branch has 5, not in an organ).
 * null: a group has no statutory term, a temporary branch ends with its task (Art. 8).
 */
export function termYears(
  kind: OrganizationKind,
  branchKind: BranchKind | null = null,
): number | null {
  if (kind === 'committee') return 5
  if (kind === 'group' || (kind === 'branch' && branchKind === 'temporary')) return null
  return 3
}

export type StructureFacts = {
  kind: OrganizationKind
  branchKind?: BranchKind | null
  /** 党员, 预备 included: the number behind 50 and 100. For committee and general branch of the whole subtree. */
  partyMembers: number
  /** 正式党员: the number behind 3 and 7. */
  fullMembers: number
  /** Has a branch committee (委员 in office). */
  hasCommittee?: boolean
  /** Seats of the committee, where known. */
  committeeSeats?: number
  /** Units a joint branch joins, where known. */
  units?: number
}

/**
 * What the numbers suggest (handbook §1). Suggestions only: setting up, changing and closing are the superior's decision (支部工作条例 Art. 7).
 * Always at least one verdict; [met 'structure.fits'] when nothing is to be said.
 */
export function suggestStructure(facts: StructureFacts): Verdict[] {
  if (facts.kind === 'branch' && facts.branchKind === 'temporary')
    return [notApplicable('structure.temporary', 'branch-8')]
  const found = rules[facts.kind](facts)
  return found.length > 0
    ? found
    : [
        met(
          'structure.fits',
          facts.kind === 'group' ? 'group-size' : homeArticle[facts.kind],
          counts(facts),
        ),
      ]
}

const homeArticle = {
  committee: 'organ-5',
  'general-branch': 'organ-6',
  branch: 'organ-7',
} as const
const counts = ({ partyMembers, fullMembers }: StructureFacts) => ({ partyMembers, fullMembers })

const rules: Record<OrganizationKind, (facts: StructureFacts) => Verdict[]> = {
  committee: ({ partyMembers }) =>
    partyMembers < 100
      ? [warning('structure.committee.under-100', 'organ-5', { partyMembers, threshold: 100 })]
      : [],

  'general-branch': ({ partyMembers }) => {
    if (partyMembers >= 100)
      return [
        warning('structure.general-branch.suggest-committee', 'organ-5', {
          partyMembers,
          threshold: 100,
        }),
      ]
    return partyMembers < 50
      ? [warning('structure.general-branch.under-50', 'organ-6', { partyMembers, threshold: 50 })]
      : []
  },

  branch: (facts) => [...branchSize(facts), ...branchCommittee(facts)],

  group: ({ partyMembers, fullMembers }) => {
    if (partyMembers < 3)
      return [warning('structure.group.under-3', 'group-size', { partyMembers, threshold: 3 })]
    return fullMembers < 1
      ? [warning('structure.group.no-full-member', 'group-size', { fullMembers })]
      : []
  },
}

function branchSize({ branchKind, partyMembers, fullMembers, units }: StructureFacts): Verdict[] {
  const found: Verdict[] = []
  if (fullMembers < 3)
    found.push(
      unmet('structure.branch.under-3', branchKind === 'joint' ? 'branch-4' : 'branch-5', {
        fullMembers,
        threshold: 3,
      }),
    )
  if (partyMembers >= 100)
    found.push(
      warning('structure.branch.suggest-committee', 'organ-5', { partyMembers, threshold: 100 }),
    )
  else if (partyMembers >= 50)
    found.push(
      warning('structure.branch.suggest-general-branch', 'organ-6', {
        partyMembers,
        threshold: 50,
      }),
    )
  if (partyMembers > 50)
    found.push(warning('structure.branch.over-50', 'branch-4', { partyMembers, threshold: 50 }))
  if (branchKind === 'joint' && units !== undefined && units > 5)
    found.push(warning('structure.joint.over-5-units', 'branch-5', { units, threshold: 5 }))
  return found
}

function branchCommittee({
  fullMembers,
  hasCommittee = false,
  committeeSeats,
}: StructureFacts): Verdict[] {
  if (!hasCommittee) {
    return committeeRequired(fullMembers)
      ? [unmet('structure.branch.committee-missing', 'branch-20', { fullMembers, threshold: 7 })]
      : []
  }
  const found: Verdict[] = []
  if (!committeeRequired(fullMembers))
    found.push(
      warning('structure.branch.committee-not-required', 'branch-20', {
        fullMembers,
        threshold: 7,
      }),
    )
  if (committeeSeats !== undefined && committeeSeats < 3)
    found.push(
      unmet('structure.branch.committee-under-3', 'branch-20', { committeeSeats, threshold: 3 }),
    )
  if (committeeSeats !== undefined && committeeSeats > 7)
    found.push(
      warning('structure.branch.committee-over-7', 'branch-20', { committeeSeats, threshold: 7 }),
    )
  return found
}
