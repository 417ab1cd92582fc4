/** ECharts, by its own file: for pages that will draw, and never before one of them is opened. */
export const loadEngine = () => import('./engine.ts')

let last: Promise<void> = Promise.resolve()

/**
 * Does the work when what was asked before is done and the page has had its turn: seven charts drawn in
 * one go would hold up every press for half a second.
 */
export function inTurn(work: () => void): void {
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
}
