import { z } from 'zod'
import type { Permission } from './permissions.ts'
import { calendarFile } from './calendar.ts'
import { picture } from './pictures.ts'

/**
 * One object per operation. Routing, validation, permission, the typed client, OpenAPI, menus and
 * disabled buttons, the page "谁能看什么" and the permission tests are derived from it; an operation
 * without `access` does not compile.
 */
export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

export type Access =
  /** No session needed (sign-in, setup). */
  | { kind: 'anyone' }
  /** Any signed-in account, acting on what is its own. */
  | { kind: 'signed-in' }
  /** The permission's reach bounds what is listed, and every id in the input is checked against it. */
  | { kind: 'permission'; permission: Permission }

export const anyone: Access = { kind: 'anyone' }
export const signedIn: Access = { kind: 'signed-in' }
/** What is listed, made, and named by an id lies inside the permission's reach. */
export const inScope = (permission: Permission): Access => ({ kind: 'permission', permission })

export interface Operation<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
> {
  /** `meetings.sign`: noun of the contract and key of the operation. */
  readonly name: string
  readonly method: Method
  /** Below `/api`, with `:name` for each key of `params`. */
  readonly path: string
  readonly params: P
  readonly query: Q
  readonly body: B
  readonly returns: R
  readonly access: Access
  /** Action written to the audit log; every operation that is not a GET has one. */
  readonly audit: string | null
  /** Needs `If-Match: "v<version>"`. */
  readonly versioned: boolean
  /** The question or the answer holds a secret: neither the answer nor a digest of the question is kept for replays. */
  readonly secret: boolean
  /**
   * Needs the password again where it was given longer ago than some minutes (403 `password_again`): always, or where
   * the body holds these values.
   */
  readonly passwordAgain: boolean | Readonly<Record<string, string>>
  /**
   * What the answer is on the wire. A picture (`picture`) is bytes whose address names its content: kept for good. A
   * calendar (`calendarFile`) is asked for again and again by programs.
   */
  readonly form: 'json' | 'picture' | 'calendar'
}

const nothing = z.strictObject({})
type Nothing = typeof nothing

interface Parts<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
> {
  params?: P
  query?: Q
  body?: B
  returns: R
  access: Access
}

type Extras = Partial<Pick<Operation, 'versioned' | 'secret' | 'passwordAgain'>>

function operation<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
>(
  method: Method,
  path: string,
  parts: Parts<P, Q, B, R> & Extras & { audit?: string },
): Operation<P, Q, B, R> {
  return {
    name: '',
    method,
    path,
    params: parts.params ?? (nothing as unknown as P),
    query: parts.query ?? (nothing as unknown as Q),
    body: parts.body ?? (nothing as unknown as B),
    returns: parts.returns,
    access: parts.access,
    audit: parts.audit ?? null,
    versioned: parts.versioned ?? false,
    secret: parts.secret ?? false,
    passwordAgain: parts.passwordAgain ?? false,
    form: 'json',
  }
}

/** GET: changes no record. (That a calendar was fetched is noted, as is the use of a session.) */
export const read = <
  R extends z.ZodType,
  P extends z.ZodType = Nothing,
  Q extends z.ZodType = Nothing,
>(
  path: string,
  parts: Parts<P, Q, Nothing, R>,
): Operation<P, Q, Nothing, R> => operation('GET', path, parts)

/** GET of a picture, shown by its address in an `img`. */
export const readPicture = <P extends z.ZodType>(
  path: string,
  parts: { params: P; access: Access },
): Operation<P, Nothing, Nothing, typeof picture> => ({
  ...read(path, { ...parts, returns: picture }),
  form: 'picture',
})

/** GET of a calendar, subscribed to by its address. */
export const readCalendar = <P extends z.ZodType>(
  path: string,
  parts: { params: P; access: Access },
): Operation<P, Nothing, Nothing, typeof calendarFile> => ({
  ...read(path, { ...parts, returns: calendarFile }),
  form: 'calendar',
})

/** POST: makes something or moves a record's state; takes an Idempotency-Key. */
export const write = <
  R extends z.ZodType,
  P extends z.ZodType = Nothing,
  B extends z.ZodType = Nothing,
>(
  path: string,
  parts: Parts<P, Nothing, B, R> & Extras & { audit: string },
): Operation<P, Nothing, B, R> => operation('POST', path, parts)

/** PATCH: changes a record of a known version (If-Match). */
export const change = <
  R extends z.ZodType,
  P extends z.ZodType = Nothing,
  B extends z.ZodType = Nothing,
>(
  path: string,
  parts: Parts<P, Nothing, B, R> & { audit: string },
): Operation<P, Nothing, B, R> => operation('PATCH', path, { ...parts, versioned: true })

/** DELETE: withdraws a record of a known version (If-Match). */
export const remove = <R extends z.ZodType, P extends z.ZodType = Nothing>(
  path: string,
  parts: Parts<P, Nothing, Nothing, R> & { audit: string },
): Operation<P, Nothing, Nothing, R> => operation('DELETE', path, { ...parts, versioned: true })

export type Contract = Record<string, Operation>

/** Names the operations of one noun. */
export function contract<C extends Contract>(noun: string, operations: C): C {
  return Object.fromEntries(
    Object.entries(operations).map(([key, value]) => [key, { ...value, name: `${noun}.${key}` }]),
  ) as C
}

/** What a handler receives: the parsed parts. */
export type Received<O extends Operation> = {
  params: z.output<O['params']>
  query: z.output<O['query']>
  body: z.output<O['body']>
}

export type Returned<O extends Operation> = z.output<O['returns']>

type Optional<Key extends string, T> = {} extends T ? { [K in Key]?: T } : { [K in Key]: T }

/** What a caller gives. `version` where the operation is versioned, `key` to repeat a POST safely. */
export type Given<O extends Operation> = Optional<'params', z.input<O['params']>> &
  Optional<'query', z.input<O['query']>> &
  Optional<'body', z.input<O['body']>> & { version?: number; key?: string; signal?: AbortSignal }

/** One page of a list; `total` counts every row of the same filter and rights. */
export const pageOf = <T extends z.ZodType>(row: T) =>
  z.object({
    rows: z.array(row),
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
  })

/** Paging of every list: pages from 1, at most 200 rows. */
export const paging = {
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(20),
}

/** `name` ascending, `-name` descending; only the named columns. */
export const sortBy = <const T extends readonly [string, ...string[]]>(...columns: T) =>
  z.enum([...columns, ...columns.map((column) => `-${column}`)] as [
    T[number] | `-${T[number]}`,
    ...(T[number] | `-${T[number]}`)[],
  ])

export const done = z.object({ ok: z.literal(true) })

/** A table as a file: name and text, with the mark of UTF-8 at its head. */
export const csvFile = z.object({ name: z.string(), text: z.string() })
