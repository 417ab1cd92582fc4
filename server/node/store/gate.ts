import { StoreUnavailable } from '#server/db/failures.ts'

interface Waiter {
  enter(): void
  timer: NodeJS.Timeout
}

/**
 * As many places as a pool has connections; whoever finds none free waits in line. The pool itself cannot tell
 * waiting for a busy database from waiting for one that is away, and gives both the same few seconds.
 */
export class Gate {
  #free: number
  #line: Waiter[] = []

  constructor(places: number) {
    this.#free = places
  }

  /** Takes a place. @throws StoreUnavailable after `limit` ms */
  async enter(limit: number): Promise<void> {
    if (this.#free > 0) {
      this.#free--
      return
    }
    await new Promise<void>((enter, refuse) => {
      const waiter: Waiter = {
        enter,
        timer: setTimeout(() => {
          this.#line = this.#line.filter((other) => other !== waiter)
          refuse(new StoreUnavailable(`waited ${limit} ms for a free database connection`))
        }, limit),
      }
      this.#line.push(waiter)
    })
  }

  /** Gives a place back: to the next in line, or to whoever comes. */
  leave(): void {
    const next = this.#line.shift()
    if (!next) this.#free++
    else {
      clearTimeout(next.timer)
      next.enter()
    }
  }
}
