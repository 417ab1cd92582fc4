import { expect } from '@playwright/test'
import { test } from './support/desk.ts'
import { signInAs } from './support/people.ts'

/** The number in a text, by a pattern of one group. */
function numberIn(text: string | null, pattern: RegExp): number {
  const found = pattern.exec(text ?? '')?.[1]
  if (found === undefined) throw new Error(`no ${String(pattern)} in ${text}`)
  return Number(found)
}

test('a leader opens a number down to the record behind it', async ({ page }) => {
  await signInAs(page, '党委领导')
  const headline = page.getByRole('link', { name: /^党小组会到期 \d+ 期，已开展 \d+ 期/ })
  const kept = numberIn(await headline.innerText(), /^(\d+) \/ \d+$/)
  expect(kept).toBeGreaterThan(20)
  await headline.click()
  await expect(page.getByRole('heading', { name: '履责矩阵' })).toBeVisible()

  // All organs on one page: together they kept what the headline says.
  await page.getByRole('combobox', { name: '每页条数' }).selectOption('50')
  const rates = page.getByRole('gridcell', { name: /到期 \d+ 期，已开展 \d+ 期$/ })
  await expect(page.getByRole('grid').getByRole('row')).toHaveCount(1 + 24)
  const rateNames = await rates.evaluateAll((cells) => cells.map(({ ariaLabel }) => ariaLabel))
  const keptByOrgan = rateNames.map((name) => numberIn(name, /已开展 (\d+) 期$/))
  expect(keptByOrgan.reduce((sum, one) => sum + one, 0)).toBe(kept)

  // The rate of one organ opens its periods: as many of them kept as it says.
  await rates.first().click()
  const detail = page.getByRole('complementary', { name: / · / })
  const periods = detail.getByRole('listitem')
  await expect(periods.filter({ hasText: '已开展' })).toHaveCount(keptByOrgan[0] ?? 0)

  // A period opens its meetings: as many as the cell says, here and in the list.
  const cells = page.getByRole('gridcell', { name: /已开展(（补录）)?，应 \d+ 次，已 \d+ 次/ })
  const cellNames = await cells.evaluateAll((all) => all.map(({ ariaLabel }) => ariaLabel))
  const helds = cellNames.map((name) => numberIn(name, /，已 (\d+) 次/))
  const held = Math.max(...helds)
  await cells.nth(helds.indexOf(held)).click()
  await expect(detail.getByRole('heading', { name: `计入本期的会议（${held}）` })).toBeVisible()
  const counted = detail.locator('.du-meetings').first().getByRole('link')
  await expect(counted).toHaveCount(held)
  const line = detail.locator('.du-meetings').first().getByRole('listitem').first()
  const came = numberIn(await line.innerText(), /实到 (\d+)/)
  const expected = numberIn(await line.innerText(), /应到 (\d+)/)
  const title = await counted.first().innerText()
  await detail.getByRole('link', { name: '在列表中查看' }).click()
  await expect(page.getByText(`共 ${held} 条`)).toBeVisible()

  // And the record says what the panel said of it.
  await page.getByRole('row').filter({ hasText: title }).getByRole('link').first().click()
  await expect(page.getByRole('main')).toContainText(`应到 ${expected}，实到 ${came}`)
})

test('a leader opens a headline of the cockpit down to the record behind it', async ({ page }) => {
  await signInAs(page, '党委领导', '/cockpit')
  const headline = page
    .getByRole('region', { name: '关键数字' })
    .getByRole('link', { name: /^已审签会议/ })
  const value = headline.locator('b')
  const counted = (await value.getAttribute('title')) ?? (await value.innerText())
  await headline.click()
  await expect(page.getByText(`共 ${counted} 条`)).toBeVisible()
  const row = page.getByRole('row').nth(1)
  const title = await row.getByRole('cell').nth(3).innerText()
  await row.getByRole('link').first().click()
  await expect(page.getByRole('heading', { name: title })).toBeVisible()
  await expect(page.getByRole('main')).toContainText(/应到 \d+，实到 \d+/)
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
