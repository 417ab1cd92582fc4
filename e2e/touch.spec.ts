import { expect, test, type Page } from '@playwright/test'
import { goTo, signInAs, type DemoRole } from './support/people.ts'

test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })

const controls =
  'button, a, select, summary, label:has(input), [role=option], [role=button], [role=tab], [role=combobox]'

/** What a finger is offered and cannot hit well: lower than 44 px, unless its row answers for it or it is a word of a sentence. */
const small = (page: Page): Promise<string[]> =>
  page.evaluate((controls) => {
    const low = (element: Element): boolean => {
      const { width, height } = element.getBoundingClientRect()
      const stretched = getComputedStyle(element, '::after')
      return (
        width > 1 &&
        height < 43.5 &&
        !(stretched.position === 'absolute' && Number.parseFloat(stretched.height) >= 43.5)
      )
    }
    return [...document.querySelectorAll(controls)]
      .filter(
        (element) =>
          element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
          low(element) &&
          getComputedStyle(element).display !== 'inline' &&
          // Keys alone reach it, and antd's fields are as high as what surrounds them.
          !element.matches('.fr-skip, .sc-sr, .ant-select-input'),
      )
      .map(({ className, textContent }) => `.${className} ${textContent?.slice(0, 20)}`)
  }, controls)

const visits: readonly [DemoRole, readonly string[]][] = [
  ['支部书记', ['/meetings/new', '/studies?form=new', '/services/batch', '/integrity', '/account']],
  ['党委领导', ['/cockpit']],
  ['党员', ['/me']],
]

for (const [role, addresses] of visits) {
  test(`what ${role} presses on a phone is at least 44 px high @server`, async ({ page }) => {
    await signInAs(page, role)
    await page.waitForLoadState('networkidle')
    expect(await small(page)).toEqual([])
    await page.getByRole('group', { name: '账号' }).getByRole('button').first().click()
    expect(await small(page)).toEqual([])
    await page.keyboard.press('Escape')
    const scope = page.locator('#scope')
    if ((await scope.count()) > 0) {
      await scope.click()
      await expect(page.getByRole('option').first()).toBeVisible()
      expect(await small(page)).toEqual([])
      await page.keyboard.press('Escape')
    }
    for (const address of addresses) {
      await goTo(page, address)
      await page.waitForLoadState('networkidle')
      // The tools of a chart come with its numbers.
      if (address === '/cockpit')
        await expect(page.getByRole('button', { name: '看表' }).first()).toBeVisible()
      expect(await small(page), address).toEqual([])
    }
  })
}
