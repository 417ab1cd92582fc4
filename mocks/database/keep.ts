import type { PGlite } from '@electric-sql/pglite'

/** A statement that may change something; `for update` and `set_config` change nothing that is kept. */
const WRITES =
  /^\s*(?:with\b[^]*?\b)?(?:insert|update|delete|create|alter|drop|truncate|vacuum|grant|revoke|reindex)\b/i
const pauseMs = 15
/** Whoever has signed in leaves the page or loads it anew at once: that much is kept before it is said to be done. */
const SIGN_IN = /\binsert\s+into\s+"?session"?\s/i
/** PGlite checkpoints by itself only when it closes, and a page is never closed in good order. */
const writesPerCheckpoint = 400

export interface Keeper {
  /** Before a statement. */
  notice(sql: string): void
  /** After it, before it is said to be done: a sign-in that has just been committed is kept first. */
  settle(): Promise<void>
  /** After that. */
  rest(): void
}

/**
 * Copies the engine's files to IndexedDB, between transactions and in turn with the statements: the
 * copy is always one that a crashed PostgreSQL could have left, and recovers as such.
 */
export function keep(pglite: PGlite, inTurn: (work: () => Promise<void>) => void): Keeper {
  let dirty = false
  let writes = 0
  let urgent = false
  let timer: ReturnType<typeof setTimeout> | undefined

  async function copy(): Promise<void> {
    timer = undefined
    if (!dirty || pglite.isInTransaction()) return
    if (writes >= writesPerCheckpoint) {
      writes = 0
      await pglite.exec('checkpoint')
    }
    dirty = false
    await pglite.fs?.syncToFs(false)
  }

  return {
    notice(sql) {
      if (!WRITES.test(sql)) return
      dirty = true
      writes++
      urgent ||= SIGN_IN.test(sql)
    },
    async settle() {
      if (!urgent || pglite.isInTransaction()) return
      urgent = false
      clearTimeout(timer)
      await copy()
    },
    rest() {
      if (!dirty || timer !== undefined || pglite.isInTransaction()) return
      timer = setTimeout(() => inTurn(copy), pauseMs)
    },
  }
}
