import { z } from 'zod'
import { day, flag, line, prose, search, version, year } from './common.ts'
import { paging, sortBy } from './contract.ts'
import { citation, classCode, honourSubject } from './honours.ts'
import {
  campaignId,
  honourId,
  meetingId,
  memberId,
  nominationId,
  objectionId,
  organizationId,
} from './ids.ts'
import { verdict } from './verdict.ts'

/** open 推荐 → reviewed 已审定 → publicity 公示 → decided 已表彰; or cancelled on the way. */
export const campaignState = z.enum(['open', 'reviewed', 'publicity', 'decided', 'cancelled'])
export type CampaignState = z.infer<typeof campaignState>

/** The least working days of 公示. */
export const LEAST_PUBLICITY = 5

const places = z.number().int('请填写整数').min(1, '至少 1 个').max(500, '最多 500 个')
const text = prose(4_000)

const content = {
  title: line(4, 80),
  /** How many may be honoured. */
  quota: places,
  /** How many each branch may nominate; null: together no more than the quota. */
  branchQuota: places.nullable().default(null),
  conditions: text,
  noticeNumber: line(2, 60).nullable().default(null),
  nominateFrom: day,
  nominateTo: day,
  publicityDays: z
    .number()
    .int('请填写整数')
    .min(LEAST_PUBLICITY, `公示不少于 ${LEAST_PUBLICITY} 个工作日`)
    .max(60, '最多 60 个工作日')
    .default(LEAST_PUBLICITY),
  /** Validity of what is given; null: for good. */
  validityMonths: z.number().int('请填写整数').min(1).max(120).nullable().default(null),
}
export const newCampaign = z.strictObject({
  organizationId,
  classCode,
  year: z.number().int().min(1949).max(2100),
  ...content,
})
export type NewCampaign = z.output<typeof newCampaign>
export const campaignChange = z.strictObject({
  title: content.title,
  quota: content.quota,
  branchQuota: places.nullable(),
  conditions: text,
  noticeNumber: line(2, 60).nullable(),
  nominateFrom: day,
  nominateTo: day,
  publicityDays: content.publicityDays.unwrap().optional(),
  validityMonths: content.validityMonths.unwrap().optional(),
})

/** What the campaign waits for next, and by when or from when. */
export const nextStep = z.enum([
  'nominate',
  'review',
  'publicity',
  'extend',
  'answer',
  'wait',
  'decide',
])
export type NextStep = z.infer<typeof nextStep>

export const campaignRow = z.object({
  id: campaignId,
  organizationId,
  organizationName: z.string(),
  classCode,
  className: z.string(),
  subject: honourSubject,
  title: z.string(),
  year: z.number().int(),
  quota: z.number().int(),
  state: campaignState,
  nominateFrom: day,
  nominateTo: day,
  publicityFrom: day.nullable(),
  publicityTo: day.nullable(),
  decidedOn: day.nullable(),
  /** Nominations that stand, of all branches. */
  nominated: z.number().int(),
  /** Objections without an answer, as far as one may see them. */
  openObjections: z.number().int(),
  next: nextStep.nullable(),
  /** The day the next step is due or possible. */
  nextOn: day.nullable(),
  version,
})
export type CampaignRow = z.infer<typeof campaignRow>

export const nominationStatus = z.enum([
  'nominated',
  'withdrawn',
  'proposed',
  'not-proposed',
  'excluded',
  'awarded',
])

const votes = z.number().int('票数为整数').min(0, '票数不能为负').max(1_000)

export const nomination = z.object({
  id: nominationId,
  organizationId,
  organizationName: z.string(),
  memberId: memberId.nullable(),
  subjectName: z.string(),
  /** Whether the own page of who is nominated, as of each of a crew, opens to the reader. */
  mayOpen: z.boolean(),
  crew: z.array(z.object({ memberId, name: z.string(), mayOpen: z.boolean() })),
  citation: z.string(),
  meetingId: meetingId.nullable(),
  meetingLine: z.string(),
  /** The day of that meeting, where the reader may see it. */
  resolvedOn: day.nullable(),
  status: nominationStatus,
  yes: z.number().int().nullable(),
  no: z.number().int().nullable(),
  abstain: z.number().int().nullable(),
  /** Why excluded or withdrawn. */
  reason: z.string().nullable(),
  /** As judged when nominated, and as it would be judged now. */
  verdicts: z.array(verdict),
  now: z.array(verdict),
  honourId: honourId.nullable(),
  version,
})
export type Nomination = z.infer<typeof nomination>

export const newNomination = z.strictObject({
  organizationId,
  /** For a class of persons. */
  memberId: memberId.nullable().default(null),
  /** For a class of posts: its name and who stands at it. */
  postName: line(2, 60).nullable().default(null),
  crew: z.array(memberId).max(50).default([]),
  citation,
  meetingId,
  /** Place of the resolution in that meeting, from 0. */
  resolution: z.number().int().min(0).max(49),
})
/** Put right while nominations are open: the words, and the resolution where another is meant. */
export const nominationChange = z.strictObject({
  citation,
  basis: z
    .strictObject({ meetingId, resolution: newNomination.shape.resolution })
    .nullable()
    .default(null),
})
export type NominationChange = z.output<typeof nominationChange>
export type NewNomination = z.output<typeof newNomination>

