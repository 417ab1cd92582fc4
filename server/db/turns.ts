import { StoreUnavailable } from './failures.ts'
import type { SqlSession } from './session.ts'

interface Waiter {
  go(): void
  timer?: ReturnType<typeof setTimeout>
}

/** A fair mutex over one session: whoever asked first is next. */
export class Turns {
  /** A transaction may still be open on the session: it is rolled back before the next turn begins. */
  dirty = false
  readonly #session: SqlSession
  #taken = false
  #waiting: Waiter[] = []

  constructor(session: SqlSession) {
    this.#session = session
  }

  /** Number of callers that wait. */
  get waiting(): number {
    return this.#waiting.length
  }

  /**
   * Waits for the turn and gives the function that ends it (calling it twice does no harm).
   * Rejects with `StoreUnavailable` after `limit` ms: rather that than a request that never ends when
   * someone used the database inside a transaction without its `trx`.
   */
  async take(limit: number): Promise<() => void> {
    if (this.#taken) await this.#queue(limit)
    this.#taken = true
    const end = this.#ending()
    if (this.dirty) {
      try {
        await this.#session.query('rollback', [])
        this.dirty = false
      } catch (error) {
        end()
        throw error
      }
    }
    return end
  }

  #queue(limit: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiter: Waiter = { go: resolve }
      if (Number.isFinite(limit)) {
        waiter.timer = setTimeout(() => {
          this.#waiting = this.#waiting.filter((other) => other !== waiter)
          reject(
            new StoreUnavailable(
              `waited ${limit} ms for the one database session (was \`db\` used inside a transaction instead of its \`trx\`?)`,
            ),
          )
        }, limit)
      }
      this.#waiting.push(waiter)
    })
  }

  #ending(): () => void {
    let ended = false
    return () => {
      if (ended) return
      ended = true
      const next = this.#waiting.shift()
      // The turn is handed over while still taken, so nobody can slip in between.
      if (!next) this.#taken = false
      else {
        clearTimeout(next.timer)
        next.go()
      }
    }
  }
}

const turns = new WeakMap<SqlSession, Turns>()

/** The one mutex of a session, shared by everybody who uses it. */
export function turnsOf(session: SqlSession): Turns {
  let found = turns.get(session)
  if (!found) turns.set(session, (found = new Turns(session)))
  return found
}

/** Runs `work` while nobody else can use the session: for migrations, maintenance, dumps. */
export async function exclusively<T>(
  session: SqlSession,
  work: () => Promise<T>,
  limit = Number.POSITIVE_INFINITY,
): Promise<T> {
  const end = await turnsOf(session).take(limit)
  try {
    return await work()
  } finally {
    end()
  }
}
