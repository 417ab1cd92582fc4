import { expect, test } from '@playwright/test'
import { signInAs } from './support/people.ts'

test('a leader opens a number down to the record behind it', async ({ page }) => {
  await signInAs(page, '党委领导')
  await page.getByRole('link', { name: /^党小组会完成率/ }).click()
  await expect(page.getByRole('heading', { name: '履责矩阵' })).toBeVisible()
  const grid = page.getByRole('grid').or(page.getByRole('table')).first()
  await expect(grid).toBeVisible()
  const kept = page.getByRole('gridcell', { name: /已开展/ }).first()
  await kept.click()
  const record = page.getByRole('main').locator('a[href*="/meetings/0"]').first()
  await record.click()
  await expect(page).toHaveURL(/\/meetings/)
  await expect(page.getByRole('main')).toContainText(/应到 \d+，实到 \d+|实到／应到/)
})

test('a member sees the own book of the year and nobody else', async ({ page }) => {
  await signInAs(page, '党员')
  await expect(page.getByRole('main')).toContainText('2026')
  await page.goto('/organizations')
  await expect(page.getByRole('main')).toContainText('没有查看权限')
  await page.goto('/members')
  await expect(page.getByRole('main')).not.toContainText('身份证号码全文')
  await page.goto('/meetings/01900000-0000-7000-8000-000000000000')
  await expect(page.getByRole('main')).toContainText(/没有找到|没能打开/)
})

test('an organizer finds a group by initials, opens it in the tree and a number down to its rows', async ({
  page,
}) => {
  await signInAs(page, '党务专干', '/organizations')
  await expect(page.getByRole('tree')).toBeVisible()
  const search = page.getByRole('main').getByRole('combobox').first()
  await search.fill('bdcdj')
  await page
    .getByRole('option', { name: /不动产登记专区党小组/ })
    .first()
    .click()
  await expect(page.getByRole('treeitem', { name: /不动产登记专区党小组/ })).toBeVisible()
  await page.getByRole('treeitem', { name: /综合科党支部/ }).click()
  const card = page.getByRole('complementary', { name: '综合科党支部' })
  await expect(card).toContainText('班子与职务')
  await expect(card.getByRole('button', { name: '新建下级' })).toBeVisible()
  // The number is the list: one press leads to exactly those rows.
  const full = card.getByRole('link', { name: /名正式党员$/ })
  const counted = /(\d+) 名/.exec(
    (await full.getAttribute('aria-label')) ?? (await full.innerText()),
  )?.[1]
  await full.click()
  await expect(page.getByText(`共 ${counted} 条`)).toBeVisible()
})
