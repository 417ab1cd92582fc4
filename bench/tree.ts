/**
 * `npm run bench:tree`: a tree of `--organizations` (100,000) in a PostgreSQL of its own is opened,
 * searched, expanded and scrolled; no frame may take more than 50 ms. A frame's time is the wait between
 * two requestAnimationFrame callbacks, without any slowdown; `longest` is the longest of the frames that
 * the browser itself calls long, with the script that held it; `cpu` is the processor time of the main
 * thread's longest task, which a busy machine does not lengthen. Median and worst of `--runs` (3), each
 * in a fresh Chromium: on a busy machine a single long frame may be a neighbour's.
 */
import { Kysely, sql } from 'kysely'
import type { Page } from '@playwright/test'
import { migrate } from '#server/db/migrate.ts'
import type { Tables } from '#server/db/tables.ts'
import { openPostgres } from '#server/node/store/postgres.ts'
import { seedLarge } from '#mocks/seed/large.ts'
import { postgres } from '#tests/faults/machine.ts'
import { dataFolder, startServer } from '#tests/faults/server.ts'
import { signedIn, withPage } from './support/browser.ts'
import { median, number, options, report, round, verdict, type Row } from './support/figures.ts'
import { longestTask } from './support/cpu.ts'
import { framesOf, recordFrames, type Frames } from './support/frames.ts'
import { pressure, quiet } from './support/quiet.ts'
import { DATA_KEY } from './support/stores.ts'

const { json, runs, organizations } = options({
  runs: { type: 'string', default: '3' },
  organizations: { type: 'string', default: '100000' },
})
const count = number(organizations, 100_000)
const most = 50

const cluster = await postgres()
const rows: Row[] = []
try {
  await fill(cluster.url)
  const server = await startServer({
    env: { DATA_DIR: dataFolder(), DATA_KEY, DATABASE_URL: cluster.url },
  })
  try {
    rows.push(...(await measure(server.url)))
  } finally {
    await server.end()
  }
} finally {
  await cluster.stop()
}
report(`A tree of ${count} organizations: frames in ms; busy: % a task waited`, rows, {
  json: json === true,
})

/** The tree with two members a branch; nothing here asks for meetings or sums. */
async function fill(url: string): Promise<void> {
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const store = openPostgres({ url, poolSize: 2, log, statementTimeout: 0 })
  const db = new Kysely<Tables>({ dialect: store.dialect })
  await migrate(db, new Date().toISOString())
  await seedLarge(db, {
    organizations: count,
    members: 2 * count,
    meetings: 1000,
    counts: false,
  })
  // Else autovacuum and the checkpoint of what was just filled would have a core of two while frames are counted.
  await sql`vacuum (analyze)`.execute(db)
  await sql`checkpoint`.execute(db)
  await db.destroy()
}

async function measure(url: string): Promise<Row[]> {
  const made = new Map<string, (Frames & { busy: number; cpu: number })[]>()
  for (let run = 0; run < number(runs, 3); run += 1) {
    await quiet()
    await withPage(async (page, context) => {
      await signedIn(context, page, url, 'organizer')
      await recordFrames(page)
      const devtools = await context.newCDPSession(page)
      await page.goto(`${url}/`)
      await page.locator('a[href^="/organizations"]').first().waitFor()
      await page.waitForTimeout(1500)
      for (const [name, act] of Object.entries(acts(page, url))) {
        const waited = pressure()
        const { cpu, answer } = await longestTask(devtools, () => framesOf(page, act))
        made.set(name, [...(made.get(name) ?? []), { ...answer, cpu, busy: waited() }])
      }
    })
  }
  return [...made].map(([act, all]) => {
    const middle = (of: (frames: (typeof all)[number]) => number) => round(median(all.map(of)), 0)
    const worst = middle((frames) => frames.worst)
    const [longest] = all.toSorted((a, b) => b.longest - a.longest)
    return {
      act,
      'worst frame': worst,
      'of all runs': Math.max(...all.map((frames) => frames.worst)),
      cpu: middle((frames) => frames.cpu),
      'over 50': middle((frames) => frames.over),
      target: verdict(worst, most),
      longest: longest?.longest ?? 0,
      script: longest?.script ?? '',
      busy: middle((frames) => frames.busy),
    }
  })
}

/** In their order: each begins where the one before it ended. */
function acts(page: Page, url: string): Record<string, () => Promise<unknown>> {
  const node = (level: number) => page.locator(`[role="treeitem"][aria-level="${level}"]`)
  const tree = page.locator('[role="tree"]')
  const scroll = async (times: number, by: number) => {
    await tree.hover()
    for (let time = 0; time < times; time += 1) {
      await page.mouse.wheel(0, by)
      await page.waitForTimeout(30)
    }
  }
  /** The first closed node of this level, as a person finds it: brought into view, its arrow pressed. */
  const expand = async (level: number) => {
    const place = node(level).and(page.locator('[aria-expanded="false"]')).first()
    await place.locator('[data-toggle]').click()
    await node(level + 1)
      .and(page.locator(':not(.sc-tree-gap)'))
      .first()
      .waitFor()
  }
  return {
    'open, from the menu': async () => {
      await page.locator('a[href^="/organizations"]').first().click()
      await node(2).first().waitFor()
    },
    'expand to a branch of 500': async () => {
      await expand(2)
      await expand(3)
    },
    'expand all of a level': async () => {
      await node(3).first().click()
      await page.waitForTimeout(300)
      await page.keyboard.press('*')
    },
    scroll: () => scroll(100, 400),
    'scroll fast, pages coming in': () => scroll(60, 4000),
    'search a name': async () => {
      const field = page.getByRole('search').getByRole('combobox')
      await field.click()
      await field.pressSequentially(`第${Math.floor(count * 0.77)}党支部`, { delay: 60 })
      await page.locator('.og-search [role="option"]').first().waitFor()
    },
    'go to what was found': async () => {
      await page.waitForTimeout(600)
      await page.locator('.og-search [role="option"]').first().click()
      await page.locator('[role="treeitem"][aria-level="4"][aria-selected="true"]').waitFor()
    },
    'close and open again': async () => {
      const first = node(2).and(page.locator('[aria-expanded="true"]')).first()
      await tree.focus()
      await page.keyboard.press('Home')
      await page.waitForTimeout(300)
      await first.locator('[data-toggle]').click()
      await page.waitForTimeout(300)
      await node(2).first().locator('[data-toggle]').click()
    },
    'open, by its address': async () => {
      await page.goto(`${url}/organizations`)
      await node(2).first().waitFor()
    },
  }
}
