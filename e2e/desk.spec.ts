import { expect, type Page } from '@playwright/test'
import { test } from './support/desk.ts'

/** What the browser holds of this origin: by kind, how many. */
const held = async (page: Page) => ({
  cookies: (await page.context().cookies()).length,
  ...(await page.evaluate(async () => ({
    online: navigator.onLine,
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
  }))),
})
const nothing = { cookies: 0, online: true, local: 0, session: 0, databases: 0, caches: 0 }

// Journeys share a browser (support/desk.ts) and must not find each other's things: one after the other, as here.
test('a journey leaves things in its browser @server', async ({ page, context }) => {
  await page.goto('/mark.svg')
  await context.addCookies([{ name: 'left', value: '1', url: page.url() }])
  await page.evaluate(async () => {
    localStorage.setItem('left', '1')
    sessionStorage.setItem('left', '1')
    await caches.open('left')
    await new Promise((done) => indexedDB.open('left').addEventListener('success', done))
  })
  await context.setOffline(true)
  expect(await held(page)).toEqual({
    cookies: 1,
    online: false,
    local: 1,
    session: 1,
    databases: 1,
    caches: 1,
  })
})

test('the next one finds nothing of it, and one window @server', async ({ page, context }) => {
  await page.goto('/mark.svg')
  expect(await held(page)).toEqual(nothing)
  // The other is what keeps the process.
  expect(context.pages()).toHaveLength(2)
})
