import type { Context } from 'hono'
import { problem } from '#domain/errors.ts'
import type { Actor } from '#server/door.ts'

/** Where a runtime knows the caller's session better than a header tells, it has set it. */
export const bearerOf = (c: Context): string | null =>
  (c.get('sessionToken') as string | undefined) ??
  /^Bearer ([\w-]{20,100})$/.exec(c.req.header('authorization') ?? '')?.[1] ??
  null

/** As with the session. */
export const clientAddressOf = (c: Context): string | null =>
  (c.get('clientAddress') as string | undefined) ?? c.req.header('x-client-address') ?? null

/** The program that asks; a page that answers itself is told by a header of its own. */
export const userAgentOf = (c: Context): string =>
  c.req.header('user-agent') ?? c.req.header('x-user-agent') ?? ''

/**
 * A page says whose it is. All windows of a browser share one cookie: where somebody else has signed in beside it,
 * what this one sends would be done in the other's name.
 */
export function isForAnother(c: Context, { accountId }: Actor): boolean {
  const page = c.req.header('x-account')
  return page !== undefined && page !== accountId
}

/** Sent by a page on its own that nobody has touched of late: it keeps no session from idling out. */
export const isUntouched = (c: Context): boolean => c.req.header('x-untouched') !== undefined

/** @throws version_required where If-Match names none. */
export function versionOf(c: Context): number {
  const match = /^"?v(\d{1,9})"?$/.exec(c.req.header('if-match') ?? '')
  if (!match) throw problem('version_required')
  return Number(match[1])
}

/** @throws key_required where there is no Idempotency-Key, or one too long to keep. */
export function keyOf(c: Context): string {
  const key = c.req.header('idempotency-key')
  if (!key || key.length > 100) throw problem('key_required')
  return key
}
