import { sql, type Kysely } from 'kysely'
import { lock } from '#server/db/tree.ts'
import type { Tables } from '#server/db/tables.ts'
import { canonical, sha256 } from '#server/digest.ts'

export interface SealedEntry {
  id: string
  at: string
  account_id: string | null
  actor: string
  action: string
  target_kind: string | null
  target_id: string | null
  organization_id: string | null
  detail: unknown
  request_id: string
  address: string | null
  session_id: string | null
}

export const firstHash = '0'.repeat(64)

/**
 * What one link of the chain says of its entry and of all before it. Entries came to tell their session after the first
 * ones were sealed: one that tells none is what it was then.
 */
export const linkHash = (
  previous: string,
  { session_id, ...entry }: SealedEntry,
): Promise<string> =>
  sha256(`${previous}${canonical(session_id === null ? entry : { ...entry, session_id })}`)

export const entryColumns = sql`e.id, e.at, e.account_id, e.actor, e.action, e.target_kind, e.target_id, e.organization_id, e.detail, e.request_id, e.address, e.session_id`

/**
 * Chains the entries that were committed since the last run, a batch at a time. Writers append their
 * entry in their own transaction without waiting for each other; the one sealer puts them in order.
 *
 * @returns how many were sealed
 */
export function sealAudit(db: Kysely<Tables>, atMost = 1_000): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    const waiting = await transaction
      .selectFrom('audit_unsealed')
      .select('entry_id')
      .limit(1)
      .executeTakeFirst()
    if (!waiting) return 0
    await lock(transaction, 'seal')
    const { rows } =
      await sql<SealedEntry>`select ${entryColumns} from audit_unsealed u join audit_entry e on e.id = u.entry_id order by u.entry_id limit ${atMost}`.execute(
        transaction,
      )
    const last = await transaction
      .selectFrom('audit_seal')
      .select(['seq', 'hash'])
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst()
    let previous = last?.hash ?? firstHash
    let seq = last?.seq ?? 0
    const seals = []
    for (const entry of rows) {
      const hash = await linkHash(previous, entry)
      seals.push({ seq: ++seq, entry_id: entry.id, previous_hash: previous, hash })
      previous = hash
    }
    if (seals.length > 0) await transaction.insertInto('audit_seal').values(seals).execute()
    return seals.length
  })
}
