import { expect, type Page } from '@playwright/test'
import { test } from './support/desk.ts'
import { signInAs } from './support/people.ts'

const minutes = '会议传达了近期文件精神，大家结合窗口实际逐一发言。'

async function begin(page: Page) {
  await signInAs(page, '支部书记')
  await page
    .getByRole('link', { name: /^记会议 .*党小组会/ })
    .first()
    .click()
  await expect(page.locator('button.mt-person').first()).toBeVisible()
  await page.getByRole('textbox', { name: '会议记录' }).fill(minutes)
  await expect(page.getByText(/草稿已存于本机/)).toBeVisible()
}

test('what was typed survives a reload', async ({ page }) => {
  await begin(page)
  await page.reload()
  await expect(page.getByRole('textbox', { name: '会议记录' })).toHaveValue(minutes)
  await expect(page.getByText(/已恢复/)).toBeVisible()
})

test('what was typed survives a closed window, and lies encrypted in the browser', async ({
  page,
  context,
}) => {
  await begin(page)
  const address = page.url()
  const stored = await page.evaluate(async () => {
    const names = await indexedDB.databases()
    const texts: string[] = [JSON.stringify(localStorage)]
    for (const { name } of names) {
      if (!name || name.startsWith('/pglite')) continue
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const open = indexedDB.open(name)
        open.addEventListener('success', () => resolve(open.result))
        open.addEventListener('error', () => reject(open.error))
      })
      for (const store of Array.from(db.objectStoreNames)) {
        const rows = await new Promise<unknown[]>((resolve) => {
          const all = db.transaction(store).objectStore(store).getAll()
          all.addEventListener('success', () => resolve(all.result))
        })
        texts.push(
          JSON.stringify(rows, (_, value) =>
            value instanceof ArrayBuffer || ArrayBuffer.isView(value)
              ? new TextDecoder().decode(value)
              : value,
          ),
        )
      }
      db.close()
    }
    return texts.join('')
  })
  expect(stored.length).toBeGreaterThan(100)
  expect(stored).not.toContain('逐一发言')
  await page.close()
  const again = await context.newPage()
  await again.goto(address)
  // A demo page keeps its session per window; the server's cookie is still there.
  const role = again.locator('button.si-role', { hasText: '支部书记' })
  const field = again.getByRole('textbox', { name: '会议记录' })
  await expect(role.or(field).first()).toBeVisible()
  if (await role.isVisible()) await role.click()
  await expect(field).toHaveValue(minutes)
})

// A session that is over on the server is in firstRun.spec.ts; the page cannot tell the two apart.
test('a lost session asks to sign in over the page, and the submission goes on @server', async ({
  page,
  context,
}) => {
  await begin(page)
  await context.clearCookies()
  await page.getByRole('button', { name: '存草稿' }).click()
  const dialog = page.getByRole('dialog', { name: '请重新登录' })
  await expect(dialog).toBeVisible()
  await expect(page.getByRole('textbox', { name: '会议记录', includeHidden: true })).toHaveValue(
    minutes,
  )
  await dialog.getByRole('button', { name: /重新登录|继续/ }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('main')).toContainText(minutes)
})

test('a lost network keeps the form; back online it is sent once @server', async ({
  page,
  context,
}) => {
  await begin(page)
  await context.setOffline(true)
  await page.getByRole('button', { name: '存草稿' }).click()
  await expect(page.getByRole('textbox', { name: '会议记录' })).toHaveValue(minutes)
  await context.setOffline(false)
  await page.getByRole('button', { name: '存草稿' }).click()
  await expect(page.getByRole('main')).toContainText(minutes)
})
