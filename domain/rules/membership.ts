import { z } from 'zod'
import { addDays, addMonths, addYears, completedYears, yearOf } from '#domain/dates.ts'
import type { Day } from '#domain/dates.ts'

/** 发展阶段: applicant 入党申请人, activist 积极分子, candidate 发展对象, probationary 预备党员, full 正式党员. */
export const stage = z.enum(['applicant', 'activist', 'candidate', 'probationary', 'full'])
export type Stage = z.infer<typeof stage>
export const stages = stage.options

/**
 * 党籍, and whether the person is on this roster at all: normal 正常, suspended 停止党籍, left 已出党 (除名, 劝退, 退党, 开除,
 * 取消资格), transferred 已转出 (received by an organization outside; the membership goes on there), deceased 去世.
 */
export const standing = z.enum(['normal', 'suspended', 'left', 'transferred', 'deceased'])
export type Standing = z.infer<typeof standing>
export const standings = standing.options

/**
 * How somebody left the Party: struck 除名 (党章 Art. 9: six months of no dues, no life, no work), persuaded 劝退, resigned 退党,
 * expelled 开除党籍 (the heaviest punishment, Art. 40), disqualified 取消预备党员资格 (Art. 7).
 */
export const leaving = z.enum(['struck', 'persuaded', 'resigned', 'expelled', 'disqualified'])
export type Leaving = z.infer<typeof leaving>

/** 党员权利: normal 正常, probation 留党察看, suspended 中止 (留置, 逮捕). */
export const rights = z.enum(['normal', 'probation', 'suspended'])
export type Rights = z.infer<typeof rights>
export const rightsOptions = rights.options

/** 组织关系: registered 在册, moving-out 转出在途, moving-in 转入在途. */
export const relation = z.enum(['registered', 'moving-out', 'moving-in'])
export type Relation = z.infer<typeof relation>
export const relations = relation.options

/** Between this roster and one elsewhere, from the letter (介绍信) until it is received or returned (§4.4). */
export const isInTransit = (relation: Relation): boolean => relation !== 'registered'

/** 超期: the letter is not valid any more and nobody has received it; no roster looks after who carries it (口袋党员). */
export const isOverdue = (letterUntil: Day | null, today: Day): boolean =>
  letterUntil !== null && letterUntil < today

/** The separate axes of a person's status (handbook §4.1); 流动 and 失联 are flags beside them and change none of these answers. */
export type Status = { stage: Stage; standing: Standing; rights: Rights; relation: Relation }

/** Is the person, whose record stays, on no roster of ours any more? */
export const isGone = (standing: Standing): boolean =>
  standing !== 'normal' && standing !== 'suspended'

/** Is the person counted among 党员 (预备 included)? 停止党籍 is not counted while it lasts. 党章 Art. 7: 预备党员 are members. */
export const isPartyMember = ({ stage, standing }: Pick<Status, 'stage' | 'standing'>): boolean =>
  (stage === 'full' || stage === 'probationary') && standing === 'normal'

/** Is the person counted among 正式党员, the number behind the thresholds 3 and 7? */
export const isFullMember = ({ stage, standing }: Pick<Status, 'stage' | 'standing'>): boolean =>
  stage === 'full' && standing === 'normal'

/** 表决权, 选举权 and 被选举权: 正式 ∧ 党籍正常 ∧ ¬留党察看 ∧ ¬中止. 选举工作条例 Art. 5. */
export const hasVote = ({
  stage,
  standing,
  rights,
}: Pick<Status, 'stage' | 'standing' | 'rights'>): boolean =>
  isFullMember({ stage, standing }) && rights === 'normal'

/**
 * Is the person in 应到会 of the branch or group whose roster holds them?
 * Our reading: every party member of the roster, 预备 and 留党察看 included (they attend without a vote), whose relation is
 * still here: registered, or moving out and not yet received elsewhere (the roster moves only on 接收, §4.4).
 * Not: moving in, applicants to candidates (they are 列席), 停止党籍, and 留置 or 逮捕 (rights suspended, unable to come).
 * 流动 and ill members stay in: for elections only the assembly, with the superior's consent, may take them out.
 */
export const shouldAttend = ({ stage, standing, rights, relation }: Status): boolean =>
  isPartyMember({ stage, standing }) && rights !== 'suspended' && relation !== 'moving-in'

