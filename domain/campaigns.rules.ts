import type { CampaignState, NextStep, PublicityChange, Review } from './campaigns.ts'
import type { Day } from './dates.ts'
import { committeePasses } from './rules/honours.ts'
import { met, unmet, type Verdict } from './rules/verdict.ts'
import { enoughWorkdays, type HolidayTable } from './rules/workdays.ts'

/** What can be done to a campaign once it exists. */
export type CampaignMove =
  | 'change'
  | 'nominate'
  | 'withdraw'
  | 'exclude'
  | 'review'
  | 'publish'
  | 'amend'
  | 'object'
  | 'answer'
  | 'decide'
  | 'cancel'

const over = { decided: '表彰决定已经作出', cancelled: '本次评选已经取消' }
const closed = '党委已经审定，推荐已截止'
const early = '还没有进入公示'

/** A move is allowed where the table has null, else refused with this reason. */
const refusals: Record<CampaignMove, Record<CampaignState, string | null>> = {
  change: { open: null, reviewed: closed, publicity: closed, ...over },
  nominate: { open: null, reviewed: closed, publicity: closed, ...over },
  withdraw: { open: null, reviewed: closed, publicity: closed, ...over },
  exclude: { open: '审定前由支部撤回推荐', reviewed: null, publicity: null, ...over },
  review: { open: null, reviewed: null, publicity: '公示已经开始', ...over },
  publish: {
    open: '请先登记党委审定情况',
    reviewed: null,
    publicity: '公示已经开始',
    ...over,
  },
  amend: { open: early, reviewed: early, publicity: null, ...over },
  object: { open: early, reviewed: early, publicity: null, ...over },
  answer: { open: early, reviewed: early, publicity: null, ...over },
  decide: { open: early, reviewed: early, publicity: null, ...over },
  cancel: { open: null, reviewed: null, publicity: null, ...over },
}

/** Why a move is not possible in a state, in words for the person; null when it is. */
export const whyNotCampaign = (move: CampaignMove, state: CampaignState): string | null =>
  refusals[move][state]

export interface Dates {
  state: CampaignState
  nominateFrom: Day
  nominateTo: Day
  publicityTo: Day | null
  /** Whether its public notice no longer holds enough working days. */
  publicityShort: boolean
  openObjections: number
}

/** What comes next, and the day it is due or becomes possible. */
export function nextOf(
  { state, nominateTo, publicityTo, publicityShort, openObjections }: Dates,
  today: Day,
): { next: NextStep | null; nextOn: Day | null } {
  if (state === 'open')
    return today <= nominateTo
      ? { next: 'nominate', nextOn: nominateTo }
      : { next: 'review', nextOn: null }
  if (state === 'reviewed') return { next: 'publicity', nextOn: null }
  if (state !== 'publicity') return { next: null, nextOn: null }
  if (publicityShort) return { next: 'extend', nextOn: publicityTo }
  if (openObjections > 0) return { next: 'answer', nextOn: publicityTo }
  return publicityTo !== null && today > publicityTo
    ? { next: 'decide', nextOn: null }
    : { next: 'wait', nextOn: publicityTo }
}

const last = (days: readonly (Day | null)[]): Day | null =>
  days.reduce(
    (latest, day) => (latest === null || (day !== null && day > latest) ? day : latest),
    null,
  )

/** The day of the last branch meeting behind nominations; null where none is known. */
export const lastResolved = (nominations: readonly { resolvedOn: Day | null }[]): Day | null =>
  last(nominations.map(({ resolvedOn }) => resolvedOn))

/** The day on which the last objection was answered: the decision rests on the answer. */
export const lastAnswered = (objections: readonly { answeredOn: Day | null }[]): Day | null =>
  last(objections.map(({ answeredOn }) => answeredOn))

/** Sentences at the fields of a committee's review; empty when it can stand. `resolvedOn`: of the last branch meeting behind a nomination. */
export function checkReview(
  { heldOn, expected, present, results }: Review,
  campaign: { nominateFrom: Day; quota: number; resolvedOn: Day | null },
  today: Day,
): Record<string, string> {
  const fields: Record<string, string> = {}
  const { resolvedOn } = campaign
  if (heldOn > today) fields['body.heldOn'] = '会议日期不能晚于今天'
  else if (heldOn < campaign.nominateFrom) fields['body.heldOn'] = '会议不能早于推荐开始'
  else if (resolvedOn !== null && heldOn < resolvedOn)
    fields['body.heldOn'] = `有支部 ${resolvedOn} 才开会推荐，审定不能早于此日`
  if (present > expected) fields['body.present'] = '实到委员不能多于应到委员'
  else if (present * 2 <= expected) fields['body.present'] = '到会委员未过半数，不能审定'
  const proposed = results.filter((one) => one.proposed).length
  if (proposed > campaign.quota)
    fields['body.results'] = `列入公示 ${proposed} 个，超过名额 ${campaign.quota} 个`
  results.forEach(({ yes, no, abstain, proposed: listed }, index) => {
    if (yes + no + abstain > present)
      fields[`body.results.${index}.yes`] = `票数合计不能超过实到委员 ${present} 人`
    else if (listed && committeePasses({ expected, present, yes }).status === 'unmet')
      fields[`body.results.${index}.proposed`] =
        `赞成 ${yes} 票，未超过应到委员 ${expected} 人的半数，不能列入公示`
  })
  return fields
}

type Notice = PublicityChange['after']

/**
 * Sentences at the fields of a longer or corrected public notice; empty when it can stand. What was hung is not unsaid:
 * a start is corrected before its day only, and an end is not moved to a day that has passed.
 */
export function checkAmendment(
  before: Notice,
  after: Notice,
  reviewedOn: Day | null,
  today: Day,
): Record<string, string> {
  const fields: Record<string, string> = {}
  const { from, to, place } = after
  if (from !== before.from) {
    if (before.from <= today) fields['body.from'] = `公示已于 ${before.from} 开始，起始日期不能再改`
    else if (reviewedOn && from < reviewedOn)
      fields['body.from'] = `公示不能早于党委审定（${reviewedOn}）`
    else if (from < today) fields['body.from'] = '公示还没有开始，起始日期不能改到今天以前'
  }
  if (to !== before.to && to < today) fields['body.to'] = '截止日期不能早于今天'
  if (from === before.from && to === before.to && place === before.place)
    fields['body.reason'] = '起止日期和地点都没有改动'
  return fields
}

export interface DecisionFacts {
  publicityFrom: Day
  publicityTo: Day
  publicityDays: number
  openObjections: number
  /** Of those that are proposed: who is no longer eligible, with the first reason. */
  lost: readonly { name: string; verdict: Verdict }[]
  proposed: number
}

/** What stands in the way of the decision on a day; met verdicts say what was checked. */
export function decisionVerdicts(facts: DecisionFacts, on: Day, table: HolidayTable): Verdict[] {
  const { publicityFrom: from, publicityTo: to, publicityDays, openObjections } = facts
  return [
    enoughWorkdays(from, to, publicityDays, table),
    on > to
      ? met('decision.publicity-over', 'publicity', { to })
      : unmet('decision.publicity-runs', 'publicity', { to }),
    openObjections === 0
      ? met('decision.no-objection', 'publicity')
      : unmet('decision.objection-open', 'publicity', { count: openObjections }),
    ...facts.lost.map(({ name, verdict }) =>
      unmet('decision.lost', verdict.article, { name, reason: verdict.code }),
    ),
    ...(facts.proposed === 0 ? [unmet('decision.nobody', null)] : []),
  ]
}
