/**
 * `npm run bench:interactions`: what a press of the mouse is answered with on a processor slowed down
 * `--cpu` (4) times, median of `--runs` (7), each in a fresh Chromium on the demo store.
 *
 * All times run from the press (the timeStamp of pointerdown) to a frame:
 * - `next paint`: the first frame after the press, handlers included, as Event Timing has it (INP);
 * - `answer`: the first frame that shows what was asked for, the record's own heading or the node
 *   standing open with rows under it, be they the skeleton of what is still on its way;
 * - `content`: the first frame that shows the thing itself, the minutes or the children by name.
 * A frame shows what stands in the document when its rAF callbacks run; its time is taken after it, in a
 * task behind its paint. The target holds for the answer.
 */
import type { Page } from '@playwright/test'
import { dataFolder, startServer } from '#tests/faults/server.ts'
import { signedIn, withPage } from './support/browser.ts'
import { median, number, options, report, round, verdict, type Row } from './support/figures.ts'
import { acts, type Act } from './support/acts.ts'
import { pressure, quiet } from './support/quiet.ts'

const { json, runs, cpu, only } = options({
  runs: { type: 'string', default: '7' },
  cpu: { type: 'string', default: '4' },
  only: { type: 'string' },
})
const most = 100

const server = await startServer({ env: { DATA_DIR: dataFolder() } })
const rows: Row[] = []
try {
  for (const act of acts)
    if (typeof only !== 'string' || act.name.includes(only)) rows.push(await measure(act))
} finally {
  await server.end()
}
report(`From press to frame at ${number(cpu, 4)}× CPU slowdown, ms; busy: % a task waited`, rows, {
  json: json === true,
})

interface Times {
  next: number
  answer: number
  content: number
  busy: number
}

async function measure(act: Act): Promise<Row> {
  const made: Times[] = []
  for (let run = 0; run < number(runs, 7); run += 1) {
    await quiet()
    const waited = pressure()
    const times = await withPage(async (page, context) => {
      await page.setViewportSize({ width: act.width, height: 900 })
      await signedIn(context, page, server.url, 'organizer')
      const devtools = await context.newCDPSession(page)
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: number(cpu, 4) })
      await page.goto(server.url + act.path)
      await page.locator(act.ready).first().waitFor()
      // What is fetched ahead, and done when idle, is over by now.
      await page.waitForTimeout(2500)
      await act.before?.(page)
      return press(page, act)
    })
    made.push({ ...times, busy: waited() })
  }
  const middle = (of: (times: Times) => number) => round(median(made.map(of)), 0)
  const answers = made.map((times) => Math.round(times.answer))
  const answer = middle((times) => times.answer)
  return {
    act: act.name,
    'next paint': middle((times) => times.next),
    answer,
    runs: `${Math.min(...answers)}–${Math.max(...answers)}`,
    target: verdict(answer, most),
    content: middle((times) => times.content),
    busy: middle((times) => times.busy),
  }
}

/** Presses the act's target once and waits until its content stands. */
async function press(page: Page, { target, answer, content }: Act): Promise<Omit<Times, 'busy'>> {
  const place = page.locator(target).first()
  await place.scrollIntoViewIfNeeded()
  await page.evaluate(watch, { answer, content })
  const box = await place.boundingBox()
  if (!box) throw new Error(`${target} has no place on the page`)
  // Without the check for actionability that click() makes: it would wait for frames.
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  await page.waitForFunction(() => performance.getEntriesByName('content').length > 0)
  // Event Timing hands its entries over some time after their frame.
  await page.waitForTimeout(1000)
  return page.evaluate(() => {
    const at = (name: string) => performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN
    const begin = at('press')
    const next = performance.getEntriesByName('next').map(({ duration }) => duration)
    return { next: Math.max(...next), answer: at('answer') - begin, content: at('content') - begin }
  })
}

/** Runs in the page: marks the press, and the frames that show the answer and the content. */
function watch(wanted: { answer: string; content: string }): void {
  const shows = (selector: string) =>
    [...document.querySelectorAll(selector)].some((element) => {
      const { width, height } = element.getBoundingClientRect()
      return width > 0 && height > 0
    })
  addEventListener(
    'pointerdown',
    (event) => performance.mark('press', { startTime: event.timeStamp }),
    { capture: true, once: true },
  )
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceEventTiming[])
      if (entry.interactionId)
        performance.measure('next', { start: entry.startTime, duration: entry.duration })
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
  const look = () => {
    for (const [name, selector] of Object.entries(wanted)) {
      if (performance.getEntriesByName(name).length > 0 || !shows(selector)) continue
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () => performance.mark(name), { once: true })
      port1.start()
      port2.postMessage(null)
    }
    if (performance.getEntriesByName('content').length === 0) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