export const reviewResult = z.strictObject({
  nominationId,
  yes: votes,
  no: votes,
  abstain: votes,
  /** Listed among those to be honoured. */
  proposed: z.boolean(),
})
export const review = z.strictObject({
  heldOn: day,
  /** 应到 and 实到委员. */
  expected: votes,
  present: votes,
  /** What discipline and personnel said. */
  opinions: prose(2_000).pipe(z.string().min(4, '请写明纪检、人事等方面的意见')),
  results: z.array(reviewResult).min(1, '没有可审定的推荐').max(500),
})
export type Review = z.output<typeof review>

export const publicityStart = z.strictObject({ from: day, place: line(2, 120) })

const notice = z.strictObject({ from: day, to: day, place: line(2, 120) })
/** 延长／更正公示: the notice as it is to hang from now on, and why. */
export const publicityAmendment = notice.extend({ reason: line(2, 200) })
/** Written once: how a public notice hung before and after it was lengthened or corrected. */
export const publicityChange = z.object({
  on: day,
  byName: z.string(),
  reason: z.string(),
  before: notice,
  after: notice,
})
export type PublicityChange = z.infer<typeof publicityChange>

export const newObjection = z.strictObject({
  nominationId,
  raisedOn: day,
  /** Null: without a name. */
  raisedBy: line(1, 50).nullable().default(null),
  text: prose(2_000).pipe(z.string().min(4, '请写明异议内容')),
})
export const objectionAnswer = z.strictObject({
  answeredOn: day,
  answer: prose(2_000).pipe(z.string().min(4, '请写明核查情况和答复')),
  /** The objection holds: the nominee is out. */
  upheld: z.boolean(),
})
export const objection = z.object({
  id: objectionId,
  nominationId,
  subjectName: z.string(),
  raisedOn: day,
  raisedBy: z.string().nullable(),
  text: z.string(),
  answeredOn: day.nullable(),
  answer: z.string().nullable(),
  upheld: z.boolean().nullable(),
  version,
})
export type Objection = z.infer<typeof objection>

export const decision = z.strictObject({ decidedOn: day, documentNumber: line(2, 60) })
export const withReason = z.strictObject({ reason: line(2, 200) })

export const campaignRecord = campaignRow.extend({
  conditions: z.string(),
  noticeNumber: z.string().nullable(),
  branchQuota: z.number().int().nullable(),
  publicityDays: z.number().int(),
  publicityPlace: z.string().nullable(),
  validityMonths: z.number().int().nullable(),
  reviewedOn: day.nullable(),
  expected: z.number().int().nullable(),
  present: z.number().int().nullable(),
  opinions: z.string().nullable(),
  documentNumber: z.string().nullable(),
  cancelReason: z.string().nullable(),
  /** Those of the branches one may look into. */
  nominations: z.array(nomination),
  /** What hangs on the wall during 公示: to be read by everybody the campaign is for. */
  publicity: z.array(
    z.object({ subjectName: z.string(), organizationName: z.string(), citation: z.string() }),
  ),
  objections: z.array(objection),
  /** How its public notice was lengthened or corrected, the latest first. */
  publicityChanges: z.array(publicityChange),
  /** Whether one stands at the organ that decides: only there are objections seen. */
  deciding: z.boolean(),
  /** Whether the account's right to manage honours reaches that organ: it may look there by another. */
  mayDecide: z.boolean(),
  /** At the deciding organ, while nominations run: how many branches have nominated nobody, and the first of them. */
  silent: z.object({ total: z.number().int(), names: z.array(z.string()) }).nullable(),
  /** What stands in the way of the decision, and how the days were counted. */
  verdicts: z.array(verdict),
})
export type CampaignRecord = z.infer<typeof campaignRecord>

export const campaignFilter = z.strictObject({
  ...paging,
  organization: organizationId.optional(),
  year: year.optional(),
  classCode: classCode.optional(),
  state: campaignState.optional(),
  /** Only those in which a step is due that the asker may take. */
  waiting: flag,
  q: search,
  sort: sortBy('nominateTo', 'title', 'state').default('-nominateTo'),
})
export type CampaignFilter = z.output<typeof campaignFilter>

/** A possible nominee with what the rules say, shown in the picker before anything is chosen. */
const candidate = z.object({
  memberId,
  name: z.string(),
  organizationName: z.string(),
  verdicts: z.array(verdict),
})
/** The first of them by name; `more`: a name narrows the rest. Where branches are honoured, what the rules say of the branch. */
export const candidates = z.object({
  rows: z.array(candidate),
  more: z.boolean(),
  branch: z.array(verdict),
})
export const branchResolution = z.object({
  meetingId,
  resolution: z.number().int(),
  heldOn: day,
  meetingTitle: z.string(),
  title: z.string(),
  passed: z.boolean(),
})
