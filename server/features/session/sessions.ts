import { sql } from 'kysely'
import { grants, permissions } from '#domain/permissions.ts'
import type { DemoAccount, HeldRole, SessionView, SignedInSession } from '#domain/session.ts'
import type { Actor, Door } from '#server/door.ts'
import { parameterOn } from '#server/db/parameterOn.ts'
import { newId, type AccountId, type MemberId } from '#domain/ids.ts'
import { randomToken, sha256 } from '#server/digest.ts'
import { postRolesOf } from '#server/http/postRoles.ts'
import { deviceOf } from './device.ts'

/**
 * A new session with a new token, sent once in a header; the database keeps only its digest. It ends after the
 * bureau's hours, or before when it is not used for the bureau's minutes.
 */
export async function startSession(door: Door, accountId: string): Promise<SessionView> {
  const token = randomToken()
  const hash = await sha256(token)
  const id = newId()
  const at = door.now.getTime()
  const minutes = await parameterOn(door.db, 'session.idleMinutes', door.today)
  const hours = await parameterOn(door.db, 'session.absoluteHours', door.today)
  await door.db
    .insertInto('session')
    .values({
      id_hash: hash,
      id,
      account_id: accountId,
      created_at: door.now,
      seen_at: door.now,
      idle_until: new Date(at + minutes * 60_000),
      ends_at: new Date(at + hours * 3_600_000),
      ended_at: null,
      proved_at: door.now,
      address: door.address,
      ...deviceOf(door.userAgent),
    })
    .execute()
  // A sign-in over an old session replaces it: no fixation, no second one left behind.
  if (door.token)
    await door.db
      .updateTable('session')
      .set({ ended_at: door.now })
      .where('id_hash', '=', await sha256(door.token))
      .execute()
  door.header('X-Session-Token', token)
  door.note({ session: id })
  return viewSession(door, accountId, hash)
}

/**
 * Ends the session; with the account's last one its draft key changes, and old drafts are unreadable. One that ran out
 * elsewhere was not signed out: what was typed there waits for the same person.
 */
export async function endSession(door: Door, actor: Actor): Promise<void> {
  await door.db
    .updateTable('session')
    .set({ ended_at: door.now })
    .where('id_hash', '=', actor.sessionHash)
    .execute()
  const other = await door.db
    .selectFrom('session')
    .select('id_hash')
    .where('account_id', '=', actor.accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (!other)
    await door.db
      .updateTable('account')
      .set({ draft_key: randomToken() })
      .where('id', '=', actor.accountId)
      .execute()
  door.header('X-Session-Token', '')
}

export async function viewSession(
  door: Door,
  accountId: string | null,
  sessionHash: string | null,
): Promise<SessionView> {
  const installation = await door.db
    .selectFrom('installation')
    .selectAll()
    .executeTakeFirstOrThrow()
  return {
    session: accountId && sessionHash ? await signedIn(door, accountId, sessionHash) : null,
    installation: {
      name: installation.bureau_name,
      demo: installation.demo,
      needsSetup: !installation.demo && installation.set_up_at === null,
      passwordPolicy: await parameterOn(door.db, 'password.policy', door.today),
      version: door.world.version,
      plainHttp: door.world.plainHttp,
      readOnly: door.world.store.readOnly(),
    },
    today: door.today,
    demoAccounts: installation.demo ? await demoAccounts(door) : [],
  }
}

async function signedIn(
  door: Door,
  accountId: string,
  sessionHash: string,
): Promise<SignedInSession> {
  const account = await door.db
    .selectFrom('account')
    .selectAll()
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
  const stored = await door.db
    .selectFrom('session')
    .selectAll()
    .where('id_hash', '=', sessionHash)
    .executeTakeFirstOrThrow()
  const held = await door.db
    .selectFrom('assignment')
    .leftJoin('organization', 'organization.id', 'assignment.organization_id')
    .select([
      'assignment.role',
      'organization.id as organizationId',
      'organization.name as organizationName',
      'organization.kind as organizationKind',
    ])
    .where('assignment.account_id', '=', accountId)
    .where('assignment.revoked_at', 'is', null)
    .orderBy('organization.path')
    .execute()
  const { rows: byPost } = await sql<HeldRole>`
    select role, "organizationId", "organizationName", "organizationKind" from (${postRolesOf(sql`${account.member_id}::uuid`, door.now.toISOString())}) p`.execute(
    door.db,
  )
  const all = [...(held as HeldRole[]), ...byPost]
  return {
    accountId: account.id as AccountId,
    login: account.login,
    name: account.name,
    memberId: account.member_id as MemberId | null,
    roles: all,
    permissions: permissions.filter((permission) =>
      all.some(({ role }) => grants[role][permission]),
    ),
    draftKey: account.draft_key,
    mustChangePassword: account.must_change,
    idleUntil: stored.idle_until,
    endsAt: stored.ends_at,
  }
}

/** One account per role of a demo store, in the order of the roles. */
async function demoAccounts(door: Door): Promise<DemoAccount[]> {
  const { rows } = await sql<DemoAccount & { position: number }>`
    select distinct on (x.role) a.login, a.name, x.role, o.name as "organizationName"
    from assignment x join account a on a.id = x.account_id left join organization o on o.id = x.organization_id
    where x.revoked_at is null and a.disabled_at is null
      and (x.role <> 'member' or not exists (select 1 from assignment y where y.account_id = a.id and y.role <> 'member' and y.revoked_at is null))
    order by x.role, a.created_at, a.id`.execute(door.db)
  const order = Object.keys(grants)
  return rows.toSorted((a, b) => order.indexOf(a.role) - order.indexOf(b.role))
}
