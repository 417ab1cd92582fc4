import { afterEach, expect, it } from 'vitest'
import { meetingsContract } from '#domain/meetings.contract.ts'
import { membersContract } from '#domain/members.contract.ts'
import { sessionContract } from '#domain/session.contract.ts'
import { accountsContract, auditContract, parametersContract } from '#domain/system.contract.ts'
import { useApi } from '#tests/support/api.ts'
import { smallBureau } from '#tests/support/bureau.ts'
import { withPassword } from '#tests/support/passwords.ts'
import { testNow } from '#tests/support/world.ts'

const api = useApi()
afterEach(() => api.world.setNow(testNow))

const refusals = () =>
  api.world.db
    .selectFrom('audit_entry')
    .selectAll()
    .where('action', '=', 'access.refused')
    .orderBy('id')
    .execute()
const idOfSession = async (token: string) =>
  (await api.call(token, sessionContract.list)).body[0]?.id

it('what somebody may not do is in the log with who, from which session and where, once a minute of a kind', async () => {
  const { tokens } = await smallBureau(api.world.db)
  const { leader } = tokens
  const list = () => api.call(leader, accountsContract.list)
  for (let turn = 0; turn < 5; turn++) expect((await list()).status).toBe(403)
  await Promise.all(Array.from({ length: 5 }, list))
  const [told, ...more] = await refusals()
  expect(more).toEqual([])
  expect(told).toMatchObject({
    actor: 'leader',
    detail: { operation: 'accounts.list' },
    session_id: await idOfSession(leader),
    address: '127.0.0.1',
  })

  // Another operation, another person, or the same a minute later.
  await api.call(leader, auditContract.list)
  await api.call(tokens.organizer, accountsContract.list)
  api.world.setNow('2026-11-23T02:00:59Z')
  await list()
  expect(await refusals()).toHaveLength(3)
  api.world.setNow('2026-11-23T02:01:00Z')
  await list()
  expect(await refusals()).toHaveLength(4)
})

it('also where the role would give it, but not there; not what is missing, wrong, or asked by nobody', async () => {
  const { tokens } = await smallBureau(api.world.db)
  await api.call(null, accountsContract.list)
  const params = { id: crypto.randomUUID() as never }
  expect((await api.call(tokens.organizer, meetingsContract.show, { params })).status).toBe(404)
  expect(
    (await api.call(tokens.organizer, membersContract.list, { query: { page: 0 } })).status,
  ).toBe(400)
  expect(await refusals()).toEqual([])
  const { db } = api.world
  const branch = await db
    .selectFrom('organization')
    .select('id')
    .where('kind', '=', 'branch')
    .executeTakeFirstOrThrow()
  await db
    .updateTable('assignment')
    .set({ organization_id: branch.id })
    .where('role', '=', 'organizer')
    .execute()
  const body = { key: 'makeup.days', value: 5, from: '2026-11-23', reason: '机关党委会议决定' }
  expect((await api.call(tokens.organizer, parametersContract.set, { body })).status).toBe(403)
  expect((await refusals()).map(({ detail }) => detail)).toEqual([{ operation: 'parameters.set' }])
})

it('an entry tells the session that it came from, the sign-in its own; the auditor finds all of one session', async () => {
  const { tokens } = await smallBureau(api.world.db)
  await withPassword(api.world, 'zhang', 'seven quiet rivers')
  const body = { login: 'zhang', password: 'seven quiet rivers' }
  const token = (await api.call(null, sessionContract.start, { body })).headers.get(
    'x-session-token',
  )
  const change = (current: string) =>
    api.call(token, sessionContract.changePassword, { body: { current, next: 'eight calm lakes' } })
  await change('wrong')
  await change('seven quiet rivers')
  const session = await idOfSession(token ?? '')
  await api.call(token, sessionContract.end)
  const found = await api.call(tokens.auditor, auditContract.list, { query: { q: session } })
  expect(found.body.rows.map((row) => [row.action, row.session, row.address]).toReversed()).toEqual(
    ['session.started', 'password.refused', 'password.changed', 'session.ended'].map((action) => [
      action,
      session,
      '127.0.0.1',
    ]),
  )
})
