import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { campaignsContract } from '#domain/campaigns.contract.ts'
import { honoursContract } from '#domain/honours.contract.ts'
import { paths } from '#lib/paths.ts'
import { addHolidays, campaignSteps, onNotice } from '#tests/support/honours.ts'
import { firstOf } from '#tests/support/meetings.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const api = screenApi()
beforeEach(() => addHolidays(api.api.world.db))

test('an organizer reviews and begins public notice; a day off says so before it is sent', async () => {
  const { create, resolved, nominate } = campaignSteps(api.api, api.bureau)
  const { id } = await create()
  const { id: meetingId } = await resolved()
  await nominate(id, { memberId: api.bureau.inA1[0], meetingId })
  await api.signIn('organizer')
  const { user } = await api.open(paths.campaign(id))
  await user.click(await screen.findByRole('button', { name: '登记审定' }))
  let drawer = await screen.findByRole('dialog')
  await user.type(within(drawer).getByLabelText('应到委员'), '9')
  await user.type(within(drawer).getByLabelText('实到委员'), '8')
  await user.type(
    within(drawer).getByRole('textbox', { name: /^征求意见情况/ }),
    '纪检、人事无不同意见',
  )
  const yes = within(drawer).getByLabelText('赞成')
  await user.clear(yes)
  await user.type(yes, '4')
  // Nominations still run, and whom a review would shut out is named: it takes a word more.
  expect(
    within(drawer).getByText(/推荐到2026年11月30日才截止，还有 1 个支部没有推荐：乙支部。/),
  ).toBeDefined()
  const send = () => user.click(within(drawer).getByRole('button', { name: '登记审定' }))
  await send()
  expect(await within(drawer).findByText('请确认提前审定')).toBeDefined()
  expect(api.of(campaignsContract.review)).toHaveLength(0)
  await user.click(within(drawer).getByRole('checkbox', { name: /^提前审定/ }))
  await send()
  expect(await within(drawer).findByText(/未超过应到委员 9 人的半数/)).toBeDefined()
  await user.clear(yes)
  await user.type(yes, '8')
  await send()
  expect(await screen.findByText('已登记审定')).toBeDefined()

  await user.click(await screen.findByRole('button', { name: '开始公示' }))
  drawer = await screen.findByRole('dialog')
  const from = within(drawer).getByLabelText(/^起始日期/)
  await user.clear(from)
  await user.type(from, '2026-11-28')
  expect(
    await within(drawer).findByText(/2026年11月28日是周末，不计入；从2026年11月30日起算/),
  ).toBeDefined()
  await user.type(within(drawer).getByRole('textbox', { name: /^公示地点/ }), '一楼公示栏')
  await user.click(within(drawer).getByRole('button', { name: '开始公示' }))
  expect(await screen.findByText('公示至2026年12月4日', { selector: '.sc-toasts *' })).toBeDefined()
  expect(api.of(campaignsContract.publish)[0]?.body).toEqual({
    from: '2026-11-28',
    place: '一楼公示栏',
  })
})

test('the list says what waits, and a campaign is started with the class’s own validity', async () => {
  await api.signIn('organizer')
  const { user } = await api.open(paths.honours())
  expect(await screen.findByText('这一年还没有评选活动')).toBeDefined()
  const [create] = screen.getAllByRole('button', { name: '发起评选' })
  if (create) await user.click(create)
  const drawer = await screen.findByRole('dialog')
  await user.click(within(drawer).getByRole('combobox', { name: '类别' }))
  await user.click(
    await screen.findByText('业务能手', { selector: '.ant-select-item-option-content' }),
  )
  await user.type(within(drawer).getByLabelText('名额'), '8')
  await user.type(within(drawer).getByLabelText('条件'), '业务熟练')
  await user.click(within(drawer).getByRole('button', { name: '发起评选' }))
  expect(await screen.findByRole('heading', { name: '2026年度业务能手评选' })).toBeDefined()
  expect(api.of(campaignsContract.create)[0]?.body).toMatchObject({
    classCode: 'skilled-worker',
    quota: 8,
    validityMonths: 24,
    publicityDays: 5,
  })
})

test('the lists ask the server at a pause in typing, not at every key', async () => {
  await api.signIn('organizer')
  for (const [to, operation] of [
    [paths.honours(), campaignsContract.list],
    [paths.honourRecords(), honoursContract.list],
  ] as const) {
    const { user } = await api.open(to)
    await user.type(await screen.findByRole('searchbox'), '优秀党员')
    await waitFor(() => expect(api.of(operation).at(-1)?.query.get('q')).toBe('优秀党员'))
    const words = api.of(operation).flatMap(({ query }) => query.get('q') ?? [])
    expect(words).toEqual(['优秀党员'])
    api.leave()
  }
})

test('a notice that corrected holidays made too short is lengthened beside the blocked decision', async () => {
  const { id } = await onNotice(api.api, api.bureau, [firstOf(api.bureau.inA1)])
  // Friday 20 November: off after all.
  await api.api.world.db
    .insertInto('holiday')
    .values({ day: '2026-11-20', year: 2026, name: '临时放假', off: true })
    .execute()
  await api.signIn('organizer')
  const { user } = await api.open(paths.campaign(id))
  expect(await screen.findByText(/公示不足规定的工作日/)).toBeDefined()
  expect(screen.getByRole('button', { name: '登记决定' }).getAttribute('aria-disabled')).toBe(
    'true',
  )
  await user.click(screen.getByRole('button', { name: '延长或更正公示' }))
  const drawer = await screen.findByRole('dialog')
  expect(await within(drawer).findByText(/2026年11月16日至2026年11月23日，共 5 个/)).toBeDefined()
  expect(within(drawer).getByLabelText<HTMLInputElement>(/^起始日期/).disabled).toBe(true)
  const to = within(drawer).getByLabelText(/^截止日期/)
  await user.clear(to)
  await user.type(to, '2026-11-23')
  await user.type(within(drawer).getByRole('textbox', { name: /^原因/ }), '放假安排更正')
  await user.click(within(drawer).getByRole('button', { name: '延长或更正公示' }))
  const history = await screen.findByRole('list', { name: '公示的延长和更正' })
  expect(within(history).getByText(/2026-11-20.*改为.*2026-11-23/)).toBeDefined()
  expect(within(history).getByText('放假安排更正')).toBeDefined()
})
