import { afterEach, expect, it } from 'vitest'
import { sessionContract } from '#domain/session.contract.ts'
import { auditContract, rolesContract } from '#domain/system.contract.ts'
import { addAccount, smallBureau } from '#tests/support/bureau.ts'
import { firstOf } from '#tests/support/meetings.ts'
import { useApi } from '#tests/support/api.ts'
import { withPassword } from '#tests/support/passwords.ts'
import { testNow } from '#tests/support/world.ts'

const api = useApi()
afterEach(() => api.world.setNow(testNow))

const password = 'a long enough one'
const edge =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0'

const enter = async (login: string) => {
  const headers = { 'User-Agent': edge, 'X-Client-Address': '10.1.2.3' }
  const answer = await api.call(null, sessionContract.start, { body: { login, password }, headers })
  return answer.headers.get('x-session-token')
}
const isIn = async (token: string | null) =>
  (await api.call(token, sessionContract.show)).body.session !== null
const logged = (action: string) =>
  api.world.db.selectFrom('audit_entry').selectAll().where('action', '=', action).execute()

it('tells where one is signed in, this session first, and ends one of the others or all', async () => {
  const { id, token: here } = await withPassword(api.world, 'zhang', password)
  const [office, home] = [await enter('zhang'), await enter('zhang')]
  await withPassword(api.world, 'li', password)
  const li = await enter('li')
  api.world.setNow('2026-11-23T02:20:00Z')
  expect(await isIn(office)).toBe(true)
  const list = async () => (await api.call(here, sessionContract.list)).body
  const shown = await list()
  expect(shown.map(({ current }) => current)).toEqual([true, false, false])
  expect(shown[1]).toEqual({
    id: expect.any(String),
    openedAt: testNow,
    seenAt: '2026-11-23T02:20:00.000Z',
    browser: 'edge',
    system: 'windows',
    address: '10.1.2.3',
    current: false,
  })
  const endOne = (of: string) => api.call(here, sessionContract.endOne, { params: { id: of } })
  const [own, used, unused] = shown.map((one) => one.id)
  expect((await endOne(own ?? '')).problem.code).toBe('state')
  // What is another's is not there.
  const foreign = firstOf((await api.call(li, sessionContract.list)).body).id
  expect((await endOne(foreign)).status).toBe(404)
  expect((await endOne(unused ?? '')).status).toBe(200)
  expect([await isIn(office), await isIn(home)]).toEqual([true, false])
  expect((await list()).map((one) => one.id)).toEqual([own, used])
  expect((await endOne(unused ?? '')).status).toBe(404)

  const third = await enter('zhang')
  expect((await api.call(here, sessionContract.endOthers)).status).toBe(200)
  expect(await Promise.all([here, office, third, li].map(isIn))).toEqual([true, false, false, true])
  const told = await logged('session.ended-elsewhere')
  expect(
    told.map(({ target_kind, target_id, detail }) => [target_kind, target_id, detail]),
  ).toEqual([
    ['session', unused, { sessions: 1 }],
    ['account', id, { sessions: 2, ended: expect.arrayContaining([used]) }],
  ])
})

it('does not tell of one that has run out', async () => {
  const { token } = await withPassword(api.world, 'zhang', password)
  await enter('zhang')
  api.world.setNow('2026-11-23T02:31:00Z')
  expect((await api.call(token, sessionContract.list)).body).toHaveLength(1)
})

it('lets the security administrator end one session of an account or all, for a reason, at once', async () => {
  const { tokens, inB, branchB } = await smallBureau(api.world.db)
  const { id } = await withPassword(api.world, 'zhang', password)
  const by = tokens['security-admin']
  const params = { id }
  await api.world.db.deleteFrom('session').where('account_id', '=', id).execute()
  const [lost, kept] = [await enter('zhang'), await enter('zhang')]
  const sessions = async () => (await api.call(by, rolesContract.sessions, { params })).body
  const force = (session: string | null, reason = '本人报告手机遗失') =>
    api.call(by, rolesContract.endSessions, { params, body: { session, reason } })

  expect(await sessions()).toHaveLength(2)
  const [newer, older = ''] = (await sessions()).map((one) => one.id)
  expect((await force(older, '')).status).toBe(400)
  expect((await force(older)).status).toBe(200)
  expect([await isIn(lost), await isIn(kept)]).toEqual([false, true])
  // Another account's is none of this one's.
  const member = { login: 'chen', roles: [{ role: 'member' as const, at: branchB }] }
  const other = await addAccount(api.world.db, { ...member, memberId: inB[0] })
  const foreign = firstOf((await api.call(other.token, sessionContract.list)).body).id
  expect((await force(foreign)).problem.code).toBe('state')
  expect(await isIn(other.token)).toBe(true)

  expect((await force(null)).status).toBe(200)
  expect([await isIn(kept), (await sessions()).length]).toEqual([false, 0])
  expect((await force(null)).problem.code).toBe('state')
  expect(await isIn(await enter('zhang'))).toBe(true)
  const told = await logged('session.forced-out')
  expect(told.map(({ actor, target_id, detail }) => [actor, target_id, detail])).toEqual(
    [older, newer].map((one) => [
      'secadmin',
      id,
      { sessions: 1, ended: [one], reason: '本人报告手机遗失' },
    ]),
  )
  // Whoever follows one session through the log finds how it ended.
  const query = { q: older }
  const found = (await api.call(tokens.auditor, auditContract.list, { query })).body.rows
  expect(found.map(({ action }) => action)).toEqual(['session.forced-out', 'session.started'])
})

it('leaves the security administrator’s own to the own page', async () => {
  const { tokens } = await smallBureau(api.world.db)
  const by = tokens['security-admin']
  const { session } = (await api.call(by, sessionContract.show)).body
  const body = { reason: '示例原因说明' }
  const params = { id: session?.accountId as never }
  expect((await api.call(by, rolesContract.endSessions, { params, body })).problem.code).toBe(
    'state',
  )
})
