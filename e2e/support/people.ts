import { expect, test, type APIRequestContext, type Locator, type Page } from '@playwright/test'
import type { Role } from '#domain/permissions.ts'
import type { SessionView } from '#domain/session.ts'

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

/** Through the sign-in page, one click; done when the frame stands there (the sign-in page has a heading too). */
export async function signInAs(page: Page, role: DemoRole, path = '/'): Promise<void> {
  await page.goto(path)
  await page
    .locator('button.si-role', { has: page.locator('b', { hasText: new RegExp(`^${role}$`) }) })
    .click()
  await expect(page.getByRole('navigation', { name: '主菜单' }).first()).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

/** The headers of a write; without them the server refuses it. */
export const writing = () => ({
  'x-requested-with': 'six-chains',
  'idempotency-key': crypto.randomUUID(),
})

/** On the server without a window, where a journey is not about what signing in looks like. */
export async function signInByRequest(request: APIRequestContext, role: Role): Promise<void> {
  const { demoAccounts } = (await (await request.get('/api/session')).json()) as SessionView
  const login = demoAccounts.find((account) => account.role === role)?.login
  const data = { login }
  const answer = await request.post('/api/session/demo', { data, headers: writing() })
  expect(answer.status(), await answer.text()).toBe(200)
}

/** Until a frame has been painted. */
export const drawn = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))

/** To another page of the product as its own links go there, which costs a third of loading it anew. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, address)
  // A page may add to it at once, as the tree does with the node that it opens.
  await expect(page).toHaveURL(({ pathname, search }) => (pathname + search).startsWith(address))
  // The frame says so from the next drawing on.
  await drawn(page)
  await expect(page.locator('.fr')).not.toHaveAttribute('data-moving')
}

/** A number that the journey counted: `npm test` tells it beside its stage. */
export function figure(description: string): void {
  test.info().annotations.push({ type: 'figure', description })
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

/** Through the account menu, back to the sign-in page. */
export async function leave(page: Page): Promise<void> {
  await page.getByRole('group', { name: '账号' }).getByRole('button').first().click()
  await page.getByText('退出登录').click()
  await expect(page.locator('button.si-role').first()).toBeVisible()
}

/** In the open editor: one away and one resolution, signed at once. Answers who was away. */
export async function signGroupMeeting(
  page: Page,
  person: Interactions,
  { away, resolution }: { away: string | number; resolution: string },
): Promise<string> {
  await expect(page.getByRole('heading', { name: '记一次会议' })).toBeVisible()
  const people = page.locator('button.mt-person')
  const absentee = typeof away === 'number' ? people.nth(away) : people.filter({ hasText: away })
  const name = await absentee.locator('.mt-person-name').innerText()
  await person.click(absentee)
  await person.click(page.getByRole('button', { name: '病假' }))
  await person.fill(page.getByRole('textbox', { name: '决议 1' }), resolution)
  await person.click(page.getByRole('button', { name: /^全票同意/ }))
  await person.click(page.getByRole('button', { name: '提交并审签' }))
  const asked = page.getByRole('alertdialog')
  await expect(asked).toContainText(name)
  await person.click(asked.getByRole('button', { name: '提交并审签' }))
  await expect(page).toHaveURL(/\/meetings\/[0-9a-f-]{36}/)
  await expect(page.getByRole('main').getByText('已审签').first()).toBeVisible()
  return name
}
