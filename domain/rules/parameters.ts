import { z } from 'zod'
import type { Day } from '#domain/dates.ts'
import { electionBasis } from './quorum.ts'

/**
 * What the regulations leave to the bureau (handbook §15): a key, its meaning, where the default comes from, and what
 * it may be. A key comes with what reads it: before that it would be a setting without effect.
 * Values are kept in effective-dated rows; `parameterAt` answers for a day. Nothing here is hard-coded elsewhere.
 */
export type ParameterSpec<T> = {
  labelZh: string
  labelEn: string
  /** Why this default: regulation, practice, standard. */
  source: string
  sourceEn: string
  unit?: 'minute' | 'hour' | 'day' | 'year' | 'count'
  /** The choices of a closed set, for a select box; absent for numbers and lists. */
  choices?: readonly string[]
  schema: z.ZodType<T>
  default: T
}

const spec = <T>(one: ParameterSpec<T>): ParameterSpec<T> => one
const whole = (min: number, max: number) => z.number().int().min(min).max(max)

/** A closed set, with its choices taken from the schema. */
const choice = <const T extends readonly [string, ...string[]]>(
  values: T,
  one: Omit<ParameterSpec<T[number]>, 'schema' | 'choices'>,
) => spec<T[number]>({ ...one, choices: values, schema: z.enum(values) })

