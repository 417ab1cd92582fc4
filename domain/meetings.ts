import { z } from 'zod'
import { day, flag, line, many, prose, search, timeOfDay, version, year } from './common.ts'
import { paging, sortBy } from './contract.ts'
import { announcementId, meetingId, memberId, organizationId } from './ids.ts'
import { makeup } from './makeups.ts'
import { duty } from './rules/duties.ts'
import { verdict } from './verdict.ts'
import { stage } from './rules/membership.ts'
import { electionBasis } from './rules/quorum.ts'

/**
 * A meeting carries one type or several (大会套党课); each type satisfies the duty of the same name,
 * once. Forms of organizational life: 支部工作条例(试行) Art. 11–18; 民主生活会 is that of a leading body.
 */
export const meetingType = duty
export type MeetingType = z.infer<typeof meetingType>

/** draft → submitted → signed (审签) → archived (归档); submitted may be returned to draft. */
export const meetingStatus = z.enum(['draft', 'submitted', 'signed', 'archived'])
export type MeetingStatus = z.infer<typeof meetingStatus>

export const attendanceStatus = z.enum(['present', 'leave', 'absent'])
export type AttendanceStatus = z.infer<typeof attendanceStatus>

/** Which of the five quorum and majority rules a resolution falls under (handbook §3.2); 民主生活会 votes on nothing. */
export const resolutionKind = z.enum(['ordinary', 'development', 'election', 'committee'])
export type ResolutionKind = z.infer<typeof resolutionKind>

export const attendee = z.strictObject({
  memberId,
  status: attendanceStatus,
  /** Why on leave or absent (§3.3). */
  reason: line(1, 120).nullable().default(null),
  /** A formal written opinion given before the meeting (2026 细则 Art. 20). */
  writtenOpinion: z.boolean().default(false),
})

export type Attendee = z.output<typeof attendee>

export const guest = z.strictObject({
  name: line(1, 50),
  capacity: line(1, 60).nullable().default(null),
})

export const speech = z.strictObject({
  speaker: line(1, 50),
  text: prose(20_000),
  /** A different opinion, recorded verbatim. */
  dissent: z.boolean().default(false),
})

const votes = z.number().int('票数为整数').min(0, '票数不能为负').max(100_000)

export const resolution = z.strictObject({
  title: line(2, 200),
  text: prose(5_000).default(''),
  kind: resolutionKind,
  subjectMemberId: memberId.nullable().default(null),
  secretBallot: z.boolean().default(false),
  yes: votes,
  no: votes,
  abstain: votes,
  /** Written opinions counted among the votes, only for `development`. */
  written: votes.default(0),
})
export type Resolution = z.output<typeof resolution>

/** What is typed. Should-attend is not: it is computed from the roster of that day. */
export const meetingContent = z.strictObject({
  organizationId,
  types: z.array(meetingType).min(1, '请选择会议类型').max(7),
  title: line(2, 120),
  heldOn: day,
  startedAt: timeOfDay,
  endedAt: timeOfDay.nullable().default(null),
  place: line(1, 80),
  chairId: memberId,
  recorderId: memberId,
  /** 年度 that 组织生活会 and 民主评议 belong to; held December to March. Null: the year of the day. */
  assessmentYear: z.number().int().min(1949).max(2100).nullable().default(null),
  agenda: z.array(line(1, 200)).max(50).default([]),
  minutes: prose(200_000).default(''),
  lecturer: line(1, 50).nullable().default(null),
  lectureMinutes: z.number().int().min(1).max(1440).nullable().default(null),
  attendance: z.array(attendee).max(5_000),
  guests: z.array(guest).max(200).default([]),
  speeches: z.array(speech).max(200).default([]),
  resolutions: z.array(resolution).max(50).default([]),
})
export type MeetingContent = z.output<typeof meetingContent>
export type MeetingInput = z.input<typeof meetingContent>

/** How far one press goes: save, save and submit, save, submit and sign (where the right is held). */
export const advance = z.enum(['draft', 'submit', 'sign'])

export const newMeeting = meetingContent.extend({
  advance: advance.default('draft'),
  /** The announcement that this meeting was called by: it makes one record. */
  announcementId: announcementId.nullable().default(null),
})
export const meetingChange = meetingContent
  .omit({ organizationId: true })
  .extend({ advance: advance.default('draft') })

/** One of the should-attend list, as the roster stood on the day. */
export const rosterEntry = z.object({
  memberId,
  name: z.string(),
  stage,
  organizationName: z.string(),
  hasVote: z.boolean(),
})
export type RosterEntry = z.infer<typeof rosterEntry>

export const roster = z.object({
  on: day,
  entries: z.array(rosterEntry),
  /** 应到会, and of them 应到会有表决权. */
  expected: z.number().int(),
  voters: z.number().int(),
  /** For a 支委会, and for the 民主生活会 of a leading body: only those holding a post that day. */
  basis: z.enum(['members', 'committee', 'team']),
})
export type Roster = z.infer<typeof roster>
/** And of whom the winner of an election of that day needs more than half. */
export const dayRoster = roster.extend({ electionBasis })
export type DayRoster = z.infer<typeof dayRoster>

