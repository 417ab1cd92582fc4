import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { startServer, type RunningServer } from '#tests/faults/server.ts'
import { goTo, signInAs } from './support/people.ts'

let server: RunningServer
let folder: string

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'six-chains-plain-'))
  server = await startServer({ env: { DATA_DIR: folder, COOKIE_INSECURE: '1' } })
})
test.afterAll(async () => {
  await server.end()
  rmSync(folder, { recursive: true, force: true })
})

const minutes = '会议传达了近期文件精神，大家结合窗口实际逐一发言。'

test('over plain http one signs in, is warned, writes and saves; no draft lies on the disk @server', async ({
  browser,
}) => {
  expect(server.output()).toContain('COOKIE_INSECURE=1')
  // No localhost and no https: to the browser no secure context, as on a bureau's own network.
  const page = await browser.newPage({
    baseURL: server.url.replace('127.0.0.1', 'plain.example'),
  })
  await page.goto('/')
  await expect(page.getByText(/^连接未加密/)).toBeVisible()
  expect(await page.evaluate(() => [isSecureContext, 'subtle' in crypto])).toEqual([false, false])
  await signInAs(page, '支部书记')
  await expect(page.getByText(/^连接未加密/)).toBeVisible()

  await page
    .getByRole('link', { name: /^记会议 .*党小组会/ })
    .first()
    .click()
  await page.getByRole('textbox', { name: '会议记录' }).fill(minutes)
  await expect(page.getByText(/草稿只留在这个页面里/)).toBeVisible()
  const place = new URL(page.url())
  await goTo(page, '/services')
  await goTo(page, place.pathname + place.search)
  await expect(page.getByRole('textbox', { name: '会议记录' })).toHaveValue(minutes)
  expect(
    await page.evaluate(async () => [
      Object.keys(localStorage).filter((name) => name.includes('draft')),
      await new Promise((counted) => {
        const open = indexedDB.open('six-chains')
        open.addEventListener('success', () => {
          const names = Array.from(open.result.objectStoreNames)
          if (names.length === 0) return counted(0)
          const all = open.result.transaction(names).objectStore('drafts').count()
          all.addEventListener('success', () => counted(all.result))
        })
      }),
    ]),
  ).toEqual([[], 0])

  await page.getByRole('button', { name: '存草稿' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '修改会议记录' })).toBeVisible()
  await page.close()
})