export const parameters = {
  'lecture.frequency': choice(['month', 'quarter', 'half-year', 'year'], {
    labelZh: '党课频次',
    labelEn: 'Party lectures, one per',
    source: '支部工作条例第十六条未定次数；本单位确定，默认每季度',
    sourceEn: '支部工作条例 Art. 16 names no number: the bureau decides, by default one a quarter',
    default: 'quarter',
  }),
  'election.basis': choice(electionBasis.options as ['present', 'eligible'], {
    labelZh: '当选票数基数',
    labelEn: 'Majority basis of elections',
    source: '基层组织选举工作条例（实到会；原文条号待核）',
    sourceEn: '基层组织选举工作条例 (of those present; number of the article to be verified)',
    default: 'present',
  }),
  'probation.end': choice(['day-before', 'same-day'], {
    labelZh: '预备期止期写法',
    labelEn: 'Last day of probation',
    source: '细则第三十一条；实践两种写法，以审批意见为准',
    sourceEn: '发展党员工作细则 Art. 31; practice writes it in two ways, the approval decides',
    default: 'day-before',
  }),
  'password.policy': choice(['nist', 'dengbao'], {
    labelZh: '口令策略',
    labelEn: 'Password policy',
    source: 'NIST SP 800-63B-4 与等保 8.1.4.1 相冲突，以测评机构意见为准',
    sourceEn: 'NIST SP 800-63B-4 and GB/T 22239-2019 8.1.4.1 disagree: the assessor decides',
    default: 'nist',
  }),
  'session.idleMinutes': spec({
    labelZh: '空闲退出',
    labelEn: 'Idle sign-out',
    source: '等保 8.1.4.1；常用 10–30 分钟',
    sourceEn: 'GB/T 22239-2019 8.1.4.1; usual are 10 to 30 minutes',
    unit: 'minute',
    schema: whole(5, 240),
    default: 30,
  }),
  'session.absoluteHours': spec({
    labelZh: '会话最长时间',
    labelEn: 'Longest session',
    source: 'OWASP ASVS 5.0 V7',
    sourceEn: 'OWASP ASVS 5.0 V7',
    unit: 'hour',
    schema: whole(1, 24),
    default: 12,
  }),
  'login.lockFailures': spec({
    labelZh: '锁定前失败次数',
    labelEn: 'Failures before a lock',
    source: '等保 8.1.4.1 b)',
    sourceEn: 'GB/T 22239-2019 8.1.4.1 b)',
    unit: 'count',
    schema: whole(3, 10),
    default: 5,
  }),
  'login.lockMinutes': spec({
    labelZh: '锁定时长',
    labelEn: 'Length of a lock',
    source: '等保 8.1.4.1 b)；常用 15–30 分钟',
    sourceEn: 'GB/T 22239-2019 8.1.4.1 b); usual are 15 to 30 minutes',
    unit: 'minute',
    schema: whole(5, 1440),
    default: 15,
  }),
  'makeup.days': spec({
    labelZh: '补学期限',
    labelEn: 'Days for make-up study',
    source: '实践：3日内补学',
    sourceEn: 'Practice: caught up within three days',
    unit: 'day',
    schema: whole(1, 30),
    default: 3,
  }),
  'meeting.lateEntryDays': spec({
    labelZh: '补录判定天数',
    labelEn: 'Days until an entry is late',
    source: '本产品约定：会后超过此天数录入标为补录',
    sourceEn:
      'Convention of this product: entered later than this after the meeting is marked late',
    unit: 'day',
    schema: whole(1, 31),
    default: 7,
  }),
  'study.memberHours': spec({
    labelZh: '党员年度学时',
    labelEn: 'Study hours of a member a year',
    source: '党员教育管理工作条例：一般不少于32学时（条号待核）',
    sourceEn:
      '党员教育管理工作条例: in general at least 32 hours (number of the article to be verified)',
    unit: 'hour',
    schema: whole(1, 400),
    default: 32,
  }),
  'study.officerHours': spec({
    labelZh: '书记和班子成员年度学时',
    labelEn: 'Study hours of secretaries and committees a year',
    source: '党员教育管理工作条例：不少于56学时（条号待核）',
    sourceEn: '党员教育管理工作条例: at least 56 hours (number of the article to be verified)',
    unit: 'hour',
    schema: whole(1, 400),
    default: 56,
  }),
  'study.hourMinutes': spec({
    labelZh: '1学时折合',
    labelEn: 'Minutes of a study hour',
    source: '条例未规定折算；本产品约定60分钟，有的单位按45分钟',
    sourceEn: 'No regulation says; 60 minutes by convention of this product, some bureaus take 45',
    unit: 'minute',
    schema: whole(30, 60),
    default: 60,
  }),
  'honour.postYears': spec({
    labelZh: '示范岗有效期',
    labelEn: 'Validity of a model post',
    source: '实践 1–2 年，动态管理',
    sourceEn: 'Practice: one to two years, reviewed as they go',
    unit: 'year',
    schema: whole(1, 5),
    default: 2,
  }),
  'volunteer.starHours': spec({
    labelZh: '志愿服务星级小时',
    labelEn: 'Hours of the volunteer stars',
    source: '民政部 2012 记录办法阶梯；各地不同',
    sourceEn: 'Ladder of the Ministry of Civil Affairs of 2012; differs from place to place',
    unit: 'hour',
    schema: z
      .array(z.number().positive())
      .min(1)
      .max(10)
      .refine((list) => list.every((hours, i) => i === 0 || hours > (list[i - 1] ?? 0)), {
        error: 'not_ascending',
      }),
    default: [100, 300, 600, 1000, 1500] as number[],
  }),
} as const

export type ParameterKey = keyof typeof parameters
export type ParameterValue<K extends ParameterKey> = (typeof parameters)[K]['default']
export const parameterKeys = Object.keys(parameters) as [ParameterKey, ...ParameterKey[]]
export const parameterKey = z.enum(parameterKeys)

/** One decision: from this day on the key has this value. */
export type ParameterRow = { key: string; value: unknown; from: Day }

/** Is a value allowed for a key? Ask before storing. */
export const isAllowed = (key: ParameterKey, value: unknown): boolean =>
  parameters[key].schema.safeParse(value).success

/**
 * The value in force on a day: the latest row not after it, the last written of equal days; the default before the first row.
 * A stored value that is no longer allowed throws a ZodError: a silent default would hide it.
 */
export function parameterAt<K extends ParameterKey>(
  rows: readonly ParameterRow[],
  key: K,
  day: Day,
): ParameterValue<K> {
  let found: ParameterRow | undefined
  for (const row of rows)
    if (row.key === key && row.from <= day && (!found || row.from >= found.from)) found = row
  const value: unknown = found ? parameters[key].schema.parse(found.value) : parameters[key].default
  return value as ParameterValue<K>
}
