import { daysBetween, type Day } from './dates.ts'
import type { ProblemFields } from './errors.ts'
import { placingProblems, type PlacingProblem } from './rules/placings.ts'
import type { CompetitionEvent, StudyContent, StudyStatus } from './studies.ts'

/** What typed content is held against. */
export interface StudyFacts {
  today: Day
  /** How far it is to go. */
  status: StudyStatus
  organ: { foundedOn: Day; closedOn: Day | null }
  /** Party members on the roster of the day, among those that the content names. */
  members: ReadonlySet<string>
  /** Day of the linked meeting, where there is one. */
  meetingOn: Day | null
}

/** Everything that must be corrected before the activity is saved, by field; empty when it can be. */
export function checkStudy(content: StudyContent, facts: StudyFacts): ProblemFields {
  return {
    ...daysOf(content, facts),
    ...peopleOf(content, facts),
    ...(content.kind === 'competition' ? eventsOf(content, facts) : noEvents(content)),
    ...(facts.status === 'planned' ? {} : heldOf(content)),
  }
}

function daysOf({ heldOn, endsOn, minutes }: StudyContent, facts: StudyFacts): ProblemFields {
  const { today, status, organ, meetingOn } = facts
  const found: ProblemFields = {}
  if (heldOn < organ.foundedOn) found['body.heldOn'] = '该组织当时尚未成立'
  else if (organ.closedOn && heldOn > organ.closedOn) found['body.heldOn'] = '该组织当时已经撤销'
  else if (status === 'held' && heldOn > today)
    found['body.heldOn'] = '举办日期还没到，请先存为计划'
  if (endsOn !== null && endsOn < heldOn) found['body.endsOn'] = '结束日期不能早于开始日期'
  else if (status === 'closed' && (endsOn ?? heldOn) > today)
    found[endsOn === null ? 'body.heldOn' : 'body.endsOn'] = '活动还没有结束，不能办结'
  if (endsOn !== null && endsOn > heldOn && daysBetween(heldOn, endsOn) > 60)
    found['body.endsOn'] = '一次活动最多跨 60 天，更长的请分次记录'
  const days = 1 + Math.max(0, daysBetween(heldOn, endsOn ?? heldOn))
  if (minutes > days * 1440) found['body.minutes'] = `${days} 天最多 ${days * 24} 小时`
  if (meetingOn !== null && (meetingOn < heldOn || meetingOn > (endsOn ?? heldOn)))
    found['body.meetingId'] = '关联的会议不在活动日期内'
  return found
}

function peopleOf(content: StudyContent, { members, status }: StudyFacts): ProblemFields {
  const { audience, guests, lecturerId, lecturerName, kind, minutes } = content
  const found: ProblemFields = {}
  const seen = new Set<string>()
  const judgePart = (field: string, part: number | null, came: boolean) => {
    if (part === null) return
    if (part > minutes) found[field] = `参学时长不能超过活动时长 ${minutes} 分钟`
    else if (status === 'planned' || !came) found[field] = '只有到会的人才有参学时长'
  }
  audience.forEach(({ memberId, present, minutes: part }, at) => {
    if (seen.has(memberId)) found[`body.audience.${at}`] = '同一人列了两次'
    else if (!members.has(memberId)) found[`body.audience.${at}`] = '当日花名册上没有这名党员'
    seen.add(memberId)
    judgePart(`body.audience.${at}.minutes`, part, present)
  })
  const named = new Set<string>()
  guests.forEach(({ name, capacity, minutes: part }, at) => {
    const whole = `${name} ${capacity ?? ''}`
    if (named.has(whole))
      found[`body.guests.${at}`] = `名册外人员“${name}”写了两次，同名的请写明单位`
    named.add(whole)
    judgePart(`body.guests.${at}.minutes`, part, true)
  })
  if (lecturerId !== null && lecturerName !== null)
    found['body.lecturerName'] = '授课人只填一位：选党员或写姓名'
  if (lecturerId !== null && !members.has(lecturerId))
    found['body.lecturerId'] = '当日花名册上没有这名党员'
  if (kind === 'lecture' && lecturerId === null && lecturerName === null)
    found['body.lecturerId'] = '请选择或填写授课人'
  return found
}

/** What is only known once it took place. */
const heldOf = ({ audience, guests }: StudyContent): ProblemFields =>
  audience.some(({ present }) => present) || guests.length > 0
    ? {}
    : { 'body.audience': '没有人参加的活动不能登记为已举办' }

const noEvents = ({ events }: StudyContent): ProblemFields =>
  events.length === 0 ? {} : { 'body.events': '只有比赛竞赛才有项目和名次' }

function eventsOf(content: StudyContent, facts: StudyFacts): ProblemFields {
  const found: ProblemFields = {}
  const marked = content.audience.filter(({ present }) => !present && facts.status !== 'planned')
  const absent = new Set<string>(marked.map(({ memberId }) => memberId))
  if (facts.status === 'closed' && content.events.length === 0)
    found['body.events'] = '请至少填写一个比赛项目和成绩'
  const names = new Set<string>()
  content.events.forEach((event, at) => {
    const field = `body.events.${at}`
    if (names.has(event.name)) found[`${field}.name`] = '已有同名项目'
    names.add(event.name)
    Object.assign(found, entriesOf(event, field, facts, absent))
    if (facts.status !== 'closed') return
    if (event.entries.length === 0) found[`${field}.entries`] = '请填写成绩或名次'
    for (const one of placingProblems(event.ranking, event.entries, event.tied))
      Object.assign(found, saidOf(one, field))
  })
  return found
}

function entriesOf(
  { form, entries }: CompetitionEvent,
  field: string,
  { members }: StudyFacts,
  absent: ReadonlySet<string>,
): ProblemFields {
  const found: ProblemFields = {}
  const seen = new Set<string>()
  entries.forEach(({ name, memberIds }, at) => {
    const here = `${field}.entries.${at}`
    if (form === 'team' && name === null) found[`${here}.name`] = '请填写队名'
    if (form === 'individual' && memberIds.length + (name === null ? 0 : 1) !== 1)
      found[`${here}.name`] = '请选择一名党员或填写姓名'
    for (const id of memberIds) {
      if (!members.has(id)) found[`${here}.memberIds`] = '当日花名册上没有这名党员'
      else if (seen.has(id)) found[`${here}.memberIds`] = '同一人在一个项目里出现了两次'
      else if (absent.has(id))
        found[`${here}.memberIds`] = '参加人员中标为未到，却列在比赛里；请更正其中一处'
      seen.add(id)
    }
  })
  return found
}

function saidOf(one: PlacingProblem, field: string): ProblemFields {
  switch (one.code) {
    case 'no-score':
      return { [`${field}.entries.${one.at}.score`]: '请填写成绩' }
    case 'no-place':
      return { [`${field}.entries.${one.at}.place`]: '请填写名次' }
    case 'gap':
      return { [`${field}.entries.${one.at}.place`]: `第 ${one.place} 名之前有空缺的名次` }
    default:
      return {
        [`${field}.tied`]: `有 ${one.count} 个第 ${one.place} 名，没有成绩可比。确实并列请勾选“并列”，否则请更正名次`,
      }
  }
}
