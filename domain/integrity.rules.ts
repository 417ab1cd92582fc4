import { addDays, type Day } from './dates.ts'
import type { NewTalk, TalkKind } from './integrity.ts'
import type { PostKind } from './organizations.ts'
import { met, notApplicable, unmet, warning, type Verdict } from './rules/verdict.ts'

/** Days within which the person talked to should have confirmed the record; practice. */
export const daysToAcknowledge = 7
/** Days before its end from which an item of the 责任清单 is to be done; practice. */
export const daysToRemind = 30

const heads: readonly PostKind[] = ['secretary', 'deputy-secretary']
const talkers: Record<TalkKind, readonly PostKind[]> = {
  'integrity-talk': [...heads, 'discipline-officer'],
  'reminder-talk': heads,
}

/**
 * Who may lead which talk: 提醒谈话 is a secretary's duty on signs of problems (主体责任规定 Art. 16), 廉政谈话
 * also the discipline officer's (党内监督条例 Art. 21). Another talker is told, not refused: the record is of what was.
 */
export function talkerVerdict(kind: TalkKind, posts: readonly PostKind[]): Verdict {
  const article = kind === 'reminder-talk' ? 'integrity-main-16' : 'supervision-21'
  return posts.some((post) => talkers[kind].includes(post))
    ? met(`talk.talker.${kind}.met`, article)
    : warning(`talk.talker.${kind}.warning`, article)
}

/** Should the person have confirmed the record by now? */
export const isUnconfirmedLate = (
  talk: { heldOn: Day; acknowledgedOn: Day | null },
  today: Day,
): boolean => talk.acknowledgedOn === null && addDays(talk.heldOn, daysToAcknowledge) < today

/** Has the person confirmed the record? */
export function acknowledgedVerdict(
  talk: { heldOn: Day; acknowledgedOn: Day | null },
  daysSince: number,
): Verdict {
  const article = 'talk-acknowledged'
  if (talk.acknowledgedOn) return met('talk.acknowledged.met', article, { on: talk.acknowledgedOn })
  return daysSince > daysToAcknowledge
    ? warning('talk.acknowledged.late', article, { days: daysSince })
    : notApplicable('talk.acknowledged.waiting', article, { days: daysToAcknowledge - daysSince })
}

/** A talk that cannot have been: field → sentence; empty when it can. */
export function checkTalk(talk: NewTalk, today: Day): Record<string, string> {
  const wrong: Record<string, string> = {}
  if (talk.talkeeId === talk.talkerId) wrong['body.talkeeId'] = '谈话人和谈话对象不能是同一人'
  if (talk.heldOn > today) wrong['body.heldOn'] = '谈话日期不能晚于今天'
  if (talk.kind === 'reminder-talk' && talk.occasion === 'appointment')
    wrong['body.occasion'] = '任前谈话属于廉政谈话，请改选谈话类型'
  talk.followUps.forEach(({ dueOn }, index) => {
    if (dueOn < talk.heldOn) wrong[`body.followUps.${index}.dueOn`] = '完成期限不能早于谈话日期'
  })
  return wrong
}

/** Things to follow that cannot be: field → sentence. `below`: whether the place is the organ itself or under it. */
export function checkMeasures(
  measures: readonly { dueOn: Day; below: boolean }[],
  heldOn: Day,
  field: (at: number, name: string) => string,
): Record<string, string> {
  const wrong: Record<string, string> = {}
  measures.forEach(({ dueOn, below }, at) => {
    if (dueOn < heldOn) wrong[field(at, 'dueOn')] = '完成期限不能早于召开日期'
    if (!below) wrong[field(at, 'placeId')] = '责任组织应是召开组织或其下级'
  })
  return wrong
}

/** A day on which something cannot have been done. */
export function checkFinish(
  doneOn: Day,
  { heldOn, today }: { heldOn: Day; today: Day },
): Record<string, string> {
  if (doneOn > today) return { 'body.doneOn': '完成日期不能晚于今天' }
  return doneOn < heldOn ? { 'body.doneOn': '完成日期不能早于召开日期' } : {}
}

/** 警示教育 is held every year and reaches everybody (practice); a year that still runs is only told. */
export function coverageVerdict(
  { roster, reached, educations }: { roster: number; reached: number; educations: number },
  over: boolean,
): Verdict {
  const article = 'warning-education'
  const facts = { roster, reached, missing: roster - reached }
  if (roster === 0) return notApplicable('coverage.nobody', article)
  if (reached >= roster) return met('coverage.met', article, facts)
  if (educations === 0 && reached === 0)
    return (over ? unmet : warning)('coverage.none', article, facts)
  return warning('coverage.partly', article, facts)
}
