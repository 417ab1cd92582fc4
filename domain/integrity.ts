import { z } from 'zod'
import { day, flag, line, many, prose, search, version, year } from './common.ts'
import { paging, sortBy } from './contract.ts'
import {
  educationFollowUpId,
  educationId,
  followUpId,
  meetingId,
  memberId,
  organizationId,
  talkId,
} from './ids.ts'
import { verdict } from './verdict.ts'

/**
 * 廉洁教育 (handbook §9.1): 警示教育大会, which everybody may know of, and the two kinds of talk, which
 * only those concerned, 纪检委员 and 党委书记 may. 谈话提醒 (监察法 Art. 45) is another thing: a measure of
 * the supervision organs, not kept here.
 */
export const talkKind = z.enum(['integrity-talk', 'reminder-talk'])
export type TalkKind = z.infer<typeof talkKind>

/** Each time something was said to be done by mistake: what was said, and why it was taken back. */
const reopened = z.array(
  z.object({ by: z.string(), reason: z.string(), doneOn: day, result: z.string() }),
)

/** What is to follow, by when, and by whom: the organ itself unless one below it is named. */
export const newEducationFollowUp = z.strictObject({
  what: line(2, 200),
  dueOn: day,
  placeId: organizationId.nullable().default(null),
})
export type NewEducationFollowUp = z.output<typeof newEducationFollowUp>

export const newEducation = z.strictObject({
  organizationId,
  title: line(2, 120),
  /** 案例主题. */
  theme: line(2, 200),
  heldOn: day,
  place: line(1, 80).nullable().default(null),
  /** 后续安排. */
  followUp: prose(2_000).default(''),
  /** The signed meeting it was part of: day, organ and attendance then come from there. */
  meetingId: meetingId.nullable().default(null),
  /** Who of the roster of that day was missing; nobody where a meeting says it. */
  absentIds: z.array(memberId).max(5_000).default([]),
  followUps: z.array(newEducationFollowUp).max(20, '最多 20 项').default([]),
})
export type NewEducation = z.output<typeof newEducation>

export const educationRow = z.object({
  id: educationId,
  organizationId,
  organizationName: z.string(),
  title: z.string(),
  theme: z.string(),
  heldOn: day,
  place: z.string().nullable(),
  meetingId: meetingId.nullable(),
  expected: z.number().int(),
  present: z.number().int(),
  withdrawn: z.boolean(),
  version,
})
export type EducationRow = z.infer<typeof educationRow>

export const followUpState = z.enum(['open', 'overdue', 'done'])

export const educationFollowUp = z.object({
  id: educationFollowUpId,
  /** Null where the 警示教育 was held outside the reader's reach. */
  educationId: educationId.nullable(),
  educationTitle: z.string(),
  placeId: organizationId,
  placeName: z.string(),
  what: z.string(),
  dueOn: day,
  doneOn: day.nullable(),
  result: z.string().nullable(),
  checkedBy: z.string().nullable(),
  reopened,
  state: followUpState,
  /** The reader's office reaches the place where it is to be done. */
  mayRecord: z.boolean(),
  version,
})
export type EducationFollowUp = z.infer<typeof educationFollowUp>

export const educationFollowUpFilter = z.strictObject({
  ...paging,
  organization: organizationId.optional(),
  states: many(followUpState),
  /** Only those that were due in this year by today, done or not: what 整改率 counts. */
  dueIn: year.optional(),
  /** Only those that the account itself may record as done. */
  hand: flag,
})
export type EducationFollowUpFilter = z.output<typeof educationFollowUpFilter>

/** 整改率: of what was due in a year by today, how much is done. */
export const followUpRate = z.object({ due: z.number().int(), done: z.number().int() })
export type FollowUpRate = z.infer<typeof followUpRate>

export const educationRecord = educationRow.extend({
  followUp: z.string(),
  followUps: z.array(educationFollowUp),
  meetingTitle: z.string().nullable(),
  attendance: z.array(
    z.object({ memberId, name: z.string(), organizationName: z.string(), present: z.boolean() }),
  ),
  recordedBy: z.string(),
  recordedAt: z.string(),
  withdrawReason: z.string().nullable(),
  mayRecord: z.boolean(),
})
export type EducationRecord = z.infer<typeof educationRecord>

