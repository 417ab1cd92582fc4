import { gzipSync } from 'node:zlib'
import { expect, test, type Page } from '@playwright/test'
import { signInByRequest } from './support/people.ts'

/**
 * What must have come before a page can be used, in KB of gzip (1 KB = 1,000 bytes). `bench/size.ts`
 * prints the same by file.
 */
const budgets = { 'the sign-in form': 120, 'the meeting list': 400 }

/** Never among them: the page API of the demo, charts, the meeting editor. */
const late = /pglite|zrender|setupWorker|mockServiceWorker/i
const lateNames = /Editor|echarts|mocks?-|pglite/i

/** Opens the page and gives the scripts that were asked for before `selector` stood there. */
async function scriptsBefore(page: Page, path: string, selector: string) {
  await page.addInitScript((wanted) => {
    const look = () => {
      if (!document.querySelector(wanted)) return
      watch.disconnect()
      // At the change itself: what is fetched ahead for later comes after it.
      performance.mark('usable')
    }
    const watch = new MutationObserver(look)
    watch.observe(document, { childList: true, subtree: true })
  }, selector)
  await page.goto(path)
  await page.waitForFunction(() => performance.getEntriesByName('usable').length > 0)
  const urls = await page.evaluate(() => {
    const usable = performance.getEntriesByName('usable')[0]?.startTime ?? 0
    return performance
      .getEntriesByType('resource')
      .filter(({ name, startTime }) => /\.m?js$/.test(new URL(name).pathname) && startTime < usable)
      .map(({ name }) => name)
  })
  return Promise.all(
    [...new Set(urls)].map(async (url) => {
      const code = await (await page.request.get(url)).body()
      return { url, code: code.toString(), size: gzipSync(code, { level: 9 }).length }
    }),
  )
}

const kilobytes = (scripts: readonly { size: number }[]) =>
  scripts.reduce((sum, { size }) => sum + size, 0) / 1000

test('the sign-in form can be used after 120 KB of script @server', async ({ page }) => {
  const scripts = await scriptsBefore(page, '/', 'input[autocomplete="current-password"]')
  expect(scripts.length).toBeGreaterThan(0)
  expect(kilobytes(scripts)).toBeLessThan(budgets['the sign-in form'])
  expect(scripts.filter(({ url, code }) => late.test(code) || lateNames.test(url))).toEqual([])
})

test('the meeting list shows its rows after 400 KB of script @server', async ({ page }) => {
  await signInByRequest(page.request, 'organizer')
  const scripts = await scriptsBefore(page, '/meetings', '.sc-table tbody tr a[href*="/meetings/"]')
  expect(scripts.length).toBeGreaterThan(3)
  expect(kilobytes(scripts)).toBeLessThan(budgets['the meeting list'])
  const names = scripts
    .filter(({ url, code }) => late.test(code) || lateNames.test(url))
    .map(({ url }) => url)
  expect(names).toEqual([])
})
