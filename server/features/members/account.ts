import type { Received } from '#domain/contract.ts'
import { invalid, problem } from '#domain/errors.ts'
import { newId } from '#domain/ids.ts'
import type { membersContract } from '#domain/members.contract.ts'
import { memberAccount, type MemberAccount } from '#domain/members.ts'
import { separatedRoles } from '#domain/permissions.ts'
import { isGone, type Standing } from '#domain/rules/membership.ts'
import { nameKey } from '#domain/rules/names.ts'
import { actorOf, type Door } from '#server/door.ts'
import { findAccount, heldRoles, lockedAccount } from '#server/features/accounts/queries.ts'

/**
 * Who is no member's account may appoint anybody, also the record in their own name, to a post that opens the
 * talks (`checkNotOwn` of `organizations/posts.ts`): whose account it is, is for somebody else to say.
 */
const notOwn = '不能关联自己的账号或解除它的关联，请由其他党务专干或上级党组织办理'

/** The account that signs in as this member. */
export async function account(door: Door, memberId: string): Promise<MemberAccount> {
  const linked = await linkedTo(door, memberId)
  return memberAccount.parse({ account: linked ? await findAccount(door, linked.id) : null })
}

/**
 * Makes an account that of a member, who then holds 党员. Two people are needed for it: the system
 * administrator opened the account in this name, and whoever keeps the roster says that it is this person; so
 * the names must be the same. None of 系统、安全、审计三员 is linked: they read no party records
 * (GB/T 22239-2019 §8.1.4).
 *
 * @throws invalid at `body.login`
 */
export async function linkAccount(
  door: Door,
  { params, body: { login } }: Received<(typeof membersContract)['linkAccount']>,
): Promise<MemberAccount> {
  const member = await door.db
    .selectFrom('member')
    .select(['name', 'organization_id', 'standing'])
    .where('id', '=', params.id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!member) throw problem('not_found')
  if (isGone(member.standing as Standing))
    throw problem('state', { params: { reason: '已不在册的人员不能关联账号' } })
  const linked = await linkedTo(door, params.id)
  if (linked) throw invalid('body.login', `已关联账号 ${linked.login}，请先解除关联`)

  const found = await door.db
    .selectFrom('account')
    .select(['id', 'name', 'member_id', 'disabled_at'])
    .where('login', '=', login)
    .forUpdate()
    .executeTakeFirst()
  const held = found ? await heldRoles(door, found.id) : []
  if (!found || found.disabled_at || held.some((role) => separatedRoles.includes(role)))
    throw invalid('body.login', `没有可以关联的账号 ${login}，账号由系统管理员开设`)
  if (found.id === actorOf(door).accountId) throw invalid('body.login', notOwn)
  if (found.member_id) throw invalid('body.login', `账号 ${login} 已关联另一名党员`)
  if (nameKey(found.name) !== nameKey(member.name))
    throw invalid('body.login', `账号 ${login} 登记的姓名不是 ${member.name}，请核对账号`)

  await door.db
    .updateTable('account')
    .set((eb) => ({ member_id: params.id, version: eb('version', '+', 1) }))
    .where('id', '=', found.id)
    .execute()
  if (!held.includes('member'))
    await door.db
      .insertInto('assignment')
      .values({
        id: newId(),
        account_id: found.id,
        role: 'member',
        organization_id: member.organization_id,
        granted_by: actorOf(door).accountId,
        granted_at: door.now,
      })
      .execute()
  door.note({ organizationId: member.organization_id, detail: { login } })
  return account(door, params.id)
}

/** The account stays, with its other roles; 党员 goes with the link. */
export async function unlinkAccount(door: Door, memberId: string): Promise<MemberAccount> {
  const linked = await linkedTo(door, memberId)
  if (!linked) throw problem('state', { params: { reason: '这名党员没有关联账号' } })
  if (linked.id === actorOf(door).accountId) throw problem('state', { params: { reason: notOwn } })
  await lockedAccount(door, linked.id)
  await door.db
    .updateTable('account')
    .set((eb) => ({ member_id: null, version: eb('version', '+', 1) }))
    .where('id', '=', linked.id)
    .execute()
  await door.db
    .updateTable('assignment')
    .set({ revoked_at: door.now })
    .where('account_id', '=', linked.id)
    .where('role', '=', 'member')
    .where('revoked_at', 'is', null)
    .execute()
  door.note({ organizationId: linked.organization_id, detail: { login: linked.login } })
  return { account: null }
}

const linkedTo = (door: Door, memberId: string) =>
  door.db
    .selectFrom('account')
    .innerJoin('member', 'member.id', 'account.member_id')
    .select(['account.id', 'account.login', 'member.organization_id'])
    .where('account.member_id', '=', memberId)
    .executeTakeFirst()
