import { invalid, problem } from '#domain/errors.ts'
import { sessionContract } from '#domain/session.contract.ts'
import { actorOf, type Door } from '#server/door.ts'
import { implement } from '#server/http/implement.ts'
import { sha256 } from '#server/digest.ts'
import { endSessions, openSessions } from './openSessions.ts'
import { expectOwnPassword } from './ownPassword.ts'
import { checkPassword } from './passwordPolicy.ts'
import { replacePassword } from './replacePassword.ts'
import { setUp } from './setUp.ts'
import { signIn } from './signIn.ts'
import { endSession, startSession, viewSession } from './sessions.ts'

/** Opaque sessions kept in the database; the answer's `X-Session-Token` is the only copy of the token. */
export const session = implement(sessionContract, {
  show: async (door) =>
    viewSession(door, door.actor?.accountId ?? null, door.actor?.sessionHash ?? null),

  start: async (door, { body }) => {
    return begin(door, await signIn(door, body.login, body.password))
  },

  startDemo: async (door, { body }) => {
    const installation = await installationOf(door)
    if (!installation.demo) throw problem('not_found')
    const account = await door.db
      .selectFrom('account')
      .select(['id', 'name'])
      .where('login', '=', body.login.toLowerCase())
      .where('disabled_at', 'is', null)
      .executeTakeFirst()
    if (!account) throw problem('not_found')
    return begin(door, account)
  },

  renameBureau: async (door, { body }) => {
    const name = body.name.normalize('NFC')
    const { bureau_name: from } = await door.db
      .selectFrom('installation')
      .select('bureau_name')
      .forUpdate()
      .executeTakeFirstOrThrow()
    if (name === from) throw invalid('body.name', '与现在的名称相同')
    await door.db.updateTable('installation').set({ bureau_name: name }).execute()
    door.note({ detail: { from, to: name, reason: body.reason } })
    return { name }
  },

  end: async (door) => {
    await endSession(door, actorOf(door))
    return { ok: true as const }
  },

  list: async (door) => {
    const { accountId, sessionId } = actorOf(door)
    const open = (await openSessions(door, accountId)).map((one) => ({
      ...one,
      current: one.id === sessionId,
    }))
    return open.toSorted((a, b) => Number(b.current) - Number(a.current))
  },

  endOne: async (door, { params }) => {
    const { accountId, sessionId } = actorOf(door)
    if (params.id === sessionId)
      throw problem('state', { params: { reason: '这是本次登录，请用“退出登录”' } })
    const open = await openSessions(door, accountId)
    if (!open.some(({ id }) => id === params.id)) throw problem('not_found')
    await endSessions(door, accountId, { only: params.id })
    door.note({ target: { kind: 'session', id: params.id }, detail: { sessions: 1 } })
    return { ok: true as const }
  },

  endOthers: async (door) => {
    const { accountId, sessionId } = actorOf(door)
    const others = (await openSessions(door, accountId)).filter(({ id }) => id !== sessionId)
    await endSessions(door, accountId, { except: sessionId })
    door.note({
      target: { kind: 'account', id: accountId },
      detail: { sessions: others.length, ended: others.map(({ id }) => id) },
    })
    return { ok: true as const }
  },

  confirmPassword: async (door, { body }) => {
    await expectOwnPassword(door, body.password, 'body.password')
    await door.db
      .updateTable('session')
      .set({ proved_at: door.now })
      .where('id_hash', '=', actorOf(door).sessionHash)
      .execute()
    return { ok: true as const }
  },

  changePassword: async (door, { body }) => {
    const actor = actorOf(door)
    const hash = await expectOwnPassword(door, body.current, 'body.current')
    if (body.next.normalize('NFKC') === body.current.normalize('NFKC'))
      throw invalid('body.next', '新密码与当前密码相同，请换一个')
    const { accountId: id, login, name } = actor
    await replacePassword(door, { id, login, name, hash }, body.next, 'body.next')
    // Every other session of the account ends: a stolen one does not outlive the password.
    await endSessions(door, actor.accountId, { except: actor.sessionId })
    return { ok: true as const }
  },

  setup: async (door, { body }) => {
    const installation = await installationOf(door)
    if (installation.set_up_at !== null || installation.demo) throw problem('setup_done')
    if (!installation.setup_code_hash || (await sha256(body.code)) !== installation.setup_code_hash)
      door.refuse(problem('setup_code'))
    await checkPassword(door, body.password, body, 'body.password')
    return setUp(door, body)
  },
})

/** The log names who signed in, although nobody was when the request came. */
function begin(door: Door, { id, name }: { id: string; name: string }) {
  door.note({ target: { kind: 'account', id }, actor: { accountId: id, name } })
  return startSession(door, id)
}

const installationOf = (door: Door) =>
  door.db.selectFrom('installation').selectAll().executeTakeFirstOrThrow()
