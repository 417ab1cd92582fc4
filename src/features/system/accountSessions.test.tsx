import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { sessionContract } from '#domain/session.contract.ts'
import { paths } from '#lib/paths.ts'
import { screenApi } from '#tests/support/screenApi.tsx'
import { testNow } from '#tests/support/world.ts'

const api = screenApi()

test('the sessions of an account stand beside its role, and are ended for a reason', async () => {
  await api.signIn('security-admin')
  const { user } = await api.open(paths.roles(), 1440)
  const row = await screen.findByRole('row', { name: /leader.*党委领导/ })
  await user.click(within(row).getByRole('link'))
  const region = within(await screen.findByRole('region', { name: '登录情况' }))
  expect(await region.findByText('正在 1 处登录。')).toBeDefined()
  await user.click(region.getByRole('button', { name: '全部强制下线' }))
  const form = within(await screen.findByRole('dialog', { name: '强制leader下线' }))
  await user.click(form.getByRole('button', { name: '全部强制下线' }))
  await waitFor(() => expect(form.getByLabelText('原因').getAttribute('aria-invalid')).toBe('true'))
  await user.type(form.getByLabelText('原因'), '本人报告电脑遗失')
  await user.click(form.getByRole('button', { name: '全部强制下线' }))
  expect(await region.findByText('现在没有登录。')).toBeDefined()
  expect(screen.getByText('已强制leader下线')).toBeDefined()
  const token = api.bureau.tokens.leader
  await waitFor(async () =>
    expect((await api.api.call(token, sessionContract.show)).body.session).toBeNull(),
  )
})

test('one of them is ended as one; what has ended meanwhile leaves the list with the refusal', async () => {
  const { db } = api.api.world
  const row = await db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .selectAll('session')
    .where('login', '=', 'leader')
    .executeTakeFirstOrThrow()
  const edge = { ...row, id_hash: 'another', id: newId(), browser: 'edge', system: 'windows' }
  await db.insertInto('session').values(edge).execute()
  await api.signIn('security-admin')
  const { user } = await api.open(paths.roles(), 1440)
  const line = await screen.findByRole('row', { name: /leader.*党委领导/ })
  await user.click(within(line).getByRole('link'))
  const region = within(await screen.findByRole('region', { name: '登录情况' }))
  const end = async (device: string) => {
    const item = (await region.findByText(device)).closest('li') ?? document.body
    await user.click(within(item).getByRole('button', { name: '结束登录' }))
    const name = `结束leader在 ${device} 上的登录`
    const form = within(await screen.findByRole('dialog', { name }))
    await user.type(form.getByLabelText('原因'), '本人报告电脑遗失')
    await user.click(form.getByRole('button', { name: '结束登录' }))
    return form
  }
  await end('Windows · Edge')
  expect(await region.findByText('正在 1 处登录。')).toBeDefined()
  expect(screen.getByText('已结束一处登录')).toBeDefined()

  await db.updateTable('session').set({ ended_at: testNow }).where('id', '=', row.id).execute()
  const form = await end('其他系统 · 其他浏览器')
  expect(await form.findByText(/这些登录已经结束/)).toBeDefined()
  expect(await region.findByText('现在没有登录。')).toBeDefined()
})

test('one’s own are not ended here, and the button says why', async () => {
  await api.signIn('security-admin')
  const { user } = await api.open(paths.roles(), 1440)
  const row = await screen.findByRole('row', { name: /secadmin/ })
  await user.click(within(row).getByRole('link'))
  const end = await screen.findByRole('button', { name: '结束登录' })
  await waitFor(() => expect(end.getAttribute('aria-disabled')).toBe('true'))
})
