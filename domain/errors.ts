import { inEnglish } from './sentences.ts'

/**
 * Every refusal of the API: its code, HTTP status and sentence. The sentence says what is wrong and
 * what to do; `{name}` is filled from `params`. One shape on the wire: `{ code, message, fields }`.
 */
export const problems = {
  invalid: [400, '有内容需要更正，请看标出的字段', 'Some fields need correcting; see the marks'],
  malformed: [400, '请求不是有效的 JSON', 'The request is not valid JSON'],
  too_large: [413, '内容过大，最多 {limit}', 'Too large: at most {limit}'],
  not_signed_in: [401, '登录已过期，请重新登录', 'Your session has ended; sign in again'],
  sign_in_failed: [
    401,
    '账号或密码不正确；核对后仍不能登录的，请联系系统管理员',
    'Wrong account or password. If they are right, ask the system administrator',
  ],
  locked_out: [
    429,
    '连续输错次数过多，已暂停登录，请在 {until} 后再试',
    'Too many wrong attempts; sign-in is paused until {until}',
  ],
  slow_down: [
    429,
    '来自这个网络地址的错误尝试过多，请稍后再试',
    'Too many wrong attempts from this network address; try again shortly',
  ],
  forbidden: [403, '当前角色没有这项权限', 'Your role may not do this'],
  password_again: [
    403,
    '这一步须再次输入密码，请输入后继续',
    'This needs your password again; give it and go on',
  ],
  cross_site: [403, '请求来源不被信任', 'The request comes from an untrusted origin'],
  not_found: [404, '没有找到，或不在您的管理范围内', 'Not found, or outside your scope'],
  no_route: [404, '没有这个接口', 'No such operation'],
  version_required: [428, '请先打开最新内容再保存', 'Open the current version before saving'],
  version_conflict: [
    412,
    '这条记录刚被别人修改过，请核对差异后再保存',
    'Somebody changed this record meanwhile; compare before saving',
  ],
  key_required: [400, '缺少防重复提交的标识', 'The Idempotency-Key header is missing'],
  key_reused: [
    422,
    '同一提交标识用于了不同的内容',
    'This Idempotency-Key was used for other content',
  ],
  key_busy: [409, '同一提交正在处理，请稍候', 'The same submission is still being processed'],
  state: [409, '当前状态下不能这样做：{reason}', 'Not possible in this state: {reason}'],
  duplicate: [409, '已存在相同的记录', 'Such a record exists already'],
  cycle: [422, '不能把组织移到它自己或它的下级之下', 'An organization cannot move below itself'],
  placement: [
    422,
    '上级组织的类型不能包含这一类组织',
    'That parent cannot contain this kind of organization',
  ],
  not_empty: [
    409,
    '该组织下还有 {count} 个在册组织或党员，请先调整',
    'It still holds {count} organizations or members',
  ],
  password_policy: [
    422,
    '密码不符合要求：{reason}',
    'The password does not meet the policy: {reason}',
  ],
  setup_done: [409, '系统已完成初始化', 'The installation is already set up'],
  setup_code: [403, '初始化口令不正确或已失效', 'The setup code is wrong or used'],
  unavailable: [
    503,
    '数据库暂时不可用，正在自动恢复，内容未丢失',
    'The database is away; recovering by itself, nothing is lost',
  ],
  too_slow: [
    504,
    '处理时间过长，已停止。请缩小组织范围或时间范围后再试',
    'This took too long and was stopped; narrow the scope or the period and try again',
  ],
  store_full: [507, '磁盘空间不足，系统暂为只读', 'Disk space is low; the system is read-only'],
  internal: [
    500,
    '系统出错，已记录，编号 {requestId}',
    'Something went wrong on our side; reference {requestId}',
  ],
} as const satisfies Record<string, readonly [number, string, string]>

export type ProblemCode = keyof typeof problems
export type Language = 'zh' | 'en'

/**
 * Path of the field inside the input (`body.attendance.3.reason`) → sentence. Rules and handlers say it in Chinese;
 * `said` gives it to whoever reads English (ADR 17).
 */
export type ProblemFields = Record<string, string>

/** A sentence of a rule in the reader's language. */
export const said = (sentence: string, language: Language): string =>
  language === 'en' ? inEnglish(sentence) : sentence

/** All sentences of a refusal in the reader's language. */
export const saidAt = (fields: ProblemFields, language: Language): ProblemFields =>
  Object.fromEntries(
    Object.entries(fields).map(([path, sentence]) => [path, said(sentence, language)]),
  )

export interface ProblemBody {
  code: ProblemCode
  message: string
  fields?: ProblemFields
  /** What the caller needs to go on, e.g. the current record after a version conflict. */
  detail?: unknown
}

export interface ProblemOptions {
  fields?: ProblemFields
  params?: Record<string, string | number>
  detail?: unknown
  /** Seconds for the Retry-After header. */
  retryAfter?: number
}

export class Problem extends Error {
  readonly code: ProblemCode
  readonly options: ProblemOptions

  constructor(code: ProblemCode, options: ProblemOptions = {}) {
    super(code)
    this.name = 'Problem'
    this.code = code
    this.options = options
  }

  get status(): number {
    return problems[this.code][0]
  }

  body(language: Language): ProblemBody {
    const [, zh, en] = problems[this.code]
    const message = (language === 'en' ? en : zh).replace(/\{(\w+)\}/g, (_, name: string) =>
      said(String(this.options.params?.[name] ?? ''), language),
    )
    return {
      code: this.code,
      message,
      ...(this.options.fields && { fields: saidAt(this.options.fields, language) }),
      ...(this.options.detail !== undefined && { detail: this.options.detail }),
    }
  }
}

/** A refusal to throw: `throw problem('not_found')`. */
export const problem = (code: ProblemCode, options?: ProblemOptions): Problem =>
  new Problem(code, options)

/** A refusal of one field: `throw invalid('body.name', '名称已被使用')`. */
export const invalid = (field: string, message: string): Problem =>
  new Problem('invalid', { fields: { [field]: message } })
