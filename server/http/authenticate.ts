import { sql, type RawBuilder, type Transaction } from 'kysely'
import type { Day } from '#domain/dates.ts'
import type { Role } from '#domain/permissions.ts'
import { ahead } from '#server/db/ahead.ts'
import { sqlErrorFields } from '#server/db/failures.ts'
import type { Tables } from '#server/db/tables.ts'
import { parameterOn } from '#server/db/parameterOn.ts'
import { todayOf, type Actor } from '#server/door.ts'
import { postRolesOf } from './postRoles.ts'

/** What `accountNow` selects. */
export interface AccountRow {
  account_id: string
  login: string
  name: string
  member_id: string | null
  must_change: boolean
  assignments: Held[] | null
  /** Roles that come with a post. */
  posts: Held[] | null
}

interface SessionRow extends AccountRow {
  session_id: string
  seen_at: string
  demo_today: Day | null
  print: string
}

interface Held {
  role: Role
  organization_id: string | null
  path: string | null
}

/** The actor, and what the same statement tells of the installation. */
export interface Known {
  actor: Actor
  demoToday: Day | null
  /** Of all that the actor is made from: while it is the same, so is the actor. */
  print: string
  /** When use of the session was last written, ms. */
  seenAt: number
}

const touchAfterMs = 60_000

/** Use of the session must be written again. */
export const isDue = ({ seenAt }: Known, now: Date): boolean =>
  now.getTime() - seenAt > touchAfterMs

/** Columns of the account `a` with the roles of this moment: what an actor is made from. */
export const accountNow = (at: string): RawBuilder<AccountRow> => sql<AccountRow>`
  a.id as account_id, a.login, a.name, a.member_id, a.must_change,
  (select json_agg(json_build_object('role', x.role, 'organization_id', x.organization_id, 'path', o.path) order by x.id)
   from assignment x left join organization o on o.id = x.organization_id
   where x.account_id = a.id and x.revoked_at is null) as assignments,
  (select json_agg(json_build_object('role', p.role, 'organization_id', p."organizationId", 'path', p.path) order by p.path)
   from (${postRolesOf(sql`a.member_id`, at)}) p) as posts`

/** The actor of `accountNow`, who asks without a session where none is given. */
export const actorFrom = (
  row: AccountRow,
  session: { hash: string; id: string } | null,
): Actor => ({
  accountId: row.account_id,
  login: row.login,
  name: row.name,
  memberId: row.member_id,
  mustChangePassword: row.must_change,
  sessionHash: session?.hash ?? '',
  sessionId: session?.id ?? null,
  assignments: [...(row.assignments ?? []), ...(row.posts ?? [])].map(
    ({ role, organization_id, path }) => ({ role, organizationId: organization_id, path }),
  ),
})

/** The session that is valid at `at` with its account and the roles of this moment: one row or none. */
const sessionOf = (hash: string, at: string): RawBuilder<SessionRow> => sql<SessionRow>`
  select x.*, md5(row(x.account_id, x.login, x.name, x.member_id, x.must_change, x.demo_today, x.assignments::text, x.posts::text)::text) as print
  from (
    select ${accountNow(at)}, s.id as session_id, s.seen_at, (select demo_today from installation) as demo_today
    from session s join account a on a.id = s.account_id
    where s.id_hash = ${hash} and s.ended_at is null and a.disabled_at is null
      and s.idle_until > ${at}::timestamptz and s.ends_at > ${at}::timestamptz
  ) x`

/**
 * The actor behind a session's token (its hash), with the roles of this moment, or null when the session is
 * unknown, ended, idle too long or over. Use moves the idle end by the bureau's minutes, written at most once a minute.
 *
 * @param touches false where this is no use, or the store cannot be written to: reading goes on without, until the
 * session has been idle too long by what is written
 */
export async function authenticate(
  db: Transaction<Tables>,
  hash: string,
  now: Date,
  touches: boolean,
): Promise<Known | null> {
  const at = now.toISOString()
  const { rows } = await sessionOf(hash, at).execute(db)
  const row = rows[0]
  if (!row) return null
  const known: Known = {
    actor: actorFrom(row, { hash, id: row.session_id }),
    demoToday: row.demo_today,
    print: row.print,
    seenAt: Date.parse(row.seen_at),
  }
  if (!touches || !isDue(known, now)) return known
  const minutes = await parameterOn(db, 'session.idleMinutes', todayOf(now, row.demo_today))
  await db
    .updateTable('session')
    .set({
      seen_at: at,
      idle_until: new Date(now.getTime() + minutes * 60_000).toISOString(),
    })
    // Of many requests at once one writes it; the others need not wait for that.
    .where('id_hash', '=', (row) =>
      row
        .selectFrom('session')
        .select('id_hash')
        .where('id_hash', '=', hash)
        .forNoKeyUpdate()
        .skipLocked(),
    )
    .modifyEnd(ahead)
    .execute()
  return { ...known, seenAt: now.getTime() }
}

/** Holds while the session is valid and its actor is the one that is known; otherwise raises what `hasChanged` tells. */
export const stillIs = ({ actor, print }: Known, now: Date): RawBuilder<boolean> =>
  sql<boolean>`case when coalesce((select print from (${sessionOf(actor.sessionHash, now.toISOString())}) k) = ${print}, false) then true else session_changed() end`

export const hasChanged = (error: unknown): boolean => sqlErrorFields(error)?.code === 'SC001'
