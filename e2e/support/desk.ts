import { test as base, type BrowserContext, type CDPSession } from '@playwright/test'

interface Desk {
  context: BrowserContext
  /** Told of what to forget between two journeys. */
  session: CDPSession
}

/**
 * Journeys of one worker after each other in one browser context and, by `--process-per-site`, in one process: the
 * program is read and compiled once and not for each, which is half of what a sign-in takes. A page that stays open
 * keeps the process. Cookies and whatever the page stored are gone before the next journey, and so are its windows:
 * each begins as in a browser that has been here before and knows nothing. What must be new to the browser (budgets),
 * or is a phone, takes Playwright's own `test`.
 */
export const test = base.extend<object, { desk: Desk }>({
  desk: [
    async ({ browser }, use, { project }) => {
      const { baseURL, locale, timezoneId, viewport } = project.use
      const context = await browser.newContext({ baseURL, locale, timezoneId, viewport })
      const keeper = await context.newPage()
      await keeper.goto('/mark.svg')
      await use({ context, session: await context.newCDPSession(keeper) })
      await context.close()
    },
    { scope: 'worker' },
  ],
  context: async ({ desk: { context, session }, actionTimeout, baseURL }, use) => {
    context.setDefaultTimeout(actionTimeout)
    const [keeper] = context.pages()
    await use(context)
    const opened = context.pages().filter((page) => page !== keeper)
    await Promise.all(opened.map((page) => page.close()))
    await context.setOffline(false)
    await context.clearCookies()
    await session.send('Storage.clearDataForOrigin', {
      origin: baseURL ?? '',
      storageTypes: 'local_storage,indexeddb,service_workers,cache_storage',
    })
  },
})
