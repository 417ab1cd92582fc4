import type { MiddlewareHandler } from 'hono'
import { problem } from '#domain/errors.ts'
import { answerProblem } from '#server/http/answers.ts'

/**
 * Only this file knows cookies. Inside, the API speaks bearer tokens: the session cookie becomes the
 * token on the way in, `X-Session-Token` becomes the cookie on the way out and is
 * never sent itself. `__Host-` binds the cookie to this origin; HttpOnly keeps it from scripts.
 */
export function cookieSessions({ insecure }: { insecure: boolean }): MiddlewareHandler {
  const name = insecure ? 'sid' : '__Host-sid'
  const attributes = `Path=/; HttpOnly; SameSite=Lax${insecure ? '' : '; Secure'}`
  const pattern = new RegExp(`(?:^|;\\s*)${name}=([\\w-]{20,100})`)
  return async (c, next) => {
    const unsafe = c.req.method !== 'GET' && c.req.method !== 'HEAD'
    if (unsafe && !sameSite(c.req.raw)) return answerProblem(c, problem('cross_site'))
    const token = pattern.exec(c.req.header('cookie') ?? '')?.[1]
    if (token && !c.req.header('authorization')) c.set('sessionToken', token)
    await next()
    const issued = c.res.headers.get('x-session-token')
    if (issued === null) return
    c.res.headers.delete('x-session-token')
    c.res.headers.append(
      'set-cookie',
      issued === '' ? `${name}=; ${attributes}; Max-Age=0` : `${name}=${issued}; ${attributes}`,
    )
    if (issued === '') c.res.headers.set('clear-site-data', '"storage"')
  }
}

/**
 * A write comes from our own page: the browser says same-origin (or the Origin is ours where it says
 * nothing), and the request carries our header, which no foreign page can set without our consent.
 * Programs without a browser send the header alone.
 */
function sameSite(request: Request): boolean {
  if (request.headers.get('x-requested-with') !== 'six-chains') return false
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  const origin = request.headers.get('origin')
  if (origin === null) return true
  // A hidden origin is the word 'null', which is no address.
  return URL.canParse(origin) && new URL(origin).host === request.headers.get('host')
}
