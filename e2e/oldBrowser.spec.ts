import { expect, test } from '@playwright/test'

test('a browser older than the page is built for is told so @server', async ({ page }) => {
  await page.addInitScript(() => void Reflect.deleteProperty(Array.prototype, 'toSorted'))
  await page.goto('/')
  await expect(page.getByText('浏览器版本过低')).toBeVisible()
})
