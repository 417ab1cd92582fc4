import { z } from 'zod'
import { day, flag, line, many, month, prose, search, timeOfDay, version, year } from './common.ts'
import { paging, sortBy } from './contract.ts'
import { certificateVerdict } from './certificates.ts'
import { certificateId, memberId, organizationId, serviceId } from './ids.ts'
import { verdict } from './verdict.ts'

/**
 * 志愿服务 (handbook §8): the four window-service styles of the bureau, 延时 beyond opening hours, 帮办
 * assisted filing, 延伸 outreach, 提醒 proactive reminder. They are counted in 人次 (`visits`); hours count
 * toward a star only where the service was volunteered and is confirmed.
 */
export const serviceKind = z.enum(['extended-hours', 'assisted', 'outreach', 'reminder'])
export type ServiceKind = z.infer<typeof serviceKind>

/** logged → confirmed | returned → (appealed) → …; whatever its state, a withdrawn record keeps its row. */
export const serviceState = z.enum(['logged', 'confirmed', 'returned', 'appealed', 'withdrawn'])
export type ServiceState = z.infer<typeof serviceState>

export const serviceChannel = z.enum(['counter', 'phone', 'online', 'on-site', 'mail'])
export type ServiceChannel = z.infer<typeof serviceChannel>

/** How a service of each kind is given as a rule: what a form offers until somebody says otherwise. */
export const usualChannel: Readonly<Record<ServiceKind, ServiceChannel>> = {
  'extended-hours': 'counter',
  assisted: 'counter',
  outreach: 'on-site',
  reminder: 'phone',
}

/** For as many days who appealed is told that the appeal was decided, and how. */
export const appealToldDays = 14

/** 群众 or 市场主体. */
export const beneficiary = z.enum(['people', 'enterprise'])
export type Beneficiary = z.infer<typeof beneficiary>

/** 人次 of one record. */
export const visits = z
  .number('人次请填写数字')
  .int('人次应为整数')
  .min(1, '人次至少为 1')
  .max(9_999, '一条记录最多 9,999 人次，请分开登记')

/** Whole minutes: more than none, at most a day. */
export const minutes = z
  .number('时长请填写数字')
  .int('时长应为整分钟')
  .min(1, '时长应大于 0')
  .max(1_440, '时长不超过 24 小时')

const clockPair = (given: { from: string | null; to: string | null }) =>
  (given.from === null) === (given.to === null)

/** What is typed of one service. From and to are of that day: a service past midnight is two records. */
const entryFields = z.strictObject({
  kind: serviceKind,
  servedOn: day,
  from: timeOfDay.nullable().default(null),
  to: timeOfDay.nullable().default(null),
  visits,
  /** Null: with from and to the time between, else unknown. */
  minutes: minutes.nullable().default(null),
  channel: serviceChannel.default('counter'),
  item: line(0, 80).default(''),
  beneficiary: beneficiary.default('people'),
  /** Volunteered, not on duty. */
  isVolunteer: z.boolean().default(false),
})

export const serviceEntry = entryFields
  .refine(clockPair, { path: ['to'], error: '请同时填写开始和结束时间，或都不填' })
  .refine(({ from, to }) => from === null || to === null || from < to, {
    path: ['to'],
    error: '结束时间应晚于开始时间；跨过零点的请分两天登记',
  })
export type ServiceEntry = z.output<typeof serviceEntry>
export type ServiceInput = z.input<typeof serviceEntry>

/** `memberId` may say whose it is; it is only ever one's own. */
export const newService = entryFields
  .extend({ memberId: memberId.optional() })
  .refine(clockPair, { path: ['to'], error: '请同时填写开始和结束时间，或都不填' })
  .refine(({ from, to }) => from === null || to === null || from < to, {
    path: ['to'],
    error: '结束时间应晚于开始时间；跨过零点的请分两天登记',
  })

/** Several at once. Lines are read one by one, so that a bad one does not keep the good ones from being kept. */
export const newServices = z.strictObject({
  entries: z
    .array(z.record(z.string(), z.unknown()), '请填写服务记录')
    .min(1, '请填写至少一条服务记录')
    .max(100, '一次最多 100 条'),
})

export const serviceRow = z.object({
  id: serviceId,
  organizationId,
  organizationName: z.string(),
  memberId,
  memberName: z.string(),
  kind: serviceKind,
  servedOn: day,
  from: z.string().nullable(),
  to: z.string().nullable(),
  visits: z.number().int(),
  minutes: z.number().int().nullable(),
  channel: serviceChannel,
  item: z.string(),
  beneficiary,
  isVolunteer: z.boolean(),
  state: serviceState,
  /** Title of the 主题党日 that the member attended at the same time: allowed, but said. */
  themeDay: z.string().nullable(),
  /** The reader's office reaches it: one may hold offices at several places, and look further than confirm. */
  mayConfirm: z.boolean(),
  /** Of an appeal: the reader is one of those who decide it (`server/features/services/appeals.ts`). */
  mayDecide: z.boolean(),
  version,
})
export type ServiceRow = z.infer<typeof serviceRow>

export const serviceEvent = z.object({
  at: z.string(),
  action: z.enum(['logged', 'changed', 'confirmed', 'returned', 'appealed', 'withdrawn']),
  by: z.string(),
  reason: z.string().nullable(),
  /** The decision of an appeal by who had returned the record: nobody else stood so high. */
  byReturner: z.literal(true).optional(),
})
export type ServiceEvent = z.infer<typeof serviceEvent>

