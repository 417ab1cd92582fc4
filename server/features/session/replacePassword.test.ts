import { expect, it } from 'vitest'
import { sessionContract } from '#domain/session.contract.ts'
import { accountsContract } from '#domain/system.contract.ts'
import { useApi } from '#tests/support/api.ts'
import { addAccount } from '#tests/support/bureau.ts'
import { withPassword } from '#tests/support/passwords.ts'

const api = useApi()

const [first, ...next] = ['heron', 'otter', 'plover', 'marten', 'curlew', 'badger'].map(
  (animal) => `one ${animal} by the quiet river`,
) as [string, ...string[]]
const refused = { code: 'password_policy', fields: { 'body.next': '最近五次用过的密码不能再用' } }

it('none of the last five passwords comes back; the sixth may, and no more are kept', async () => {
  const { token, id } = await withPassword(api.world, 'zhang', first)
  let current = first
  const change = async (to: string, headers?: Record<string, string>) => {
    const body = { current, next: to }
    const answer = await api.call(token, sessionContract.changePassword, { body, headers })
    if (answer.status === 200) current = to
    return answer
  }
  for (const to of next.slice(0, 4)) expect((await change(to)).status).toBe(200)
  // However a keyboard wrote it.
  for (const old of [first, first.replaceAll('o', 'ｏ'), ...next.slice(0, 3)])
    expect((await change(old)).problem).toMatchObject(refused)
  expect((await change(first, { 'Accept-Language': 'en' })).problem.fields).toEqual({
    'body.next': 'It may not be one of your last five passwords',
  })
  expect((await change(next[4] ?? '')).status).toBe(200)
  expect((await change(first)).status).toBe(200)
  expect((await change(next[1] ?? '')).problem).toMatchObject(refused)
  const kept = await api.world.db.selectFrom('password_used').select('account_id').execute()
  expect(kept).toEqual(Array.from({ length: 4 }, () => ({ account_id: id })))
})

it('neither by way of an invitation, whose code then still works', async () => {
  const { id } = await withPassword(api.world, 'zhang', first)
  const admin = await addAccount(api.world.db, {
    login: 'sysadmin',
    roles: [{ role: 'system-admin' }],
  })
  const { code } = (
    await api.call(admin.token, accountsContract.invite, { params: { id }, version: 1 })
  ).body
  const accept = (password: string) =>
    api.call(null, accountsContract.accept, { body: { login: 'zhang', code, password } })
  expect((await accept(first)).problem.fields).toEqual({
    'body.password': '最近五次用过的密码不能再用',
  })
  expect((await accept(next[0] ?? '')).status).toBe(200)
  expect((await accept(next[1] ?? '')).problem.code).toBe('sign_in_failed')
})
