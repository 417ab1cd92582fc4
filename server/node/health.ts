import { hash, timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { newest } from '#server/db/migrate.ts'
import type { Violated } from './cspReports.ts'
import type { Database } from './database.ts'

/** Of digests, which are of one length whatever a header holds. */
const same = (a: string, b: string): boolean =>
  timingSafeEqual(hash('sha256', a, 'buffer'), hash('sha256', b, 'buffer'))

/** The longest that the library's timer can be set to, ms. */
const never = 2 ** 31 - 1

interface HealthOptions {
  database: Database
  version: string
  /** Of the sources it was built from; null where nothing told. */
  commit: string | null
  metricsToken: string | undefined
  stopping: () => boolean
}

/**
 * Figures of the process, each taken when it is asked for. The library would also wake an idle server every 10 ms to
 * learn how late the event loop is: here its delay is measured once per scrape, and how busy it was since the last.
 */
function processFigures(registry: Registry): void {
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: never })
  for (const part of ['min', 'max', 'mean', 'stddev', 'p50', 'p90', 'p99'])
    registry.removeSingleMetric(`nodejs_eventloop_lag_${part}_seconds`)
  let last = performance.eventLoopUtilization()
  const busy: Gauge = new Gauge({
    name: 'nodejs_eventloop_utilization',
    help: 'Share of the time since the last scrape that the event loop was busy',
    registers: [registry],
    collect: () => {
      const now = performance.eventLoopUtilization()
      busy.set(performance.eventLoopUtilization(now, last).utilization)
      last = now
    },
  })
}

/** Process, readiness, figures, version: no data in any of them (ASVS 13.4.5). */
export function health({ database, version, commit, metricsToken, stopping }: HealthOptions) {
  const registry = new Registry()
  processFigures(registry)
  const requests = new Counter({
    name: 'http_requests_total',
    help: 'Requests by method and status',
    labelNames: ['method', 'status'],
    registers: [registry],
  })
  const seconds = new Histogram({
    name: 'http_request_seconds',
    help: 'Time to answer',
    labelNames: ['method'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  })
  const violations = new Counter({
    name: 'csp_reports_total',
    help: 'What the content security policy held off, as browsers reported it, by directive',
    labelNames: ['directive'],
    registers: [registry],
  })
  const readOnly = new Gauge({
    name: 'store_read_only',
    help: '1 below the free-space limit',
    registers: [registry],
  })

  const routes = new Hono()
  routes.get('/livez', (c) => c.text('ok'))
  routes.get('/version', (c) => c.json({ version, schema: newest, commit, store: database.kind }))
  routes.get('/readyz', async (c) => {
    if (stopping()) return c.json({ ready: false, reason: 'stopping' }, 503)
    const schema = await Promise.race([
      database.schema().catch(() => undefined),
      new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 1500)),
    ])
    if (schema === undefined) return c.json({ ready: false, reason: 'database' }, 503)
    // A newer program has migrated it: this one does not know what it writes there.
    if (schema > newest) return c.json({ ready: false, reason: 'schema' }, 503)
    return c.json({ ready: true, readOnly: database.readOnly() })
  })
  routes.get('/metrics', async (c) => {
    const given = c.req.header('authorization') ?? ''
    if (!metricsToken || !same(given, `Bearer ${metricsToken}`)) return c.text('Not found', 404)
    readOnly.set(database.readOnly() ? 1 : 0)
    return c.text(await registry.metrics(), 200, { 'Content-Type': registry.contentType })
  })
  return {
    routes,
    observe(method: string, status: number, ms: number): void {
      requests.inc({ method, status: String(status) })
      seconds.observe({ method }, ms / 1000)
    },
    heldOff(directive: Violated): void {
      violations.inc({ directive })
    },
  }
}
