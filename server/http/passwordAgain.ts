import { sql } from 'kysely'
import type { Operation } from '#domain/contract.ts'
import { problem } from '#domain/errors.ts'
import type { Door } from '#server/door.ts'

/**
 * So long a password that was given counts for the person at the screen: several roles in a row, or the id numbers of
 * one form, ask once; a screen that is left open for a cup of tea asks whoever sits down (ADR 25).
 */
const provedForMs = 5 * 60_000

/** Whether the operation asks for the password again with this body. */
const asksPassword = ({ passwordAgain }: Operation, body: unknown): boolean =>
  typeof passwordAgain === 'boolean'
    ? passwordAgain
    : Object.entries(passwordAgain).every(
        ([field, value]) => (body as Record<string, unknown>)[field] === value,
      )

/**
 * Where the operation asks for it, the password was given in this session a little while ago. In a demo store nobody
 * has one.
 *
 * @throws password_again
 */
export async function expectProved(
  { db, now, actor }: Pick<Door, 'db' | 'now' | 'actor'>,
  operation: Operation,
  body: unknown,
): Promise<void> {
  if (!actor || !asksPassword(operation, body)) return
  const since = new Date(now.getTime() - provedForMs).toISOString()
  const { rows } = await sql`
    select 1 from session s, installation i
    where s.id_hash = ${actor.sessionHash} and (i.demo or s.proved_at >= ${since}::timestamptz)`.execute(
    db,
  )
  if (rows.length === 0) throw problem('password_again')
}
