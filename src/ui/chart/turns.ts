import { toPaper } from '#lib/preferences.ts'
import type * as Engine from './engine.ts'

type Loaded = typeof Engine

let engine: Loaded | null = null

/** ECharts, by its own file: fetched by the first chart that comes near sight, never before. */
async function loadEngine(): Promise<Loaded> {
  engine ??= await import('./engine.ts')
  return engine
}

let last: Promise<void> = Promise.resolve()

/**
 * Does the work when what was asked before is done and the page has had its turn: seven charts drawn in
 * one go would hold up every press for half a second.
 */
export function inTurn(work: () => void): Promise<void> {
  last = last.then(
    () =>
      new Promise((resolve) => {
        setTimeout(() => {
          try {
            work()
          } finally {
            resolve()
          }
        })
      }),
  )
  return last
}

interface Wanted {
  draw: (engine: Loaded) => void
  /** The engine could not be fetched. */
  failed: () => void
}

/** Charts that are not drawn yet: nobody has come near, their turn has not come, or the engine did not. */
const waiting = new Map<Element, Wanted>()
/** Those of them that somebody has seen fail. */
const late = new Set<Element>()

/** How a chart that stands is drawn anew, in the look of the moment and the width of the place. */
interface Standing {
  onPaper: () => void
  onScreen: () => void
}
const standing = new Map<Element, Standing>()

/** A chart stands in its place from now on. Returns how to take it away. */
export function stands(place: Element, redraw: Standing): () => void {
  standing.set(place, redraw)
  return () => standing.delete(place)
}

function forget(place: Element): void {
  waiting.delete(place)
  late.delete(place)
  near?.unobserve(place)
}

function drawNow(place: Element, loaded: Loaded): void {
  const wanted = waiting.get(place)
  forget(place)
  wanted?.draw(loaded)
}

async function start(place: Element): Promise<void> {
  near?.unobserve(place)
  const loaded = await loadEngine().catch(() => null)
  if (loaded) return inTurn(() => drawNow(place, loaded))
  // Unless it was given up while the engine was on its way.
  const wanted = waiting.get(place)
  if (!wanted) return
  late.add(place)
  wanted.failed()
}

/** Once more for every chart whose engine did not come: one press is enough for all of them. */
export function tryAgain(): void {
  for (const place of late) void start(place)
}

/** As far below the window as somebody reads on while a chart is made. */
const near =
  typeof IntersectionObserver === 'undefined'
    ? null
    : new IntersectionObserver(
        (entries) => {
          for (const { isIntersecting, target } of entries) if (isIntersecting) void start(target)
        },
        { rootMargin: '300px' },
      )

/** Draws once the place is nearly in sight. Returns how to give it up. */
export function whenNear(place: Element, wanted: Wanted): () => void {
  waiting.set(place, wanted)
  if (near) near.observe(place)
  else void start(place)
  return () => forget(place)
}

/**
 * All layers of a chart in its first canvas; the others stay away from paper (chart.css). What is drawn while a
 * sheet is made Chromium prints stroke by stroke, and what an upper layer wipes is wiped from those below.
 */
function flatten(place: Element): void {
  const [first, ...upper] = place.querySelectorAll('canvas')
  const context = first?.getContext('2d')
  if (!context || upper.length === 0) return
  context.save()
  context.resetTransform()
  for (const layer of upper) context.drawImage(layer, 0, 0)
  context.restore()
}

// Whoever prints, by key or by button, cannot be made to wait: everything is drawn before the sheet is made, in
// the colours of paper.
if (typeof window !== 'undefined') {
  window.addEventListener('beforeprint', () => {
    toPaper()
    if (engine) for (const place of waiting.keys()) drawNow(place, engine)
    for (const { onPaper } of standing.values()) onPaper()
    for (const place of standing.keys()) flatten(place)
  })
  window.addEventListener('online', tryAgain)
  // The sheet may be made before anybody saw the look change, and then nobody sees it change back.
  window.addEventListener('afterprint', () => {
    for (const place of standing.keys()) void inTurn(() => standing.get(place)?.onScreen())
  })
}

/** Prints by button: there is time to fetch the engine first. Without it (no network) the figures are still worth a sheet. */
export async function printCharts(): Promise<void> {
  if (waiting.size > 0) await loadEngine().catch(() => null)
  window.print()
}
