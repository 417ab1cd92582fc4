import { readFileSync, writeFileSync } from 'node:fs'
import { startServer } from '#tests/faults/server.ts'
import { signedIn, withPage } from './support/browser.ts'
const store = JSON.parse(readFileSync('/tmp/b/keep.json', 'utf8'))
const server = await startServer({ env: { ...store.env, LOG_LEVEL: 'info' } })
const height = Number(process.argv[2] ?? 3600)
const runs = Number(process.argv[3] ?? 3)
for (let at = 0; at < runs; at++) {
  await withPage(async (page, context) => {
    await signedIn(context, page, server.url, 'leader')
    await page.setViewportSize({ width: 1440, height })
    const d = await context.newCDPSession(page)
    const events: any[] = []
    const traced = at === runs - 1 && process.argv[4]
    if (traced) {
      d.on('Tracing.dataCollected', ({ value }) => events.push(...value))
      await d.send('Tracing.start', {
        transferMode: 'ReportEvents',
        traceConfig: {
          includedCategories: [
            'devtools.timeline',
            'toplevel',
            'blink.user_timing',
            'v8',
            'disabled-by-default-v8.cpu_profiler',
            'loading',
            'cc',
            'viz',
            'gpu',
          ],
        },
      })
    }
    await page.goto(`${server.url}/cockpit`, { waitUntil: 'commit' })
    if (process.argv[5]) {
      await page.waitForTimeout(9000)
      await page.screenshot({ path: '/tmp/b/c.png' })
    }
    await page.waitForFunction(
      (n) => document.querySelectorAll('figure:has(canvas)').length >= n,
      height > 1000 ? 5 : 1,
      { polling: 'raf', timeout: 15000 },
    )
    const t = await page.evaluate(
      () =>
        new Promise<number>((r) =>
          requestAnimationFrame(() => requestAnimationFrame(() => r(performance.now()))),
        ),
    )
    const res = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map((e: any) => [
          e.name.split('/').pop().slice(0, 40),
          Math.round(e.startTime),
          Math.round(e.responseStart),
          Math.round(e.responseEnd),
        ]),
    )
    const paint = await page.evaluate(() =>
      performance.getEntriesByType('paint').map((e: any) => [e.name, Math.round(e.startTime)]),
    )
    console.log(Math.round(t), JSON.stringify(paint))
    if (at === runs - 1) console.log(res.map((r) => r.join(' ')).join('\n'))
    if (traced) {
      const done = new Promise((r) => d.once('Tracing.tracingComplete', r))
      await d.send('Tracing.end')
      await done
      writeFileSync('/tmp/b/trace.json', JSON.stringify(events))
    }
  })
}
await server.end()
