import { beforeAll, beforeEach } from 'vitest'
import type { Given, Operation, Returned } from '#domain/contract.ts'
import type { ProblemBody } from '#domain/errors.ts'
import { createApp, type App } from '#server/app.ts'
import { features as allFeatures } from '#server/features/all.ts'
import type { Implemented } from '#server/http/implement.ts'
import { empty, testWorld, type TestWorld } from './world.ts'

export interface Answer<T> {
  status: number
  headers: Headers
  /** The answer of a 200; reading it of a refusal throws with the refusal. */
  body: T
  /** The refusal of anything else. */
  problem: ProblemBody
}

export interface TestApi {
  world: TestWorld
  app: App
  /** Calls an operation as the bearer of a token (null: nobody), with headers of its own. */
  call<O extends Operation>(
    token: string | null,
    operation: O,
    given?: Given<O> & { headers?: Record<string, string> },
  ): Promise<Answer<Returned<O>>>
}

let counter = 0

/**
 * An API on a real database for the tests of one file, emptied before each test, or `kept` for tests that only
 * read what a `beforeAll` has filled it with. `features` may name a few while others are not written yet.
 */
export function useApi(
  features: readonly Implemented[] = allFeatures,
  { kept = false } = {},
): TestApi {
  const api = {} as TestApi
  beforeAll(async () => {
    api.world = await testWorld()
    api.app = createApp(api.world, features)
    api.call = (token, operation, given) => request(api.app, token, operation, given)
  })
  beforeEach(async () => {
    if (!kept) await empty(api.world.db)
    api.world.logged.length = 0
  })
  return api
}

async function request<O extends Operation>(
  app: App,
  token: string | null,
  operation: O,
  given?: Given<O>,
): Promise<Answer<Returned<O>>> {
  const {
    params = {},
    query = {},
    body,
    version,
    key,
    headers: more = {},
  } = (given ?? {}) as {
    params?: Record<string, string>
    query?: Record<string, unknown>
    body?: unknown
    version?: number
    key?: string
    headers?: Record<string, string>
  }
  const path = operation.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  )
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const item of Array.isArray(value) ? value : [value])
      if (item !== undefined) search.append(name, String(item))
  }
  const headers: Record<string, string> = { 'X-Client-Address': '127.0.0.1', ...more }
  if (token) headers.Authorization = `Bearer ${token}`
  if (operation.method === 'POST') headers['Idempotency-Key'] = key ?? `test-${++counter}`
  if (version !== undefined) headers['If-Match'] = `"v${version}"`
  if (body !== undefined) headers['Content-Type'] = 'application/json'
  const response = await app.request(`/api${path}${search.size > 0 ? `?${search}` : ''}`, {
    method: operation.method,
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  const text = await response.text()
  const parsed: unknown = text === '' ? null : JSON.parse(text)
  return {
    status: response.status,
    headers: response.headers,
    get body(): Returned<O> {
      if (response.status !== 200)
        throw new Error(`${operation.name} answered ${response.status}: ${text}`)
      return parsed as Returned<O>
    },
    get problem(): ProblemBody {
      if (response.status === 200)
        throw new Error(`${operation.name} answered 200: ${text.slice(0, 300)}`)
      return parsed as ProblemBody
    },
  }
}
