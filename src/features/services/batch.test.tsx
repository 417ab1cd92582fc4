import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { servicesContract } from '#domain/services.contract.ts'
import { paths } from '#lib/paths.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const api = screenApi()

test('a page of bulk lines: the good are logged, the bad is shown', async () => {
  await api.signIn('member')
  const { user } = await api.open(paths.serviceBatch())
  const visits = async (n: number) => screen.findByRole('textbox', { name: `第 ${n} 行 服务人次` })
  await user.click(await screen.findByRole('button', { name: '登记 0 条' }))
  expect(await screen.findByText('请先填写至少一行的人次')).toBeDefined()
  const choose = (name: string, value: string) =>
    user.selectOptions(screen.getByRole('combobox', { name }), value)
  await user.type(await visits(1), '4')
  await user.type(await visits(2), '1.5')
  // The third line was offered, and is not used.
  await user.click(screen.getByRole('button', { name: '登记 2 条' }))
  expect(await screen.findAllByText('请选择类别 请选择服务对象')).toHaveLength(2)
  expect(api.of(servicesContract.createMany)).toEqual([])
  await choose('服务对象', '市场主体')
  await choose('第 1 行 类别', '提醒服务')
  await choose('第 2 行 类别', '延伸服务')
  await choose('第 2 行 服务方式', '寄递')
  await user.click(screen.getByRole('button', { name: '登记 2 条' }))
  expect(await screen.findByText('人次应为整数')).toBeDefined()
  expect(screen.getByText(/已登记 1 条；1 条没有通过/)).toBeDefined()
  expect((await visits(1)).getAttribute('value')).toBe('1.5')
  expect(api.of(servicesContract.createMany)[0]?.body).toMatchObject({
    entries: [
      { visits: 4, kind: 'reminder', channel: 'phone', beneficiary: 'enterprise' },
      { visits: 1.5, kind: 'outreach', channel: 'mail', beneficiary: 'enterprise' },
    ],
  })
})

test('a bulk line that lacks its kind keeps no other back, and stays with its reason', async () => {
  await api.signIn('member')
  const { user } = await api.open(paths.serviceBatch())
  const visits = (n: number) =>
    screen.findByRole<HTMLInputElement>('textbox', { name: `第 ${n} 行 服务人次` })
  const choose = (name: string, value: string) =>
    user.selectOptions(screen.getByRole('combobox', { name }), value)
  await user.type(await visits(1), '7')
  await user.type(await visits(2), '4')
  await choose('服务对象', '群众')
  await choose('第 2 行 类别', '提醒服务')
  await user.click(screen.getByRole('button', { name: '登记 2 条' }))
  expect(await screen.findByText(/已登记 1 条；1 条没有通过/)).toBeDefined()
  expect(screen.getByText('请选择类别')).toBeDefined()
  expect((await visits(1)).value).toBe('7')
  await choose('第 1 行 类别', '帮办服务')
  await user.click(screen.getByRole('button', { name: '登记 1 条' }))
  await waitFor(() => expect(screen.queryByText('请选择类别')).toBeNull())
  const sent = api.of(servicesContract.createMany).map(({ body }) => body)
  expect(sent).toMatchObject([
    { entries: [{ visits: 4, kind: 'reminder' }] },
    { entries: [{ visits: 7, kind: 'assisted' }] },
  ])
})
