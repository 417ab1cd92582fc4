import type { ProblemBody, ProblemCode } from '#domain/errors.ts'
import { ApiError } from './apiError.ts'
import { askPassword, timesGiven } from './askPassword.ts'
import { setHealth } from './health.ts'
import { entryText } from './i18n.ts'
import { preferences } from './preferences.ts'
import { requestKey } from './requestKey.ts'
import { accountOfPage } from './session.ts'
import { isUntouched } from './touched.ts'

/**
 * The transport below `call` (api.ts): headers, token, errors, the session's end. It knows no contract
 * and no zod, so that the sign-in page can use it alone.
 */
export interface Sending {
  method: string
  /** Below `/api`, filled. */
  path: string
  /** Arrays become repeated keys; `undefined` and `null` are left out. */
  query?: Record<string, unknown> | undefined
  body?: unknown
  version?: number | undefined
  /** Idempotency-Key of a POST; a fresh one when not given. */
  key?: string | undefined
  /** False where the end of the session is no surprise: nobody is asked to sign in again. */
  asks?: boolean
  signal?: AbortSignal | undefined
}

/** Where the API stands, seen from the page. */
export const base = `${import.meta.env.BASE_URL ?? '/'}api`

/** Bearer of the demo page and of tests (cookies do not survive a service worker). Never in production. */
const TOKEN = 'six-chains.token'
let token: string | null = null
try {
  if (import.meta.env.VITE_DEMO) token = sessionStorage.getItem(TOKEN)
} catch {
  // Blocked storage: the demo then asks again after a reload.
}

export function setToken(next: string | null): void {
  token = next
  if (!import.meta.env.VITE_DEMO) return
  try {
    if (next === null) sessionStorage.removeItem(TOKEN)
    else sessionStorage.setItem(TOKEN, next)
  } catch {
    // As above.
  }
}

/** Asks the person to sign in again; resolves when done. Null where nothing can ask (tests, sign-in page). */
type Reenter = () => Promise<void>
let reenter: Reenter | null = null

/** What happens when the session has ended under an open page. The failed call is then sent again. */
export function onSessionEnded(handler: Reenter | null): void {
  reenter = handler
}

/** Told of each refusal for want of a permission: the page offered what its roles no longer give. */
const refused = new Set<() => void>()

/** @returns ends it */
export function onForbidden(handler: () => void): () => void {
  refused.add(handler)
  return () => void refused.delete(handler)
}

const url = (path: string, query: Record<string, unknown> = {}): string => {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== null && item !== '') search.append(name, String(item))
    }
  }
  const text = search.toString()
  return `${base}${path}${text && `?${text}`}`
}

/** Sends; returns the JSON of the answer. Throws ApiError for every refusal, AbortError when cancelled. */
export async function send(sending: Sending): Promise<unknown> {
  const fixed =
    sending.method === 'POST' ? { ...sending, key: sending.key ?? requestKey() } : sending
  const given = timesGiven()
  let answer = await attempt(fixed)
  if (isRefused(answer, 'not_signed_in') && reenter !== null && sending.asks !== false) {
    await reenter()
    fixed.signal?.throwIfAborted()
    answer = await attempt(fixed)
  }
  // Another call has asked while this one was under way.
  if (isRefused(answer, 'password_again') && timesGiven() > given) answer = await attempt(fixed)
  if (isRefused(answer, 'password_again') && (await askPassword())) answer = await attempt(fixed)
  if (answer instanceof ApiError) throw answer
  return answer.json
}

const isRefused = (answer: unknown, code: ProblemCode): boolean =>
  answer instanceof ApiError && answer.code === code

async function attempt({
  method,
  path,
  query,
  body,
  version,
  key,
  signal,
}: Sending): Promise<ApiError | { json: unknown }> {
  const headers: Record<string, string> = {
    Accept: 'application/json',
    'Accept-Language': preferences().language === 'en' ? 'en' : 'zh-CN',
    'X-Requested-With': 'six-chains',
  }
  if (method !== 'GET') headers['Content-Type'] = 'application/json'
  if (key !== undefined) headers['Idempotency-Key'] = key
  if (version !== undefined) headers['If-Match'] = `"v${version}"`
  const account = accountOfPage()
  if (account !== null) headers['X-Account'] = account
  // A write is somebody's doing, whatever they do it with.
  if (method === 'GET' && isUntouched()) headers['X-Untouched'] = '1'
  // No network adds it to what never leaves the page.
  if (import.meta.env.VITE_DEMO) headers['X-User-Agent'] = navigator.userAgent
  if (token !== null) headers.Authorization = `Bearer ${token}`

  let response: Response
  try {
    response = await fetch(url(path, query), {
      method,
      headers,
      credentials: 'same-origin',
      body: method === 'GET' ? null : JSON.stringify(body ?? {}),
      signal: signal ?? null,
    })
  } catch {
    signal?.throwIfAborted()
    setHealth({ unreachable: true })
    return new ApiError('network', 0, { message: entryText().failures.network })
  }
  const answer = await readAnswer(response)
  // There is room again; who signs in or out has not shown it, for that goes on with a full disk too.
  if (method !== 'GET' && !path.startsWith('/session') && !(answer instanceof ApiError))
    setHealth({ readOnly: false })
  return answer
}

/** An answer as JSON or as ApiError; keeps the health and the token. */
export async function readAnswer(response: Response): Promise<ApiError | { json: unknown }> {
  const fresh = response.headers.get('X-Session-Token')
  if (fresh) setToken(fresh)
  const json = await jsonOf(response)
  if (json !== undefined) setHealth({ unreachable: false, recovering: response.status === 503 })
  if (response.ok && json !== undefined) {
    if (response.status !== 304) return { json }
  }
  const retryAfter = Number(response.headers.get('Retry-After')) || null
  if (!isProblem(json)) {
    // A gateway that cannot reach the server: it will come back.
    const away = response.status === 502 || response.status === 503 || response.status === 504
    if (away) setHealth({ unreachable: true })
    return away
      ? new ApiError('network', 0, { message: entryText().failures.network }, retryAfter)
      : new ApiError('unreadable', response.status, { message: entryText().failures.unreadable })
  }
  if (json.code === 'store_full') setHealth({ readOnly: true })
  if (json.code === 'forbidden') for (const tell of refused) tell()
  return new ApiError(json.code, response.status, json, retryAfter)
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    return undefined
  }
}

const isProblem = (json: unknown): json is ProblemBody =>
  typeof json === 'object' &&
  json !== null &&
  'code' in json &&
  'message' in json &&
  typeof json.code === 'string'
