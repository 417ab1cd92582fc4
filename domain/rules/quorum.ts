import { z } from 'zod'
import type { Day } from '#domain/dates.ts'
import { articles } from './articles.ts'
import type { ArticleKey } from './articles.ts'
import { met, notApplicable, unmet } from './verdict.ts'
import type { Verdict } from './verdict.ts'

/**
 * Five different rules of presence and majority (handbook §3.2).
 * `eligible` = 应到会有表决权 (for elections 应到会有选举权, for 支委会 the committee, for 民主生活会 the team);
 * `present` = those of them who came; `written` = formal written opinions of absent voters (发展党员 only).
 * 预备党员, 列席 and 留党察看 members are in none of these numbers.
 */
export const decisionKind = z.enum([
  'ordinary',
  'development',
  'election',
  'committee',
  'democratic-life',
])
export type DecisionKind = z.infer<typeof decisionKind>
export const decisionKinds = decisionKind.options

export const electionBasis = z.enum(['present', 'eligible'])
/** Of whom the winner of an election needs more than half: 实到会 (default) or 应到会. */
export type ElectionBasis = z.infer<typeof electionBasis>

export type Presence = { eligible: number; present: number; written?: number }
export type Votes = {
  yes: number
  no: number
  abstain: number
  present: number
  written?: number
  eligible?: number
  kind?: DecisionKind
}
export type Ballot = Presence & {
  yes: number
  no: number
  abstain: number
  secretBallot?: boolean
  electionBasis?: ElectionBasis
  /** The day of the vote; names the article in force then. Default: the present text. */
  on?: Day
}

/** "半数以上" includes the half (以上含本数). */
const half = (n: number): number => Math.ceil(n / 2)
/** "超过半数" does not. */
const moreThanHalf = (n: number): number => Math.floor(n / 2) + 1

type Rule = {
  requiredPresent: (eligible: number) => number
  presence: ArticleKey
  majority: ArticleKey
}

const rules: Record<DecisionKind, Rule> = {
  ordinary: { requiredPresent: half, presence: 'branch-11', majority: 'branch-11' },
  development: {
    requiredPresent: moreThanHalf,
    presence: 'development-20',
    majority: 'development-20',
  },
  election: {
    requiredPresent: (n) => Math.ceil((4 * n) / 5),
    presence: 'election-attendance',
    majority: 'election-winner',
  },
  committee: { requiredPresent: half, presence: 'branch-12', majority: 'branch-12' },
  'democratic-life': {
    requiredPresent: (n) => Math.ceil((2 * n) / 3),
    presence: 'democratic-life',
    majority: 'democratic-life',
  },
}

/** The article in force on the day. The numbers for 发展党员 are the same in the text of 2014 and of 2026. */
const inForce = (article: ArticleKey, on?: Day): ArticleKey =>
  article === 'development-20' && on !== undefined && on < articles[article].since
    ? 'development-2014-vote'
    : article

/**
 * How many of `eligible` must be present, at least 1.
 * 支部工作条例 Art. 11 and 12: half, included; 细则 (2026) Art. 20: more than half; 选举工作条例: four fifths; 民主生活会: two thirds.
 */
export const requiredPresent = (kind: DecisionKind, eligible: number): number =>
  Math.max(1, rules[kind].requiredPresent(eligible))

/**
 * How many yes votes pass; null where nothing is voted (民主生活会).
 * Ordinary and development: more than half of 应到会有表决权, never of 实到. Election: more than half of 实到, or of 应到 by parameter.
 * 支委会: Art. 12 names no majority; read as more than half of the whole committee, the stricter reading.
 */
export function requiredYes(
  kind: DecisionKind,
  {
    eligible,
    present,
    electionBasis = 'present',
  }: { eligible: number; present: number; electionBasis?: ElectionBasis },
): number | null {
  if (kind === 'democratic-life') return null
  return moreThanHalf(kind === 'election' && electionBasis === 'present' ? present : eligible)
}

export type VoteProblem =
  | 'not-integer'
  | 'negative'
  | 'written-not-allowed'
  | 'more-present-than-eligible'
  | 'more-votes-than-cast'

/**
 * Do the numbers agree with each other? 赞成+反对+弃权 ≤ 实到 + 书面意见; fewer is possible (spoiled or unreturned papers).
 * With `eligible`: 实到 + 书面意见 ≤ 应到, because only absent voters write. With `kind`: written only for 发展党员 (细则 Art. 20).
 */
export function votesAddUp({
  yes,
  no,
  abstain,
  present,
  written = 0,
  eligible,
  kind,
}: Votes): VoteProblem | null {
  const numbers = [
    yes,
    no,
    abstain,
    present,
    written,
    ...(eligible === undefined ? [] : [eligible]),
  ]
  if (!numbers.every((n) => Number.isSafeInteger(n))) return 'not-integer'
  if (numbers.some((n) => n < 0)) return 'negative'
  if (written > 0 && kind !== undefined && kind !== 'development') return 'written-not-allowed'
  if (eligible !== undefined && present + written > eligible) return 'more-present-than-eligible'
  return yes + no + abstain > present + written ? 'more-votes-than-cast' : null
}

/** May the meeting decide? Written opinions are votes, not presence: they never help the quorum. */
export function quorumVerdict(
  kind: DecisionKind,
  { eligible, present, written = 0 }: Presence,
  on?: Day,
): Verdict {
  const article = inForce(rules[kind].presence, on)
  const problem = votesAddUp({ yes: 0, no: 0, abstain: 0, present, written, eligible, kind })
  if (problem) return unmet(`votes.${problem}`, article, { eligible, present, written })
  if (eligible === 0) return unmet('quorum.nobody-eligible', article, { eligible, present })
  const required = requiredPresent(kind, eligible)
  const facts = { eligible, present, required }
  return present >= required
    ? met(`quorum.${kind}.met`, article, facts)
    : unmet(`quorum.${kind}.unmet`, article, facts)
}

/**
 * Did it pass? Checked in this order: the numbers agree, the quorum, the secret ballot (发展党员, 选举), the majority.
 * A vote without quorum or without a required secret ballot is 'unmet' whatever its count.
 */
export function majorityVerdict(kind: DecisionKind, ballot: Ballot): Verdict {
  const { eligible, present, yes, no, abstain, written = 0, secretBallot = false, on } = ballot
  const basis = ballot.electionBasis ?? 'present'
  const article = inForce(rules[kind].majority, on)
  const required = requiredYes(kind, { eligible, present, electionBasis: basis })
  if (required === null) return notApplicable(`majority.${kind}.not-applicable`, article)

  const problem = votesAddUp({ yes, no, abstain, present, written, eligible, kind })
  if (problem)
    return unmet(`votes.${problem}`, article, { eligible, present, written, yes, no, abstain })
  const quorum = quorumVerdict(kind, { eligible, present, written }, on)
  if (quorum.status !== 'met')
    return unmet(`majority.${kind}.no-quorum`, quorum.article, quorum.facts)
  if ((kind === 'development' || kind === 'election') && !secretBallot)
    return unmet(`majority.${kind}.not-secret`, kind === 'election' ? 'election-secret' : article, {
      yes,
      required,
    })

  const facts = {
    eligible,
    present,
    written,
    yes,
    no,
    abstain,
    required,
    ...(kind === 'election' ? { basis } : {}),
  }
  return yes >= required
    ? met(`majority.${kind}.met`, article, facts)
    : unmet(`majority.${kind}.unmet`, article, facts)
}
