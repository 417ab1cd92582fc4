import { Hono, type Handler } from 'hono'
import { compress } from 'hono/compress'
import { problem } from '#domain/errors.ts'
import { createApp } from '#server/app.ts'
import { features } from '#server/features/all.ts'
import { answerProblem } from '#server/http/answers.ts'
import type { World } from '#server/world.ts'
import { clientAddress } from './address.ts'
import { cookieSessions } from './cookies.ts'
import { cspReportPath, cspReports } from './cspReports.ts'
import type { Database } from './database.ts'
import type { Env } from './env.ts'
import { securityHeaders } from './headers.ts'
import { health } from './health.ts'
import { loggedPath } from './log.ts'

interface Site {
  world: World
  env: Env
  database: Database
  /** What `/version` says it was built from. */
  commit: string | null
  screen: Handler
  stopping: () => boolean
}

/** Everything that the one port answers: health, API and screen, with a line in the log for each request. */
export function createSite({ world, env, database, commit, screen, stopping }: Site): Hono {
  const { version } = world
  const pulse = health({ database, version, commit, metricsToken: env.METRICS_TOKEN, stopping })
  const site = new Hono()
  site.use(async (c, next) => {
    const since = performance.now()
    await next()
    const ms = performance.now() - since
    pulse.observe(c.req.method, c.res.status, ms)
    // Anybody may send any number of them, and what they tell has lines of its own.
    if (c.req.path === cspReportPath) return
    // The path alone: queries may hold names.
    world.log.info(
      {
        requestId: c.res.headers.get('x-request-id'),
        method: c.req.method,
        path: loggedPath(c.req.path),
        status: c.res.status,
        ms: Math.round(ms),
      },
      'request',
    )
  })
  site.use(securityHeaders)
  site.route('/', pulse.routes)
  site.route('/', cspReports({ log: world.log, count: pulse.heldOff }))
  site.use(
    '/api/*',
    clientAddress(env.TRUST_PROXY),
    cookieSessions({ insecure: env.COOKIE_INSECURE }),
    compress(),
  )
  site.route('/', createApp(world, features))
  // An address that no operation has is told so, not shown the page.
  site.all('/api/*', (c) => answerProblem(c, problem('no_route')))
  site.get('*', screen)
  return site
}
