import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Browser, type Page } from '@playwright/test'
import { startServer, type RunningServer } from '#tests/faults/server.ts'
import type { SessionView } from '#domain/session.ts'
import { findings } from './support/axe.ts'

// A real installation, as `npm start -- --empty` starts it: a server and a data folder of its own.
let server: RunningServer
let folder: string

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'six-chains-first-run-'))
  // Its clock can be put ahead: sessions end after hours.
  const clock = new URL('../tests/faults/laterClock.ts', import.meta.url)
  const env = { DATA_DIR: folder, NODE_OPTIONS: `--import=${clock.href}`, CLOCK_STEP_MINUTES: '25' }
  server = await startServer({ env, args: ['--empty'] })
})
test.afterAll(async () => {
  await server.end()
  rmSync(folder, { recursive: true, force: true })
})

const bureau = '演练市行政审批局机关党委'
const password = 'four unlike words here'

/** A browser of their own: another person at another desk. */
async function desk(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.url })
  const page = await context.newPage()
  await page.goto('/')
  return page
}

async function noDemo(page: Page): Promise<void> {
  await expect(page.locator('form').first()).toBeVisible()
  await expect(page.locator('button.si-role')).toHaveCount(0)
  await expect(page.getByText('演示')).toHaveCount(0)
}

/** With an invitation, from the sign-in page to the workbench. */
async function accept(page: Page, login: string, code: string): Promise<void> {
  await noDemo(page)
  await page.getByRole('button', { name: '使用邀请码设置密码' }).click()
  await page.locator('input[name=login]').fill(login)
  await page.locator('input[name=code]').fill(code)
  await page.locator('input[name=password]').fill(password)
  await page.locator('input[name=repeat]').fill(password)
  await page.getByRole('button', { name: '设置密码并登录' }).click()
}

const menu = (page: Page) => page.getByRole('navigation', { name: '主菜单' })
/** The system administrator opens an account; answers its invitation. */
async function invite(page: Page, name: string, login: string): Promise<string> {
  await menu(page).getByRole('link', { name: '账号' }).click()
  await page.getByRole('button', { name: '新建账号' }).click()
  const form = page.getByRole('dialog', { name: '新建账号' })
  await form.getByLabel('姓名').fill(name)
  await form.getByLabel('账号').fill(login)
  await form.getByRole('button', { name: '新建并取邀请码' }).click()
  const once = page.getByRole('alertdialog', { name: `${name}的邀请码` })
  const code = await once.locator('.sc-copyable-text').innerText()
  await once.getByRole('button', { name: '关闭' }).last().click()
  await once.getByRole('button', { name: '已记下，关闭' }).click()
  await expect(page.getByRole('row', { name: login })).toBeVisible()
  return code
}

const option = (page: Page, text: string) =>
  page.locator('.ant-select-item-option', { hasText: text })

