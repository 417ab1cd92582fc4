import type { AnnouncementContent, AnnouncementState } from './announcements.ts'
import { addYears, type Day } from './dates.ts'
import type { ProblemFields } from './errors.ts'
import { lifeProblem, typesProblem, type MeetingFacts } from './meetings.checks.ts'
import { minutesOf } from './services.rules.ts'

/** What can be done to an announcement once it exists; `record` makes the minutes from it. */
export type AnnouncementMove = 'change' | 'callOff' | 'answer' | 'record'

/** A move is allowed where the table has null, else refused with this reason. */
const refusals: Record<AnnouncementMove, Record<AnnouncementState, string | null>> = {
  change: {
    open: null,
    recorded: '会议已有记录，通知不再修改',
    'called-off': '会议已取消，请重新通知',
  },
  callOff: {
    open: null,
    recorded: '会议已有记录，不能取消',
    'called-off': '会议已经取消',
  },
  answer: {
    open: null,
    recorded: '会议已有记录，请假情况以记录为准',
    'called-off': '会议已经取消，不需要答复',
  },
  record: {
    open: null,
    recorded: '这次通知已有会议记录，请打开那条记录',
    'called-off': '会议已经取消，不能由通知记会议',
  },
}

/** Why a move is not possible in a state, in words for the person; null when it is. */
export const whyNot = (move: AnnouncementMove, state: AnnouncementState): string | null =>
  refusals[move][state]

/** What typed content is held against. */
export interface AnnouncementFacts {
  today: Day
  organ: MeetingFacts['organ']
}

/** Everything that must be corrected before it is announced, by field; empty when it can be. */
export function checkAnnouncement(
  { types, heldOn }: Pick<AnnouncementContent, 'types' | 'heldOn'>,
  { today, organ }: AnnouncementFacts,
): ProblemFields {
  const wrongDay = dayProblem(heldOn, today) ?? lifeProblem(heldOn, organ)
  // Without a day it is not known who sits on the committee.
  if (wrongDay) return { 'body.heldOn': wrongDay }
  const wrongTypes = typesProblem(types, organ)
  return wrongTypes ? { 'body.types': wrongTypes } : {}
}

function dayProblem(heldOn: Day, today: Day): string | null {
  if (heldOn < today) return '通知的会议日期不能早于今天'
  return heldOn > addYears(today, 1) ? '通知的会议日期应在一年之内' : null
}

/** A notice says no end: two of one day that begin less than an hour apart may be at once. */
export const isSameHour = (one: string, other: string): boolean =>
  Math.abs(minutesOf(one) - minutesOf(other)) < 60
