import { z } from 'zod'
import { day, flag, line, many, orNull, search, version } from './common.ts'
import { paging, sortBy } from './contract.ts'
import { memberId, organizationId } from './ids.ts'
import { leaving, relation, rights, stage, standing } from './rules/membership.ts'
import { checkIdNumber } from './rules/idNumber.ts'
import { checkName, normalName, type NameProblem } from './rules/names.ts'
import { accountState } from './system.ts'

export { leaving, relation, rights, stage, standing }

/** GB/T 2261.1-2003: 0 未知, 1 男, 2 女, 9 未说明. */
export const sex = z.enum(['male', 'female', 'unknown', 'unstated'])

const nameProblems: Record<NameProblem, string> = {
  empty: '请填写姓名',
  'too-short': '姓名至少 2 个字',
  'too-long': '姓名最多 50 个字',
  digits: '姓名中不能有数字',
  emoji: '姓名中不能有表情符号',
  'private-use': '含有无法通用的自造字，请用标准字或拼音',
  'middle-dot': '间隔号只能用在两个字之间',
  characters: '姓名只能是汉字、字母、间隔号（·）和字母间的空格',
}

export const personName = z
  .string()
  .transform(normalName)
  .superRefine((name, context) => {
    const checked = checkName(name)
    if (!checked.ok) context.addIssue({ code: 'custom', message: nameProblems[checked.code] })
  })

/** A citizen id number, normalised to 18 places (GB 11643-1999). */
export const idNumber = z.string().transform((raw, context) => {
  const checked = checkIdNumber(raw)
  if (checked.ok) return checked.normal
  context.addIssue({
    code: 'custom',
    message: '公民身份号码不正确，请核对位数、出生日期和校验位',
    params: { rule: checked.code },
  })
  return z.NEVER
})

export const phone = z
  .string()
  .transform((raw) => raw.normalize('NFKC').replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^(\+?86)?1\d{10}$|^0\d{9,11}$/, '请填写 11 位手机号或带区号的座机号'))

/** The separate axes of status (handbook §4.1); mobile and lost are flags beside them. */
export const memberStatus = z.object({
  stage,
  standing,
  rights,
  relation,
  mobile: z.boolean(),
  lost: z.boolean(),
})
export type MemberStatus = z.infer<typeof memberStatus>

/** 介绍信. `other` is the organization at its other end. */
export const letter = z.strictObject({
  number: line(1, 40),
  other: line(2, 80),
  issuedOn: day,
  validUntil: day,
})
export type Letter = z.infer<typeof letter>

/** A row of the roster: all that the profile shows. The id number is masked alike everywhere: first and last place only. */
export const memberRow = memberStatus.extend({
  id: memberId,
  name: z.string(),
  /** Null of who is `elsewhere`, as is all that is of the person and not of the day. */
  sex: sex.nullable(),
  ethnicity: z.string().nullable(),
  /** Of a past day's roster: has since moved out of the reader's reach, and the name alone is told. */
  elsewhere: z.boolean(),
  organizationId,
  organizationName: z.string(),
  /** The branch itself, or the branch of the group. */
  branchId: organizationId,
  branchName: z.string(),
  idNumber: z.string().nullable(),
  phone: z.string().nullable(),
  address: z.string().nullable(),
  birthOn: day.nullable(),
  nativePlace: z.string().nullable(),
  education: z.string().nullable(),
  degree: z.string().nullable(),
  school: z.string().nullable(),
  job: z.string().nullable(),
  workStartedOn: day.nullable(),
  appliedOn: day.nullable(),
  joinedOn: day.nullable(),
  /** Last day of probation (细则 Art. 31), extended or not, for probationary members. */
  probationEndsOn: day.nullable(),
  /** The same where it was extended. */
  probationUntil: day.nullable(),
  fullOn: day.nullable(),
  partyAgeFrom: day.nullable(),
  partyAgeReason: z.string().nullable(),
  /** Completed years of membership today (党龄), null before full membership. */
  partyAge: z.number().int().nullable(),
  /** How who left the Party did; null for everybody else, and for those of whom it was not asked. */
  leaving: leaving.nullable(),
  /** Last day of the letter with which somebody is on the way (`relation`), null for everybody else. */
  letterUntil: day.nullable(),
  posts: z.array(z.string()),
  lostSince: day.nullable(),
  version,
})
export type MemberRow = z.infer<typeof memberRow>

const named = {
  name: personName,
  sex,
  /** GB/T 3304 name: 汉族, 维吾尔族… */
  ethnicity: line(1, 20),
}

