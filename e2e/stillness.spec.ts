import { expect, type Page } from '@playwright/test'
import { test } from './support/desk.ts'
import { signInAs } from './support/people.ts'

/** What moved on the page, in the browser's own count: a value, and the boxes before and after. */
type Shift = { value: number; boxes: string[] }
type Watched = Window & { shifts: Shift[] }

/** Pages whose parts are asked for one by one, at a width where one would push another. */
const visits = [
  { path: '/cockpit', width: 412 },
  { path: '/cockpit', width: 1350 },
  { path: '/meetings', width: 412 },
  { path: '/meetings', width: 1350 },
  { path: '/studies', width: 412 },
  { path: '/services', width: 412 },
  { path: '/duties', width: 412 },
  { path: '/organizations', width: 1350 },
  { path: '/meetings/calendar', width: 1350 },
  { path: '/integrity', width: 1350 },
  { path: '/honour-settings', width: 1350 },
  { path: '/honour-board', width: 412 },
  { path: '/honour-board?view=wall', width: 1350 },
]

/** So many milliseconds later than it would: the same at every run, and another for every question. */
const late = (url: string) =>
  Array.from(url).reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 6

async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: Shift[] = []
    Object.assign(window, { shifts })
    const box = ({ x, y, width, height }: DOMRectReadOnly) =>
      [x, y, width, height].map(Math.round).join(',')
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput, sources } = entry as PerformanceEntry & {
          value: number
          hadRecentInput: boolean
          sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[]
        }
        if (hadRecentInput) continue
        const boxes = sources.map(({ node, previousRect, currentRect }) => {
          const name = node instanceof Element ? node.className : node?.textContent
          return `${name} ${box(previousRect)} → ${box(currentRect)}`
        })
        shifts.push({ value, boxes })
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
}

test('nothing that is painted moves when answers come late and one by one @server', async ({
  page,
}) => {
  await signInAs(page, '党务专干')
  await watch(page)
  await page.route('**/api/**', async (route) => {
    const { pathname, search } = new URL(route.request().url())
    await new Promise((over) => setTimeout(over, 90 * (1 + late(pathname + search))))
    await route.continue()
  })
  const moved: Record<string, Shift[]> = {}
  for (const { path, width } of visits) {
    await page.setViewportSize({ width, height: 823 })
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.waitForLoadState('networkidle')
    const shifts = await page.evaluate(() => (window as unknown as Watched).shifts)
    if (shifts.reduce((sum, { value }) => sum + value, 0) >= 0.001)
      moved[`${path} at ${width}`] = shifts
  }
  expect(moved).toEqual({})
})
