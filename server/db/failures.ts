/**
 * What can go wrong in a store, in words that are the same on every engine. The error of a driver is
 * never passed on as it is: PGlite's carries the parameters, and parameters are personal data.
 */

/** The fields of a PostgreSQL error that we keep. `code` is the SQLSTATE. */
export interface SqlErrorFields {
  message: string
  code: string
  severity?: string
  detail?: string
  hint?: string
  schema?: string
  table?: string
  column?: string
  dataType?: string
  constraint?: string
  position?: string
  where?: string
  routine?: string
}

const KEPT = [
  'severity',
  'detail',
  'hint',
  'schema',
  'table',
  'column',
  'dataType',
  'constraint',
  'position',
  'where',
  'routine',
] as const

/** A statement that the engine refused. Carries the SQLSTATE in `code`, never the parameters. */
export class SqlError extends Error {
  declare readonly code: string
  declare readonly severity?: string
  declare readonly detail?: string
  declare readonly hint?: string
  declare readonly schema?: string
  declare readonly table?: string
  declare readonly column?: string
  declare readonly dataType?: string
  declare readonly constraint?: string
  declare readonly position?: string
  declare readonly where?: string
  declare readonly routine?: string

  constructor(fields: SqlErrorFields) {
    super(fields.message)
    this.name = 'SqlError'
    Object.assign(this, fields)
  }
}

/** The store cannot answer now and will again: the API says 503. */
export class StoreUnavailable extends Error {
  readonly code: string

  constructor(message: string, options?: ErrorOptions & { code?: string }) {
    super(message, options)
    this.name = 'StoreUnavailable'
    this.code = options?.code ?? '57P03'
  }
}

/** The engine ended under this statement, or under the transaction it belongs to. Nothing of an unfinished transaction was kept. */
export class StoreRestarted extends StoreUnavailable {
  constructor(message: string, options?: ErrorOptions) {
    super(message, { ...options, code: '57P01' })
    this.name = 'StoreRestarted'
  }
}

/** Too little room on the disk to write safely: the API says 507, reading goes on. */
export class StoreFull extends Error {
  readonly code = '53100'

  constructor(message: string) {
    super(message)
    this.name = 'StoreFull'
  }
}

/** The kept fields of whatever a PostgreSQL engine threw, or undefined when it is no SQL error. */
export function sqlErrorFields(error: unknown): SqlErrorFields | undefined {
  if (!(error instanceof Error)) return undefined
  const source = error as Error & Partial<Record<string, unknown>>
  if (typeof source.code !== 'string' || !/^[0-9A-Z]{5}$/.test(source.code)) return undefined
  const fields: SqlErrorFields = { message: error.message, code: source.code }
  for (const key of KEPT) {
    const value = source[key]
    if (typeof value === 'string') fields[key] = value
  }
  return fields
}

/** The SQLSTATE of whatever was thrown, or what else it carries as `code`. */
export const sqlState = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
])
/** `pg` gives these no code. */
const WORDS =
  /^(?:timeout exceeded when trying to connect|Connection terminated|Query read timeout|Client has encountered a connection error|Client was closed)/

/**
 * True when an error says that the store could not answer (restart, lost connection, no free connection,
 * silence), not that the statement was wrong. Trying again later may succeed.
 */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof StoreUnavailable) return true
  if (!(error instanceof Error)) return false
  const code = sqlState(error)
  if (code !== undefined) {
    const isConnect = 'syscall' in error && error.syscall === 'connect'
    if (UNREACHABLE.has(code) || (code === 'ENOENT' && isConnect)) return true
    if (/^(?:0800.|57P0.|53300|53400)$/.test(code)) return true
  }
  if (WORDS.test(error.message)) return true
  return error.cause !== undefined && error.cause !== error && isUnavailable(error.cause)
}

/** True when a statement was stopped at its limit of time, on any engine: sent again it would take as long again. */
export const isTooSlow = (error: unknown): boolean => sqlState(error) === '57014'

/** True when the disk is (nearly) full, on any engine. */
export const isFull = (error: unknown): boolean => sqlState(error) === '53100'