export const serviceRecord = serviceRow.extend({
  /** What happened to it, oldest first. */
  events: z.array(serviceEvent),
  /** Why it was returned, while it is. */
  returnReason: z.string().nullable(),
  verdicts: z.array(verdict),
})
export type ServiceRecord = z.infer<typeof serviceRecord>

export const keptServices = z.object({
  kept: z.array(serviceRow),
  /** Lines that were not kept, by their place from 0, with a sentence at each field (`''`: the whole line). */
  refused: z.array(z.object({ line: z.number().int(), fields: z.record(z.string(), z.string()) })),
})

export const confirmation = z.strictObject({
  records: z
    .array(z.strictObject({ id: serviceId, version }))
    .min(1, '请选择至少一条记录')
    .max(200, '一次最多确认 200 条'),
})

export const confirmedServices = z.object({
  confirmed: z.array(serviceId),
  refused: z.array(
    z.object({ id: serviceId, code: z.enum(['version_conflict', 'state']), reason: z.string() }),
  ),
})

export const serviceFilter = z.strictObject({
  ...paging,
  organization: organizationId.optional(),
  year: year.optional(),
  month: month.optional(),
  kinds: many(serviceKind),
  states: many(serviceState),
  member: memberId.optional(),
  channels: many(serviceChannel),
  beneficiary: beneficiary.optional(),
  volunteer: flag,
  /** true: only one's own; false: only those of others. */
  mine: flag,
  /** true: only what the reader is to confirm or return now. */
  toConfirm: flag,
  /** true: only one's own whose appeal was decided a short while ago (`appealToldDays`). */
  answered: flag,
  q: search,
  sort: sortBy('servedOn').default('-servedOn'),
})
export type ServiceFilter = z.output<typeof serviceFilter>
/** The list as a file: the same filter, all its pages. */
export const serviceExport = serviceFilter.omit({ page: true, size: true })

const served = z.object({ visits: z.number().int(), minutes: z.number().int() })
/** Sums over every row of the filter, not of the page; `confirmed`: what of it counts. */
export const serviceSum = served.extend({ confirmed: served })

const countCell = z.object({
  month: z.string(),
  kind: serviceKind,
  visits: z.number().int(),
  minutes: z.number().int(),
  records: z.number().int(),
})
export type ServiceCountCell = z.infer<typeof countCell>

/** Confirmed records of a scope by month and kind, and the year before beside them, from the rollup. */
export const serviceCounts = z.object({
  organizationId,
  year: z.number().int(),
  cells: z.array(countCell),
  previous: z.array(countCell),
})

/** A member's own standing: hours, the star they reach under the ladder in force, the year by kind. Of one person, never of several. */
export const serviceStanding = z.object({
  memberId,
  year: z.number().int(),
  /** Confirmed volunteer minutes of all years. */
  volunteerMinutes: z.number().int(),
  /** Of them, what the reader's list does not open: recorded where the member stood before. */
  elsewhereMinutes: z.number().int(),
  star: z.number().int(),
  /** Hours of the stars, as in force today. */
  ladder: z.array(z.number()),
  /** Minutes to the next star; null at the highest. */
  toNext: z.number().int().nullable(),
  kinds: z.array(
    z.object({
      kind: serviceKind,
      records: z.number().int(),
      visits: z.number().int(),
      minutes: z.number().int(),
    }),
  ),
  /** The same confirmed records by nature: volunteered, or on duty. */
  natures: z.array(
    z.object({
      volunteer: z.boolean(),
      records: z.number().int(),
      visits: z.number().int(),
      minutes: z.number().int(),
    }),
  ),
  waiting: z.number().int(),
  returned: z.number().int(),
})

/** What stands on the paper. */
const printed = z.object({
  number: z.string(),
  memberId,
  memberName: z.string(),
  organizationName: z.string(),
  from: day,
  to: day,
  records: z.number().int(),
  visits: z.number().int(),
  minutes: z.number().int(),
  star: z.number().int(),
  issuedOn: day,
  issuedBy: z.string(),
  bureauName: z.string(),
})
export type PrintedCertificate = z.infer<typeof printed>

/** Why a record is returned, appealed for or withdrawn. */
export const reasoned = z.strictObject({ reason: line(2, 200) })

/** Null while it is valid. What was revoked keeps all that it said. */
const revoked = z.object({ on: day, by: z.string(), reason: z.string() }).nullable()

export const certificate = printed.extend({
  id: certificateId,
  revoked,
  /** The reader may issue at its organization, or it is the reader's own. */
  mayRevoke: z.boolean(),
  version,
})
export type Certificate = z.infer<typeof certificate>

export const certificateRevocation = z.strictObject({
  reason: prose(500).pipe(z.string().min(5, '请写明撤销原因，至少 5 个字')),
})

/** What a number and a name that fit it tell. */
export const certificateCheck = z.object({
  verdict: certificateVerdict,
  certificate: printed.omit({ memberId: true }).extend({ revoked }).nullable(),
  /** Records of the period were confirmed or withdrawn since: the number of minutes today. */
  minutesNow: z.number().int().nullable(),
})
