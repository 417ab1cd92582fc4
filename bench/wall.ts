/**
 * `npm run bench:wall -- --minutes 30`: does 大屏 keep running? The demo bureau's cockpit in Chromium on the full
 * screen, renewed every `--every` (5) seconds instead of every minute, for `--minutes` (30). Each minute: the heap of
 * the page after a forced garbage collection (HeapProfiler.collectGarbage, twice), its DOM nodes and its listeners.
 * The slope is the least squares over all minutes but the first, in which caches fill.
 *
 * The page's scripts are interpreted, never compiled to machine code: V8 goes on compiling for an hour, 10 KB a
 * renewal at first, and counts its code as heap. Snapshots of the heap 57 renewals apart held the same objects and
 * more code, and nothing else. `--compiled` measures with it.
 */
import type { CDPSession, Page } from '@playwright/test'
import { setTimeout as sleep } from 'node:timers/promises'
import { dataFolder, startServer } from '#tests/faults/server.ts'
import { signedIn, withPage } from './support/browser.ts'
import { number, options, report, round, type Row } from './support/figures.ts'

const { json, minutes, every, compiled } = options({
  minutes: { type: 'string', default: '30' },
  every: { type: 'string', default: '5' },
  compiled: { type: 'boolean', default: false },
})
const length = number(minutes, 30)
const seconds = number(every, 5)
/** What the page itself waits between two renewals (src/features/cockpit/useWall.ts). */
const RENEWAL = 60_000
const interpreted = ['--js-flags=--no-opt --no-maglev --no-sparkplug']
/** Charts that a leader sees. */
const CHARTS = 7

const server = await startServer({ env: { DATA_DIR: dataFolder() } })
try {
  await withPage(
    async (page, context) => {
      await signedIn(context, page, server.url, 'leader')
      await renewEvery(page, seconds * 1000)
      let renewals = 0
      page.on('response', (answer) => {
        if (new URL(answer.url()).pathname === '/api/cockpit') renewals += 1
      })
      // A chart is drawn when it comes near sight: here all are.
      await page.setViewportSize({ width: 1440, height: 3_600 })
      await page.goto(`${server.url}/cockpit`)
      await page.waitForFunction(
        (charts) => document.querySelectorAll('figure:has(canvas)').length >= charts,
        CHARTS,
        { timeout: 60_000 },
      )
      await page.getByRole('button', { name: '大屏' }).click()
      await page.locator('.sc-wall-foot').waitFor()
      const devtools = await context.newCDPSession(page)
      const rows: Row[] = []
      for (let minute = 0; minute <= length; minute += 1) {
        if (minute > 0) await sleep(60_000)
        rows.push({ minute, renewals, ...(await held(devtools)) })
      }
      report(
        `大屏, ${length} minutes, renewed every ${seconds} s: heap after garbage collection`,
        [...rows, slopeOf(rows.slice(1))],
        { json: json === true },
      )
    },
    compiled === true ? [] : interpreted,
  )
} finally {
  await server.end()
}

/** The page's own clock for renewals, and no other, runs faster. */
function renewEvery(page: Page, ms: number): Promise<unknown> {
  return page.addInitScript(
    ({ slow, fast }) => {
      const real = window.setInterval.bind(window)
      const faster = (handler: TimerHandler, wait?: number, ...rest: unknown[]) =>
        real(handler, wait === slow ? fast : wait, ...rest)
      window.setInterval = faster as typeof window.setInterval
    },
    { slow: RENEWAL, fast: ms },
  )
}

async function held(devtools: CDPSession) {
  // What the first frees may let go of more.
  await devtools.send('HeapProfiler.collectGarbage')
  await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  const { nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters')
  return { 'heap KB': round(usedSize / 1024, 0), nodes, listeners: jsEventListeners }
}

/** Growth a minute and a day, beside how far single minutes lie off that line. */
function slopeOf(rows: readonly Row[]): Row {
  const values = rows.map((row) => Number(row['heap KB']))
  const middle = (values.length - 1) / 2
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const spread = values.reduce((sum, _, at) => sum + (at - middle) ** 2, 0)
  const slope =
    values.reduce((sum, value, at) => sum + (at - middle) * (value - mean), 0) / (spread || 1)
  const off = values.map((value, at) => value - mean - slope * (at - middle))
  const noise = Math.sqrt(off.reduce((sum, one) => sum + one ** 2, 0) / values.length)
  return {
    minute: 'slope',
    renewals: '',
    'heap KB': `${round(slope, 1)} a minute, noise ± ${round(noise, 1)}`,
  }
}
