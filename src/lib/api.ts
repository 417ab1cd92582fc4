import type { Given, Operation, Returned } from '#domain/contract.ts'
import { base, send } from './http.ts'

/** The second argument may be left out where an operation needs nothing. */
export type GivenTo<O extends Operation> =
  {} extends Given<O> ? [given?: Given<O>] : [given: Given<O>]

/** All parts an operation can take, without its own types: for the transport only. */
interface Loose {
  params?: Record<string, string | number>
  query?: Record<string, unknown>
  body?: unknown
  version?: number
  key?: string
  signal?: AbortSignal
}

/**
 * Calls one operation of the contract and returns its answer; throws ApiError for every refusal.
 * POST carries `given.key` or a fresh Idempotency-Key, so give the key of the form when a person
 * may press twice. When the session has ended, the person signs in over the page and the call goes on.
 */
export async function call<O extends Operation>(
  operation: O,
  ...[given]: GivenTo<O>
): Promise<Returned<O>> {
  const { params, query, body, version, key, signal } = (given ?? {}) as Loose
  if (operation.versioned && version === undefined)
    throw new TypeError(`${operation.name} needs a version`)
  const json = await send({
    method: operation.method,
    path: fill(operation.path, params),
    query,
    body,
    version,
    key,
    signal,
  })
  // In use, the server's answers are trusted; while developing, a drifting server is heard at once.
  if (import.meta.env.DEV) return operation.returns.parse(json) as Returned<O>
  return json as Returned<O>
}

/** Address of a picture, for an `img`; the session goes with it as with any call. */
export const addressOf = ({ path }: Operation, params: Record<string, string>): string =>
  `${base}${fill(path, params)}`

/** `/meetings/:id/sign` with its parameters. */
function fill(path: string, params: Record<string, string | number> = {}): string {
  return path.replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined) throw new TypeError(`${path} needs ${name}`)
    return encodeURIComponent(String(value))
  })
}
