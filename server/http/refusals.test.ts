import { sql } from 'kysely'
import { afterEach, expect, it, vi } from 'vitest'
import { exportsContract } from '#domain/exports.contract.ts'
import { meetingsContract } from '#domain/meetings.contract.ts'
import { membersContract } from '#domain/members.contract.ts'
import { sessionContract } from '#domain/session.contract.ts'
import { accountsContract, auditContract, parametersContract } from '#domain/system.contract.ts'
import { createApp } from '#server/app.ts'
import { features } from '#server/features/all.ts'
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

it('tells which list was to be taken away, each session and list for itself, and how many were held back', async () => {
  const body = { login: 'zhang', password: 'seven quiet rivers' }
  const { token: desk } = await withPassword(api.world, body.login, body.password)
  const begun = await api.call(null, sessionContract.start, { body })
  const phone = begun.headers.get('x-session-token') ?? ''
  const take = (by: string, list: 'members.list' | 'audit.list') =>
    api.call(by, exportsContract.rows, { body: { list, query: { q: '张伟' } } })
  for (const by of [desk, phone])
    for (const list of ['members.list', 'audit.list'] as const) await take(by, list)
  const sessions = await Promise.all([desk, phone].map(idOfSession))
  const one = (session: string | undefined, list: string, more = {}) => [
    session,
    { operation: 'exports.rows', list, ...more },
  ]
  const told = async () => (await refusals()).map((row) => [row.session_id, row.detail])
  const first = sessions.flatMap((session) => [
    one(session, 'members.list'),
    one(session, 'audit.list'),
  ])
  expect(await told()).toEqual(first)
  for (let turn = 0; turn < 3; turn++) await take(phone, 'audit.list')
  api.world.setNow('2026-11-23T02:01:00Z')
  await take(phone, 'audit.list')
  await take(desk, 'audit.list')
  expect((await told()).slice(4)).toEqual([
    one(sessions[1], 'audit.list', { held: 3 }),
    one(sessions[0], 'audit.list'),
  ])
})

it('begins no transaction for what it told within the minute, and asks the store what another process told', async () => {
  const { tokens } = await smallBureau(api.world.db)
  const list = () => api.call(tokens.leader, accountsContract.list)
  await list()
  await api.world.db.deleteFrom('access_refusal').execute()
  await list()
  expect(await refusals()).toHaveLength(1)
  expect(await api.world.db.selectFrom('access_refusal').selectAll().execute()).toEqual([])

  const headers = { Authorization: `Bearer ${tokens.discipline}` }
  const beside = createApp(api.world, features)
  const ask = () => beside.request('/api/accounts', { headers })
  await api.call(tokens.discipline, accountsContract.list)
  expect([(await ask()).status, (await refusals()).length]).toEqual([403, 2])
  api.world.setNow('2026-11-23T02:01:00Z')
  await ask()
  expect((await refusals()).at(-1)?.detail).toEqual({ operation: 'accounts.list', held: 1 })
})

it('what cannot be written stands in the server’s own log, and is counted with the next', async () => {
  const { tokens } = await smallBureau(api.world.db)
  const list = (token: string) => api.call(token, accountsContract.list)
  const warned = () => api.world.logged.filter(({ level }) => level === 'warn')
  const readOnly = vi.spyOn(api.world.store, 'readOnly').mockReturnValue(true)
  expect((await list(tokens.leader)).status).toBe(403)
  await list(tokens.leader)
  readOnly.mockRestore()
  const fields = { operation: 'accounts.list', accountId: expect.any(String), why: 'store_full' }
  expect(warned().map((line) => line.fields)).toEqual([expect.objectContaining(fields)])
  api.world.setNow('2026-11-23T02:01:00Z')
  await list(tokens.leader)
  expect((await refusals()).map(({ detail }) => detail)).toEqual([
    { operation: 'accounts.list', held: 2 },
  ])

  const rename = (from: string, to: string) =>
    sql`alter table ${sql.id(from)} rename to ${sql.id(to)}`.execute(api.world.db)
  await rename('access_refusal', 'elsewhere')
  const { status, headers } = await list(tokens.discipline)
  await rename('elsewhere', 'access_refusal')
  expect(status).toBe(403)
  expect(warned().at(-1)?.fields).toMatchObject({
    requestId: headers.get('x-request-id'),
    operation: 'accounts.list',
    why: 'internal',
  })
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
