import type { Page } from '@playwright/test'
import { round } from './figures.ts'

/** The frames of one act: the longest wait between two of them, how many waits were over 50 ms, and who was busy in the longest. */
export interface Frames {
  worst: number
  over: number
  /** Long animation frames as the browser tells them: the longest, and its longest script. */
  longest: number
  script: string
}

/** Runs in the page, from its first script on: every frame's time, and every long animation frame. */
function record(): void {
  const kept = { frames: [] as number[], long: [] as { at: number; ms: number; script: string }[] }
  Object.assign(window, { sixChainsFrames: kept })
  const note = (time: number) => {
    kept.frames.push(time)
    requestAnimationFrame(note)
  }
  requestAnimationFrame(note)
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { scripts = [] } = entry as PerformanceEntry & {
        scripts?: { duration: number; invoker: string; sourceURL: string }[]
      }
      const [first] = scripts.toSorted((a, b) => b.duration - a.duration)
      const script = first
        ? `${Math.round(first.duration)} ms ${first.invoker} ${first.sourceURL.split('/').pop()}`
        : 'no script'
      kept.long.push({ at: entry.startTime, ms: entry.duration, script })
    }
  }).observe({ type: 'long-animation-frame', buffered: true })
}

export const recordFrames = (page: Page): Promise<unknown> => page.addInitScript(record)

/** Waits out the frames that `act` caused, and gives them. */
export async function framesOf(page: Page, act: () => Promise<unknown>): Promise<Frames> {
  const begin = await page.evaluate(() => performance.now()).catch(() => 0)
  await act()
  await page.waitForTimeout(800)
  const { frames, long } = await page.evaluate(() => {
    const { sixChainsFrames } = window as unknown as {
      sixChainsFrames: { frames: number[]; long: { at: number; ms: number; script: string }[] }
    }
    return sixChainsFrames
  })
  // Opening the page starts its clock anew.
  const from = frames.some((time) => time > begin) && (frames[0] ?? 0) < begin ? begin : 0
  const gaps = frames.flatMap((time, at) =>
    at > 0 && time > from ? [time - (frames[at - 1] ?? time)] : [],
  )
  const [longest] = long.filter(({ at }) => at >= from - 50).toSorted((a, b) => b.ms - a.ms)
  return {
    worst: round(Math.max(0, ...gaps), 0),
    over: gaps.filter((gap) => gap > 50).length,
    longest: round(longest?.ms ?? 0, 0),
    script: longest?.script ?? '',
  }
}
