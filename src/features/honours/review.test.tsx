import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { campaignsContract } from '#domain/campaigns.contract.ts'
import type { MemberId } from '#domain/ids.ts'
import { paths } from '#lib/paths.ts'
import { invalidate } from '#lib/queries.ts'
import { addHolidays, campaignSteps } from '#tests/support/honours.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const api = screenApi()
beforeEach(() => addHolidays(api.api.world.db))
const person = (index: number) => api.bureau.inA1[index] as MemberId

/** A campaign in which these are nominated. */
async function nominated(count: number, over = {}) {
  const steps = campaignSteps(api.api, api.bureau)
  const { id } = await steps.create({ branchQuota: null, ...over })
  const { id: meetingId } = await steps.resolved()
  for (let index = 0; index < count; index++)
    await steps.nominate(id, { memberId: person(index), meetingId })
  return { id, meetingId, ...steps }
}

/** The review as somebody types it, up to the votes. */
async function openReview(id: string) {
  const { user } = await api.open(paths.campaign(id))
  await user.click(await screen.findByRole('button', { name: '登记审定' }))
  const drawer = await screen.findByRole('dialog')
  await user.type(await within(drawer).findByLabelText('应到委员'), '9')
  await user.type(within(drawer).getByLabelText('实到委员'), '8')
  await user.type(within(drawer).getByRole('textbox', { name: /^征求意见情况/ }), '均无不同意见')
  await user.click(within(drawer).getByRole('checkbox', { name: /^提前审定/ }))
  const yes = async (name: string, votes: string) => {
    const group = within(drawer).getByRole('group', { name: new RegExp(name) })
    const field = within(group).getByLabelText('赞成')
    await user.clear(field)
    await user.type(field, votes)
  }
  const send = () => user.click(within(drawer).getByRole('button', { name: '登记审定' }))
  return { user, drawer, yes, send }
}

test('votes stay with the nominee whom they were given to when another is withdrawn meanwhile', async () => {
  const { id, show } = await nominated(2)
  const [first, second] = (await show(id)).nominations
  if (!first || !second) throw new Error('two were nominated')
  await api.signIn('organizer')
  const { yes, send } = await openReview(id)
  await yes(first.subjectName, '5')
  await yes(second.subjectName, '8')
  await api.api.call(api.bureau.tokens['branch-secretary'], campaignsContract.withdraw, {
    params: { id: first.id },
    version: first.version,
    body: { reason: '本人申请不参加' },
  })
  await invalidate(['campaigns'])
  await waitFor(() =>
    expect(screen.queryByRole('group', { name: new RegExp(first.subjectName) })).toBeNull(),
  )
  await send()
  await waitFor(() => expect(api.of(campaignsContract.review)[0]?.status).toBe(200))
  expect((await show(id)).nominations).toMatchObject([
    { subjectName: second.subjectName, yes: 8, status: 'proposed' },
    { subjectName: first.subjectName, yes: null, status: 'withdrawn' },
  ])
})

test('all in favour is one press, and the form counts against the quota and says who falls short', async () => {
  const { id, show } = await nominated(3, { quota: 2, branchQuota: 3 })
  const [first] = (await show(id)).nominations
  if (!first) throw new Error('nobody')
  await api.signIn('organizer')
  const { user, drawer, yes, send } = await openReview(id)
  const row = () => within(drawer).getByRole('group', { name: new RegExp(first.subjectName) })
  expect(within(row()).getByLabelText('赞成')).toHaveProperty('value', '')
  expect(within(drawer).getByText('已列入 3 / 名额 2')).toBeDefined()
  await yes(first.subjectName, '4')
  expect(within(row()).getByText('赞成未过应到委员 9 人的半数，不能列入')).toBeDefined()
  await user.click(within(row()).getByRole('checkbox'))
  expect(within(row()).queryByText(/未过应到委员/)).toBeNull()
  expect(within(drawer).getByText('已列入 2 / 名额 2')).toBeDefined()
  await user.click(within(drawer).getByRole('button', { name: '全部全票同意（8 票）' }))
  await yes(first.subjectName, '4')
  await send()
  await waitFor(() => expect(api.of(campaignsContract.review)[0]?.status).toBe(200))
  expect((await show(id)).nominations.map((one) => [one.yes, one.status])).toEqual(
    expect.arrayContaining([
      [4, 'not-proposed'],
      [8, 'proposed'],
      [8, 'proposed'],
    ]),
  )
})

