import { expect, request, type Page } from '@playwright/test'
import { pages, type Page as PageEntry } from '#app/pages.ts'
import { grants, type Role } from '#domain/permissions.ts'
import { findings, type Finding } from './support/axe.ts'
import { test } from './support/desk.ts'
import { drawn, goTo, signInAs, signInByRequest, writing, type DemoRole } from './support/people.ts'

/** Whoever may open a page first in this order looks at it; 党员 alone stands for a member only. */
const visitors: readonly [Role, DemoRole][] = [
  ['branch-secretary', '支部书记'],
  ['organizer', '党务专干'],
  ['member', '党员'],
  ['system-admin', '系统管理员'],
  ['security-admin', '安全管理员'],
  ['auditor', '安全审计员'],
  ['discipline', '纪检委员'],
]
/** Views of a page that show other things than its bare address; the first that may open it visits them too. */
const views: Record<string, readonly string[]> = {
  '/duties': ['?duty=group-meeting', '?view=due', '?view=exemptions'],
  '/makeups': ['?show=all'],
  '/meetings/announcements': ['?form=new'],
  '/studies': ['?form=new'],
  '/integrity': [
    '?view=people',
    '?view=educations',
    '?view=measures',
    '?view=responsibilities',
    '?view=own',
  ],
  '/honour-board': ['?view=wall'],
}
/** What only they are shown. */
const alone: Partial<Record<Role, readonly string[]>> = {
  discipline: ['/integrity?view=talks', '/integrity?view=followUps'],
}
/** Forms that lie over a page, by the button that opens them. */
const forms: readonly [DemoRole, ...[address: string, button: string][]][] = [
  [
    '纪检委员',
    ['/integrity?view=talks', '登记谈话'],
    ['/integrity?view=educations', '登记警示教育'],
    ['/integrity?view=responsibilities', '列入清单'],
  ],
  [
    '党务专干',
    ['/honours', '发起评选'],
    ['/honour-settings', '增加类别'],
    ['/members', '登记党员'],
    ['/members/:id', '变更状态或组织'],
  ],
  ['系统管理员', ['/system/accounts', '新建账号']],
  ['安全管理员', ['/system/roles', '授予角色']],
]
/** Homes and lists that differ by role are looked at by these as well. */
const also: Partial<Record<Role, readonly string[]>> = {
  'branch-secretary': [],
  organizer: ['/', '/members', '/organizations', '/duties', '/system/parameters'],
  member: [
    '/',
    '/meetings',
    '/makeups',
    '/meetings/:id',
    '/meetings/announcements/:id',
    '/members/:id',
  ],
  'system-admin': ['/'],
  'security-admin': ['/'],
  auditor: ['/'],
}

const mayOpen = (role: Role, { needs, own }: PageEntry): boolean =>
  (needs === undefined || needs.some((permission) => grants[role][permission])) &&
  (!own || role === 'member')

/** The addresses of one role: every page falls to somebody, for the list of pages is the product's own. */
function addressesOf(role: Role): string[] {
  const mine = pages.filter((page) => {
    const first = visitors.find(([one]) => mayOpen(one, page))?.[0]
    return first === role || also[role]?.includes(page.path)
  })
  const shown = mine.flatMap(({ path }) => [
    path,
    ...(views[path] ?? []).map((view) => path + view),
  ])
  return [...shown, ...(alone[role] ?? [])]
}

/** Where the first thing to open lies, by the path of its page. */
const sources: Record<string, string> = {
  '/members/:id': 'members',
  '/meetings/:id': 'meetings',
  '/meetings/announcements/:id': 'announcements',
  '/meetings/:id/edit': 'meetings?statuses=draft',
  '/studies/:id': 'studies',
  '/honours/:id': 'campaigns',
}

/** The id of a new certificate of service. */
async function issued(page: Page): Promise<string> {
  const { rows } = await (
    await page.request.get('/api/services?states=confirmed&volunteer=true')
  ).json()
  const answer = await page.request.post('/api/services/certificates', {
    data: { memberId: rows[0].memberId, from: '2026-01-01', to: '2026-10-31' },
    headers: writing(),
  })
  expect(answer.status(), await answer.text()).toBe(200)
  return (await answer.json()).id
}

