import { expect, type Locator, type Page } from '@playwright/test'

/** The demo store's one-click roles, as the sign-in page names them. */
export type DemoRole =
  | '党员'
  | '党小组组长'
  | '支部书记'
  | '党务专干'
  | '党委领导'
  | '纪检委员'
  | '系统管理员'
  | '安全管理员'
  | '安全审计员'

/** Through the sign-in page, one click. */
export async function signInAs(page: Page, role: DemoRole, path = '/'): Promise<void> {
  await page.goto(path)
  await page
    .locator('button.si-role', { has: page.locator('b', { hasText: new RegExp(`^${role}$`) }) })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

/** Counts what a person does: a click, a choice, a field filled. */
export class Interactions {
  readonly done: string[] = []

  async click(target: Locator): Promise<void> {
    await target.click()
    this.done.push('click')
  }

  async fill(target: Locator, text: string): Promise<void> {
    await target.fill(text)
    this.done.push('fill')
  }

  get count(): number {
    return this.done.length
  }
}