test('a row that is put right is not scolded any longer, and the votes survive a reload', async () => {
  const { id, show } = await nominated(1)
  const [{ subjectName } = { subjectName: '' }] = (await show(id)).nominations
  await api.signIn('organizer')
  const { drawer, yes, send } = await openReview(id)
  await yes(subjectName, '4')
  await send()
  const thin = /^赞成 4 票，未超过应到委员 9 人的半数/
  expect(await within(drawer).findByText(thin)).toBeDefined()
  await yes(subjectName, '7')
  await waitFor(() => expect(within(drawer).queryByText(thin)).toBeNull())
  await within(drawer).findByText(/草稿已存于本机/)
  api.leave()

  const { user } = await api.open(paths.campaign(id))
  await user.click(await screen.findByRole('button', { name: '登记审定' }))
  const again = await screen.findByRole('dialog')
  expect(await within(again).findByLabelText<HTMLInputElement>('赞成')).toHaveProperty('value', '7')
})

test('more nominees than the quota: the button says so, and who pressed before sees the sentence', async () => {
  const { id, meetingId, nominate } = await nominated(0, { quota: 1 })
  await api.signIn('branch-secretary')
  const { user } = await api.open(paths.campaign(id))
  const button = () => screen.findByRole('button', { name: '推荐' })
  await user.click(await button())
  const drawer = await screen.findByRole('dialog')
  await user.click(await within(drawer).findByRole('radio', { name: /^张伟/ }))
  await user.click(within(drawer).getByRole('combobox', { name: '依据的会议决议' }))
  await user.click(
    await screen.findByText(/同意推荐/, { selector: '.ant-select-item-option-content' }),
  )
  await user.type(
    within(drawer).getByRole('textbox', { name: /^事迹/ }),
    '三年办件无差错，主动延时服务百余次，群众送来锦旗两面。',
  )
  await nominate(id, { memberId: person(1), meetingId }, api.bureau.tokens.organizer)
  await user.click(within(drawer).getByRole('button', { name: '推荐' }))
  const sentence = await within(drawer).findByText('本次名额 1 个已推荐满，不能再推荐')
  expect(sentence.closest('.ant-form-item-hidden')).toBeNull()
  api.leave()
  await api.open(paths.campaign(id))
  await screen.findByText(/共推荐 1 个/)
  expect((await button()).getAttribute('aria-disabled')).toBe('true')
  expect(screen.getAllByText('名额 1 个已推荐满；有撤回的才能再推荐').length).toBeGreaterThan(0)
})

test('a campaign half typed survives a reload, with the title that was typed', async () => {
  await api.signIn('organizer')
  const open = async () => {
    const { user } = await api.open(paths.honours())
    const [button] = await screen.findAllByRole('button', { name: '发起评选' })
    if (!button) throw new Error('nothing to press')
    await user.click(button)
    return { user, drawer: await screen.findByRole('dialog') }
  }
  const first = await open()
  await first.user.type(await within(first.drawer).findByLabelText('名称'), '岁末补充评选')
  await first.user.type(within(first.drawer).getByLabelText('条件'), '窗口一线')
  await within(first.drawer).findByText(/草稿已存于本机/)
  api.leave()
  const { user, drawer } = await open()
  const title = await within(drawer).findByLabelText('名称')
  expect(title).toHaveProperty('value', '岁末补充评选')
  await user.click(within(drawer).getByRole('combobox', { name: '类别' }))
  await user.click(
    await screen.findByText('业务能手', { selector: '.ant-select-item-option-content' }),
  )
  expect(title).toHaveProperty('value', '岁末补充评选')
})
