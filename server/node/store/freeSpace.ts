import { statfsSync } from 'node:fs'
import { StoreFull } from '#server/db/failures.ts'
import type { StoreLog } from './storeLog.ts'

const MiB = 1024 * 1024

export interface FreeSpaceOptions {
  folder: string
  log: StoreLog
  /** Below this many bytes nothing more is written. */
  minimum?: number
  /** How often to look, in ms. */
  every?: number
  statfs?(folder: string): { bavail: number; bsize: number }
}

export interface FreeSpaceGuard {
  /** True while there is too little room: the API answers 507 to what writes. */
  readOnly(): boolean
  freeBytes(): number
  /** Throws `StoreFull` when the statement may write and there is too little room for it. */
  allow(sql: string): void
  stop(): void
}

/** Looks again before a write when the last look is older than this, so that a fast import cannot outrun the timer. */
const FRESH_MS = 250

/**
 * Stops writing before the disk is full: the embedded engine hangs at the second statement after ENOSPC
 * (trust.md, finding 4). Writing is allowed again when a quarter more than the minimum is free.
 */
export function guardFreeSpace({
  folder,
  log,
  minimum = 64 * MiB,
  every = 2000,
  statfs = statfsSync,
}: FreeSpaceOptions): FreeSpaceGuard {
  let free = Number.POSITIVE_INFINITY
  let full = false
  let lookedAt = Number.NEGATIVE_INFINITY

  function look(): void {
    lookedAt = performance.now()
    try {
      const { bavail, bsize } = statfs(folder)
      free = bavail * bsize
    } catch (error) {
      log.warn({ folder, err: error }, 'cannot tell the free space')
      return
    }
    if (!full && free < minimum) {
      full = true
      log.error({ folder, freeBytes: free, minimum }, 'disk nearly full: read only')
    } else if (full && free >= minimum * 1.25) {
      full = false
      log.info({ folder, freeBytes: free }, 'enough room again: writing allowed')
    }
  }

  look()
  const timer = setInterval(look, every)
  timer.unref()
  return {
    readOnly: () => full,
    freeBytes: () => free,
    allow(sql) {
      if (!mayWrite(sql)) return
      if (performance.now() - lookedAt > FRESH_MS) look()
      const needed = isOfSessions(sql) ? minimum / 2 : minimum
      if (full && (needed === minimum || free < needed))
        throw new StoreFull(
          `only ${Math.floor(free / MiB)} MiB free in ${folder}, ${Math.ceil(needed / MiB)} needed to write`,
        )
    },
    stop: () => clearInterval(timer),
  }
}

const READS =
  /^\s*(?:select|with|values|table|show|explain|set|reset|begin|start|commit|end|abort|rollback|savepoint|release|fetch|declare|close|checkpoint|vacuum|analyze|deallocate)\b/i
/** Inside a reading statement: a data-modifying `with`, `select … into`, `select … for update`. */
const WRITES = /\b(?:insert|update|delete|merge|into)\b/i

/** Whether a statement may write rows. Rather too often than too seldom. */
export function mayWrite(sql: string): boolean {
  return !READS.test(sql) || (/^\s*(?:select|with|explain)/i.test(sql) && WRITES.test(sql))
}

const OF_SESSIONS =
  /^\s*(?:insert into|update|delete from) "(?:session|sign_in_failure|address_failure|audit_entry|idempotency|account)"/i

/**
 * Whether a statement belongs to a sign-in, a sign-out or the log of what was read. Each writes a few hundred bytes,
 * so the lower half of the minimum is theirs too: without them nobody could read for longer than an idle session lasts.
 * What else writes to these tables is refused before it comes here (`pipeline.ts`).
 */
const isOfSessions = (sql: string): boolean => OF_SESSIONS.test(sql)
