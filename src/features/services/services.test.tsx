import { screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { MemberId, ServiceId } from '#domain/ids.ts'
import { membersContract } from '#domain/members.contract.ts'
import { servicesContract } from '#domain/services.contract.ts'
import type { ServiceInput } from '#domain/services.ts'
import { paths } from '#lib/paths.ts'
import { currentSession } from '#lib/session.ts'
import { zh } from '#locales/zh.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const api = screenApi()

/** 王芳's service of last Friday. */
const logged = async (given: Partial<ServiceInput> = {}) =>
  (
    await api.api.call(api.bureau.tokens.member, servicesContract.create, {
      body: { kind: 'assisted', servedOn: '2026-11-20', visits: 3, ...given },
    })
  ).body

test('a member logs one on a phone in four interactions from the workbench', async () => {
  await api.signIn('member')
  const { user, router } = await api.open('/', 390)
  await user.click(await screen.findByRole('link', { name: '记一次服务' }))
  await user.click(await screen.findByRole('radio', { name: /帮办服务/ }))
  const visits = screen.getByRole('textbox', { name: '服务人次' })
  await user.clear(visits)
  await user.type(visits, '12')
  await user.click(screen.getByRole('button', { name: '提交' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/services'))
  expect(await screen.findByText(/^共 12 人次，0 小时/)).toBeDefined()
  expect(api.of(servicesContract.createMany)[0]?.body).toMatchObject({
    entries: [{ kind: 'assisted', visits: 12, servedOn: '2026-11-23' }],
  })
})

test('how it was given goes with the kind, in sight, until another way is chosen', async () => {
  await api.signIn('member')
  const { user } = await api.open(paths.newService())
  await user.click(await screen.findByRole('radio', { name: /延伸服务/ }))
  const channel = screen.getByRole<HTMLSelectElement>('combobox', { name: '服务方式' })
  expect(channel.closest('details')).toBeNull()
  expect(channel.value).toBe('on-site')
  await user.click(screen.getByRole('radio', { name: /提醒服务/ }))
  expect(channel.value).toBe('phone')
  await user.selectOptions(channel, '网上')
  await user.click(screen.getByRole('radio', { name: /帮办服务/ }))
  await user.click(screen.getByRole('button', { name: '提交' }))
  await waitFor(() =>
    expect(api.of(servicesContract.createMany)[0]?.body).toMatchObject({
      entries: [{ kind: 'assisted', channel: 'online', beneficiary: 'people' }],
    }),
  )
})

test('of several days the bad one stays with its sentence, and what was typed', async () => {
  await api.signIn('member')
  await logged({ servedOn: '2026-11-19', visits: 1 })
  const { user } = await api.open(paths.newService())
  await user.click(await screen.findByRole('radio', { name: /帮办服务/ }))
  await user.click(screen.getByRole('button', { name: '加一天' }))
  const [first, second] = screen.getAllByLabelText('日期')
  if (!first || !second) throw new Error('two days')
  await user.clear(first)
  await user.type(first, '2026-11-18')
  await user.type(second, '2026-11-19')
  await user.click(screen.getByRole('button', { name: '提交' }))
  expect(await screen.findByText(/已登记 1 条；1 条没有通过/)).toBeDefined()
  expect(screen.getByText(/当天已登记过相同的一条/)).toBeDefined()
  expect(screen.getByLabelText<HTMLInputElement>('日期').value).toBe('2026-11-19')
})

test('several days that cannot be say each its own reason', async () => {
  await api.signIn('member')
  await logged({ servedOn: '2026-11-19', visits: 1 })
  const { user } = await api.open(paths.newService())
  await user.click(await screen.findByRole('radio', { name: /帮办服务/ }))
  await user.click(screen.getByRole('button', { name: '加一天' }))
  await user.click(screen.getByRole('button', { name: '加一天' }))
  const days = ['2026-11-24', '2026-11-19']
  for (const [at, input] of screen.getAllByLabelText('日期').entries()) {
    await user.clear(input)
    if (days[at]) await user.type(input, days[at])
  }
  await user.click(screen.getByRole('button', { name: '提交' }))
  expect(await screen.findByText('没有登记，请看标出的原因')).toBeDefined()
  const said = screen
    .getAllByLabelText('日期')
    .map((input) => input.closest('.sv-day')?.querySelector('.sv-error')?.textContent)
  expect(said).toEqual([
    '服务日期不能晚于今天（2026-11-23）',
    expect.stringMatching(/^当天已登记过相同的一条/),
    expect.stringMatching(/日期/),
  ])
})

test('a secretary confirms a page at once and returns one with a reason; the member appeals', async () => {
  await logged({ item: '甲' })
  await logged({ item: '乙' })
  const back = await logged({ item: '丙', visits: 30 })
  await api.signIn('branch-secretary')
  const { user } = await api.open(paths.services({ open: back.id }))
  await user.click(await screen.findByRole('button', { name: '退回' }))
  await user.type(await screen.findByRole('textbox', { name: /原因/ }), '与叫号不符')
  await user.click(screen.getAllByRole('button', { name: '退回' }).at(-1) as HTMLElement)
  expect(await screen.findByText('退回原因：与叫号不符')).toBeDefined()
  await user.click(await screen.findByRole('button', { name: '确认本页 2 条' }))
  const dialog = await screen.findByRole('alertdialog', { name: '确认这 2 条服务记录？' })
  await user.click(within(dialog).getByRole('button', { name: '确认本页 2 条' }))
  expect(await screen.findByText('已确认 2 条')).toBeDefined()
  api.leave()

  await api.signIn('member')
  const own = await api.open('/')
  await own.user.click(await screen.findByRole('link', { name: /帮办服务 30 人次/ }))
  await own.user.click(await screen.findByRole('button', { name: '申诉' }))
  await own.user.type(await screen.findByRole('textbox', { name: /原因/ }), '监控可查')
  await own.user.click(screen.getAllByRole('button', { name: '申诉' }).at(-1) as HTMLElement)
  expect((await screen.findAllByText('申诉中')).length).toBeGreaterThan(0)
})

test('an appeal is not confirmed with the page, and the sum says how much of it counts', async () => {
  const { member, 'branch-secretary': secretary } = api.bureau.tokens
  const send = (token: string, how: 'sendBack' | 'appeal', id: ServiceId, version: number) =>
    api.api.call(token, servicesContract[how], {
      params: { id },
      version,
      body: { reason: '见叫号' },
    })
  const { id } = await logged({ visits: 260 })
  await send(secretary, 'sendBack', id, 1)
  await send(member, 'appeal', id, 2)
  await logged({ visits: 5 })
  await api.signIn('branch-secretary')
  const { user } = await api.open(paths.services())
  expect(await screen.findByText('共 265 人次，0 小时 · 其中已确认 0 人次，0 小时')).toBeDefined()
  await user.click(screen.getByRole('button', { name: '确认本页 1 条' }))
  const dialog = await screen.findByRole('alertdialog')
  await user.click(within(dialog).getByRole('button', { name: '确认本页 1 条' }))
  expect(await screen.findByText('共 265 人次，0 小时 · 其中已确认 5 人次，0 小时')).toBeDefined()
})

test('what is listed is exported as it is filtered', async () => {
  await logged({ item: '甲' })
  await logged({ item: '乙', kind: 'outreach' })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
  vi.stubGlobal(
    'URL',
    Object.assign(URL, { createObjectURL: () => 'blob:1', revokeObjectURL: () => undefined }),
  )
  await api.signIn('branch-secretary')
  const { user } = await api.open(`${paths.services()}?kinds=outreach&page=2&size=10`)
  await user.click(await screen.findByRole('button', { name: '导出' }))
  expect(await screen.findByText('已导出 服务记录-2026-11-23.csv')).toBeDefined()
  const [asked] = api.of(servicesContract.exportList)
  expect(asked?.body).toMatchObject({ kinds: ['outreach'], year: 2026 })
  expect(asked?.body).not.toHaveProperty('page')
})

test('who only looks sees why not', async () => {
  const { id } = await logged()
  await api.signIn('leader')
  await api.open(paths.services({ open: id }))
  expect((await screen.findByRole('button', { name: '确认' })).getAttribute('aria-disabled')).toBe(
    'true',
  )
  expect(
    screen.getAllByText('确认服务记录需要党小组组长、支部书记或党务专干的权限').length,
  ).toBeGreaterThan(0)
  expect(screen.getByText('只有党员本人的账号可以登记')).toBeDefined()
})

test('a member issues the own certificate, and its number can be checked', async () => {
  const { id } = await logged({ isVolunteer: true, minutes: 90 })
  await api.api.call(api.bureau.tokens['group-leader'], servicesContract.confirm, {
    params: { id },
    version: 1,
  })
  await api.signIn('member')
  const { user, router } = await api.open(paths.serviceStars())
  expect(
    await screen.findByText(
      '距下一星还需 98.5 小时 · 现行阶梯：100 / 300 / 600 / 1000 / 1500 小时',
    ),
  ).toBeDefined()
  await user.click(screen.getByRole('button', { name: '出具证明' }))
  await user.click(
    (await screen.findAllByRole('button', { name: '出具证明' })).at(-1) as HTMLElement,
  )
  await waitFor(() => expect(router.state.location.pathname).toMatch(/certificates\/.+/))
  expect(await screen.findByText(/志愿服务时长1.5小时/)).toBeDefined()
  const [made] = (
    await api.api.call(api.bureau.tokens.member, servicesContract.certificates, {
      query: { member: api.bureau.inA1[1] as MemberId },
    })
  ).body
  await user.click(screen.getByRole('link', { name: '星级与证明' }))
  await user.type(await screen.findByRole('textbox', { name: '编号' }), made?.number ?? '')
  await user.type(screen.getByRole('textbox', { name: '姓名或名称' }), '王芳')
  await user.click(screen.getByRole('button', { name: '核验' }))
  expect(await screen.findByText('编号和名称相符，内容如下')).toBeDefined()
})

test('a list of one person says of whom it is and leads out, as do its other filters', async () => {
  await logged()
  await api.signIn('member')
  const { memberId } = currentSession()
  await api.signIn('branch-secretary')
  const { user, router } = await api.open(
    paths.services({
      member: memberId ?? '',
      year: 2026,
      mine: 'false',
      answered: 'false',
      kinds: ['assisted', 'outreach'],
      channels: 'counter',
      beneficiary: 'people',
    }),
  )
  expect(await screen.findByText('共 3 人次，0 小时 · 其中已确认 0 人次，0 小时')).toBeDefined()
  const t = zh.services.filters
  expect(screen.getByRole('button', { name: '类别：帮办服务、延伸服务' })).toBeDefined()
  expect(screen.getByRole('button', { name: '方式：窗口' })).toBeDefined()
  expect(screen.getByLabelText<HTMLSelectElement>(t.beneficiary).value).toBe('people')
  await user.click(screen.getByRole('button', { name: /只看 王芳/ }))
  await user.click(screen.getByRole('button', { name: new RegExp(t.others) }))
  await user.click(screen.getByRole('button', { name: new RegExp(t.notAnswered) }))
  // Faster than the address follows: the second press does not undo the first.
  await waitFor(() => expect(router.state.location.search).not.toMatch(/member|mine|answered/))
})

test('whose list it is, is said also where that person has no record in it', async () => {
  await api.signIn('organizer')
  const [id = ''] = api.bureau.inA2
  const { body } = await api.api.call(api.bureau.tokens.organizer, membersContract.show, {
    params: { id },
  })
  await api.open(paths.services({ member: id }))
  expect(await screen.findByRole('button', { name: new RegExp(`只看 ${body.name}`) })).toBeDefined()
})

test('what narrows the list is seen in its filters, also when an address from elsewhere brought it', async () => {
  await api.signIn('member')
  await api.open(paths.services({ month: '2025-03', toConfirm: 'true' }))
  const said = (name: string) =>
    screen.getByRole<HTMLSelectElement>('combobox', { name }).selectedOptions[0]?.textContent
  await screen.findByRole('combobox', { name: zh.services.filters.month })
  expect(said(zh.services.filters.month)).toBe('2025年3月')
  expect(said(zh.services.filters.state)).toBe(zh.services.filters.toConfirm)
})
