import { z } from 'zod'
import { certificateVerdict } from './certificates.ts'
import { day, flag, line, many, month, prose, search, version, year } from './common.ts'
import { pageOf, paging, sortBy } from './contract.ts'
import { campaignId, honourId, memberId, organizationId } from './ids.ts'
import { pictureText } from './pictures.ts'
import { verdict } from './verdict.ts'

/** Who is honoured: a person, a post with its crew (党员示范岗 is no person), or a branch. */
export const honourSubject = z.enum(['member', 'post', 'organization'])
export type HonourSubject = z.infer<typeof honourSubject>

export const classCode = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,39}$/, '用小写字母开头的字母、数字和横线，2–40 位')
const months = z.number().int('请填写整数').min(1, '至少 1 个月').max(120, '最多 120 个月')

/** A class of honours. Those the article names are there from the beginning; a bureau adds its own. */
export const honourClass = z.object({
  code: classCode,
  name: z.string(),
  subject: honourSubject,
  /** Only 正式党员 (表彰条例 Art. 16 for 优秀共产党员). */
  requiresFull: z.boolean(),
  /** Validity from the decision; null: for good. */
  validityMonths: z.number().int().nullable(),
  builtin: z.boolean(),
  active: z.boolean(),
  /** 0 until the bureau has changed what was there from the beginning. */
  version: z.number().int(),
})
export type HonourClass = z.infer<typeof honourClass>

const editable = {
  name: line(2, 30),
  validityMonths: months.nullable(),
}
export const newHonourClass = z.strictObject({
  code: classCode,
  ...editable,
  subject: honourSubject,
  requiresFull: z.boolean().default(false),
})
export const honourClassChange = z.strictObject({ ...editable, active: z.boolean() }).partial()

const builtin = (
  code: string,
  name: string,
  subject: HonourSubject,
  validityMonths: number | null,
  requiresFull = false,
): HonourClass => ({
  code,
  name,
  subject,
  requiresFull,
  validityMonths,
  builtin: true,
  active: true,
  version: 0,
})

/** 党员示范岗 and 业务能手 are titles of the bureau, not 党内表彰 (handbook §7): they are valid for a time. */
export const builtinClasses: readonly HonourClass[] = [
  builtin('excellent-member', '优秀共产党员', 'member', null, true),
  builtin('model-post', '党员示范岗', 'post', 24),
  builtin('skilled-worker', '业务能手', 'member', 24),
  builtin('advanced-branch', '先进党支部', 'organization', null),
]

/** Valid, past its day, or taken back: the last two leave the board and stay in the record. */
export const honourState = z.enum(['valid', 'expired', 'revoked'])
export type HonourState = z.infer<typeof honourState>

export const honourRow = z.object({
  id: honourId,
  classCode,
  className: z.string(),
  subject: honourSubject,
  organizationId,
  organizationName: z.string(),
  memberId: memberId.nullable(),
  /** The person, the post, or the branch, as it was called when honoured. */
  subjectName: z.string(),
  /** The crew of a post. */
  crew: z.array(z.string()),
  citation: z.string(),
  decidedOn: day,
  documentNumber: z.string(),
  validTo: day.nullable(),
  revokedOn: day.nullable(),
  state: honourState,
  /** Digest of the holder's portrait, which is part of its address; null: the initial stands for it. */
  portrait: z.string().nullable(),
  version,
})
export type HonourRow = z.infer<typeof honourRow>

/** 事迹. */
export const citation = prose(1_000).pipe(z.string().min(20, '请写明事迹，至少 20 个字'))

/** What happened to an honour; nothing is ever taken out. 'expired' is told by the calendar. */
export const honourEvent = z.object({
  on: day,
  kind: z.enum(['awarded', 'extended', 'expired', 'revoked', 'corrected']),
  reason: z.string().nullable(),
  documentNumber: z.string().nullable(),
  by: z.string().nullable(),
  /** The last day that an extension gave. */
  validTo: day.nullable(),
  /** What a correction replaced; null where it left the words alone. */
  citationBefore: z.string().nullable(),
  documentBefore: z.string().nullable(),
})
export type HonourEvent = z.infer<typeof honourEvent>

