import { isFullMember, isPartyMember, type Status } from './membership.ts'
import { addMonths } from '#domain/dates.ts'
import { met, unmet, warning, type Verdict } from './verdict.ts'

/** What is known of a person who may be honoured. */
export interface PersonFacts extends Pick<Status, 'stage' | 'standing' | 'rights'> {
  name: string
  /** Stands on the roster of the nominating branch. */
  inBranch: boolean
  /** Already nominated in this campaign, and not withdrawn. */
  nominated: boolean
  /** Holds the same honour, still valid: the day of its decision. */
  holds: string | null
}

/** What a class asks of a person. */
interface Asked {
  requiresFull: boolean
  /** Class of the regulation itself, whose article stands behind the condition. */
  code: string
}

/**
 * 优秀共产党员 only 正式党员 (表彰条例 Art. 16). Standing and rights are on the roster; 处分影响期, the last 评议 and dues are
 * not in this system: said, never guessed.
 */
export function personVerdicts(person: PersonFacts, { requiresFull, code }: Asked): Verdict[] {
  const { name } = person
  const article = code === 'excellent-member' ? 'commendation-16' : null
  const verdicts: Verdict[] = []
  if (!person.inBranch) verdicts.push(unmet('honour.elsewhere', null, { name }))
  verdicts.push(...standingVerdicts(person))
  if (requiresFull)
    verdicts.push(
      isFullMember(person)
        ? met('honour.full', article, { name })
        : unmet('honour.not-full', article, { name, stage: person.stage }),
    )
  else if (!isPartyMember(person))
    verdicts.push(warning('honour.no-member', null, { name, stage: person.stage }))
  if (person.nominated) verdicts.push(unmet('honour.nominated-already', null, { name }))
  if (person.holds)
    verdicts.push(warning('honour.holds-already', 'honour-validity', { name, on: person.holds }))
  verdicts.push(warning('honour.unjudged', 'honour-opinions', { name }))
  return verdicts
}

/** Nobody is put forward, or kept, whose membership or rights are not whole. */
function standingVerdicts({ name, standing, rights }: PersonStanding): Verdict[] {
  const verdicts: Verdict[] = []
  if (standing !== 'normal')
    verdicts.push(unmet(`honour.standing.${standing}`, 'honour-standing', { name }))
  if (rights !== 'normal')
    verdicts.push(unmet(`honour.rights.${rights}`, 'honour-standing', { name }))
  return verdicts
}

export type PersonStanding = Pick<PersonFacts, 'name' | 'standing' | 'rights'>

/** An honour that is to stay valid longer. */
export interface ExtensionFacts {
  decidedOn: string
  validTo: string | null
  revokedOn: string | null
  /** The person, or the crew of the post, as they stand today. */
  holders: readonly PersonStanding[]
}

/** Months that one extension may reach beyond its decision, as a class's own validity. */
export const longestExtension = 120

/**
 * 动态管理: what has a last day may get a later one, before that day or after it. What is for good needs none, what was
 * revoked is awarded anew, and whoever could not be nominated today is not kept on the board either.
 */
export function extensionVerdicts(
  { decidedOn, validTo, revokedOn, holders }: ExtensionFacts,
  { on, to }: { on: string; to: string },
  today: string,
): Verdict[] {
  if (revokedOn) return [unmet('extension.revoked', 'honour-validity', { on: revokedOn })]
  if (!validTo) return [unmet('extension.for-good', 'honour-validity')]
  const verdicts: Verdict[] = []
  if (on < decidedOn) verdicts.push(unmet('extension.before-award', null, { on: decidedOn }))
  if (on > today) verdicts.push(unmet('extension.in-future', null, { today }))
  if (to <= validTo) verdicts.push(unmet('extension.not-later', 'honour-validity', { validTo }))
  else if (to < today) verdicts.push(unmet('extension.over', 'honour-validity', { today }))
  const latest = addMonths(on, longestExtension)
  if (to > latest) verdicts.push(unmet('extension.too-long', 'honour-validity', { latest }))
  verdicts.push(...holders.flatMap(standingVerdicts))
  if (verdicts.length > 0) return verdicts
  return [
    validTo < today
      ? met('extension.returns', 'honour-validity', { validTo, to })
      : met('extension.longer', 'honour-validity', { validTo, to }),
    warning('honour.unjudged', 'honour-opinions', { name: '' }),
  ]
}

/** A post is honoured with its crew: somebody stands at it, and nobody whose rights are suspended. */
export function postVerdicts(post: string, crew: readonly PersonFacts[]): Verdict[] {
  if (crew.length === 0) return [unmet('honour.no-crew', null, { name: post })]
  const strangers = crew.filter(({ inBranch }) => !inBranch).map(({ name }) => name)
  // A probationary member has no vote to lose and stands at a post all the same; suspended rights are another thing.
  const barred = crew.filter((one) => standingVerdicts(one).length > 0)
  return [
    met('honour.crew', null, { name: post, count: crew.length }),
    ...strangers.map((name) => unmet('honour.elsewhere', null, { name })),
    ...barred.map(({ name }) => unmet('honour.crew-barred', 'honour-standing', { name })),
    warning('honour.unjudged', 'honour-opinions', { name: post }),
  ]
}

export interface BranchFacts {
  name: string
  kind: string
  closedOn: string | null
  nominated: boolean
}

export function branchVerdicts(branch: BranchFacts): Verdict[] {
  const { name } = branch
  const verdicts: Verdict[] = []
  if (branch.kind !== 'branch') verdicts.push(unmet('honour.no-branch', null, { name }))
  if (branch.closedOn)
    verdicts.push(unmet('honour.branch-closed', null, { name, on: branch.closedOn }))
  if (branch.nominated) verdicts.push(unmet('honour.nominated-already', null, { name }))
  if (verdicts.length === 0) verdicts.push(met('honour.branch', null, { name }))
  return [...verdicts, warning('honour.branch-unjudged', 'honour-opinions', { name })]
}

/** Whether nothing stands in the way; warnings never do. */
export const isEligible = (verdicts: readonly { status: string }[]): boolean =>
  verdicts.every(({ status }) => status !== 'unmet')

interface Vote {
  expected: number
  present: number
  yes: number
}

/** 票决: over half of the committee present, in favour over half of those who should attend, not of those who came. */
export function committeePasses({ expected, present, yes }: Vote): Verdict {
  const facts = { expected, present, yes, required: Math.floor(expected / 2) + 1 }
  if (present * 2 <= expected) return unmet('honour.vote-thin', 'honour-vote', facts)
  return yes * 2 > expected
    ? met('honour.vote-passed', 'honour-vote', facts)
    : unmet('honour.vote-failed', 'honour-vote', facts)
}
