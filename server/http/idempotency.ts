import type { Transaction } from 'kysely'
import { problem } from '#domain/errors.ts'
import { ahead } from '#server/db/ahead.ts'
import { sqlErrorFields } from '#server/db/failures.ts'
import type { Tables } from '#server/db/tables.ts'

export interface Submission {
  accountId: string
  key: string
  operation: string
  requestHash: string
}

const row = (submission: Submission, now: Date) => ({
  account_id: submission.accountId,
  key: submission.key,
  operation: submission.operation,
  request_hash: submission.requestHash,
  status: 0,
  response: null,
  created_at: now.toISOString(),
})

/**
 * Claims a submission that has most likely not been made before, beside the statement that follows. A second one with
 * the same key waits for the first one's transaction, then raises what {@link isClaimed} tells: to be asked by {@link claim}.
 */
export async function claimAhead(
  db: Transaction<Tables>,
  submission: Submission,
  now: Date,
): Promise<void> {
  await db.insertInto('idempotency').values(row(submission, now)).modifyEnd(ahead).execute()
}

export const isClaimed = (error: unknown): boolean => {
  const fields = sqlErrorFields(error)
  return fields?.code === '23505' && fields.table === 'idempotency'
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
    .values(row(submission, now))
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
