import { expect } from '@playwright/test'
import { test } from './support/desk.ts'
import { leave, signInAs } from './support/people.ts'

test(
  'a window beside which somebody else signs in does nothing in their name and keeps what was typed',
  {
    tag: '@server',
  },
  async ({ page, context }) => {
    await signInAs(page, '支部书记')
    await page
      .getByRole('link', { name: /^记会议 .*党小组会/ })
      .first()
      .click()
    await expect(page.locator('button.mt-person').first()).toBeVisible()
    await page.getByRole('textbox', { name: '议题' }).fill('传达学习')

    const other = await context.newPage()
    await other.goto('/')
    // It says first that this machine has a draft.
    await other.getByRole('group', { name: '账号' }).getByRole('button').first().click()
    await other.getByRole('button', { name: '退出登录' }).click()
    await other.getByRole('button', { name: '清除草稿并退出' }).click()
    await expect(other.locator('button.si-role').first()).toBeVisible()
    await signInAs(other, '党务专干')

    await page.getByRole('button', { name: '存草稿' }).click()
    const again = page.getByRole('dialog', { name: '请重新登录' })
    await again.getByRole('button', { name: /重新登录/ }).click()
    await expect(page.getByText('已存为草稿')).toBeVisible()
    await expect(page.getByRole('textbox', { name: '议题' })).toHaveValue('传达学习')
    // One browser, one account: the other window is asked in its turn.
    await other.getByRole('link', { name: '组织', exact: true }).click()
    await expect(other.getByRole('dialog', { name: '请重新登录' })).toBeVisible()
  },
)

test(
  'signing out leaves the machine as its people like it',
  { tag: '@server' },
  async ({ page }) => {
    await signInAs(page, '党委领导')
    await page.getByRole('button', { name: /文字大小/ }).click()
    await leave(page)
    await page.reload()
    await expect(page.locator('html')).toHaveAttribute('data-size', 'large')
  },
)
