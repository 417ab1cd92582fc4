/**
 * `npm run bench:honours`: the honour board with `--honours` (500) honours of one year, every third with a portrait of
 * 480 pixels, on PostgreSQL through the real server, median and worst of `--runs` (5), until all cards are drawn: from a
 * press in the menu of the open application; in a fresh Chromium from the address, the application's own start with
 * it; and the same with every card laid out and painted (what is out of sight is not, until somebody scrolls:
 * `content-visibility`).
 */
import { deflateSync } from 'node:zlib'
import { createHash } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import type { Page } from '@playwright/test'
import type { Tables } from '#server/db/tables.ts'
import { startServer } from '#tests/faults/server.ts'
import { signedIn, withPage } from './support/browser.ts'
import { median, number, options, report, round, verdict } from './support/figures.ts'
import { quiet } from './support/quiet.ts'
import { filledPostgres, openUrl, smallBureau } from './support/stores.ts'

const { json, runs, honours } = options({
  runs: { type: 'string', default: '5' },
  honours: { type: 'string', default: '500' },
})
const count = number(honours, 500)
const most = 1_000

const store = await filledPostgres(smallBureau)
try {
  const db = openUrl(store.url)
  await honour(db)
  await db.destroy()
  const server = await startServer({ env: store.env })
  try {
    const pressed: number[] = []
    const drawn: number[] = []
    const whole: number[] = []
    for (let run = 0; run < number(runs, 5); run += 1) {
      await quiet()
      pressed.push(await press(server.url))
      await quiet()
      drawn.push(await open(server.url, false))
      await quiet()
      whole.push(await open(server.url, true))
    }
    const line = (what: string, times: readonly number[]) => ({
      what,
      ms: round(median(times), 0),
      worst: round(Math.max(...times), 0),
      target: verdict(median(times), most),
    })
    report(
      `Honour board, ${count} honours, until all cards are drawn`,
      [
        line('from a press in the menu', pressed),
        line('from the address, empty browser', drawn),
        line('the same, every card laid out and painted', whole),
      ],
      { json: json === true },
    )
  } finally {
    await server.end()
  }
} finally {
  await store.stop()
}

/** Honours of the four classes over all branches, decided this year and valid. */
async function honour(db: Kysely<Tables>): Promise<void> {
  const image = png(480)
  const digest = createHash('sha256').update(image).digest('hex').slice(0, 32)
  await sql`
    insert into honour (id, class_code, organization_id, awarded_by, subject_key, member_id, subject_name, subject_sort,
      crew, crew_names, citation, decided_on, document_number, portrait)
    select gen_random_uuid(), (array['excellent-member', 'model-post', 'skilled-worker', 'advanced-branch'])[1 + n % 4],
      m.organization_id, (select id from organization where parent_id is null), 'member:' || m.id,
      case when n % 4 in (0, 2) then m.id end,
      case n % 4 when 1 then '综合服务' || n || '号窗口' when 3 then o.name else m.name end,
      case n % 4 when 1 then 'zonghefuwu' || n when 3 then o.name_pinyin else m.name_sort end, '{}',
      case when n % 4 = 1 then array[m.name, '李明', '赵敏'] else '{}' end,
      '三年办件无差错，主动延时服务百余次，群众送来锦旗两面，带教新人四名，所办项目无一超时。',
      date '2026-06-26' + (n % 90)::int, '机党〔2026〕' || (20 + n % 7) || '号',
      case when n % 3 = 0 then ${digest} end
    from (select *, (row_number() over (order by id))::int as n from member) m join organization o on o.id = m.organization_id
    where n <= ${sql.lit(count)}`.execute(db)
  await sql`
    insert into honour_portrait (honour_id, organization_id, digest, type, image, set_by, set_at)
    select id, organization_id, portrait, 'image/png', ${image}, gen_random_uuid(), now() from honour where portrait is not null`.execute(
    db,
  )
  await sql`analyze honour`.execute(db)
}

/** A picture of this many pixels a side that does not pack to nothing. */
function png(side: number): Buffer {
  const lines = Buffer.alloc(side * (1 + side * 3))
  for (let at = 0; at < lines.length; at += 1)
    lines[at] = at % (1 + side * 3) === 0 ? 0 : 150 + ((at * 7) % 61) + ((at >> 9) % 40)
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const frame = Buffer.alloc(8 + body.length)
    frame.writeUInt32BE(data.length)
    body.copy(frame, 4)
    frame.writeUInt32BE(crc(body), 4 + body.length)
    return frame
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** As the PNG standard has it (annex D). */
function crc(bytes: Buffer): number {
  let value = 0xffffffff
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit += 1)
      value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  }
  return (value ^ 0xffffffff) >>> 0
}

/** Milliseconds from the address until the last card stands and the frame with it was shown. */
function open(url: string, whole: boolean): Promise<number> {
  return withPage(async (page, context) => {
    await signedIn(context, page, url, 'leader')
    if (whole) await withoutSkipping(page)
    await page.goto(`${url}/honour-board?year=2026`, { waitUntil: 'commit' })
    return shown(page)
  })
}

/** The same from a press, with the application open and at rest. */
function press(url: string): Promise<number> {
  return withPage(async (page, context) => {
    await signedIn(context, page, url, 'leader')
    await page.goto(`${url}/?year=2026`)
    const link = page.locator('nav a[href*="/honour-board"]').first()
    await link.waitFor()
    await page.waitForLoadState('networkidle')
    const since = await link.evaluate((element: HTMLElement) => {
      const now = performance.now()
      element.click()
      return now
    })
    return (await shown(page)) - since
  })
}

/** When the last card stood and the frame with it was shown, by the page's clock. */
async function shown(page: Page): Promise<number> {
  await page.waitForFunction(
    (cards) => document.querySelectorAll('.hb-card').length >= cards,
    count,
    { polling: 'raf', timeout: 60_000 },
  )
  return page.evaluate(
    () =>
      new Promise<number>((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now()))),
      ),
  )
}

/** A sheet of our own, which the policy of the page takes where it takes no tag: every card is laid out and painted. */
function withoutSkipping(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('.hb-cards > li { content-visibility: visible !important }')
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  })
}
