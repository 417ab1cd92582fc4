import { getConnInfo } from '@hono/node-server/conninfo'
import type { MiddlewareHandler } from 'hono'

/**
 * Where a request comes from, for the lockout and the audit log: the connection's address, or behind
 * a proxy of ours (TRUST_PROXY) the last entry of X-Forwarded-For. What a client writes is dropped.
 */
export const clientAddress =
  (trustProxy: boolean): MiddlewareHandler =>
  async (c, next) => {
    const forwarded = trustProxy
      ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
      : undefined
    const address = forwarded || getConnInfo(c).remote.address || 'unknown'
    c.set('clientAddress', address)
    await next()
  }
