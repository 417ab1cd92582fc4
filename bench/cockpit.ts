/**
 * `npm run bench:cockpit`: the cockpit of the root over 26 thousand and over 2.6 million service records in the same
 * 5,000 organizations, on PostgreSQL through the real server: its operations at one caller, and the page in a
 * fresh Chromium from the address to the last chart drawn, median of five. `--quick` is a small bureau.
 */
import { startServer } from '#tests/faults/server.ts'
import { signedIn, withPage } from './support/browser.ts'
import { median, options, report, round, verdict, type Row } from './support/figures.ts'
import { callFor, middle, signedInCaller, type Figures } from './support/load.ts'
import { placesOf } from './support/operations.ts'
import { bureau, filledPostgres, openUrl, smallBureau } from './support/stores.ts'

const { json, quick } = options({ quick: { type: 'boolean', default: false } })
const sizes = quick ? [1_000, 10_000] : [26_000, 2_600_000]
const rhythm = quick ? { rounds: 1, seconds: 0.5 } : { rounds: 5, seconds: 2 }
const opened = quick ? 1 : 5
const tree = quick ? smallBureau : bureau
/** Charts that a leader sees. */
const CHARTS = 7

const paths = {
  show: '/api/cockpit?',
  summary: '/api/duties/summary?',
  heat: '/api/duties/heat?duty=theme-day&',
  coverage: '/api/integrity/coverage?',
} as const
type Name = keyof typeof paths
const names = Object.keys(paths) as Name[]

interface Measured {
  services: number
  by: Map<Name, Figures>
  page: number
}

const measured: Measured[] = []
for (const services of sizes) measured.push(await measure(services))

const rows: Row[] = names.flatMap((name) =>
  compared(
    `operation ${name}`,
    measured.map(({ by }) => round(by.get(name)?.p50 ?? Number.NaN)),
    5,
  ),
)
rows.push(
  ...compared(
    'page, all charts drawn',
    measured.map(({ page }) => round(page, 0)),
    1_500,
  ),
)
report('Cockpit of the root, 5,000 organizations, ms at the middle', rows, { json: json === true })

function compared(what: string, values: readonly number[], most: number): Row[] {
  const ratio = round((values.at(-1) ?? Number.NaN) / (values[0] ?? Number.NaN))
  return values.map((value, at) => ({
    what: at === 0 ? what : '',
    services: sizes[at] ?? 0,
    ms: value,
    target: verdict(value, most),
    'largest : smallest': at === values.length - 1 ? `${ratio} ×, ${verdict(ratio, 2)}` : null,
  }))
}

async function measure(services: number): Promise<Measured> {
  const store = await filledPostgres({ ...tree, services })
  const db = openUrl(store.url)
  const { root } = await placesOf(db)
  await db.destroy()
  const server = await startServer({ env: { ...store.env, LOG_LEVEL: 'info' } })
  try {
    const caller = await signedInCaller(server.url, 'leader')
    const by = new Map<Name, Figures>()
    for (const name of names) {
      const rounds: Figures[] = []
      const path = `${paths[name]}organization=${root}&year=2026`
      // The first round warms up.
      for (let at = 0; at <= rhythm.rounds; at++)
        rounds.push(await callFor(() => caller.send({ path }), rhythm.seconds))
      by.set(name, middle(rounds.slice(1)))
    }
    caller.close()
    const times: number[] = []
    for (let at = 0; at < opened; at++) times.push(await open(server.url))
    return { services, by, page: median(times) }
  } finally {
    await server.end()
    await store.stop()
  }
}

/** Milliseconds from the address to the last chart: its canvas stands there and the page is idle. */
function open(url: string): Promise<number> {
  return withPage(async (page, context) => {
    await signedIn(context, page, url, 'leader')
    // A chart is drawn when it comes near sight: here all are.
    await page.setViewportSize({ width: 1440, height: 3_600 })
    await page.goto(`${url}/cockpit`, { waitUntil: 'commit' })
    await page.waitForFunction(
      (charts) => document.querySelectorAll('figure:has(canvas)').length >= charts,
      CHARTS,
      { polling: 'raf', timeout: 60_000 },
    )
    return page.evaluate(
      () =>
        new Promise<number>((resolve) =>
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now()))),
        ),
    )
  })
}
