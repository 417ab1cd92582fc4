/**
 * `node bench/size.ts`: the script that comes before a page can be used, by file. The budgets hold in
 * e2e/budget.spec.ts, which fails the build.
 */
import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { dataFolder, startServer } from '#tests/faults/server.ts'
import { signedIn, withPage } from './support/browser.ts'
import { options, report, round, verdict, type Row } from './support/figures.ts'

const { json } = options({})

const server = await startServer({ env: { DATA_DIR: dataFolder() } })
const rows: Row[] = []
try {
  await withPage(async (page) => {
    rows.push(
      ...(await measure(page, 'sign-in', '/', 'input[autocomplete="current-password"]', 120)),
    )
  })
  await withPage(async (page, context) => {
    await signedIn(context, page, server.url, 'organizer')
    const row = '.sc-table tbody tr a[href*="/meetings/"]'
    rows.push(...(await measure(page, 'meeting list', '/meetings', row, 400)))
  })
} finally {
  await server.end()
}
report('Script before a page can be used, KB of 1,000 bytes', rows, { json: json === true })

async function measure(
  page: Page,
  name: string,
  path: string,
  selector: string,
  most: number,
): Promise<Row[]> {
  await page.addInitScript((wanted) => {
    const watch = new MutationObserver(() => {
      if (!document.querySelector(wanted)) return
      watch.disconnect()
      performance.mark('usable')
    })
    watch.observe(document, { childList: true, subtree: true })
  }, selector)
  await page.goto(`${server.url}${path}`)
  await page.waitForFunction(() => performance.getEntriesByName('usable').length > 0)
  const resources = await page.evaluate(() => {
    const usable = performance.getEntriesByName('usable')[0]?.startTime ?? 0
    const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    return entries
      .filter(({ name, startTime }) => /\.m?js$/.test(new URL(name).pathname) && startTime < usable)
      .map(({ name, encodedBodySize, decodedBodySize }) => ({
        name,
        encodedBodySize,
        decodedBodySize,
      }))
  })
  const files = await Promise.all(
    [...new Map(resources.map((one) => [one.name, one])).values()].map(async (one) => {
      const code = Buffer.from(await (await fetch(one.name)).arrayBuffer())
      return { ...one, gzip: gzipSync(code, { level: 9 }).length / 1000 }
    }),
  )
  const sum = (of: (file: (typeof files)[number]) => number) =>
    files.reduce((total, file) => total + of(file), 0)
  const gzip = round(
    sum(({ gzip }) => gzip),
    1,
  )
  return [
    ...files
      .toSorted((a, b) => b.gzip - a.gzip)
      .map(({ name, gzip, encodedBodySize, decodedBodySize }) => ({
        page: name.length > 0 ? '' : '',
        file: new URL(name).pathname.replace('/assets/', ''),
        gzip: round(gzip, 1),
        sent: round(encodedBodySize / 1000, 1),
        plain: round(decodedBodySize / 1000, 1),
      })),
    {
      page: name,
      file: `${files.length} files`,
      gzip,
      sent: round(sum(({ encodedBodySize }) => encodedBodySize) / 1000, 1),
      plain: round(sum(({ decodedBodySize }) => decodedBodySize) / 1000, 1),
      budget: verdict(gzip, most),
    },
  ]
}
