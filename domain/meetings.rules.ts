import type { MeetingType, ResolutionKind, Roster } from './meetings.ts'
import type { MemberId, OrganizationId } from './ids.ts'
import type { PostKind } from './organizations.ts'
import type { Day } from './dates.ts'
import type { ArticleKey } from './rules/articles.ts'
import { isYearly } from './rules/duties.ts'
import { isEligibleVoter, shouldAttend, type Status } from './rules/membership.ts'
import { assessmentYear, calendarPeriods, type Frequency, type Period } from './rules/periods.ts'
import type { OrganizationKind } from './rules/structure.ts'

/**
 * Which organ holds which meeting, by 支部工作条例(试行) Art. 11–18. 民主评议 is the assembly's; 组织生活会 is held as
 * assembly, committee or group meeting. 党委 and 党总支 owe none of these in this version and record none.
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
  'general-branch': {},
  committee: {},
}

/** May an organ of this kind record meetings at all? */
export const holdsMeetings = (kind: OrganizationKind): boolean =>
  Object.keys(typesOf[kind]).length > 0

/** Somebody on the rolls of a branch or one of its groups on a day, applicants included. */
export interface BranchPerson extends Status {
  memberId: MemberId
  name: string
  /** The group, or the branch itself where the person belongs to no group. */
  organizationId: OrganizationId
  organizationName: string
  /** Posts of the branch held that day. */
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
 * officer beside them.
 */
export const hasCommittee = (people: readonly BranchPerson[]): boolean =>
  people.some(({ posts }) => posts.some((post) => officers.includes(post)))

/** Everybody of the branch who should attend what the whole branch attends; chair and recorder are of them. */
export const branchMembers = (people: readonly BranchPerson[]): BranchPerson[] =>
  people.filter(shouldAttend)

/**
 * Who should attend: of a branch all party members of it and its groups, of a group the group's; of a 支委会 those
 * holding a seat. Two numbers, 应到会 and 应到会有表决权 (handbook §3.2).
 * @param people the rolls of the branch on the day
 */
export function rosterOf(
  people: readonly BranchPerson[],
  organ: { id: string; kind: OrganizationKind },
  types: readonly MeetingType[],
  on: Day,
): Roster {
  const basis = types.includes('committee-meeting') ? 'committee' : 'members'
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

/**
 * Which decisions a meeting can take: 发展党员 only the assembly (2026 细则 Art. 19), a committee votes as committee
 * (Art. 12) and elects its secretary. Where no article speaks, the ordinary rule is used.
 */
export function resolutionKindsOf(types: readonly MeetingType[]): readonly ResolutionKind[] {
  if (types.includes('committee-meeting')) return ['committee', 'election']
  if (types.includes('general-meeting')) return ['ordinary', 'development', 'election']
  return ['ordinary']
}

/** Whoever missed it studies what was taught or passed on. A 支委会 is business of the few, not study. */
export const owesMakeup = (types: readonly MeetingType[]): boolean =>
  types.some((type) => type !== 'committee-meeting')

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
