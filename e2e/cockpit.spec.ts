import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { test } from './support/desk.ts'
import { signInAs } from './support/people.ts'

/** Charts whose marks lead to a list, and where that list says the mark's number. */
const charts = [
  { title: '三会一课按月', address: /\/meetings\?.*month=2026-/ },
  { title: '志愿服务按月', address: /\/services\?.*month=2026-/ },
  { title: '学习活动按月', address: /\/studies\?.*month=2026-/ },
  { title: '组织与党员', address: /\/members\?.*scope=/ },
  { title: '荣誉按组织与类别', address: /\/honour-records\?.*classes=/ },
  { title: '警示教育覆盖', address: /\/integrity\?.*scope=/ },
  { title: '履责热力图', address: /\/duties\?.*period=2026-/ },
] as const

/** With its numbers: before them the same figures stand as skeletons, which go. */
async function openCockpit(page: Page): Promise<void> {
  await signInAs(page, '党委领导', '/cockpit')
  await expect(page.getByRole('region', { name: '关键数字' })).toBeVisible()
}

test('every chart is drawn, has its table, and a number opens rows that say the same @server', async ({
  page,
}) => {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await openCockpit(page)
  await expect(page.getByRole('heading', { name: '驾驶舱' })).toBeVisible()
  // Six figures at most, each a way to its rows.
  const figures = page.getByRole('region', { name: '关键数字' }).getByRole('link')
  await expect(figures.first()).toBeVisible()
  expect(await figures.count()).toBeLessThanOrEqual(6)
  for (const { title, address } of charts) {
    const chart = page.getByRole('figure', { name: title })
    await chart.scrollIntoViewIfNeeded()
    await expect(chart.locator('canvas').first()).toBeVisible()
    await chart.getByRole('button', { name: '看表' }).click()
    const number = chart.getByRole('cell').getByRole('link').first()
    const said = (await number.innerText()).trim()
    await number.click()
    await expect(page).toHaveURL(address)
    const shown = said.includes('／')
      ? new RegExp(`${said.split('／')[0]} ?/ ?${said.split('／')[1]}`)
      : new RegExp(`(^|[^\\d,])${said}([^\\d,]|$)`)
    await expect(page.getByRole('main')).toContainText(shown)
    await page.goBack()
    await expect(page.getByRole('heading', { name: '驾驶舱' })).toBeVisible()
  }
  expect(complaints).toEqual([])
})

test('a picture of a chart says what it is of, in itself and by its name @server', async ({
  page,
}) => {
  await openCockpit(page)
  const chart = page.getByRole('figure', { name: '履责热力图' })
  const { height = 0 } = (await chart.locator('canvas').first().boundingBox()) ?? {}
  const coming = page.waitForEvent('download')
  await chart.getByRole('button', { name: '存为图片' }).click()
  const file = await coming
  expect(file.suggestedFilename()).toMatch(
    /^履责热力图 · 主题党日 某市行政审批局机关党委 2026年度 \d{4}-\d\d-\d\d \d{4}\.png$/,
  )
  const png = readFileSync(await file.path())
  // Taller than the chart by its caption; the height stands in the header of a PNG.
  expect(png.readUInt32BE(20)).toBeGreaterThan(height * 2 + 100)
})

test('a chart whose drawing program does not come says so, and comes when it does @server', async ({
  page,
}) => {
  const engine = '**/assets/engine-*.js'
  await page.route(engine, (route) => route.abort())
  await openCockpit(page)
  const chart = page.getByRole('figure', { name: '组织与党员' })
  await chart.scrollIntoViewIfNeeded()
  await expect(chart.getByRole('alert')).toContainText('图表没能画出来')
  // The numbers do not depend on it.
  await chart.getByRole('button', { name: '看表' }).click()
  await expect(chart.getByRole('cell').first()).toBeVisible()
  await chart.getByRole('button', { name: '看图' }).click()
  await expect(chart.getByRole('alert')).toBeVisible()

  await page.unroute(engine)
  await chart.getByRole('button', { name: '重试' }).click()
  // One press is enough for all that stand there.
  await expect(page.getByRole('figure').getByRole('alert')).toHaveCount(0)
  await expect(chart.locator('canvas').first()).toBeVisible()
})

test('a chart whose numbers do not come says so and asks again @server', async ({ page }) => {
  const heat = '**/api/duties/heat*'
  const json = { code: 'internal', message: '系统出错了', fields: [], params: {} }
  await page.route(heat, (route) => route.fulfill({ status: 500, json }))
  await openCockpit(page)
  const chart = page.getByRole('figure', { name: '履责热力图' })
  await expect(chart.getByRole('alert')).toContainText('系统出错了')
  await page.unroute(heat)
  await chart.getByRole('button', { name: '重试' }).click()
  await expect(chart.locator('canvas').first()).toBeVisible()
})

for (const [width, height] of [
  [1920, 1080],
  [3840, 2160],
] as const)
  test(`the wall shows everything on ${width} × ${height}, page by page @server`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height })
    await openCockpit(page)
    await page.getByRole('button', { name: '大屏' }).click()
    await page.getByRole('button', { name: '暂停' }).click()
    const seen: string[] = []
    for (const count of [1, 2, 2, 2]) {
      const shown = page.getByRole('figure')
      await expect(shown).toHaveCount(count)
      for (const chart of await shown.all()) {
        seen.push(await chart.getByRole('heading').innerText())
        await expect(chart).toBeInViewport({ ratio: 1 })
        const canvas = chart.locator('canvas').first()
        await expect(canvas).toBeInViewport({ ratio: 1 })
        // Drawn for the place it has, type and all.
        const { height: drawn } = (await canvas.boundingBox()) ?? { height: 0 }
        expect(drawn).toBeGreaterThan(height * 0.3)
      }
      await expect(page.getByRole('region', { name: '关键数字' })).toBeInViewport({ ratio: 1 })
      await page.getByRole('button', { name: '下一页' }).click()
    }
    expect(seen.toSorted()).toEqual(charts.map(({ title }) => title).toSorted())
    const stage = page.locator('.ck')
    expect(await stage.evaluate((it) => it.scrollHeight - it.clientHeight)).toBe(0)
    // Taken down, everything stands below each other again.
    await page.getByRole('button', { name: '退出大屏' }).click()
    await expect(page.getByRole('figure')).toHaveCount(charts.length)
  })
