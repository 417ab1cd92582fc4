import { sql } from 'kysely'
import type { OpenSession } from '#domain/session.ts'
import { instantText } from '#server/db/page.ts'
import type { Door } from '#server/door.ts'

/** Where an account is signed in at this moment, latest use first. */
export async function openSessions(
  { db, now }: Pick<Door, 'db' | 'now'>,
  accountId: string,
): Promise<OpenSession[]> {
  const at = now.toISOString()
  const { rows } = await sql<OpenSession>`
    select s.id, ${instantText(sql`s.created_at`)} as "openedAt", ${instantText(sql`s.seen_at`)} as "seenAt",
      s.browser, s.system, s.address
    from session s where s.account_id = ${accountId} and s.ended_at is null
      and s.idle_until > ${at}::timestamptz and s.ends_at > ${at}::timestamptz
    order by s.seen_at desc, s.id desc`.execute(db)
  return rows
}

/** Ends all sessions of an account, or `only` one of them, or all `except` one; each is over with its next request. */
export async function endSessions(
  { db, now }: Pick<Door, 'db' | 'now'>,
  accountId: string,
  { only = null, except = null }: { only?: string | null; except?: string | null } = {},
): Promise<void> {
  await db
    .updateTable('session')
    .set({ ended_at: now })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .$if(only !== null, (query) => query.where('id', '=', only))
    .$if(except !== null, (query) => query.where('id', '!=', except))
    .execute()
}
