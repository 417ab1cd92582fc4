import { expect, test } from '@playwright/test'
import { findings, type Finding } from './support/axe.ts'
import { signInAs, type DemoRole } from './support/people.ts'

const pages: readonly [DemoRole, readonly string[]][] = [
  [
    '支部书记',
    [
      '/',
      '/meetings',
      '/meetings/new',
      '/meetings/calendar',
      '/studies',
      '/studies?form=new',
      '/studies/hours',
      '/duties',
      '/makeups',
      '/account',
    ],
  ],
  [
    '党务专干',
    [
      '/organizations',
      '/members',
      '/duties?duty=group-meeting',
      '/system/parameters',
      '/system/permissions',
      '/system/api',
    ],
  ],
  ['党员', ['/', '/meetings']],
  ['系统管理员', ['/', '/system/accounts']],
  ['安全管理员', ['/system/roles']],
  ['安全审计员', ['/system/audit']],
]

for (const theme of ['light', 'dark'] as const) {
  test.describe(theme, () => {
    test.use({ colorScheme: theme })

    test('sign-in has no findings @server', async ({ page }) => {
      await page.goto('/')
      await expect(page.locator('button.si-role').first()).toBeVisible()
      expect(await findings(page)).toEqual([])
    })

    for (const [role, addresses] of pages) {
      test(`the pages of ${role} have no findings @server`, async ({ page }) => {
        await signInAs(page, role)
        const found: Record<string, Finding[]> = {}
        for (const address of addresses) {
          await page.goto(address)
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
          await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
          const here = await findings(page)
          if (here.length > 0) found[address] = here
        }
        expect(found).toEqual({})
      })
    }
  })
}
