import { expect, type Page } from '@playwright/test'
import { test } from './support/desk.ts'
import { Interactions, leave, signGroupMeeting, signInAs } from './support/people.ts'

const phone = { width: 390, height: 844 }

/** Nothing is wider than the phone. */
async function fits(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    phone.width,
  )
}

test('a member finds the own year and what is owed on a phone', async ({ page }) => {
  // 武敬芝 was away; the secretary records it, and nobody writes to her own page.
  await signInAs(page, '支部书记', '/duties?duty=group-meeting')
  await page.getByRole('gridcell', { name: /综合受理党小组，2026年11月：/ }).click()
  await page.getByRole('link', { name: '记这次会议' }).click()
  await signGroupMeeting(page, new Interactions(), {
    away: '武敬芝',
    resolution: '通过窗口轮班安排',
  })
  const title = await page.getByRole('heading', { level: 1 }).innerText()
  await leave(page)

  await page.setViewportSize(phone)
  await signInAs(page, '党员')
  const main = page.getByRole('main')
  const owed = main.getByRole('region', { name: /我的补学/ })
  await expect(owed.getByRole('listitem')).toHaveCount(1)
  await expect(owed).toContainText('待补学')
  await expect(owed.getByRole('link')).toHaveText(title)
  await fits(page)

  // Each number of the year shows as many meetings as it counts.
  const figure = async (what: string) =>
    Number(/\d+/.exec(await main.getByRole('link', { name: new RegExp(`^${what} `) }).innerText()))
  const [expected, present, away] = [
    await figure('应到'),
    await figure('出席'),
    await figure('请假'),
  ]
  expect(expected).toBe(present + away + (await figure('缺席')))
  await main.getByRole('link', { name: /^请假 / }).click()
  const year = main.getByRole('region', { name: /年度参会/ })
  await expect(year.locator('.wb-rows').getByRole('listitem')).toHaveCount(away)

  // The own record holds the same year.
  await page
    .getByRole('navigation', { name: '主菜单' })
    .getByRole('link', { name: '我的档案' })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('武敬芝')
  await fits(page)
  await main.getByRole('button', { name: `显示全部 ${expected} 次` }).click()
  const book = main.getByRole('region', { name: /年度组织生活/ }).getByRole('listitem')
  await expect(book).toHaveCount(expected)
  await expect(book.filter({ hasText: '请假' })).toHaveCount(away)
  await expect(book.filter({ hasText: '待补学' })).toHaveCount(1)
})

test('a member opens nobody else, by whatever address @server', async ({ page }) => {
  await signInAs(page, '支部书记')
  const { rows } = (await (await page.request.get('/api/members?size=2')).json()) as {
    rows: { id: string; name: string }[]
  }
  const other = rows.find(({ name }) => name !== '武敬芝')?.id
  if (other === undefined) throw new Error('a branch of one')
  await leave(page)
  await signInAs(page, '党员')
  const main = page.getByRole('main')
  await page.goto(`/members/${other}`)
  await expect(main).toContainText('没能载入党员档案')
  for (const path of [
    '/members',
    '/organizations',
    '/duties',
    '/meetings/new',
    '/system/accounts',
  ]) {
    await page.goto(path)
    await expect(main, path).toContainText('没有查看权限')
  }
  await page.goto('/makeups?show=all')
  await expect(main.getByRole('row').filter({ hasText: '补学' }).first()).toBeVisible()
  for (const row of await main
    .getByRole('row')
    .filter({ has: page.getByRole('cell') })
    .all())
    await expect(row).toContainText('武敬芝')
  await page.goto('/meetings/01900000-0000-7000-8000-000000000000')
  await expect(main).toContainText(/没有找到|没能打开/)
})
