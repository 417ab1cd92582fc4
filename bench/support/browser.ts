import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page } from '@playwright/test'
import { signInDemo } from '#tests/faults/client.ts'
import { chromiumPath } from '#tests/faults/machine.ts'

/** The flags that the peers were measured with: no background work, nothing but loopback. */
export const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--disable-default-apps',
  '--mute-audio',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost',
]

/** A fresh Chromium with an empty profile and `more` flags, given to `work` and gone afterwards. */
export async function withPage<T>(
  work: (page: Page, context: BrowserContext) => Promise<T>,
  more: readonly string[] = [],
): Promise<T> {
  const profile = mkdtempSync(join(tmpdir(), 'six-chains-profile-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await chromiumPath(),
    args: [...flags, ...more],
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  try {
    return await work(context.pages()[0] ?? (await context.newPage()), context)
  } finally {
    await context.close()
    rmSync(profile, { recursive: true, force: true })
  }
}

/** A browser that has been here before: its session in a demo store, and the mark that early.js reads. */
export async function signedIn(
  context: BrowserContext,
  page: Page,
  url: string,
  role: string,
): Promise<void> {
  const [name = '', value = ''] = (await signInDemo(url, role)).split('=')
  const devtools = await context.newCDPSession(page)
  // Playwright gives every cookie a domain, with which Chromium takes none whose name begins with `__Host-`.
  const cookie = { name, value, url: url.replace('http:', 'https:'), secure: true, httpOnly: true }
  const { success } = await devtools.send('Network.setCookie', cookie)
  if (!success) throw new Error(`Chromium refused the cookie ${name}`)
  await devtools.detach()
  // A text of our origin, so that no script of ours is in the cache.
  await page.goto(`${url}/robots.txt`)
  await page.evaluate(() => localStorage.setItem('six-chains.known', '1'))
}