/** Is the person in 应到会有表决权, the denominator of quorum and majority? 支部工作条例 Art. 11, 选举工作条例 Art. 5. */
export const isEligibleVoter = (status: Status): boolean => shouldAttend(status) && hasVote(status)

/** 应到会 and 应到会有表决权 of a roster as of the meeting's day; the caller freezes them with the meeting. */
export const countExpected = (
  roster: readonly Status[],
): { shouldAttend: number; eligible: number } => ({
  shouldAttend: roster.filter(shouldAttend).length,
  eligible: roster.filter(isEligibleVoter).length,
})

/**
 * Last day of probation: one year from the assembly that accepted (细则 Art. 31), itself counted, so + 1 year − 1 day.
 * From 29 February the year ends on 28 February (the month has no corresponding day, so it ends with the month).
 * `convention: 'same-day'` is the other practice ("至 2022-06-01"); the date in the approval text always wins over both.
 */
export function probationEnd(
  joinedOn: Day,
  convention: 'day-before' | 'same-day' = 'day-before',
): Day {
  const corresponding = addYears(joinedOn, 1)
  if (convention === 'same-day' || corresponding.slice(5) !== joinedOn.slice(5))
    return corresponding
  return addDays(corresponding, -1)
}

/** Days before the end of a probation from which the branch is to prepare the assembly that decides on it; practice. */
export const daysToDecideProbation = 60

/** Days for which a change of status may be recorded beforehand; practice. A day further off is a slip of the pen. */
export const daysAhead = 90

/** Months without contact after which, all search in vain, membership is stopped (教育管理工作条例 Art. 24). */
export const monthsLost = 6

/** From when to when an extended probation may end: it is extended once, by half a year to a year (细则 Art. 31). */
export function extensionOf(end: Day): { from: Day; to: Day } {
  const after = (months: number) => addDays(addMonths(addDays(end, 1), months), -1)
  return { from: after(6), to: after(12) }
}

/** First day of full membership when probation is neither extended nor ended: the day after `probationEnd`. 党章 Art. 7. */
export const fullFrom = (joinedOn: Day): Day => addDays(probationEnd(joinedOn), 1)

type Days = Record<'birthOn' | 'joinedOn' | 'fullOn' | 'partyAgeFrom', Day | null>

/**
 * What of a record's days wants checking against the file; told, never refused, for older charters had other rules
 * (§11): joined in the future, before 18 (党章 Art. 1, 细则 Art. 5), or a full member before a year of probation was
 * over (党章 Art. 7); and of whoever is on the roster, no day from which probation or 党龄 counts (细则 Art. 31, 33).
 */
export function dateWarnings(
  {
    birthOn,
    joinedOn,
    fullOn,
    partyAgeFrom,
    stage,
    standing,
  }: Days & Pick<Status, 'stage' | 'standing'>,
  today: Day,
): string[] {
  const isHere = !isGone(standing)
  const hasAge = fullOn ?? partyAgeFrom
  return [
    ...(joinedOn && joinedOn > today ? ['joined.in-future'] : []),
    ...(joinedOn && birthOn && completedYears(birthOn, joinedOn) < 18 ? ['joined.under-18'] : []),
    ...(joinedOn && fullOn && fullOn < fullFrom(joinedOn) ? ['full.before-a-year'] : []),
    ...(isHere && stage === 'probationary' && !joinedOn ? ['joined.unknown'] : []),
    ...(isHere && stage === 'full' && !hasAge ? ['full.unknown'] : []),
  ]
}

/**
 * 党龄: completed years since 转正 (not since 入党 nor the approval), 党章 Art. 7, 细则 Art. 33; null before full membership.
 * `overrideFrom` serves members accepted under older charters, whose years count from 入党; the caller keeps the reason.
 */
export function partyAge(
  { fullOn, overrideFrom }: { fullOn?: Day | null; overrideFrom?: Day | null },
  today: Day,
): number | null {
  const from = overrideFrom ?? fullOn
  return from && from <= today ? completedYears(from, today) : null
}

/** "光荣在党50年": does the party age reach 50 completed years by 1 July of the year? */
export const fiftyYears = (partyAgeFrom: Day, year: number): boolean =>
  completedYears(partyAgeFrom, `${year}-07-01`) >= 50

/** The first year whose 1 July finds fifty completed years. */
export function fiftyYearsIn(partyAgeFrom: Day): number {
  const year = yearOf(partyAgeFrom) + 50
  return fiftyYears(partyAgeFrom, year) ? year : year + 1
}
