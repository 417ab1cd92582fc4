import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { chromium } from '@playwright/test'
import { chromiumPath } from '#tests/faults/machine.ts'
import { flags, signedIn } from './browser.ts'

/**
 * A fresh Chromium with an empty profile that nobody has attached to (Playwright would size and name
 * every page it sees); `work` gets the port of its DevTools.
 */
export async function withChromium<T>(work: (port: number) => Promise<T>): Promise<T> {
  const profile = mkdtempSync(join(tmpdir(), 'six-chains-profile-'))
  const child = spawn(
    await chromiumPath(),
    [
      ...flags,
      '--headless',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { stdio: 'ignore' },
  )
  const ended = once(child, 'exit')
  try {
    return await work(await portOf(profile))
  } finally {
    child.kill()
    await ended
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
}

async function portOf(profile: string): Promise<number> {
  const file = join(profile, 'DevToolsActivePort')
  for (let tries = 0; tries < 200; tries += 1) {
    const port = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n', 1)[0]) : 0
    if (port > 0) return port
    await sleep(100)
  }
  throw new Error('Chromium did not open its DevTools within 20 seconds.')
}

/** Leaves the session and the mark of an earlier visit in that browser, and lets go of it. */
export async function signInBefore(port: number, url: string, role: string): Promise<void> {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  const [context] = browser.contexts()
  if (context) {
    const page = await context.newPage()
    await signedIn(context, page, url, role)
    await page.close()
  }
  await browser.close()
}
