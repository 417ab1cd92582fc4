import { sql, type Transaction } from 'kysely'
import { newId } from '#domain/ids.ts'
import { ahead } from '#server/db/ahead.ts'
import type { Tables } from '#server/db/tables.ts'

/**
 * Whoever changes what an organization owes or who belongs to it calls one of these in the same transaction.
 * Appends rows that nobody else touches; `work.ts` makes the counts anew, and readers do until then.
 */
export async function markOrganizations(
  db: Transaction<Tables>,
  ids: readonly (string | null)[],
): Promise<void> {
  const named = [...new Set(ids)].filter((id) => id !== null)
  if (named.length === 0) return
  await db
    .insertInto('recount_mark')
    .values(named.map((organization_id) => ({ id: newId(), organization_id })))
    .modifyEnd(ahead)
    .execute()
}

/** Every organization in which these people stand, stood or will stand, also beyond the actor's reach. */
export async function markMembers(db: Transaction<Tables>, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await sql`select mark_members(${[...ids]}::uuid[])`.execute(db)
}

/** A parameter that all branches go by has changed. */
export async function markBranches(db: Transaction<Tables>): Promise<void> {
  await sql`select mark_branches()`.execute(db)
}
