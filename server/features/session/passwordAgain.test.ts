import { afterEach, expect, it } from 'vitest'
import { allOperations } from '#domain/contracts.ts'
import { exportsContract } from '#domain/exports.contract.ts'
import { membersContract } from '#domain/members.contract.ts'
import { sessionContract } from '#domain/session.contract.ts'
import { accountsContract, rolesContract } from '#domain/system.contract.ts'
import { useApi } from '#tests/support/api.ts'
import { addAccount, smallBureau } from '#tests/support/bureau.ts'
import { firstOf } from '#tests/support/meetings.ts'
import { testNow } from '#tests/support/world.ts'

const api = useApi()
afterEach(() => api.world.setNow(testNow))

const password = 'seven quiet rivers'
/** All have a password, and have just given it. */
async function givePasswords() {
  const { db, hasher } = api.world
  await db
    .updateTable('account')
    .set({ password_hash: await hasher.hash(password) })
    .execute()
  await db.updateTable('session').set({ proved_at: testNow }).execute()
}
const confirm = (token: string, given = password) =>
  api.call(token, sessionContract.confirmPassword, { body: { password: given } })

async function granting() {
  const { tokens, branchB, inB } = await smallBureau(api.world.db)
  await givePasswords()
  const by = tokens['security-admin']
  const accounts = (await api.call(by, rolesContract.accounts)).body.rows
  const { id } = firstOf(accounts.filter(({ login }) => login === 'leader'))
  const body = { accountId: id, role: 'organizer' as const, organizationId: branchB.id }
  const grant = (key?: string) => api.call(by, rolesContract.grant, { body, ...(key && { key }) })
  return { tokens, inB, by, id, grant }
}

it('a role is granted up to five minutes after the sign-in; later the password is asked for, and then the same call goes on', async () => {
  const { by, grant } = await granting()
  api.world.setNow('2026-11-23T02:05:01Z')
  const { problem, status } = await grant('one-form')
  expect([status, problem]).toEqual([
    403,
    { code: 'password_again', message: '这一步须再次输入密码，请输入后继续' },
  ])
  expect((await confirm(by)).status).toBe(200)
  expect((await grant('one-form')).status).toBe(200)
  const told = await api.world.db.selectFrom('audit_entry').select('action').orderBy('id').execute()
  expect(told.map(({ action }) => action)).toEqual(['password.confirmed', 'role.granted'])
})

it('until then it is not asked for', async () => {
  const { grant } = await granting()
  api.world.setNow('2026-11-23T02:05:00Z')
  expect((await grant()).status).toBe(200)
})

it('an id number is shown only after it, a phone without', async () => {
  const { tokens, inB } = await granting()
  api.world.setNow('2026-11-23T02:10:00Z')
  const reveal = (field: 'idNumber' | 'phone') =>
    api.call(tokens.organizer, membersContract.reveal, {
      params: { id: firstOf(inB) },
      body: { field, purpose: '核对党员档案' },
    })
  expect((await reveal('idNumber')).problem.code).toBe('password_again')
  expect((await reveal('phone')).status).toBe(200)
  await confirm(tokens.organizer)
  expect((await reveal('idNumber')).status).toBe(200)
  // Where a role does not reach there is nothing to give a password for.
  const elsewhere = { params: { id: crypto.randomUUID() as never } }
  const body = { field: 'idNumber' as const, purpose: '核对党员档案' }
  // Also while the server remembers whose session it is.
  api.world.setNow('2026-11-23T02:20:00Z')
  await api.call(tokens.organizer, membersContract.list)
  expect(
    (await api.call(tokens.organizer, membersContract.reveal, { ...elsewhere, body })).status,
  ).toBe(404)
})

it('every operation that gives rights or takes the log away asks for it, whatever its doors', async () => {
  const { tokens, inB, id, grant } = await granting()
  await addAccount(api.world.db, { login: 'chen', name: '陈明', roles: [] })
  const exported = (by: string, list: 'audit.list' | 'members.list') =>
    api.call(by, exportsContract.rows, { body: { list, query: {} } })
  const params = { id: firstOf(inB) }
  const asking = {
    'roles.grant': [tokens['security-admin'], () => grant()],
    'accounts.invite': [
      tokens['system-admin'],
      (by) => api.call(by, accountsContract.invite, { params: { id }, version: 1 }),
    ],
    'members.linkAccount': [
      tokens.organizer,
      (by) => api.call(by, membersContract.linkAccount, { params, body: { login: 'chen' } }),
    ],
    'members.reveal': [
      tokens.organizer,
      (by) => {
        const body = { field: 'idNumber' as const, purpose: '核对党员档案' }
        return api.call(by, membersContract.reveal, { params, body })
      },
    ],
    'exports.rows': [tokens.auditor, (by) => exported(by, 'audit.list')],
  } satisfies Record<string, [string, (by: string) => Promise<{ status: number }>]>
  expect(Object.keys(asking).toSorted()).toEqual(
    allOperations.flatMap((one) => (one.passwordAgain ? one.name : [])).toSorted(),
  )
  api.world.setNow('2026-11-23T02:05:01Z')
  for (const [name, [by, call]] of Object.entries(asking)) {
    const { status, problem } = await call(by)
    expect([name, status, problem.code]).toEqual([name, 403, 'password_again'])
    await confirm(by)
    expect([name, (await call(by)).status]).toEqual([name, 200])
    await api.world.db.updateTable('session').set({ proved_at: testNow }).execute()
  }
  // Any other list goes without, and whoever may not read the log hears that first.
  expect((await exported(tokens.organizer, 'members.list')).status).toBe(200)
  expect((await exported(tokens.organizer, 'audit.list')).problem.code).toBe('forbidden')
})

it('counts for this session alone, and wrong passwords toward the lock', async () => {
  const { tokens, by, grant } = await granting()
  api.world.setNow('2026-11-23T02:10:00Z')
  await confirm(tokens.organizer)
  expect((await grant()).status).toBe(403)
  for (let turn = 1; turn < 5; turn++)
    expect((await confirm(by, 'wrong')).problem.fields).toEqual({
      'body.password': '当前密码不正确',
    })
  expect((await confirm(by, 'wrong')).problem.code).toBe('locked_out')
  expect((await confirm(by)).problem.code).toBe('locked_out')
  expect((await grant()).problem.code).toBe('password_again')
  const body = { login: 'secadmin', password }
  expect((await api.call(null, sessionContract.start, { body })).problem.code).toBe('locked_out')
})

it('a demo store, whose accounts have no password, asks for none', async () => {
  const { grant } = await granting()
  await api.world.db.updateTable('installation').set({ demo: true }).execute()
  api.world.setNow('2026-11-23T02:25:00Z')
  expect((await grant()).status).toBe(200)
})

it('stands in the description of the API', async () => {
  const document = (await (await api.app.request('/api/openapi.json')).json()) as {
    paths: Record<string, { post?: Record<string, unknown> }>
  }
  const of = (path: string) => document.paths[`/api${path}`]?.post?.['x-password-again']
  expect([of('/roles'), of('/members/{id}/reveal'), of('/members')]).toEqual([
    true,
    { field: 'idNumber' },
    undefined,
  ])
})
