import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import type { Log } from '#server/world.ts'
import { loggedPath } from './log.ts'

export const cspReportPath = '/csp-reports'

const longest = 16 * 1024
/**
 * Anybody may send one: so many lines a minute of one kind (what was held off, by which directive) go to the log, the
 * others are counted only.
 */
const linesAMinute = 3
/** So many kinds a minute have a budget of their own; those after them share that of their directive. */
const kindsAMinute = 50

/** Those of our policy and their finer kinds; a label of the figures may not be whatever somebody sends. */
const directives = [
  'default-src',
  'script-src',
  'script-src-elem',
  'script-src-attr',
  'style-src',
  'style-src-elem',
  'style-src-attr',
  'img-src',
  'font-src',
  'connect-src',
  'worker-src',
  'manifest-src',
  'media-src',
  'frame-src',
  'form-action',
  'frame-ancestors',
  'base-uri',
  'object-src',
] as const
export type Violated = (typeof directives)[number] | 'other'

const text = z.string().max(4_000)
const report = z.object({
  'csp-report': z.object({
    'effective-directive': text.optional(),
    'violated-directive': text.optional(),
    'blocked-uri': text.optional(),
    'document-uri': text.optional(),
    'source-file': text.optional(),
    'line-number': z.number().int().optional(),
  }),
})

/** `script-src 'self'`, as older browsers send it, too. */
function directiveOf(said = ''): Violated {
  const [name] = said.split(' ')
  return directives.find((one) => one === name) ?? 'other'
}

/** Of an address the origin alone, or its scheme; of a word such as `inline` or `eval` the word. */
function blockedOf(said = ''): string {
  if (/^[a-z-]{1,20}$/.test(said)) return said
  if (!URL.canParse(said)) return 'other'
  const { origin, protocol } = new URL(said)
  return (origin === 'null' ? protocol : origin).slice(0, 100)
}

/** A path as the log of requests has it: what follows it (search words, names) is left out. */
function pathOf(said = ''): string | null {
  if (!URL.canParse(said)) return null
  const { pathname } = new URL(said)
  return /^[\w/.-]{1,200}$/.test(pathname) ? loggedPath(pathname) : null
}

interface Reports {
  log: Log
  count: (directive: Violated) => void
}

interface Kind {
  directive: Violated
  blocked: string
  lines: number
  left: number
}

/**
 * Where browsers tell what the policy of the page has held off: an injected script that came to nothing, or a mistake of
 * ours. By `report-uri`, which every browser knows; `report-to` is not heard over plain http, which some offices use.
 */
export function cspReports({ log, count }: Reports): Hono {
  const kinds = new Map<string, Kind>()
  const endMinute = () => {
    for (const { directive, blocked, left } of kinds.values())
      if (left > 0)
        log.warn({ directive, blocked, left }, 'more was held off by the content security policy')
    kinds.clear()
  }
  const kindOf = (directive: Violated, blocked: string): Kind => {
    const known = kinds.get(`${directive} ${blocked}`)
    if (known) return known
    if (kinds.size >= kindsAMinute && blocked !== 'other') return kindOf(directive, 'other')
    // By the clock and not by the next report: of a flood that ends, the number is told too.
    if (kinds.size === 0) setTimeout(endMinute, 60_000).unref()
    const kind = { directive, blocked, lines: 0, left: 0 }
    kinds.set(`${directive} ${blocked}`, kind)
    return kind
  }
  const routes = new Hono()
  const onError = (c: { body: (data: null, status: 413) => Response }) => c.body(null, 413)
  routes.post(cspReportPath, bodyLimit({ maxSize: longest, onError }), async (c) => {
    if (!/^application\/csp-report\b/i.test(c.req.header('content-type') ?? ''))
      return c.body(null, 415)
    const { data } = report.safeParse(await c.req.json().catch(() => null))
    if (!data) return c.body(null, 400)
    const said = data['csp-report']
    const directive = directiveOf(said['effective-directive'] ?? said['violated-directive'])
    count(directive)
    const blocked = blockedOf(said['blocked-uri'])
    const kind = kindOf(directive, blocked)
    if (kind.lines++ >= linesAMinute) kind.left++
    else {
      const page = pathOf(said['document-uri'])
      const source = pathOf(said['source-file'])
      const fields = { directive, blocked, page, source, line: said['line-number'] }
      log.warn(fields, 'held off by the content security policy')
    }
    return c.body(null, 204)
  })
  return routes
}
