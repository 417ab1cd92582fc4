import { sql, type Transaction } from 'kysely'
import type { MadeSubscription, Subscription } from '#domain/calendar.ts'
import type { Language } from '#domain/errors.ts'
import type { Tables } from '#server/db/tables.ts'
import { actorOf, type Actor, type Door } from '#server/door.ts'
import { accountNow, actorFrom, type AccountRow } from '#server/http/authenticate.ts'
import { randomToken, sha256 } from '#server/digest.ts'

/** 32 random bytes in base64url. Guessing one is hopeless, so a guess need only be cheap: one look into an index. */
const address = /^([\w-]{43})\.ics$/

const touchAfterMs = 60_000

export async function findSubscription(door: Door): Promise<Subscription | null> {
  const found = await door.db
    .selectFrom('calendar_feed')
    .select(['made_at', 'fetched_at'])
    .where('account_id', '=', actorOf(door).accountId)
    .executeTakeFirst()
  return found ? { madeAt: found.made_at, fetchedAt: found.fetched_at } : null
}

/**
 * A new address, in the language that the page speaks. The database keeps only its digest.
 *
 * @param instead to put it in the place of one that is there; without, only where there is none
 * @returns null where there is one already, or none yet
 */
export async function makeAddress(
  door: Door,
  { instead }: { instead: boolean },
): Promise<MadeSubscription | null> {
  const secret = randomToken()
  const { accountId } = actorOf(door)
  const made = {
    secret_hash: await sha256(secret),
    language: door.language,
    made_at: door.now,
    fetched_at: null,
  }
  const answer = instead
    ? await door.db
        .updateTable('calendar_feed')
        .set(made)
        .where('account_id', '=', accountId)
        .executeTakeFirst()
    : await door.db
        .insertInto('calendar_feed')
        .values({ account_id: accountId, ...made })
        .onConflict((conflict) => conflict.column('account_id').doNothing())
        .executeTakeFirst()
  const changed =
    'numUpdatedRows' in answer ? answer.numUpdatedRows : answer.numInsertedOrUpdatedRows
  if (changed !== 1n) return null
  return { madeAt: door.now.toISOString(), fetchedAt: null, path: `/calendar/${secret}.ics` }
}

/** Ends the address of an account, if it has one. @returns whether it had */
export async function endSubscription(
  db: Transaction<Tables>,
  accountId: string,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('calendar_feed')
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

interface Subscriber {
  actor: Actor
  language: Language
}

/**
 * Whose calendar an address is, with the roles of this moment; null for an address that was never one or is none any
 * more, and for an account that is disabled or must change its password first. Notes that it was read, once a minute.
 */
export async function subscriberOf(door: Door, file: string): Promise<Subscriber | null> {
  const secret = address.exec(file)?.[1]
  if (!secret) return null
  const { rows } = await sql<AccountRow & { language: Language; fetched_at: string | null }>`
    select ${accountNow(door.now.toISOString())}, f.language, f.fetched_at
    from calendar_feed f join account a on a.id = f.account_id
    where f.secret_hash = ${await sha256(secret)} and a.disabled_at is null and not a.must_change`.execute(
    door.db,
  )
  const [row] = rows
  if (!row) return null
  const before = row.fetched_at === null ? 0 : Date.parse(row.fetched_at)
  if (door.now.getTime() - before > touchAfterMs && !door.world.store.readOnly())
    await touch(door, row.account_id)
  return { actor: actorFrom(row, null), language: row.language }
}

/** Of many programs that ask at once one writes it; the others need not wait. */
const touch = (door: Door, accountId: string) =>
  door.db
    .updateTable('calendar_feed')
    .set({ fetched_at: door.now })
    .where('account_id', '=', (row) =>
      row
        .selectFrom('calendar_feed')
        .select('account_id')
        .where('account_id', '=', accountId)
        .forNoKeyUpdate()
        .skipLocked(),
    )
    .execute()
