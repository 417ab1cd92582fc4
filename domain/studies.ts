import { z } from 'zod'
import { day, flag, line, many, month, prose, search, version, year } from './common.ts'
import { paging, sortBy } from './contract.ts'
import { meetingId, memberId, organizationId, studyId } from './ids.ts'
import { guest } from './meetings.ts'
import { rankings } from './rules/placings.ts'
import { verdict } from './verdict.ts'

/** lecture 业务骨干授课, competition 党员比赛竞赛, reading 读书, training 培训. */
export const studyKind = z.enum(['lecture', 'competition', 'reading', 'training'])
export type StudyKind = z.infer<typeof studyKind>

/** planned 计划中 → held 已举办 → closed 已办结. Only what is closed counts. */
export const studyStatus = z.enum(['planned', 'held', 'closed'])
export type StudyStatus = z.infer<typeof studyStatus>

/** Series that the article names; a bureau writes others as it likes. */
export const usualSeries = ['能力提升年', '高效跨越年'] as const

export const ranking = z.enum(rankings)
export const eventForm = z.enum(['individual', 'team'])

const score = z
  .number({ error: '成绩为数字' })
  .min(0, '成绩不能为负')
  .max(1_000_000, '成绩过大')
  .refine((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6, '成绩最多两位小数')
const place = z
  .number({ error: '名次为整数' })
  .int('名次为整数')
  .min(1, '名次从 1 开始')
  .max(999, '名次过大')

/** Who competed: a member, somebody by name, or a team with those of its members who are on the roster. */
export const entry = z.strictObject({
  name: line(1, 50).nullable().default(null),
  memberIds: z.array(memberId).max(50, '每队最多 50 人').default([]),
  score: score.nullable().default(null),
  place: place.nullable().default(null),
})

export const competitionEvent = z.strictObject({
  name: line(1, 60),
  form: eventForm,
  ranking,
  /** Those who share a place tied; without it a shared place is asked about. */
  tied: z.boolean().default(false),
  entries: z.array(entry).max(300, '最多 300 项成绩').default([]),
})
export type CompetitionEvent = z.output<typeof competitionEvent>

/** Of one who came for part of it; null: all of it. */
const partMinutes = z
  .number({ error: '参学时长为整数分钟' })
  .int('参学时长为整数分钟')
  .min(1, '参学时长至少 1 分钟，没有参加的请不要标记到会')
  .max(14_400, '参学时长最多 240 小时')
  .nullable()
  .default(null)

/** One of the audience from the roster. Before it is held everybody is only invited. */
export const audienceMark = z.strictObject({
  memberId,
  present: z.boolean().default(false),
  minutes: partMinutes,
})
/** Somebody who is on no roster and came. */
export const studyGuest = guest.extend({ minutes: partMinutes })

export type AudienceMark = z.output<typeof audienceMark>

export const studyContent = z.strictObject({
  organizationId,
  kind: studyKind,
  series: line(2, 40).nullable().default(null),
  topic: line(2, 120),
  heldOn: day,
  /** Last day of one that takes several. */
  endsOn: day.nullable().default(null),
  /** Of study for each who attends, in all. */
  minutes: z
    .number({ error: '请填写学习时长（分钟）' })
    .int('时长为整数分钟')
    .min(1, '时长至少 1 分钟')
    .max(14_400, '时长最多 240 小时'),
  place: line(1, 80).nullable().default(null),
  lecturerId: memberId.nullable().default(null),
  /** A lecturer who is not on the roster. */
  lecturerName: line(1, 50).nullable().default(null),
  /** The meeting in which it took place: whoever it counts for does not study the same hour twice. */
  meetingId: meetingId.nullable().default(null),
  summary: prose(10_000).default(''),
  audience: z.array(audienceMark).max(5_000, '最多 5000 人').default([]),
  guests: z.array(studyGuest).max(300, '最多 300 人').default([]),
  events: z.array(competitionEvent).max(30, '最多 30 个项目').default([]),
})
export type StudyContent = z.output<typeof studyContent>

/** How far one press goes: keep the plan, record it as held, record and close. */
export const studyAdvance = z.enum(['plan', 'hold', 'close'])
export type StudyAdvance = z.infer<typeof studyAdvance>

export const newStudy = studyContent.extend({ advance: studyAdvance.default('plan') })
export const studyChange = studyContent
  .omit({ organizationId: true })
  .extend({ advance: studyAdvance.default('plan') })

export const studyRow = z.object({
  id: studyId,
  organizationId,
  organizationName: z.string(),
  kind: studyKind,
  series: z.string().nullable(),
  topic: z.string(),
  heldOn: day,
  endsOn: day.nullable(),
  minutes: z.number().int(),
  place: z.string().nullable(),
  lecturer: z.string().nullable(),
  status: studyStatus,
  /** From the roster. */
  invited: z.number().int(),
  /** Of those, and of the ones by name, who came. */
  present: z.number().int(),
  /** By name alone: of those who came, how many are on no roster. */
  guestCount: z.number().int(),
  /** `minutes` of everybody who came, or their part of them: what is counted once it is closed. */
  personMinutes: z.number().int(),
  version,
})
export type StudyRow = z.infer<typeof studyRow>

export const audienceMember = z.object({
  memberId,
  name: z.string(),
  organizationName: z.string(),
  present: z.boolean(),
  /** Only where it is less than the activity's. */
  minutes: z.number().int().nullable(),
})
export type AudienceMember = z.infer<typeof audienceMember>

export const entryRecord = z.object({
  /** Team or person, as it stood then. */
  name: z.string(),
  memberIds: z.array(memberId),
  memberNames: z.array(z.string()),
  score: z.number().nullable(),
  /** Computed where there are scores. */
  place: z.number().int().nullable(),
})
export const eventRecord = competitionEvent.extend({ entries: z.array(entryRecord) })
export type EventRecord = z.infer<typeof eventRecord>

/** Whether the reader may change it: others' are read by who was invited, and what names people of other branches is theirs who see them all. */
export const studyHand = z.enum(['own', 'other-organ', 'other-people'])

/** Why a closed activity is opened again. */
export const studyReopening = z.strictObject({ reason: line(2, 200) })

/** `replanned`: what was said to be held is a plan again. */
const studyEvent = z.object({
  at: z.string(),
  action: z.enum(['recorded', 'held', 'closed', 'reopened', 'replanned']),
  by: z.string(),
  reason: z.string().nullable(),
})
export type StudyEvent = z.infer<typeof studyEvent>

export const studyRecord = studyRow.extend({
  lecturerId: memberId.nullable(),
  lecturerName: z.string().nullable(),
  meetingId: meetingId.nullable(),
  /** Null where the meeting is none of the reader's. */
  meetingTitle: z.string().nullable(),
  summary: z.string(),
  audience: z.array(audienceMember),
  guests: z.array(studyGuest),
  events: z.array(eventRecord),
  /** What happened to it, oldest first. */
  history: z.array(studyEvent),
  hand: studyHand,
})
export type StudyRecord = z.infer<typeof studyRecord>

export const studyFilter = z.strictObject({
  ...paging,
  organization: organizationId.optional(),
  /** Only activities of `organization` itself, none of those below. */
  direct: flag,
  year: year.optional(),
  month: month.optional(),
  kinds: many(studyKind),
  statuses: many(studyStatus),
  series: line(1, 40).optional(),
  /** Only what waits to be recorded: held, over and not closed, or planned for a day that has come. */
  due: flag,
  /** Not over on this day: what is still to come to whoever asks. */
  from: day.optional(),
  /** Only those of organizations that the asker records for. */
  hand: flag,
  /** Those to which this member was invited. */
  member: memberId.optional(),
  q: search,
  sort: sortBy('heldOn', 'organization', 'status').default('-heldOn'),
})
/** The list as a file: the same filter, all its pages. */
export const studyExport = studyFilter.omit({ page: true, size: true })
export type StudyFilter = z.output<typeof studyFilter>

/** What the closed ones among the rows of the list may be counted by: kind and state are what is counted. */
export const studyCountFilter = studyFilter
  .pick({ direct: true, year: true, month: true, series: true, hand: true, q: true })
  .extend({ organization: organizationId })
export type StudyCountFilter = z.output<typeof studyCountFilter>

/** Closed activities of a scope by month and kind. */
export const studyCounts = z.object({
  cells: z.array(
    z.object({
      month: z.string(),
      kind: studyKind,
      count: z.number().int(),
      minutes: z.number().int(),
    }),
  ),
})
export type StudyCounts = z.infer<typeof studyCounts>

/** What a member's hour came from: a 党课 in signed minutes, or a closed activity. */
export const hourSource = z.object({
  source: z.enum(['meeting', 'study']),
  /** Null where the record itself is none of the reader's. */
  meetingId: meetingId.nullable(),
  studyId: studyId.nullable(),
  kind: z.enum(['party-lecture', ...studyKind.options]),
  heldOn: day,
  title: z.string(),
  organizationName: z.string(),
  minutes: z.number().int(),
  /** Of the whole activity: more than `minutes` for one who was there for part of it. */
  whole: z.number().int(),
})
export type HourSource = z.infer<typeof hourSource>

/** One member's year of study. */
export const memberHours = z.object({
  memberId,
  year: z.number().int(),
  minutes: z.number().int(),
  targetMinutes: z.number().int(),
  /** How many minutes make one 学时. */
  hourMinutes: z.number().int(),
  officer: z.boolean(),
  verdicts: z.array(verdict),
  sources: z.array(hourSource),
})
export type MemberHours = z.infer<typeof memberHours>

export const hoursRow = z.object({
  memberId,
  name: z.string(),
  /** Stood in the reader's reach on the last day of that year, and has left it since. */
  elsewhere: z.boolean(),
  organizationName: z.string(),
  officer: z.boolean(),
  minutes: z.number().int(),
  targetMinutes: z.number().int(),
  /** Of the officers, who need one: centralized courses joined. */
  courses: z.number().int(),
})
export type HoursRow = z.infer<typeof hoursRow>

export const hoursFilter = z.strictObject({
  ...paging,
  organization: organizationId.optional(),
  year,
  /** true: only those below their target; false: only those who reached it. */
  below: flag,
  q: search,
  // Never by hours: nobody is ranked.
  sort: sortBy('name', 'organization').default('organization'),
})
export type HoursFilter = z.output<typeof hoursFilter>
/** The list as a file: the same filter, all its pages. */
export const hoursExport = hoursFilter.omit({ page: true, size: true })
