import { sql } from 'kysely'
import type { Operation } from '#domain/contract.ts'
import type { Actor } from '#server/door.ts'
import type { World } from '#server/world.ts'
import { writeAudit } from './auditRow.ts'

const tellAgainAfterMs = 60_000

interface Refused {
  actor: Actor
  requestId: string
  address: string | null
}

/**
 * Writes to the log that somebody who is signed in was refused an operation. A transaction of its own, for that of the
 * request is undone; of one account and operation once a minute, so that what asks in a loop fills neither log nor disk.
 */
export async function tellRefusal(
  world: World,
  { name: operation }: Operation,
  { actor, requestId, address }: Refused,
): Promise<void> {
  if (world.store.readOnly()) return
  const now = world.clock()
  const before = new Date(now.getTime() - tellAgainAfterMs).toISOString()
  await world.db.transaction().execute(async (db) => {
    // Of many at once the first writes the row, and the others find it.
    const { rows } = await sql`
      insert into access_refusal as r (account_id, operation, told_at)
      values (${actor.accountId}, ${operation}, ${now.toISOString()})
      on conflict (account_id, operation) do update set told_at = excluded.told_at
        where r.told_at <= ${before}::timestamptz
      returning operation`.execute(db)
    if (rows.length === 0) return
    const door = { db, now, actor, requestId, address }
    await writeAudit(door, { detail: { operation } }, 'access.refused', null, null)
  })
}
