import { expect } from '@playwright/test'
import { test } from './support/desk.ts'
import { goTo, signInAs } from './support/people.ts'

// What fits where depends on the screen and not on where its API runs: on one of the two. English words are
// longer than Chinese ones, and organizations keep their Chinese names.
test('in English no table cuts a head or a cell off @server', async ({ page }) => {
  await signInAs(page, '党务专干')
  await page.getByRole('button', { name: /Switch to English/ }).click()
  await expect(page.getByRole('heading', { name: 'Workbench' })).toBeVisible()
  const lists = ['/meetings', '/members', '/makeups', '/duties?view=due', '/studies', '/honours']
  for (const path of lists) {
    await goTo(page, path)
    await expect(page.locator('.sc-table tbody tr').nth(1)).toBeVisible()
    const cut = await page
      .locator('.sc-table th, .sc-table td')
      .evaluateAll((cells) =>
        cells.flatMap((cell) =>
          cell.scrollWidth > cell.clientWidth + 1 ? [cell.textContent] : [],
        ),
      )
    expect(cut, path).toEqual([])
  }
})

test('in Chinese the lists of study cut off no topic, organization or lecturer @server', async ({
  page,
}) => {
  await signInAs(page, '党务专干')
  for (const path of ['/studies', '/studies/hours', '/honours', '/honour-records']) {
    await goTo(page, path)
    await expect(page.locator('.sc-table tbody tr').nth(1)).toBeVisible()
    const cut = await page
      .locator('.sc-table th, .sc-table td')
      .evaluateAll((cells) =>
        cells.flatMap((cell) =>
          cell.scrollWidth > cell.clientWidth + 1 ? [cell.textContent] : [],
        ),
      )
    expect(cut, path).toEqual([])
  }
})

test('organizations that differ in the last signs of a long name are told apart @server', async ({
  page,
}) => {
  await signInAs(page, '党务专干', '/meetings?q=窗口')
  const cells = page.locator('.sc-table td').filter({ hasText: /^政务服务中心窗口第.党支部$/ })
  await expect(cells.first()).toBeVisible()
  const cut = await cells.evaluateAll(
    (all) => all.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).length,
  )
  expect(cut).toBe(0)
})
