import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { parameterKeys } from '#domain/rules/parameters.ts'
import { parametersContract } from '#domain/system.contract.ts'
import { setText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { setPreferences } from '#lib/preferences.ts'
import { en } from '#locales/en.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const api = screenApi()
const button = (name: string | RegExp) => screen.findByRole('button', { name })

test('every parameter stands there in words, and who may not set it reads why', async () => {
  await api.signIn('leader')
  await api.open(paths.parameters())
  const buttons = await screen.findAllByRole('button', { name: /^设定：/ })
  expect(buttons).toHaveLength(parameterKeys.length)
  expect(screen.getByText('每季度一次')).toBeDefined()
  expect(screen.getByText('100、300、600、1000、1500 小时')).toBeDefined()
  expect(buttons[0]?.getAttribute('aria-disabled')).toBe('true')
  expect(screen.getAllByText('当前角色没有这项权限，需要党务专干')).toHaveLength(
    parameterKeys.length,
  )
})

test('in English the reason of each usual value is English, but for the names of regulations and the bureau', async () => {
  setText(en)
  setPreferences({ language: 'en' })
  await api.signIn('leader')
  await api.open(paths.parameters())
  expect(await screen.findByText('Practice: caught up within three days')).toBeDefined()
  const names = /\p{Script=Han}+(条例|细则|局)/gu
  expect(screen.getByRole('main').textContent.replaceAll(names, '')).not.toMatch(/\p{Script=Han}/u)
  setPreferences({ language: 'zh' })
})

test('a wrong value is refused at the field, a right one is told with its author', async () => {
  await api.signIn('organizer')
  const { user } = await api.open(paths.parameters())
  await user.click(await button('设定：志愿服务星级小时'))
  const value = await screen.findByLabelText('新的值')
  await user.clear(value)
  await user.type(value, '300、100')
  await user.type(screen.getByLabelText('设定依据'), '机关党委会议决定')
  await user.click(await button('设定'))
  expect(await screen.findByText('各级小时数应当由低到高')).toBeDefined()
  expect(value.getAttribute('aria-invalid')).toBe('true')

  await user.clear(value)
  await user.type(value, '50, 100 200')
  await user.click(await button('设定'))
  expect(await screen.findByText('50、100、200 小时')).toBeDefined()
  expect(screen.getByText(/organizer设定，自 2026-11-23 起/)).toBeDefined()
})

test('the bureau gets another name from the system administrator, on every page at once', async () => {
  await api.signIn('organizer')
  await api.open(paths.parameters())
  expect((await button('更改单位名称')).getAttribute('aria-disabled')).toBe('true')
  api.leave()
  await api.signIn('system-admin')
  const { user } = await api.open(paths.parameters())
  await user.click(await button('更改单位名称'))
  const drawer = within(await screen.findByRole('dialog'))
  const name = await drawer.findByLabelText('单位名称')
  await user.clear(name)
  await user.type(name, '某市数据局')
  await user.type(drawer.getByLabelText('依据或原因'), '机构改革')
  await user.click(drawer.getByRole('button', { name: '更改' }))
  await waitFor(() => expect(screen.getAllByText('某市数据局').length).toBeGreaterThan(1))
})

test('a number outside its limits is not sent', async () => {
  await api.signIn('organizer')
  const { user } = await api.open(paths.parameters())
  await user.click(await button('设定：补学期限'))
  const value = await screen.findByLabelText('新的值')
  await user.clear(value)
  await user.type(value, '31')
  await user.type(screen.getByLabelText('设定依据'), '机关党委会议决定')
  await user.click(await button('设定'))
  await waitFor(() => expect(value.getAttribute('aria-invalid')).toBe('true'))
  expect(screen.getByText('请填写 1 到 30 的整数')).toBeDefined()
  expect(api.of(parametersContract.set)).toHaveLength(0)
})

test('what is decided for a later day stands beside what holds today', async () => {
  const { api: server, bureau } = api
  await server.call(bureau.tokens.organizer, parametersContract.set, {
    body: { key: 'makeup.days', value: 9, from: '2027-01-01', reason: '机关党委会议决定' },
  })
  await api.signIn('auditor')
  await api.open(paths.parameters())
  expect(await screen.findByText('2027-01-01 起改为9 天，organizer设定')).toBeDefined()
})