export const attendanceRecord = rosterEntry.extend({
  status: attendanceStatus,
  reason: z.string().nullable(),
  writtenOpinion: z.boolean(),
})
export type AttendanceRecord = z.infer<typeof attendanceRecord>

/** A row of the list. */
export const meetingRow = z.object({
  id: meetingId,
  organizationId,
  organizationName: z.string(),
  types: z.array(meetingType),
  title: z.string(),
  heldOn: day,
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  place: z.string(),
  status: meetingStatus,
  expected: z.number().int(),
  present: z.number().int(),
  leave: z.number().int(),
  absent: z.number().int(),
  resolutionCount: z.number().int(),
  correctionCount: z.number().int(),
  /** The worst verdict of the record: a thin quorum or a failed vote is told, never hidden. */
  verdict: z.enum(['met', 'warning', 'unmet']),
  /** Entered later than the bureau's days after it was held (补录). */
  enteredLate: z.boolean(),
  /** Why a draft was sent back, or its signature taken back. */
  returnReason: z.string().nullable(),
  version,
})
export type MeetingRow = z.infer<typeof meetingRow>

export const correctedField = z.enum([
  'title',
  'time',
  'place',
  'agenda',
  'minutes',
  'attendance',
  'speeches',
  'resolutions',
  'other',
])
/** A correction beside the locked minutes: what stood, what is right, why. The old text stays. */
export const newCorrection = z.strictObject({
  field: correctedField,
  wrong: prose(20_000).pipe(z.string().min(1, '请抄录原文')),
  right: prose(20_000).pipe(z.string().min(1, '请填写更正内容')),
  reason: line(2, 200),
})
export const correction = newCorrection.extend({ id: z.string(), by: z.string(), at: z.string() })

/** What is sent back or taken back says why. */
export const withReason = z.strictObject({ reason: line(2, 200) })

/** A resolution with what the rules say of it, and whom it was about by the name of that day. */
export const resolutionRecord = resolution.extend({
  subjectName: z.string().nullable().default(null),
  verdicts: z.array(verdict),
})
export type ResolutionRecord = z.infer<typeof resolutionRecord>

/** Whether the account's rights to record and to sign reach the organ that meets: one may see more than one may change. */
export const hands = z.object({ record: z.boolean(), sign: z.boolean() })

export const meetingRecord = meetingRow.extend({
  chairId: memberId,
  chairName: z.string(),
  recorderId: memberId,
  recorderName: z.string(),
  assessmentYear: z.number().int().nullable(),
  agenda: z.array(z.string()),
  minutes: z.string(),
  lecturer: z.string().nullable(),
  lectureMinutes: z.number().int().nullable(),
  /** 应到会 frozen when submitted; until then computed anew. */
  attendance: z.array(
    attendanceRecord.extend({
      /** Whether the person's own page opens to the reader. */
      mayOpen: z.boolean(),
    }),
  ),
  voters: z.number().int(),
  votersPresent: z.number().int(),
  guests: z.array(guest),
  speeches: z.array(speech),
  resolutions: z.array(resolutionRecord),
  verdicts: z.array(verdict),
  corrections: z.array(correction),
  makeups: z.array(makeup),
  createdBy: z.string(),
  createdAt: z.string(),
  submittedAt: z.string().nullable(),
  signedBy: z.string().nullable(),
  signedAt: z.string().nullable(),
  archivedAt: z.string().nullable(),
  /** That it was made from, where the reader sees it. */
  announcementId: announcementId.nullable(),
  hands,
})
export type MeetingRecord = z.infer<typeof meetingRecord>

export const meetingFilter = z.strictObject({
  ...paging,
  organization: organizationId.optional(),
  /** Only meetings of `organization` itself, none of those below. */
  direct: flag,
  year: year.optional(),
  from: day.optional(),
  to: day.optional(),
  types: many(meetingType),
  statuses: many(meetingStatus),
  /** Only records that count for this duty's period: `2026-Q1`, `2026-03`, `2026`; needs one type. */
  period: z
    .string()
    .regex(/^(19|2[01])\d{2}(-(Q[1-4]|H[12]|0[1-9]|1[0-2]))?$/)
    .optional(),
  member: memberId.optional(),
  verdicts: many(z.enum(['met', 'warning', 'unmet'])),
  /** Only those that the asker's right to record, or to sign, reaches. */
  hand: z.enum(['record', 'sign']).optional(),
  q: search,
  sort: sortBy('heldOn', 'organization', 'status').default('-heldOn'),
})
export type MeetingFilter = z.output<typeof meetingFilter>

/** Signed meetings of a scope by month and type, counted from the rollup. */
export const meetingCounts = z.object({
  organizationId,
  year: z.number().int(),
  cells: z.array(z.object({ month: z.string(), type: meetingType, count: z.number().int() })),
  /** Of the meetings of a month, each once whatever its types: 应到 and 实到 of all of them. */
  attendance: z.array(
    z.object({
      month: z.string(),
      meetings: z.number().int(),
      expected: z.number().int(),
      present: z.number().int(),
    }),
  ),
})
