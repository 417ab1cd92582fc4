import { sql } from 'kysely'
import type { Operation } from '#domain/contract.ts'
import { canonical } from '#server/digest.ts'
import type { Actor } from '#server/door.ts'
import type { World } from '#server/world.ts'
import { asProblem } from './answers.ts'
import { writeAudit } from './auditRow.ts'
import type { Remembered } from './remembered.ts'

const tellAgainAfterMs = 60_000

/** Of one kind of refusal when it was told last, ms, and how many were not told since. */
export interface Told {
  at: number
  held: number
}

interface Refused {
  actor: Actor
  /** What the handler had noted: which list was to be taken away. */
  detail: Record<string, unknown>
  requestId: string
  address: string | null
}

/**
 * Writes to the log that somebody who is signed in was refused an operation. A transaction of its own, for that of the
 * request is undone; of one session, operation and what it was about once a minute, so that what asks in a loop fills
 * neither log nor disk: the next entry says how many there were between. What cannot be written stands in the server's
 * own log; the answer is the refusal all the same.
 */
export async function tellRefusal(
  world: World,
  refusals: Remembered<Told>,
  { name: operation }: Operation,
  { actor, detail, requestId, address }: Refused,
): Promise<void> {
  const now = world.clock()
  const { accountId, sessionId } = actor
  const key = await world.sha256(canonical([accountId, sessionId, operation, detail]))
  const last = refusals.find(key)
  if (last && now.getTime() - last.at < tellAgainAfterMs) {
    last.held++
    return
  }
  // Before anything is waited for: of many at once the others find it.
  const told: Told = { at: now.getTime(), held: 0 }
  refusals.keep(key, told)
  const held = last?.held ?? 0
  const lost = (why: string) => {
    told.held += held + 1
    world.log.warn({ requestId, accountId, operation, why }, 'a refusal is not in the audit log')
  }
  if (world.store.readOnly()) return lost('store_full')
  const before = new Date(now.getTime() - tellAgainAfterMs).toISOString()
  try {
    await world.db.transaction().execute(async (db) => {
      // Another process of the same store may have told it.
      const { rows } = await sql`
        insert into access_refusal as r (key, told_at) values (${key}, ${now.toISOString()})
        on conflict (key) do update set told_at = excluded.told_at
          where r.told_at <= ${before}::timestamptz
        returning key`.execute(db)
      if (rows.length === 0) {
        told.held += held + 1
        return
      }
      const door = { db, now, actor, requestId, address }
      const note = { detail: { ...detail, operation, ...(held > 0 && { held }) } }
      await writeAudit(door, note, 'access.refused', null, null)
    })
  } catch (error) {
    lost(asProblem(error, world, requestId).code)
  }
}