test('a new installation is set up by three people and takes its first organization @server', async ({
  browser,
}) => {
  // Four people at four desks: half a minute on an idle machine, much more on a busy one.
  test.setTimeout(300_000)
  const first = await desk(browser)
  const fill = async (typed: Record<string, string>) => {
    for (const [name, text] of Object.entries(typed))
      await first.locator(`input[name="${name}"]`).fill(text)
  }
  const submit = first.getByRole('button', { name: '完成初始化' })

  await test.step('the first page asks for the code from the log, and has no findings', async () => {
    await expect(first.getByRole('heading', { name: '初始化系统' })).toBeVisible()
    await noDemo(first)
    const demo = await first.request.post('/api/session/demo', {
      data: { login: 'organizer' },
      headers: { 'x-requested-with': 'six-chains', 'idempotency-key': crypto.randomUUID() },
    })
    expect(demo.status()).toBe(404)
    for (const colorScheme of ['light', 'dark'] as const) {
      await first.emulateMedia({ colorScheme })
      expect(await findings(first), colorScheme).toEqual([])
    }
    await first.setViewportSize({ width: 390, height: 844 })
    expect(await findings(first), 'phone').toEqual([])
    await first.setViewportSize({ width: 1440, height: 900 })
    await first.emulateMedia({ colorScheme: 'light' })
  })

  await test.step('a wrong code is refused and the typing stays', async () => {
    await fill({
      code: 'not-the-code',
      bureauName: bureau,
      name: '蒋以宁',
      login: 'jiang.yining',
      password,
      repeat: password,
      'securityAdmin.name': '龚守正',
      'securityAdmin.login': 'gong.shouzheng',
      'auditor.name': '贺知行',
      'auditor.login': 'he.zhixing',
    })
    await submit.click()
    await expect(first.getByRole('alert')).toContainText('口令')
    await expect(first.locator('input[name="auditor.login"]')).toHaveValue('he.zhixing')
  })

  const [securityCode, auditorCode] =
    await test.step('the code from the log opens it', async () => {
      const code = /setup code: (\S+)/.exec(server.output())?.[1]
      await fill({ code: code ?? '' })
      await submit.click()
      await expect(first.getByRole('heading', { name: /^初始化完成/ })).toBeVisible()
      expect(await findings(first)).toEqual([])
      const codes = await first.locator('code').allInnerTexts()
      expect(codes).toHaveLength(2)
      await first.getByRole('checkbox', { name: '两个邀请码都已记下' }).check()
      await first.getByRole('button', { name: '进入系统' }).click()
      await expect(first.getByRole('heading', { name: '工作台' })).toBeVisible()
      return codes as [string, string]
    })

  const organizerCode = await test.step('the system administrator lets somebody in', async () => {
    const code = await invite(first, '温故', 'wen.gu')
    // Who keeps the accounts gives no roles and reads no party records.
    await expect(menu(first).getByRole('link', { name: /角色授权|组织|党员/ })).toHaveCount(0)
    await first.goto('/organizations')
    await expect(first.getByRole('main')).toContainText('没有查看权限')
    return code
  })

  const organizer = await test.step('who is let in may do nothing yet', async () => {
    const page = await desk(browser)
    await accept(page, 'wen.gu', organizerCode)
    await expect(page.getByRole('heading', { name: '工作台' })).toBeVisible()
    await expect(menu(page).getByRole('link', { name: '组织' })).toHaveCount(0)
    return page
  })

  await test.step('the security administrator accepts and grants the role', async () => {
    const page = await desk(browser)
    await accept(page, 'gong.shouzheng', securityCode)
    await menu(page).getByRole('link', { name: '角色授权' }).click()
    await page.getByRole('button', { name: '授予角色' }).click()
    const form = page.getByRole('dialog', { name: '授予角色' })
    await form.getByLabel('账号').click()
    await option(page, '温故').click()
    await form.getByLabel('角色').click()
    await option(page, '党务专干').click()
    await form.getByLabel('所在组织').click()
    await option(page, bureau).click()
    await form.getByRole('button', { name: '授予角色' }).click()
    await expect(page.getByRole('row', { name: /温故.*党务专干/ })).toContainText(bureau)
  })

  await test.step('the organizer creates the first organization', async () => {
    await organizer.reload()
    await menu(organizer).getByRole('link', { name: '组织' }).click()
    await organizer.getByRole('treeitem', { name: new RegExp(bureau) }).click()
    const card = organizer.getByRole('complementary', { name: bureau })
    await card.getByRole('button', { name: '新建下级' }).click()
    const form = organizer.getByRole('dialog')
    await form.getByLabel('简称').fill('第一党支部')
    await form.getByRole('button', { name: '新建', exact: true }).click()
    await expect(organizer.getByRole('complementary', { name: '第一党支部' })).toBeVisible()
    await organizer.goto('/organizations')
    await expect(organizer.getByRole('treeitem', { name: /第一党支部/ })).toBeVisible()
  })

  await test.step('who is on the roster and linked to an account has an own record', async () => {
    // Nobody links their own account.
    const code = await invite(first, '知新', 'zhi.xin')
    await organizer.goto('/members')
    await organizer.getByRole('button', { name: '登记党员' }).first().click()
    const form = organizer.getByRole('dialog', { name: '登记党员' })
    await form.getByLabel('姓名').fill('知新')
    await form.getByLabel('性别').click()
    await option(organizer, '女').click()
    await form.getByLabel('所在党支部或党小组').fill('第一')
    await organizer.getByRole('option', { name: /第一党支部/ }).click()
    await form.getByLabel('发展阶段').click()
    await option(organizer, '正式党员').click()
    await form.getByRole('button', { name: '登记', exact: true }).click()
    await expect(organizer.getByRole('heading', { level: 1, name: '知新' })).toBeVisible()
    const account = organizer.getByRole('region', { name: '登录账号' })
    await account.getByRole('button', { name: '关联账号' }).click()
    const link = organizer.getByRole('dialog', { name: '关联 知新 的账号' })
    await link.getByLabel('账号').fill('zhi.xin')
    await link.getByRole('button', { name: '关联账号' }).click()
    await expect(account.getByText('zhi.xin')).toBeVisible()
    const member = await desk(browser)
    await accept(member, 'zhi.xin', code)
    await member.getByRole('link', { name: '我的台账' }).first().click()
    await expect(member.getByRole('heading', { level: 1, name: '知新' })).toBeVisible()
  })

  await test.step('the auditor accepts, and reads who did what', async () => {
    const page = await desk(browser)
    await accept(page, 'he.zhixing', auditorCode)
    await menu(page).getByRole('link', { name: '审计日志' }).click()
    for (const [who, what] of [
      ['未登录', '初始化系统'],
      ['龚守正', '授予角色'],
      ['温故', '新建组织'],
      ['温故', '关联党员账号'],
    ] as const)
      await expect(page.getByRole('row').filter({ hasText: what })).toContainText(who)
  })

  await test.step('a used code opens nothing, and the first page is gone', async () => {
    const page = await desk(browser)
    await accept(page, 'he.zhixing', auditorCode)
    await expect(page.getByRole('alert')).toContainText('邀请码不正确')
    await page.goto('/')
    await expect(page.getByRole('heading', { name: '初始化系统' })).toHaveCount(0)
    await noDemo(page)
  })

  await test.step('typing outlives a session that is over after 12 hours, however busy', async () => {
    await organizer.goto('/organizations')
    await organizer.getByRole('treeitem', { name: new RegExp(bureau) }).click()
    const card = organizer.getByRole('complementary', { name: bureau })
    await card.getByRole('button', { name: '新建下级' }).click()
    const form = organizer.getByRole('dialog', { name: new RegExp(bureau) })
    await form.getByLabel('简称').fill('第二党支部')
    const session = async () =>
      ((await (await organizer.request.get('/api/session')).json()) as SessionView).session
    const end = Date.parse((await session())?.endsAt ?? '')
    let now = Date.now()
    // Never idle for half an hour.
    const putAhead = async (steps: number) => {
      process.kill(server.pid, 'SIGUSR2')
      await expect
        .poll(() => server.output(), { intervals: [10] })
        .toContain(`clock ahead by ${steps * 25} minutes`)
    }
    let steps = 1
    for (; now + 25 * 60_000 < end; steps++) {
      await putAhead(steps)
      now += 25 * 60_000
      expect(await session(), `after ${steps} × 25 minutes`).not.toBeNull()
    }
    await putAhead(steps)
    expect(await session()).toBeNull()

    await form.getByRole('button', { name: '新建', exact: true }).click()
    const again = organizer.getByRole('dialog', { name: '请重新登录' })
    await expect(again).toBeVisible()
    await again.getByLabel('密码', { exact: true }).fill('not the password')
    await again.getByRole('button', { name: '登录', exact: true }).click()
    await expect(again.getByRole('alert')).toContainText('不正确')
    await again.getByLabel('密码', { exact: true }).fill(password)
    await again.getByRole('button', { name: '登录', exact: true }).click()
    await expect(again).toBeHidden()
    await expect(organizer.getByRole('complementary', { name: '第二党支部' })).toBeVisible()
  })
})
