import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { sessionContract } from '#domain/session.contract.ts'
import { paths } from '#lib/paths.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const api = screenApi()

test('the sessions of an account stand beside its role, and are ended for a reason', async () => {
  await api.signIn('security-admin')
  const { user } = await api.open(paths.roles(), 1440)
  const row = await screen.findByRole('row', { name: /leader.*党委领导/ })
  await user.click(within(row).getByRole('link'))
  const region = within(await screen.findByRole('region', { name: '登录情况' }))
  expect(await region.findByText('正在 1 处登录。')).toBeDefined()
  await user.click(region.getByRole('button', { name: '强制下线' }))
  const form = within(await screen.findByRole('dialog', { name: '让leader强制下线' }))
  await user.click(form.getByRole('button', { name: '强制下线' }))
  await waitFor(() => expect(form.getByLabelText('原因').getAttribute('aria-invalid')).toBe('true'))
  await user.type(form.getByLabelText('原因'), '本人报告电脑遗失')
  await user.click(form.getByRole('button', { name: '强制下线' }))
  expect(await region.findByText('现在没有登录。')).toBeDefined()
  const token = api.bureau.tokens.leader
  await waitFor(async () =>
    expect((await api.api.call(token, sessionContract.show)).body.session).toBeNull(),
  )
})

test('one’s own are not ended here, and the button says why', async () => {
  await api.signIn('security-admin')
  const { user } = await api.open(paths.roles(), 1440)
  const row = await screen.findByRole('row', { name: /secadmin/ })
  await user.click(within(row).getByRole('link'))
  const end = await screen.findByRole('button', { name: '强制下线' })
  await waitFor(() => expect(end.getAttribute('aria-disabled')).toBe('true'))
})
