import { z } from 'zod'
import { addDays, addYears, daysBetween, yearOf } from '#domain/dates.ts'
import type { Day } from '#domain/dates.ts'
import { met, unmet, warning } from './verdict.ts'
import type { Verdict } from './verdict.ts'

/** How near the end of a term is: the superior reminds in general 6 months before, then the ladder narrows (handbook §2). */
export const termStage = z.enum(['calm', 'd180', 'd120', 'd60', 'd30', 'due', 'overdue'])
export type TermStage = z.infer<typeof termStage>

/** An approved delay: up to and including `until`, by the superior's document. */
export type Extension = { until: Day; documentNumber: string }

export type TermLadder = {
  /** Last day of the term as elected. */
  endsOn: Day
  /** Last day after a valid extension; equals `endsOn` without one. */
  effectiveEnd: Day
  stage: TermStage
  /** Days to `effectiveEnd`: 0 on the day itself, negative after it. */
  daysLeft: number
  verdict: Verdict
}

/** Last day of a term: the election's day counts, so + n years − 1 day; from 29 February it ends with the month (as probation does). */
export function termEnd(startedOn: Day, years: number): Day {
  const corresponding = addYears(startedOn, years)
  return corresponding.slice(5) === startedOn.slice(5) ? addDays(corresponding, -1) : corresponding
}

/** For how many years a term was elected; the inverse of `termEnd`. */
export const yearsElected = ({ startedOn, endsOn }: { startedOn: Day; endsOn: Day }): number =>
  Math.max(1, yearOf(addDays(endsOn, 1)) - yearOf(startedOn))

/** Is an extension valid? Superior's document, later than the end, at most one year. 选举工作条例 Art. 3. */
export function checkExtension({
  endsOn,
  until,
  documentNumber,
}: {
  endsOn: Day
  until: Day
  documentNumber?: string | null
}): Verdict {
  const latest = addYears(endsOn, 1)
  const facts = { endsOn, until, latest }
  if (!documentNumber?.trim()) return unmet('extension.no-document', 'election-3', facts)
  if (until <= endsOn) return unmet('extension.not-later', 'election-3', facts)
  return until > latest
    ? unmet('extension.over-a-year', 'election-3', facts)
    : met('extension.met', 'election-3', facts)
}

/**
 * Where a term stands today. An extension that `checkExtension` refuses moves nothing.
 * `years` comes from `termYears`; organizations without a term have no ladder.
 */
export function termLadder(
  { startedOn, years, extension }: { startedOn: Day; years: number; extension?: Extension | null },
  today: Day,
): TermLadder {
  const endsOn = termEnd(startedOn, years)
  const extended = extension && checkExtension({ endsOn, ...extension }).status === 'met'
  const effectiveEnd = extended ? extension.until : endsOn
  const daysLeft = daysBetween(today, effectiveEnd)
  const stage = stageOf(daysLeft)
  const facts = {
    endsOn,
    effectiveEnd,
    daysLeft,
    ...(extended ? { documentNumber: extension.documentNumber } : {}),
  }
  return { endsOn, effectiveEnd, stage, daysLeft, verdict: judge(stage, facts) }
}

const termArticles = {
  committee: 'organ-5',
  'general-branch': 'organ-6',
  branch: 'organ-7',
} as const

/** A term that was never entered has no ladder: nobody would be reminded of it. `years` comes from `termYears`. */
export const termUnknown = (kind: keyof typeof termArticles, years: number): Verdict =>
  warning('term.unknown', termArticles[kind], { years })

function stageOf(daysLeft: number): TermStage {
  if (daysLeft < 0) return 'overdue'
  if (daysLeft === 0) return 'due'
  if (daysLeft <= 30) return 'd30'
  if (daysLeft <= 60) return 'd60'
  if (daysLeft <= 120) return 'd120'
  return daysLeft <= 180 ? 'd180' : 'calm'
}

function judge(stage: TermStage, facts: Verdict['facts']): Verdict {
  if (stage === 'calm') return met('term.calm', 'election-3', facts)
  if (stage === 'overdue') return unmet('term.overdue', 'election-3', facts)
  return warning(`term.${stage}`, stage === 'due' ? 'election-3' : 'term-reminder', facts)
}
