import { sql, type Transaction } from 'kysely'
import type { Day } from '#domain/dates.ts'
import type { Role } from '#domain/permissions.ts'
import { ahead } from '#server/db/ahead.ts'
import type { Tables } from '#server/db/tables.ts'
import type { Actor } from '#server/door.ts'
import type { World } from '#server/world.ts'
import { postRolesOf } from './postRoles.ts'

interface SessionRow {
  account_id: string
  login: string
  name: string
  member_id: string | null
  must_change: boolean
  idle_until: string
  seen_at: string
  demo_today: Day | null
  assignments: Held[] | null
  /** Roles that come with a post. */
  posts: Held[] | null
}

interface Held {
  role: Role
  organization_id: string | null
  path: string | null
}

/** The actor, and what the same statement tells of the installation. */
interface Known {
  actor: Actor
  demoToday: Day | null
}

/** Idle time of a session; the absolute end is set when it starts. */
export const idleMinutes = 30
export const absoluteHours = 12
const touchAfterMs = 60_000

/**
 * The actor behind a session token, with the roles of this moment, or null when the session is
 * unknown, ended, idle too long or over. Use moves the idle end, written at most once a minute.
 */
export async function authenticate(
  { sha256 }: Pick<World, 'sha256'>,
  db: Transaction<Tables>,
  token: string | null,
  now: Date,
): Promise<Known | null> {
  if (!token) return null
  const hash = await sha256(token)
  const at = now.toISOString()
  const { rows } = await sql<SessionRow>`
    select s.account_id, a.login, a.name, a.member_id, a.must_change, s.idle_until, s.seen_at,
      (select demo_today from installation) as demo_today,
      (select json_agg(json_build_object('role', x.role, 'organization_id', x.organization_id, 'path', o.path))
       from assignment x left join organization o on o.id = x.organization_id
       where x.account_id = a.id and x.revoked_at is null) as assignments,
      (select json_agg(json_build_object('role', p.role, 'organization_id', p."organizationId", 'path', p.path))
       from (${postRolesOf(sql`a.member_id`, at)}) p) as posts
    from session s join account a on a.id = s.account_id
    where s.id_hash = ${hash} and s.ended_at is null and a.disabled_at is null
      and s.idle_until > ${at}::timestamptz and s.ends_at > ${at}::timestamptz`.execute(db)
  const row = rows[0]
  if (!row) return null
  if (now.getTime() - Date.parse(row.seen_at) > touchAfterMs) {
    await db
      .updateTable('session')
      .set({
        seen_at: at,
        idle_until: new Date(now.getTime() + idleMinutes * 60_000).toISOString(),
      })
      .where('id_hash', '=', hash)
      .modifyEnd(ahead)
      .execute()
  }
  const actor = {
    accountId: row.account_id,
    login: row.login,
    name: row.name,
    memberId: row.member_id,
    mustChangePassword: row.must_change,
    sessionHash: hash,
    assignments: [...(row.assignments ?? []), ...(row.posts ?? [])].map(
      ({ role, organization_id, path }) => ({
        role,
        organizationId: organization_id,
        path,
      }),
    ),
  }
  return { actor, demoToday: row.demo_today }
}
