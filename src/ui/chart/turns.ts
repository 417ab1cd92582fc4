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

/** Charts that are not drawn: nobody has come near yet, or the engine did not come. */
const waiting = new Map<Element, Wanted>()
/** Those of them that somebody has seen fail. */
const late = new Set<Element>()

async function start(place: Element): Promise<void> {
  const wanted = waiting.get(place)
  near?.unobserve(place)
  if (!wanted) return
  const loaded = await loadEngine().catch(() => null)
  // Given up, or drawn by another call, while the engine was on its way.
  if (waiting.get(place) !== wanted) return
  if (!loaded) {
    late.add(place)
    wanted.failed()
    return
  }
  forget(place)
  await inTurn(() => wanted.draw(loaded))
}

function forget(place: Element): void {
  waiting.delete(place)
  late.delete(place)
  near?.unobserve(place)
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

if (typeof window !== 'undefined') {
  // Whoever prints by key cannot be made to wait: what is left is drawn at once.
  window.addEventListener('beforeprint', () => {
    if (!engine) return
    for (const [place, { draw }] of waiting) {
      forget(place)
      draw(engine)
    }
  })
  window.addEventListener('online', tryAgain)
}
