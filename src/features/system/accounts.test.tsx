import { screen, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { accountsContract, rolesContract } from '#domain/system.contract.ts'
import { paths } from '#lib/paths.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const api = screenApi()
const button = (name: string | RegExp) => screen.findByRole('button', { name })

async function create(user: UserEvent, name: string, login: string) {
  await user.click(await button('新建账号'))
  const form = within(await screen.findByRole('dialog', { name: '新建账号' }))
  await user.type(form.getByLabelText('姓名'), name)
  await user.type(form.getByLabelText('账号'), login)
  await user.click(form.getByRole('button', { name: '新建并取邀请码' }))
  return form
}

test('a new account shows its invitation once, closing asks, and the code sets a password', async () => {
  await api.signIn('system-admin')
  const { user } = await api.open(paths.accounts())
  await create(user, '欧阳明', 'ouyang.ming')
  const dialog = await screen.findByRole('alertdialog', { name: '欧阳明的邀请码' })
  const code = dialog.querySelector('.sc-copyable-text')?.textContent ?? ''
  expect(code.length).toBeGreaterThan(8)

  await user.keyboard('{Escape}')
  expect(within(dialog).getByText(/邀请码记下了吗/)).toBeDefined()
  expect(dialog.isConnected).toBe(true)
  await user.click(await button('已记下，关闭'))
  expect(dialog.isConnected).toBe(false)
  expect(document.body.textContent).not.toContain(code)

  const accept = () =>
    api.api.call(null, accountsContract.accept, {
      body: { login: 'ouyang.ming', code, password: 'correct horse 42' },
    })
  expect((await accept()).body).toEqual({ ok: true })
  expect((await accept()).problem.code).toBe('sign_in_failed')
})

test('a taken account name is refused at its field and the typing stays', async () => {
  await api.signIn('system-admin')
  const { user } = await api.open(paths.accounts())
  const form = await create(user, '欧阳明', 'organizer')
  expect(await form.findByText('这个账号名已被使用')).toBeDefined()
  expect(form.getByLabelText('账号').getAttribute('aria-invalid')).toBe('true')
  expect(form.getByLabelText<HTMLInputElement>('姓名').value).toBe('欧阳明')
})

test('a name that was mistyped is put right; of an account that is a member’s the roster says it', async () => {
  await api.signIn('system-admin')
  const { user } = await api.open(paths.accounts({ q: 'secretary' }), 1440)
  await user.click(await screen.findByRole('link', { name: 'secretary' }))
  await user.click(await button('更正姓名'))
  const linked = within(await screen.findByRole('dialog', { name: '更正账号 secretary 的姓名' }))
  await user.click(linked.getByRole('button', { name: '更正姓名' }))
  expect(await linked.findByText(/姓名随党员档案更正/)).toBeDefined()

  api.leave()
  const again = await api.open(paths.accounts({ q: 'organizer' }), 1440)
  await again.user.click(await screen.findByRole('link', { name: 'organizer' }))
  await again.user.click(await button('更正姓名'))
  const form = within(await screen.findByRole('dialog', { name: '更正账号 organizer 的姓名' }))
  const field = form.getByLabelText<HTMLInputElement>('姓名')
  expect(field.value).toBe('organizer')
  await again.user.clear(field)
  await again.user.type(field, '欧阳明')
  await again.user.click(form.getByRole('button', { name: '更正姓名' }))
  expect(await screen.findByRole('link', { name: '欧阳明' })).toBeDefined()
})

test('disabling names the person, acts at once, and nobody disables the own account', async () => {
  await api.signIn('system-admin')
  const { user } = await api.open(paths.accounts({ q: 'organizer' }), 1440)
  await user.click(await screen.findByRole('link', { name: 'organizer' }))
  await user.click(await button('停用'))
  const ask = await screen.findByRole('alertdialog', { name: '停用organizer的账号？' })
  await user.click(within(ask).getByRole('button', { name: '停用' }))
  expect(await button('启用')).toBeDefined()
  expect((await api.api.call(api.bureau.tokens.organizer, rolesContract.list)).problem.code).toBe(
    'not_signed_in',
  )

  api.leave()
  const again = await api.open(paths.accounts({ q: 'sysadmin' }), 1440)
  await again.user.click(await screen.findByRole('link', { name: 'sysadmin' }))
  expect((await button(/停用/)).getAttribute('aria-disabled')).toBe('true')
  expect(screen.getByText('不能停用自己的账号')).toBeDefined()
})

test('accounts are narrowed by their state and sorted, in the address', async () => {
  await api.signIn('system-admin')
  const { user, router } = await api.open(paths.accounts({ sort: '-name' }), 1440)
  expect(await screen.findByRole('link', { name: 'organizer' })).toBeDefined()
  await user.click(await button(/状态/))
  await user.click(await screen.findByRole('checkbox', { name: '已停用' }))
  expect(await screen.findByText('没有符合条件的记录')).toBeDefined()
  expect(router.state.location.search).toContain('states=disabled')
  expect(router.state.location.search).toContain('sort=-name')
})
