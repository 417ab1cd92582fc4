import type { Transaction } from 'kysely'
import { problem } from '#domain/errors.ts'
import { ahead } from '#server/db/ahead.ts'
import type { Tables } from '#server/db/tables.ts'

export interface Submission {
  accountId: string
  key: string
  operation: string
  requestHash: string
}

/**
 * Claims a submission. A second one with the same key waits for the first one's transaction, then
 * gets its stored answer; null means that this one goes ahead.
 *
 * @throws key_reused when the key was used for other content.
 */
export async function claim(
  db: Transaction<Tables>,
  submission: Submission,
  now: Date,
): Promise<unknown> {
  const inserted = await db
    .insertInto('idempotency')
    .values({
      account_id: submission.accountId,
      key: submission.key,
      operation: submission.operation,
      request_hash: submission.requestHash,
      status: 0,
      response: null,
      created_at: now.toISOString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (inserted.numInsertedOrUpdatedRows === 1n) return null
  const stored = await db
    .selectFrom('idempotency')
    .select(['request_hash', 'response', 'status'])
    .where('account_id', '=', submission.accountId)
    .where('key', '=', submission.key)
    .executeTakeFirst()
  if (!stored || stored.status === 0) throw problem('key_busy')
  if (stored.request_hash !== submission.requestHash) throw problem('key_reused')
  return stored.response
}

/** Keeps the answer beside what was written, in the same transaction. */
export async function keep(
  db: Transaction<Tables>,
  submission: Submission,
  response: unknown,
): Promise<void> {
  await db
    .updateTable('idempotency')
    .set({ status: 200, response: JSON.stringify(response) })
    .where('account_id', '=', submission.accountId)
    .where('key', '=', submission.key)
    .modifyEnd(ahead)
    .execute()
}
