import type { MeetingType, ResolutionKind, Roster } from './meetings.ts'
import type { MemberId, OrganizationId } from './ids.ts'
import type { PostKind } from './organizations.ts'
import type { Day } from './dates.ts'
import type { ArticleKey } from './rules/articles.ts'
import { isYearly } from './rules/duties.ts'
import { isEligibleVoter, shouldAttend, type Status } from './rules/membership.ts'
import { assessmentYear, calendarPeriods, type Frequency, type Period } from './rules/periods.ts'
import { hasTeam, type OrganizationKind } from './rules/structure.ts'

/**
 * Which organ holds which meeting, by 支部工作条例(试行) Art. 11–18. 民主评议 is the assembly's; 组织生活会 is held as
 * assembly, committee or group meeting. 党委 and 党总支 hold the 民主生活会 of their leading body, which is none of these.
 */
export const typesOf: Record<OrganizationKind, Partial<Record<MeetingType, ArticleKey>>> = {
  branch: {
    'general-meeting': 'branch-11',
    'committee-meeting': 'branch-12',
    'party-lecture': 'branch-16',
    'theme-day': 'branch-16',
    'life-meeting': 'branch-17',
    review: 'branch-18',
  },
  group: {
    'group-meeting': 'branch-13',
    'party-lecture': 'branch-16',
    'theme-day': 'branch-16',
    'life-meeting': 'branch-17',
  },
  'general-branch': { 'democratic-life': 'democratic-life-yearly' },
  committee: { 'democratic-life': 'democratic-life-yearly' },
}

/**
 * Somebody on the rolls of a branch or one of its groups on a day, applicants included; where a 党委 or 党总支 meets,
 * whoever holds a post of it that day.
 */
export interface BranchPerson extends Status {
  memberId: MemberId
  name: string
  /** The group, or the branch itself where the person belongs to no group. */
  organizationId: OrganizationId
  organizationName: string
  /** Posts of the branch, or of the 党委 or 党总支 that meets, held that day. */
  posts: readonly PostKind[]
}

const heads: readonly PostKind[] = ['secretary', 'deputy-secretary']
const officers: readonly PostKind[] = [
  'organization-officer',
  'publicity-officer',
  'discipline-officer',
  'youth-officer',
  'officer',
]
const sitsOnCommittee = ({ posts }: BranchPerson): boolean =>
  posts.some((post) => heads.includes(post) || officers.includes(post))

/**
 * Is there a branch committee? Art. 20: without one a branch has a secretary and perhaps a deputy, so it takes an
 * officer beside them. Of a 党委 or 党总支 whoever holds a post is its leading body.
 */
export const hasCommittee = (people: readonly BranchPerson[], kind: OrganizationKind): boolean =>
  hasTeam(kind)
    ? people.some(sitsOnCommittee)
    : people.some(({ posts }) => posts.some((post) => officers.includes(post)))

/** Everybody of the branch who should attend what the whole branch attends; chair and recorder are of them. */
export const branchMembers = (people: readonly BranchPerson[]): BranchPerson[] =>
  people.filter(shouldAttend)

/**
 * Who should attend: of a branch all party members of it and its groups, of a group the group's; of a 支委会 those
 * holding a seat, of a 民主生活会 those of the leading body. Two numbers, 应到会 and 应到会有表决权 (handbook §3.2).
 * @param people the rolls of the branch on the day, or the leading body
 */
export function rosterOf(
  people: readonly BranchPerson[],
  organ: { id: string; kind: OrganizationKind },
  types: readonly MeetingType[],
  on: Day,
): Roster {
  const basis = basisOf(organ.kind, types)
  const entries = branchMembers(people)
    .filter((person) => organ.kind !== 'group' || person.organizationId === organ.id)
    .filter((person) => basis === 'members' || sitsOnCommittee(person))
    .map((person) => ({
      memberId: person.memberId,
      name: person.name,
      stage: person.stage,
      organizationName: person.organizationName,
      hasVote: isEligibleVoter(person),
    }))
  const voters = entries.filter(({ hasVote }) => hasVote).length
  return { on, entries, expected: entries.length, voters, basis }
}

function basisOf(kind: OrganizationKind, types: readonly MeetingType[]): Roster['basis'] {
  if (hasTeam(kind)) return 'team'
  return types.includes('committee-meeting') ? 'committee' : 'members'
}

/**
 * Which decisions a meeting can take: 发展党员 only the assembly (2026 细则 Art. 19), a committee votes as committee
 * (Art. 12) and elects its secretary; a 民主生活会 votes on nothing. Where no article speaks, the ordinary rule is used.
 */
export function resolutionKindsOf(types: readonly MeetingType[]): readonly ResolutionKind[] {
  if (types.includes('democratic-life')) return []
  if (types.includes('committee-meeting')) return ['committee', 'election']
  if (types.includes('general-meeting')) return ['ordinary', 'development', 'election']
  return ['ordinary']
}

/** Whoever missed it studies what was taught or passed on. A 支委会 or 民主生活会 is business of the few, not study. */
export const owesMakeup = (types: readonly MeetingType[]): boolean =>
  types.some((type) => type !== 'committee-meeting' && type !== 'democratic-life')

/** The period behind a key such as `2026-Q1` for a type; null where the type has no such periods. */
export function periodOf(type: MeetingType, key: string): Period | null {
  const frequency = frequencyOf(key)
  if (isYearly(type) && frequency !== 'year') return null
  const period = calendarPeriods(frequency, Number(key.slice(0, 4))).find((one) => one.key === key)
  if (!period) return null
  return isYearly(type) ? assessmentYear(period) : period
}

function frequencyOf(key: string): Frequency {
  if (key.length === 4) return 'year'
  if (key.includes('Q')) return 'quarter'
  return key.includes('H') ? 'half-year' : 'month'
}