export const educationFilter = z.strictObject({
  ...paging,
  organization: organizationId.optional(),
  year: year.optional(),
  /** Also what was withdrawn; it is counted nowhere. */
  withdrawn: flag,
  q: search,
  sort: sortBy('heldOn', 'present', 'organization').default('-heldOn'),
})
export type EducationFilter = z.output<typeof educationFilter>

export const withdrawal = z.strictObject({ reason: line(2, 200) })

/** What a talk was about. For a 提醒谈话 the signs of problems (主体责任规定 Art. 16). */
export const talkOccasion = z.enum(['appointment', 'routine', 'sign', 'other'])
export type TalkOccasion = z.infer<typeof talkOccasion>

const followUpContent = { what: line(2, 200), dueOn: day }
export const newFollowUp = z.strictObject(followUpContent)

export const newTalk = z.strictObject({
  kind: talkKind,
  occasion: talkOccasion,
  talkerId: memberId,
  talkeeId: memberId,
  heldOn: day,
  place: line(1, 80),
  reason: line(2, 500),
  points: prose(5_000).pipe(z.string().min(2, '请填写谈话要点')),
  /** What the person said (表态). */
  statement: prose(2_000).default(''),
  followUps: z.array(newFollowUp).max(20).default([]),
})
export type NewTalk = z.output<typeof newTalk>

export const followUp = z.object({
  id: followUpId,
  talkId,
  ...followUpContent,
  doneOn: day.nullable(),
  result: z.string().nullable(),
  reopened,
  state: followUpState,
  version,
})
export type FollowUp = z.infer<typeof followUp>

/** A line of the list: that there was a talk and between whom, not why. */
export const talkRow = z.object({
  id: talkId,
  organizationId,
  organizationName: z.string(),
  kind: talkKind,
  talkerId: memberId,
  talkerName: z.string(),
  talkeeId: memberId,
  talkeeName: z.string(),
  heldOn: day,
  place: z.string(),
  /** Follow-ups, and of them those still to be done and those late. */
  followUps: z.number().int(),
  openFollowUps: z.number().int(),
  overdueFollowUps: z.number().int(),
  acknowledgedOn: day.nullable(),
  withdrawn: z.boolean(),
  version,
})
export type TalkRow = z.infer<typeof talkRow>

/** The whole record. Opening it is written to the audit log. */
export const talkRecord = talkRow.extend({
  occasion: talkOccasion,
  reason: z.string(),
  points: z.string(),
  statement: z.string(),
  followUpList: z.array(followUp),
  verdicts: z.array(verdict),
  recordedBy: z.string(),
  recordedAt: z.string(),
  withdrawReason: z.string().nullable(),
})
export type TalkRecord = z.infer<typeof talkRecord>

/** What a write to a talk answers: answers are kept for repeats, and what was talked about is not. */
export const talkWritten = z.object({ id: talkId })

export const unconfirmed = z.enum(['any', 'late'])

export const talkFilter = z.strictObject({
  ...paging,
  organization: organizationId.optional(),
  year: year.optional(),
  /** Only with those in posts whom the coverage of `organization` and `year` counts, wherever each was talked to. */
  officers: flag,
  kinds: many(talkKind),
  /** Only those that concern this member, as who talked or was talked to. */
  member: memberId.optional(),
  /** Only talks whose follow-ups are in one of these states. */
  states: many(followUpState),
  /** true: only those one was talked to in and has still to confirm (本人签字). */
  awaiting: flag,
  /** Not confirmed by who was talked to; late: for longer than `daysToAcknowledge`. */
  unconfirmed: unconfirmed.optional(),
  withdrawn: flag,
  q: search,
  sort: sortBy('heldOn', 'talkee').default('-heldOn'),
})
export type TalkFilter = z.output<typeof talkFilter>

/** In a list of many talks: why an entry was taken back is told where the talk itself is opened. */
export const followUpRow = followUp.omit({ reopened: true }).extend({
  talkKind,
  talkeeName: z.string(),
  organizationName: z.string(),
})
export type FollowUpRow = z.infer<typeof followUpRow>
export const followUpFilter = z.strictObject({
  ...paging,
  organization: organizationId.optional(),
  states: many(followUpState),
})
export type FollowUpFilter = z.output<typeof followUpFilter>

export const followUpDone = z.strictObject({ doneOn: day, result: line(2, 500) })
