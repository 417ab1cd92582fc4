import { z } from 'zod'
import { day, flag, line, many, search, timeOfDay, version } from './common.ts'
import { paging, sortBy } from './contract.ts'
import { announcementId, meetingId, memberId, organizationId } from './ids.ts'
import { meetingType } from './meetings.ts'

/**
 * 会议通知: a meeting that is to come. Nothing is counted from it: what counts is the record, which is made when the
 * meeting was held.
 */

/** open → recorded (a record was made from it), or called off. */
export const announcementState = z.enum(['open', 'recorded', 'called-off'])
export type AnnouncementState = z.infer<typeof announcementState>

export const attendanceAnswer = z.enum(['attend', 'leave'])
export type AttendanceAnswer = z.infer<typeof attendanceAnswer>

const content = {
  types: z.array(meetingType).min(1, '请选择会议类型').max(7),
  title: line(2, 120),
  heldOn: day,
  startedAt: timeOfDay,
  place: line(1, 80),
  agenda: z.array(line(1, 200)).max(50),
}

export const newAnnouncement = z.strictObject({
  organizationId,
  ...content,
  agenda: content.agenda.default([]),
})
export type AnnouncementContent = z.output<typeof newAnnouncement>
export type AnnouncementInput = z.input<typeof newAnnouncement>

const reason = line(2, 200)

/** What is changed; whoever has read the first notice is told why it says something else now. */
export const announcementChange = z.strictObject(content).partial().extend({ reason })
export const callingOff = z.strictObject({ reason })

export const newAnswer = z.strictObject({
  answer: attendanceAnswer,
  /** Why on leave. */
  reason: line(1, 120).nullable().default(null),
})

/** When and where it was to be, before it was moved, and why it was. */
export const moved = z.object({
  heldOn: day,
  startedAt: z.string(),
  place: z.string(),
  reason: z.string(),
})
export type Moved = z.infer<typeof moved>

/** A row of the list. */
export const announcementRow = z.object({
  id: announcementId,
  organizationId,
  organizationName: z.string(),
  types: z.array(meetingType),
  title: z.string(),
  heldOn: day,
  startedAt: z.string(),
  place: z.string(),
  state: announcementState,
  /** How many said that they come, or ask for leave; null to whom it is only announced. */
  attending: z.number().int().nullable(),
  leaving: z.number().int().nullable(),
  /** Whether the asker is on the roster of its day, and what the asker answered. */
  called: z.boolean(),
  answer: attendanceAnswer.nullable(),
  /** Null unless day, hour or place were changed. */
  movedFrom: moved.nullable(),
  callOffReason: z.string().nullable(),
  /** The record made from it. */
  meetingId: meetingId.nullable(),
  version,
})
export type AnnouncementRow = z.infer<typeof announcementRow>

/** One of the roster of the day, as it is known now, with the answer. */
export const calledMember = z.object({
  memberId,
  name: z.string(),
  organizationName: z.string(),
  answer: attendanceAnswer.nullable(),
  reason: z.string().nullable(),
})
export type CalledMember = z.infer<typeof calledMember>

export const announcementRecord = announcementRow.extend({
  agenda: z.array(z.string()),
  /** Who is called, and what each answered; empty to whom it is only announced. */
  roster: z.array(calledMember),
  /** The asker's own reason for leave. */
  reason: z.string().nullable(),
  /** Which of its days and hours this is: an answer holds for the round that it was given in. */
  round: z.number().int(),
  /** The asker had answered, before day or hour changed. */
  askedAnew: z.boolean(),
  announcedBy: z.string(),
  announcedAt: z.string(),
  /** Why it was last changed. */
  changeReason: z.string().nullable(),
  /** Whether the account's right to record reaches the organ. */
  hand: z.boolean(),
})
export type AnnouncementRecord = z.infer<typeof announcementRecord>

export const announcementFilter = z.strictObject({
  ...paging,
  organization: organizationId.optional(),
  /** Only those of `organization` itself. */
  direct: flag,
  from: day.optional(),
  to: day.optional(),
  states: many(announcementState),
  /** Only those that call the asker. */
  mine: flag,
  /** Only those that call the asker and wait for an answer. */
  toAnswer: flag,
  /** Only those that call the asker and were called off, or moved since the asker answered; until their day. */
  toKnow: flag,
  /** Only those whose day has come and of which there is no record. */
  toRecord: flag,
  /** Only those of organs that the asker records for. */
  hand: flag,
  q: search,
  sort: sortBy('heldOn', 'organization').default('-heldOn'),
})
export type AnnouncementFilter = z.output<typeof announcementFilter>
