import { sql, type RawBuilder } from 'kysely'
import type { z } from 'zod'
import { invalid, problem } from '#domain/errors.ts'
import { newId, type OrganizationId } from '#domain/ids.ts'
import { grants, separatedRoles, type GrantedRole } from '#domain/permissions.ts'
import { assignmentView, type AssignmentFilter } from '#domain/system.ts'
import { rolesContract } from '#domain/system.contract.ts'
import { actorOf, expectVersion, type Door } from '#server/door.ts'
import { instantText, pageOf } from '#server/db/page.ts'
import { nameMatches } from '#server/db/search.ts'
import { implement } from '#server/http/implement.ts'
import { heldRoles, listAccounts } from '#server/features/accounts/queries.ts'
import { endSessions, openSessions } from '#server/features/session/openSessions.ts'

type View = z.infer<typeof assignmentView>

const columns = sql<View>`
  x.id, x.account_id as "accountId", a.login, a.name, x.role, x.organization_id as "organizationId",
  o.name as "organizationName", ${instantText(sql`x.granted_at`)} as "grantedAt",
  l.id is not null as orphaned, x.version`
const source = (
  door: Door,
) => sql`assignment x join account a on a.id = x.account_id left join organization o on o.id = x.organization_id
  left join orphaned_assignments(${door.today}::date) l (id) on l.id = x.id`

const orders: Record<AssignmentFilter['sort'], RawBuilder<unknown>> = {
  login: sql`a.login, x.role, x.id`,
  '-login': sql`a.login desc, x.role, x.id`,
  name: sql`a.name_sort, a.login, x.role, x.id`,
  '-name': sql`a.name_sort desc, a.login, x.role, x.id`,
  grantedAt: sql`x.granted_at, a.login, x.role, x.id`,
  '-grantedAt': sql`x.granted_at desc, a.login, x.role, x.id`,
}

/** The security administrator's work: who holds which role where. A change acts on the next request. */
export const roles = implement(rolesContract, {
  list: async (door, { query }) => {
    const pattern = `%${(query.q ?? '').replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
    const where = [
      sql`x.revoked_at is null`,
      query.roles ? sql`x.role = any (${query.roles}::text[])` : sql`true`,
      query.orphaned === undefined ? sql`true` : sql`(l.id is not null) = ${query.orphaned}`,
      sql`(a.login ilike ${pattern} or a.name ilike ${pattern} or o.name ilike ${pattern})`,
    ]
    const order = orders[query.sort]
    const page = await pageOf(door.db, { columns, from: source(door), where, order }, query)
    return { ...page, rows: page.rows.map((row) => assignmentView.parse(row)) }
  },

  accounts: (door, { query }) => listAccounts(door, query),

  organizations: async (door, { query }) => {
    const matches = nameMatches('o', query.q) ?? sql<boolean>`true`
    const { rows } = await sql<{ id: OrganizationId; name: string; parentName: string | null }>`
      select o.id, o.name, p.name as "parentName" from organization o left join organization p on p.id = o.parent_id
      where o.closed_on is null and ${matches} order by length(o.path), o.name_pinyin limit 20`.execute(
      door.db,
    )
    return rows
  },

  grant: async (door, { body }) => {
    const actor = actorOf(door)
    if (body.accountId === actor.accountId)
      throw problem('state', { params: { reason: '不能给自己授权' } })
    const installation = Object.values(grants[body.role]).includes('installation')
    if (installation && body.organizationId)
      throw invalid('body.organizationId', '这个角色不属于任何组织，请留空')
    if (!installation && !body.organizationId)
      throw invalid('body.organizationId', '请选择这个角色所在的组织')
    await checkRole(door, body.accountId, body.role)
    const id = newId()
    await door.db
      .insertInto('assignment')
      .values({
        id,
        account_id: body.accountId,
        role: body.role,
        organization_id: body.organizationId,
        granted_by: actor.accountId,
        granted_at: door.now,
      })
      .execute()
    door.note({
      target: { kind: 'account', id: body.accountId },
      organizationId: body.organizationId,
      detail: { role: body.role },
    })
    return findAssignment(door, id)
  },

  revoke: async (door, { params }) => {
    const assignment = await findAssignment(door, params.id)
    expectVersion(door, assignment)
    if (assignment.accountId === actorOf(door).accountId)
      throw problem('state', { params: { reason: '不能收回自己的角色' } })
    const { numUpdatedRows } = await door.db
      .updateTable('assignment')
      .set({ revoked_at: door.now })
      .where('id', '=', params.id)
      .where('version', '=', assignment.version)
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n)
      throw problem('version_conflict', { detail: await findAssignment(door, params.id) })
    door.note({
      target: { kind: 'account', id: assignment.accountId },
      organizationId: assignment.organizationId,
      detail: { role: assignment.role },
    })
    return { ok: true as const }
  },

  sessions: (door, { params }) => openSessions(door, params.id),

  endSessions: async (door, { params, body: { session, reason } }) => {
    if (params.id === actorOf(door).accountId)
      throw problem('state', { params: { reason: '自己的登录请在“我的账号”里退出' } })
    const open = await openSessions(door, params.id)
    const ended = session === null ? open : open.filter(({ id }) => id === session)
    if (ended.length === 0) throw problem('state', { params: { reason: '这些登录已经结束' } })
    await endSessions(door, params.id, { only: session })
    door.note({
      target: { kind: 'account', id: params.id },
      detail: { sessions: ended.length, ended: ended.map(({ id }) => id), reason },
    })
    return { ok: true as const }
  },
})

async function findAssignment(door: Door, id: string): Promise<View> {
  const { rows } =
    await sql<View>`select ${columns} from ${source(door)} where x.id = ${id} and x.revoked_at is null`.execute(
      door.db,
    )
  const [row] = rows
  if (!row) throw problem('not_found')
  return assignmentView.parse(row)
}

/**
 * 三员分立: one of the three administrators holds no other role at all and is nobody's account on a roster
 * (GB/T 22239-2019 §8.1.4). The account is locked: it may be linked meanwhile.
 *
 * @throws invalid at `body.role`
 */
async function checkRole(door: Door, accountId: string, role: GrantedRole): Promise<void> {
  const account = await door.db
    .selectFrom('account')
    .select('member_id')
    .where('id', '=', accountId)
    .forUpdate()
    .executeTakeFirst()
  const separated = separatedRoles.includes(role)
  const held = await heldRoles(door, accountId)
  const conflict = held.some(
    (other) => other !== role && (separated || separatedRoles.includes(other)),
  )
  if (conflict || (separated && account?.member_id))
    throw invalid('body.role', '系统、安全、审计三员须由三人分任，且不兼任其他角色')
}
