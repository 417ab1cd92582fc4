import type { Transaction } from 'kysely'
import { newId } from '#domain/ids.ts'
import { ahead } from '#server/db/ahead.ts'
import type { Tables } from '#server/db/tables.ts'

export interface CountChange {
  /** 'YYYY-MM' in Asia/Shanghai. */
  month: string
  /** What is counted, e.g. `meeting:group-meeting`, `attendance:expected`. */
  kind: string
  /** Signed: a correction or withdrawal counts backwards. */
  count: number
  minutes?: number
}

/**
 * Whoever writes a counted record calls this in the same transaction. It appends rows that nobody
 * else touches, reads no tree and takes no lock, so it can neither wait nor deadlock; one worker
 * folds them into the rollup (`fold.ts`), and readers add what is pending (`read.ts`).
 */
export async function addCounts(
  db: Transaction<Tables>,
  organizationId: string,
  changes: readonly CountChange[],
): Promise<void> {
  const rows = changes.filter(({ count, minutes = 0 }) => count !== 0 || minutes !== 0)
  if (rows.length === 0) return
  await db
    .insertInto('delta')
    .values(
      rows.map(({ month, kind, count, minutes = 0 }) => ({
        id: newId(),
        organization_id: organizationId,
        month,
        kind,
        count,
        minutes,
      })),
    )
    .modifyEnd(ahead)
    .execute()
}
