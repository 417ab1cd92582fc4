import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { findChromium } from './scripts/chromium.ts'

/** Ports given by `npm test`, which found them free; by hand, these. */
const serverPort = process.env.E2E_SERVER_PORT ?? '8091'
const demoPort = process.env.E2E_DEMO_PORT ?? '8092'
const serverUrl = `http://127.0.0.1:${serverPort}`
const demoUrl = `http://127.0.0.1:${demoPort}`

// The same journeys against both; one that only makes sense in one place says so by its tag.
export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  outputDir: 'test-results/journeys',
  reporter: [['list'], ['json', { outputFile: 'test-results/journeys.json' }]],
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  projects: [
    { name: 'server', use: { baseURL: serverUrl }, grepInvert: /@demo\b/ },
    // The page opens its own database at every load: on two busy cores that takes its time.
    {
      name: 'demo',
      use: { baseURL: demoUrl },
      grepInvert: /@server\b/,
      timeout: 300_000,
      expect: { timeout: 100_000 },
    },
  ],
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    // What cannot be clicked for so long never will be; a failing test must not cost two minutes.
    actionTimeout: 45_000,
    screenshot: 'only-on-failure',
    // A trace takes a picture of the document at every step, for a third of the time: `--trace=on` where one is needed.
    trace: 'off',
    launchOptions: {
      executablePath: findChromium(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // Pages of one site in one process: what e2e/support/desk.ts is about.
        '--process-per-site',
        // For plainHttp.spec.ts: a name that is not localhost.
        '--host-resolver-rules=MAP plain.example 127.0.0.1',
      ],
    },
  },
  webServer: [
    {
      name: 'server',
      command: 'node server/node/start.ts',
      url: serverUrl,
      // A new store with its demo bureau, on a machine that may be busy with other things.
      timeout: 180_000,
      env: { PORT: serverPort, DATA_DIR: dataFolder() },
      gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
      stdout: 'pipe',
    },
    { name: 'demo', command: `node scripts/staticServer.ts dist-demo ${demoPort}`, url: demoUrl },
  ],
})

/** The folder `npm test` made; started by hand, one of our own that goes when Playwright ends. */
function dataFolder(): string {
  const given = process.env.E2E_DATA_DIR
  if (given) return given
  const made = mkdtempSync(join(tmpdir(), 'six-chains-journeys-'))
  process.on('exit', () => rmSync(made, { recursive: true, force: true }))
  // Playwright reads this file again in each worker.
  process.env.E2E_DATA_DIR = made
  return made
}