/** The id of an honour with a certificate: an organizer issues it, who looks here only reads. */
async function certified(page: Page): Promise<string> {
  const { rows } = await (await page.request.get('/api/honours')).json()
  const other = await request.newContext({ baseURL: new URL('/', page.url()).href })
  await signInByRequest(other, 'organizer')
  const answer = await other.post(`/api/honours/${rows[0].id}/certificate`, {
    data: {},
    headers: writing(),
  })
  expect(answer.status(), await answer.text()).toBe(200)
  await other.dispose()
  return rows[0].id
}

/** The address with the id of something that this session may read. */
async function reachable(page: Page, address: string): Promise<string> {
  if (!address.includes(':id')) return address
  if (address === '/services/certificates/:id')
    return `/services/certificates/${await issued(page)}`
  if (address === '/honour-records/:id/certificate')
    return `/honour-records/${await certified(page)}/certificate`
  const source = sources[address]
  if (source === undefined) throw new Error(`say in this file what ${address} opens`)
  const { rows } = (await (await page.request.get(`/api/${source}`)).json()) as {
    rows: { id: string }[]
  }
  const id = rows[0]?.id
  if (id === undefined) throw new Error(`nothing to open ${address} with`)
  return address.replace(':id', id)
}

/** In both themes at a desk, and on a phone. The page is loaded once and follows the system. */
async function findingsEverywhere(page: Page): Promise<Record<string, Finding[]>> {
  const found: Record<string, Finding[]> = {}
  const look = async (how: string, colours?: 'alone' | 'seen') => {
    // Right after a change of theme or width the page may be between two looks: what is wrong stays wrong.
    const options = colours ? { colours } : {}
    if ((await findings(page, options)).length === 0) return
    await page.waitForTimeout(1000)
    const here = await findings(page, options)
    if (here.length > 0) found[how] = here
  }
  for (const theme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
    await look(theme, theme === 'dark' ? 'alone' : undefined)
  }
  await page.setViewportSize({ width: 390, height: 844 })
  // The page hears of its width with the next frame: before it both would look at the desk's.
  await drawn(page)
  await look('phone', 'seen')
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  if (width > 390) found.width = [{ id: `${width} px wide on a phone of 390`, targets: [] }]
  await page.setViewportSize({ width: 1440, height: 900 })
  return found
}

test('every page falls to a visitor @server', () => {
  const visited = new Set(visitors.flatMap(([role]) => addressesOf(role)))
  expect(pages.filter(({ path }) => !visited.has(path))).toEqual([])
})

test('sign-in has no findings @server', async ({ page }) => {
  await page.goto('/')
  await expect(page.locator('button.si-role').first()).toBeVisible()
  expect(await findingsEverywhere(page)).toEqual({})
  await page.getByRole('button', { name: '使用邀请码设置密码' }).click()
  await expect(page.locator('input[name=code]')).toBeVisible()
  expect(await findingsEverywhere(page)).toEqual({})
})

/** So many addresses in one test. */
const ROUND = 15
const rounds = visitors.flatMap(([role, name]) => {
  const addresses = addressesOf(role)
  return Array.from({ length: Math.ceil(addresses.length / ROUND) }, (_, index) => ({
    name,
    addresses: addresses.slice(index * ROUND, (index + 1) * ROUND),
  }))
})
for (const { name, addresses } of rounds) {
  test(`${name} at ${addresses.join(' ')} meets no findings @server`, async ({ page }) => {
    await signInAs(page, name)
    const found: Record<string, Record<string, Finding[]>> = {}
    for (const address of addresses) {
      await goTo(page, await reachable(page, address))
      await expect(page.getByRole('navigation', { name: '主菜单' }).first()).toBeVisible()
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.getByRole('main').locator('[aria-busy=true]')).toHaveCount(0)
      const here = await findingsEverywhere(page)
      if (Object.keys(here).length > 0) found[address] = here
    }
    expect(found).toEqual({})
  })
}

for (const [name, ...places] of forms)
  test(`the forms of ${name} at ${places.map(([address]) => address).join(' ')} meet no findings @server`, async ({
    page,
  }) => {
    await signInAs(page, name)
    const found: Record<string, Record<string, Finding[]>> = {}
    for (const [address, button] of places) {
      await goTo(page, await reachable(page, address))
      await page.getByRole('button', { name: button }).first().click()
      await expect(page.getByRole('dialog')).toBeVisible()
      const here = await findingsEverywhere(page)
      if (Object.keys(here).length > 0) found[address] = here
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
    expect(found).toEqual({})
  })
