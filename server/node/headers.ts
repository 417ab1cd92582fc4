import { randomBytes } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { cspReportPath } from './cspReports.ts'

/** One nonce a response; index.html carries it to the style tags of antd. Nothing inline otherwise. */
export const newNonce = (): string => randomBytes(16).toString('base64')

export const contentPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    `report-uri ${cspReportPath}`,
  ].join('; ')

/** Headers of every answer. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  const { headers } = c.res
  headers.set('X-Content-Type-Options', 'nosniff')
  headers.set('Referrer-Policy', 'no-referrer')
  headers.set('Cross-Origin-Opener-Policy', 'same-origin')
  headers.set('Cross-Origin-Resource-Policy', 'same-origin')
  headers.set('Permissions-Policy', 'camera=(self), geolocation=(), microphone=()')
  if (!headers.has('Content-Security-Policy'))
    headers.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'")
  if (c.req.header('x-forwarded-proto') === 'https')
    headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
}
