import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { servicesContract } from '#domain/services.contract.ts'
import { paths } from '#lib/paths.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const api = screenApi()
const visits = () => screen.findByRole<HTMLInputElement>('textbox', { name: '服务人次' })
const kept = () => screen.findByText(/草稿已存于本机 \d\d:\d\d/)
const noDraft = () => waitFor(() => expect(api.store.records.size).toBe(0))

test('a service and its days survive a reload, and are dropped when handed in', async () => {
  await api.signIn('member')
  const first = await api.open(paths.newService(), 390)
  await first.user.click(await screen.findByRole('radio', { name: /帮办服务/ }))
  await first.user.clear(await visits())
  await first.user.type(await visits(), '12')
  await first.user.click(screen.getByRole('button', { name: '加一天' }))
  const [, second] = screen.getAllByLabelText('日期')
  await first.user.type(second as Element, '2026-11-18')
  await kept()
  api.leave()

  const { user, router } = await api.open(paths.newService(), 390)
  expect((await visits()).value).toBe('12')
  expect(screen.getAllByLabelText<HTMLInputElement>('日期').map(({ value }) => value)).toEqual([
    '2026-11-23',
    '2026-11-18',
  ])
  await user.click(screen.getByRole('button', { name: '提交' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/services'))
  await noDraft()
})

test('what was sent without an answer is sent again, after a reload, under the same key', async () => {
  await api.signIn('member')
  const first = await api.open(paths.newService(), 390)
  await first.user.click(await screen.findByRole('radio', { name: /提醒服务/ }))
  api.offline = true
  await first.user.click(screen.getByRole('button', { name: '提交' }))
  await screen.findByText(/请检查网络/)
  await kept()
  api.leave()
  api.offline = false

  const { user } = await api.open(paths.newService(), 390)
  await user.click(await screen.findByRole('button', { name: '提交' }))
  await waitFor(() => expect(api.of(servicesContract.createMany)).toHaveLength(2))
  const [lost, again] = api
    .of(servicesContract.createMany)
    .map(({ headers }) => headers.get('Idempotency-Key'))
  expect(lost).toBeTruthy()
  expect(again).toBe(lost)
  await noDraft()
})

test('of bulk lines what was not logged is what is kept', async () => {
  await api.signIn('member')
  const line = (n: number, field: string) =>
    screen.findByRole<HTMLInputElement>('textbox', { name: `第 ${n} 行 ${field}` })
  const first = await api.open(paths.serviceBatch())
  await first.user.type(await line(1, '服务人次'), '1')
  for (const [name, value] of [
    ['服务对象', '群众'],
    ['第 1 行 类别', '帮办服务'],
    ['第 2 行 类别', '帮办服务'],
  ] as const)
    await first.user.selectOptions(screen.getByRole('combobox', { name }), value)
  await first.user.type(await line(2, '服务人次'), '1.5')
  await first.user.click(screen.getByRole('button', { name: '登记 2 条' }))
  expect(await screen.findByText('人次应为整数')).toBeDefined()
  await kept()
  api.leave()

  const { user } = await api.open(paths.serviceBatch())
  expect((await line(1, '服务人次')).value).toBe('1.5')
  await user.clear(await line(1, '服务人次'))
  await user.type(await line(1, '服务人次'), '2')
  await user.click(screen.getByRole('button', { name: '登记 1 条' }))
  await noDraft()
  expect(screen.queryByText('人次应为整数')).toBeNull()
})

test('what was typed of an appeal, or of a change, survives a reload', async () => {
  const { tokens } = api.bureau
  const { id } = (
    await api.api.call(tokens.member, servicesContract.create, {
      body: { kind: 'assisted', servedOn: '2026-11-20', visits: 3 },
    })
  ).body
  await api.api.call(tokens['branch-secretary'], servicesContract.sendBack, {
    params: { id },
    version: 1,
    body: { reason: '与叫号不符' },
  })
  await api.signIn('member')
  const reason = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: /原因|理由/ })
  const opened = async (act: string) => {
    const { user } = await api.open(paths.services({ open: id }))
    await user.click((await screen.findAllByRole('button', { name: act }))[0] as Element)
    return { user, field: act === '申诉' ? await reason() : await visits() }
  }
  for (const act of ['申诉', '修改']) {
    const { user, field } = await opened(act)
    await user.clear(field)
    await user.type(field, '5')
    await kept()
    api.leave()
    expect((await opened(act)).field.value).toBe('5')
    api.leave()
  }
})
