/**
 * `npm run bench:lighthouse`: sign-in, meeting list, workbench and cockpit of the demo store, served by the
 * product itself. Median of `--runs` (5), each in a fresh Chromium with an empty profile. `--only
 * workbench` measures one page, `--lighthouse <folder>` uses what is installed there, `--save <folder>`
 * keeps the whole result of each run.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder, startServer } from '#tests/faults/server.ts'
import { signInBefore, withChromium } from './support/chromium.ts'
import { median, number, options, reached, report, round, type Row } from './support/figures.ts'
import { withLighthouse, type Form, type Judge, type Result } from './support/lighthouse.ts'
import { pressure, quiet } from './support/quiet.ts'

const { json, runs, only, lighthouse, save } = options({
  runs: { type: 'string', default: '5' },
  only: { type: 'string' },
  lighthouse: { type: 'string' },
  save: { type: 'string' },
})

/** A page, who looks at it, and the performance it must reach. */
const pages: { name: string; path: string; role?: string; least: Record<Form, number> }[] = [
  { name: 'sign-in', path: '/', least: { desktop: 100, mobile: 95 } },
  {
    name: 'meeting list',
    path: '/meetings',
    role: 'organizer',
    least: { desktop: 98, mobile: 80 },
  },
  { name: 'workbench', path: '/', role: 'organizer', least: { desktop: 98, mobile: 80 } },
  { name: 'cockpit', path: '/cockpit', role: 'leader', least: { desktop: 95, mobile: 70 } },
]

const server = await startServer({ env: { DATA_DIR: dataFolder() } })
const rows: Row[] = []
try {
  await withLighthouse(typeof lighthouse === 'string' ? lighthouse : undefined, async (judge) => {
    for (const page of pages)
      if (only === undefined || page.name === only)
        for (const form of ['desktop', 'mobile'] as const)
          rows.push(await measure(judge, page, form))
  })
} finally {
  await server.end()
}
report(
  'Lighthouse, median; times in ms, KB of 1,024 bytes; busy: % of the time a task waited',
  rows,
  {
    json: json === true,
  },
)

interface Run {
  performance: number
  accessibility: number
  practices: number
  cls: number
  fcp: number
  lcp: number
  tbt: number
  si: number
  kb: number
  busy: number
  failed: string[]
}

async function measure(
  judge: Judge,
  { name, path, role, least }: (typeof pages)[number],
  form: Form,
): Promise<Row> {
  const made: Run[] = []
  for (let run = 0; run < number(runs, 5); run += 1) {
    await quiet()
    const waited = pressure()
    const once = () =>
      withChromium(async (port) => {
        if (role) await signInBefore(port, server.url, role)
        return judge(server.url + path, form, port)
      })
    // On a busy machine Lighthouse may lose the start of its own recording.
    const result = await once().catch((error: unknown) => {
      console.error(`${name} ${form}, once more: ${String(error)}`)
      return once()
    })
    made.push({ ...read(result), busy: waited() })
    if (typeof save === 'string') keep(save, `${name} ${form} ${run}`, result)
  }
  const middle = (of: (run: Run) => number, digits = 0) => round(median(made.map(of)), digits)
  const performance = middle((run) => run.performance)
  const values = made.map((run) => run.performance)
  const failed = [...new Set(made.flatMap((run) => run.failed))]
  return {
    page: name,
    form,
    performance,
    runs: `${Math.min(...values)}–${Math.max(...values)}`,
    target: reached(performance, least[form]),
    // These are the page's own: one run that misses is a miss.
    accessibility: Math.min(...made.map((run) => run.accessibility)),
    practices: Math.min(...made.map((run) => run.practices)),
    cls: Math.max(...made.map((run) => run.cls)),
    whole: failed.length === 0 ? '100, 100, 0: kept' : `MISSED: ${failed.join(' ')}`,
    fcp: middle((run) => run.fcp),
    lcp: middle((run) => run.lcp),
    tbt: middle((run) => run.tbt),
    si: middle((run) => run.si),
    kb: middle((run) => run.kb),
    busy: middle((run) => run.busy),
  }
}

function read({ audits, categories }: Result): Omit<Run, 'busy'> {
  const score = (name: string) => round((categories[name]?.score ?? 0) * 100, 0)
  const value = (name: string) => round(audits[name]?.numericValue ?? Number.NaN, 0)
  const failures = ['accessibility', 'best-practices'].flatMap((name) =>
    (categories[name]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
      .map(({ id }) => id),
  )
  const cls = round(audits['cumulative-layout-shift']?.numericValue ?? Number.NaN, 3)
  const requests = audits['network-requests']?.details?.items ?? []
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    practices: score('best-practices'),
    cls,
    fcp: value('first-contentful-paint'),
    lcp: value('largest-contentful-paint'),
    tbt: value('total-blocking-time'),
    si: value('speed-index'),
    kb: requests.reduce((sum, { transferSize = 0 }) => sum + transferSize, 0) / 1024,
    failed: cls > 0 ? [...failures, 'cumulative-layout-shift'] : failures,
  }
}

function keep(folder: string, name: string, result: Result): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name.replaceAll(/\W+/g, '-')}.json`), JSON.stringify(result))
}
