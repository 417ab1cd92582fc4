import { sql, type RawBuilder } from 'kysely'
import type { z } from 'zod'
import { problem } from '#domain/errors.ts'
import type { GrantedRole } from '#domain/permissions.ts'
import { account, type AccountFilter } from '#domain/system.ts'
import { instantText, pageOf } from '#server/db/page.ts'
import { expectVersion, type Door } from '#server/door.ts'

export type AccountView = z.infer<typeof account>

const lockedUntil = sql`(select max(f.locked_until) from sign_in_failure f where f.login = a.login)`
const lastSeen = sql`(select max(s.seen_at) from session s where s.account_id = a.id)`

const view = sql<AccountView>`
  a.id, a.login, a.name, a.version,
  case when a.disabled_at is not null then 'disabled' when a.password_hash is null then 'invited' else 'active' end as state,
  ${instantText(lockedUntil)} as "lockedUntil",
  ${instantText(lastSeen)} as "lastSeenAt"`

/** `accountStanding` in SQL. */
const standing = ({
  now,
}: Door) => sql`case when a.disabled_at is not null then 'disabled' when a.password_hash is null then 'invited'
  when ${lockedUntil} > ${now} then 'locked' else 'active' end`

/** Who never came is the longest away. */
const orders: Record<AccountFilter['sort'], RawBuilder<unknown>> = {
  login: sql`a.login`,
  '-login': sql`a.login desc`,
  name: sql`a.name_sort, a.login`,
  '-name': sql`a.name_sort desc, a.login`,
  lastSeen: sql`${lastSeen} nulls first, a.login`,
  '-lastSeen': sql`${lastSeen} desc nulls last, a.login`,
}

/** A page of accounts, by part of the login or name, and by standing. A lock that has passed is no lock. */
export async function listAccounts(door: Door, filter: AccountFilter) {
  const pattern = `%${(filter.q ?? '').replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const listing = {
    columns: view,
    from: sql`account a`,
    where: [
      sql`(a.login ilike ${pattern} or a.name ilike ${pattern})`,
      filter.states ? sql`${standing(door)} = any (${filter.states}::text[])` : sql`true`,
    ],
    order: orders[filter.sort],
  }
  const page = await pageOf(door.db, listing, filter)
  return { ...page, rows: page.rows.map((row) => current(door, row)) }
}

/** @throws not_found */
export async function findAccount(door: Door, id: string): Promise<AccountView> {
  const { rows } = await sql<AccountView>`select ${view} from account a where a.id = ${id}`.execute(
    door.db,
  )
  const [row] = rows
  if (!row) throw problem('not_found')
  return current(door, row)
}

/** The account in the version that the caller read, and nobody else's until the end. @throws not_found, version_conflict */
export async function lockedAccount(door: Door, id: string): Promise<AccountView> {
  await door.db.selectFrom('account').select('id').where('id', '=', id).forUpdate().execute()
  const account = await findAccount(door, id)
  expectVersion(door, account)
  return account
}

/** The roles that the account holds now, one for each grant. */
export async function heldRoles(door: Door, id: string): Promise<GrantedRole[]> {
  const held = await door.db
    .selectFrom('assignment')
    .select('role')
    .where('account_id', '=', id)
    .where('revoked_at', 'is', null)
    .execute()
  return held.map(({ role }) => role as GrantedRole)
}

const current = (door: Door, row: AccountView): AccountView =>
  account.parse({
    ...row,
    lockedUntil: row.lockedUntil && new Date(row.lockedUntil) > door.now ? row.lockedUntil : null,
  })
