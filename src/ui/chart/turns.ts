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

type Draw = (engine: Loaded) => void

/** Charts that nobody has come near yet. */
const waiting = new Map<Element, Draw>()

async function start(place: Element): Promise<void> {
  const draw = waiting.get(place)
  waiting.delete(place)
  near?.unobserve(place)
  if (!draw) return
  const loaded = await loadEngine()
  await inTurn(() => draw(loaded))
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
export function whenNear(place: Element, draw: Draw): () => void {
  waiting.set(place, draw)
  if (near) near.observe(place)
  else void start(place)
  return () => {
    waiting.delete(place)
    near?.unobserve(place)
  }
}

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))

/** Also what is out of sight, in the look of this moment: done when every chart stands. */
export async function drawAll(): Promise<void> {
  await Promise.all(Array.from(waiting.keys(), start))
  // A changed look asks for its turns in the next frame, and what is drawn is shown in the one after.
  await frame()
  await frame()
  await last
  await frame()
}

// Whoever prints by key cannot be made to wait: what is left is drawn at once.
if (typeof window !== 'undefined')
  window.addEventListener('beforeprint', () => {
    if (!engine) return
    for (const [place, draw] of waiting) {
      waiting.delete(place)
      near?.unobserve(place)
      draw(engine)
    }
  })
