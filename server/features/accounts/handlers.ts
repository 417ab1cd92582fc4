import { invalid, problem } from '#domain/errors.ts'
import { newId } from '#domain/ids.ts'
import { accountsContract } from '#domain/system.contract.ts'
import { actorOf, type Door } from '#server/door.ts'
import { paperCode, randomToken, sha256 } from '#server/digest.ts'
import { implement } from '#server/http/implement.ts'
import { endSubscription } from '#server/features/calendar/subscriptions.ts'
import { endSessions } from '#server/features/session/openSessions.ts'
import { invitationDays } from '#server/features/session/setUp.ts'
import { replacePassword } from '#server/features/session/replacePassword.ts'
import { personKeys } from '#server/text/pinyin.ts'
import { findAccount, listAccounts, lockedAccount } from './queries.ts'

/** The system administrator's work: who can sign in, never as what (that is the security administrator's). */
export const accounts = implement(accountsContract, {
  list: (door, { query }) => listAccounts(door, query),

  create: async (door, { body }) => {
    const taken = await door.db
      .selectFrom('account')
      .select('id')
      .where('login', '=', body.login)
      .executeTakeFirst()
    if (taken) throw invalid('body.login', '这个账号名已被使用')
    const id = newId()
    await door.db
      .insertInto('account')
      .values({
        id,
        login: body.login,
        name: body.name,
        name_sort: personKeys(body.name).sort,
        draft_key: randomToken(),
        created_at: door.now,
      })
      .execute()
    door.note({ target: { kind: 'account', id }, detail: { login: body.login } })
    return invite(door, id)
  },

  invite: async (door, { params }) => {
    const account = await lockedAccount(door, params.id)
    // Its code would open nothing.
    if (account.state === 'disabled')
      throw problem('state', { params: { reason: '账号已停用，请先启用' } })
    return invite(door, params.id)
  },

  change: async (door, { params, body: { name } }) => {
    // It may be linked meanwhile, which the name decides on.
    const before = await lockedAccount(door, params.id)
    const { member_id } = await door.db
      .selectFrom('account')
      .select('member_id')
      .where('id', '=', params.id)
      .executeTakeFirstOrThrow()
    if (member_id)
      throw problem('state', { params: { reason: '账号已关联党员，姓名随党员档案更正' } })
    await touch(door, params.id, { name, name_sort: personKeys(name).sort })
    door.note({ detail: { from: before.name, to: name } })
    return findAccount(door, params.id)
  },

  disable: async (door, { params }) => {
    if (params.id === actorOf(door).accountId)
      throw problem('state', { params: { reason: '不能停用自己的账号' } })
    await lockedAccount(door, params.id)
    await touch(door, params.id, { disabled_at: door.now })
    await endSessions(door, params.id)
    await endSubscription(door.db, params.id)
    return findAccount(door, params.id)
  },

  enable: async (door, { params }) => {
    await lockedAccount(door, params.id)
    await touch(door, params.id, { disabled_at: null })
    return findAccount(door, params.id)
  },

  unlock: async (door, { params }) => {
    const account = await lockedAccount(door, params.id)
    await door.db.deleteFrom('sign_in_failure').where('login', '=', account.login).execute()
    await touch(door, params.id, {})
    return findAccount(door, params.id)
  },

  accept: async (door, { body }) => {
    const account = await door.db
      .selectFrom('account')
      .select(['id', 'login', 'name', 'password_hash', 'invitation_hash', 'invitation_expires_at'])
      .where('login', '=', body.login.toLowerCase())
      .where('disabled_at', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    const right =
      account?.invitation_hash === (await sha256(body.code)) &&
      account.invitation_expires_at !== null &&
      new Date(account.invitation_expires_at) > door.now
    if (!account || !right) throw problem('sign_in_failed')
    const { id, login, name, password_hash: hash } = account
    await replacePassword(door, { id, login, name, hash }, body.password, 'body.password')
    await door.db
      .updateTable('account')
      .set({ invitation_hash: null, invitation_expires_at: null })
      .where('id', '=', account.id)
      .execute()
    await endSessions(door, account.id)
    // Who has the invitation need not be who had the account.
    await endSubscription(door.db, account.id)
    door.note({ target: { kind: 'account', id: account.id } })
    return { ok: true as const }
  },
})

async function invite(door: Door, id: string) {
  const code = paperCode()
  const expires = new Date(door.now.getTime() + invitationDays * 86_400_000)
  await touch(door, id, { invitation_hash: await sha256(code), invitation_expires_at: expires })
  return { account: await findAccount(door, id), code, expiresAt: expires.toISOString() }
}

type Changes = Partial<Record<'disabled_at' | 'invitation_expires_at', Date | null>> & {
  invitation_hash?: string
  name?: string
  name_sort?: string
}

const touch = (door: Door, id: string, changes: Changes) =>
  door.db
    .updateTable('account')
    .set((eb) => ({ ...changes, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