export const honourRecord = honourRow.extend({
  campaignId: campaignId.nullable(),
  campaignTitle: z.string().nullable(),
  awardedBy: z.string(),
  /** Id of the organ that decided, which alone may revoke. */
  awardedById: organizationId,
  /** The reader's office reaches that organ. */
  mayManage: z.boolean(),
  events: z.array(honourEvent),
  /** Of the certificate, once it was issued. */
  certificateNumber: z.string().nullable(),
  /** Everything else the same person, post or branch was given. */
  others: z.array(honourRow),
})
export type HonourRecord = z.infer<typeof honourRecord>

/** Days before its last one from which an honour is said to expire: it is best extended while it hangs; practice. */
export const daysToExpire = 60
/** ours: only those that an organ given to the asker to manage decided on, and may extend. */
export const expiring = z.enum(['any', 'ours'])

export const honourFilter = z.strictObject({
  ...paging,
  organization: organizationId.optional(),
  /** Of the organization itself, without what is below it. */
  direct: flag,
  /** Of the decision. */
  year: year.optional(),
  month: month.optional(),
  classes: many(classCode),
  states: many(honourState),
  member: memberId.optional(),
  /** Valid, and not for longer than `daysToExpire`. */
  expiring: expiring.optional(),
  q: search,
  sort: sortBy('decidedOn', 'subject', 'organization', 'class', 'validTo').default('-decidedOn'),
})
export type HonourFilter = z.output<typeof honourFilter>

/** A page; `sum` is what counts of it everywhere: given and not revoked. */
export const honourPage = pageOf(honourRow).extend({ sum: z.number().int() })

export const boardFilter = z.strictObject({
  organization: organizationId.optional(),
  year: year.optional(),
  classes: many(classCode),
})
/** What hangs on the wall: valid today, by class. */
export const honourBoard = z.object({
  asOf: day,
  rows: z.array(honourRow),
  total: z.number().int(),
})

export const revocation = z.strictObject({
  on: day,
  reason: prose(500).pipe(z.string().min(5, '请写明撤销原因，至少 5 个字')),
  documentNumber: line(2, 60),
})

/** 延长有效期: decided on a day, to a new last day; an event like any other, nothing is erased. */
export const extension = z.strictObject({
  on: day,
  to: day,
  reason: prose(500).pipe(z.string().min(5, '请写明延长原因，至少 5 个字')),
  documentNumber: line(2, 60),
})
/** 更正: the words of the citation, of this honour; the number of the decision, of all that it gave. */
export const honourCorrection = z.strictObject({
  citation,
  documentNumber: line(2, 60),
  reason: prose(500).pipe(z.string().min(5, '请写明更正原因，至少 5 个字')),
})
export const extensionQuestion = extension.pick({ on: true, to: true })
export const extensionJudged = z.object({ verdicts: z.array(verdict) })

export const newPortrait = z.strictObject({ image: pictureText })
/** The portrait of an earlier honour of the same subject. Consent is for one picture and one use, so it is given anew. */
export const reusedPortrait = z.strictObject({
  from: honourId,
  consented: z.literal(true, '须照片上的人同意用于这一项荣誉'),
})
export const portraitDigest = z.string().regex(/^[0-9a-f]{32}$/)

/** 荣誉证书: what was printed, sealed when it was issued. */
export const honourCertificate = z.object({
  number: z.string(),
  subject: honourSubject,
  subjectName: z.string(),
  crew: z.array(z.string()),
  organizationName: z.string(),
  classCode,
  className: z.string(),
  awardedBy: z.string(),
  bureauName: z.string(),
  decidedOn: day,
  documentNumber: z.string(),
  issuedOn: day,
  issuedBy: z.string(),
})
export type HonourCertificate = z.infer<typeof honourCertificate>

const sinceThen = { state: honourState, validTo: day.nullable(), revokedOn: day.nullable() }

/** The certificate of an honour, if one was issued, and what has become of the honour since. */
export const honourPaper = z.object({ certificate: honourCertificate.nullable(), ...sinceThen })

/** A certificate that is genuine tells what has become of the honour since. */
export const honourCertificateCheck = z.object({
  verdict: certificateVerdict,
  certificate: honourCertificate.nullable(),
  ...sinceThen,
  state: honourState.nullable(),
})

/** Honours of a scope and year, from the rollup, and by the organization they were given in. */
export const honourCounts = z.object({
  organizationId,
  year: z.number().int(),
  cells: z.array(z.object({ month: z.string(), classCode, count: z.number().int() })),
  organizations: z.array(
    z.object({
      organizationId,
      organizationName: z.string(),
      classCode,
      count: z.number().int(),
    }),
  ),
})