/** Null: not known, or none. */
const known = {
  birthOn: day.nullable(),
  nativePlace: line(1, 60).nullable(),
  education: line(1, 30).nullable(),
  degree: line(1, 30).nullable(),
  school: line(1, 80).nullable(),
  job: line(1, 80).nullable(),
  workStartedOn: day.nullable(),
  idNumber: idNumber.nullable(),
  phone: phone.nullable(),
  address: line(1, 120).nullable(),
  appliedOn: day.nullable(),
  joinedOn: day.nullable(),
  fullOn: day.nullable(),
  /** Overrides the rule of 党龄 for historical members; needs a reason. */
  partyAgeFrom: day.nullable(),
  partyAgeReason: line(2, 120).nullable(),
}

export const profile = z.strictObject({
  ...named,
  ethnicity: named.ethnicity.default('汉族'),
  ...orNull(known),
})

export const memberDetail = memberRow.extend({
  sex,
  ethnicity: z.string(),
  /** The letter with which the member is on the way; null also where none was recorded. */
  letter: letter.nullable(),
  /** What was recorded last, also for a day to come; null where there is nothing that could be taken back. */
  latestChange: z.object({ on: day, text: z.string() }).nullable(),
  /** Keys of differences worth a second look (id number against birth date or sex), never a refusal. */
  warnings: z.array(z.string()),
})
export type MemberDetail = z.infer<typeof memberDetail>

/** Who signs in as this person; null while nobody does. `version` is the account's. */
export const memberAccount = z.object({
  account: z
    .object({ login: z.string(), name: z.string(), state: accountState, version })
    .nullable(),
})
export type MemberAccount = z.infer<typeof memberAccount>

export const newMember = profile.extend({ organizationId, stage, on: day })
/**
 * Only what is named changes; the id number and phone stay where not given. Made of the fields without
 * their defaults: zod gives a default inside an optional, and a change of the name would empty the rest.
 */
export const profileChange = z.strictObject({ ...named, ...known }).partial()
export type ProfileChange = z.output<typeof profileChange>

/** A dated change on one or more axes, or a new place in the tree; the roster of any past day stays what it was. */
export const statusChange = z.strictObject({
  on: day,
  reason: line(2, 200),
  organizationId: organizationId.optional(),
  stage: stage.optional(),
  standing: standing.optional(),
  /** Of who leaves the Party, or has left it without its having been said how. */
  leaving: leaving.optional(),
  rights: rights.optional(),
  relation: relation.optional(),
  mobile: z.boolean().optional(),
  lost: z.boolean().optional(),
  /** 转正之日 of a change to full membership: the end of probation, also an extended one. Computed when it is not given. */
  fullOn: day.optional(),
  /** Of a probationary member: the last day of the probation that is extended, by what was decided `on` the day. */
  probationUntil: day.optional(),
  /** Of who begins to be on the way; of who is, a corrected or renewed one. */
  letter: letter.optional(),
  /** Day of the 回执 by which the other organization says, or is told, that the letter was received. */
  receiptOn: day.optional(),
})

/** What was recorded last was a mistake: the state before it goes on. */
export const statusWithdrawal = z.strictObject({ reason: line(2, 200) })

/** Several from a day on to another branch or group; each in the version that was seen. */
export const membersMove = z.strictObject({
  organizationId,
  on: day,
  reason: line(2, 200),
  members: z
    .array(z.strictObject({ id: memberId, version }))
    .min(1)
    .max(200, '一次最多移动 200 人'),
})

export const revealedField = z.enum(['idNumber', 'phone', 'address'])
export const revealRequest = z.strictObject({ field: revealedField, purpose: line(4, 200) })

export const memberFilter = z.strictObject({
  ...paging,
  organization: organizationId.optional(),
  /** Only those placed directly at `organization`. */
  direct: flag,
  q: search,
  stages: many(stage),
  standings: many(standing),
  /** Of those who left the Party, how; `unknown` where it was not asked. */
  leavings: many(z.enum([...leaving.options, 'unknown'])),
  rights: many(rights),
  relations: many(relation),
  mobile: flag,
  lost: flag,
  /** On the way with a letter that is not valid any more. */
  overdue: flag,
  /** Also who is on the roster no more (left, transferred, dead); where `standings` or `leavings` name some, those and no others. */
  gone: flag,
  /** The roster as it stood on a day that is past: places, status, posts and 党龄 of that day; the person as known today. */
  on: day.optional(),
  /** On probation that is over or will be within `daysToDecideProbation`, an extension included. */
  probationDue: flag,
  /** Lost for `monthsLost` and more, and still a member. */
  lostLong: flag,
  /** Only those whose record the asker keeps. */
  hand: flag,
  sort: sortBy(
    'name',
    'organization',
    'joinedOn',
    'probationEndsOn',
    'fullOn',
    'letterUntil',
    'lostSince',
  ).default('organization'),
})

/** What a picker needs. */
export const memberHit = z.object({
  id: memberId,
  name: z.string(),
  stage,
  organizationId,
  organizationName: z.string(),
})
export type MemberHit = z.infer<typeof memberHit>
