import { screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { parametersContract, rolesContract } from '#domain/system.contract.ts'
import { paths } from '#lib/paths.ts'
import { addAccount } from '#tests/support/bureau.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const api = screenApi()
const button = (name: string | RegExp) => screen.findByRole('button', { name })

const form = async () => within(await screen.findByRole('dialog', { name: '授予角色' }))

/** Opens one of antd's lists and takes the option. */
async function choose(user: UserEvent, field: string, option: RegExp) {
  await user.click(await (await form()).findByLabelText(field))
  const wanted = await waitFor(() => {
    const options = [...document.querySelectorAll('.ant-select-item-option-content')]
    const found = options.find(({ textContent }) => option.test(textContent ?? ''))
    if (!found) throw new Error(`no ${String(option)} to choose`)
    return found
  })
  await user.click(wanted)
}

async function openGrant(account: RegExp, role: RegExp) {
  await api.signIn('security-admin')
  const { user } = await api.open(paths.roles(), 1440)
  await user.click(await button('授予角色'))
  await choose(user, '账号', account)
  await choose(user, '角色', role)
  return user
}
const submit = async (user: UserEvent) =>
  user.click((await form()).getByRole('button', { name: '授予角色' }))

test('a granted role is listed and acts at once; revoked, it is gone', async () => {
  const user = await openGrant(/^leader（leader）/, /^党务专干$/)
  expect(await screen.findByText('设定参数')).toBeDefined()
  await choose(user, '所在组织', /机关党委/)
  await submit(user)
  await waitFor(() => expect(api.of(rolesContract.grant)[0]?.status).toBe(200))
  const set = () =>
    api.api.call(api.bureau.tokens.leader, parametersContract.set, {
      body: { key: 'makeup.days', value: 5, from: '2026-11-23', reason: '机关党委会议决定' },
    })
  expect((await set()).status).toBe(200)

  const row = await waitFor(() => {
    const found = screen
      .getAllByRole('row')
      .find((one) => /leader.*党务专干/.test(one.textContent ?? ''))
    if (!found) throw new Error('not listed yet')
    return found
  })
  await user.click(within(row).getByRole('link'))
  await user.click(await button('收回'))
  const ask = await screen.findByRole('alertdialog', { name: '收回党务专干角色？' })
  expect(within(ask).getByText(/leader（leader）：党务专干/)).toBeDefined()
  await user.click(within(ask).getByRole('button', { name: '收回' }))
  await waitFor(() => expect(row.isConnected).toBe(false))
  expect((await set()).problem.code).toBe('forbidden')
})

test('roles that outlived their post are told on the workbench, and listed apart', async () => {
  const { inB, branchA } = api.bureau
  const roles = [{ role: 'branch-secretary' as const, at: branchA }]
  await addAccount(api.api.world.db, { login: 'moved', name: '周敏', memberId: inB[1], roles })
  await api.signIn('security-admin')
  const { user } = await api.open(paths.workbench(), 1440)
  await user.click(await screen.findByRole('link', { name: /^1 项角色待核对/ }))
  expect(await screen.findByRole('link', { name: '待核对', current: true })).toBeDefined()
  const row = await screen.findByRole('row', { name: /周敏.*支部书记/ })
  expect(screen.getAllByRole('row')).toHaveLength(2)
  await user.click(within(row).getByRole('link'))
  expect(await screen.findByText(/任职已结束或人员已离开，角色仍在。/)).toBeDefined()
})

test('one of the three administrators gets no second role, and the role says why', async () => {
  const user = await openGrant(/^auditor（auditor）/, /^系统管理员$/)
  expect(await screen.findByText(/现有角色：安全审计员/)).toBeDefined()
  await submit(user)
  expect(
    await screen.findByText('系统、安全、审计三员须由三人分任，且不兼任其他角色'),
  ).toBeDefined()
  const form = within(screen.getByRole('dialog', { name: '授予角色' }))
  expect(form.getByLabelText('角色').getAttribute('aria-invalid')).toBe('true')
})
