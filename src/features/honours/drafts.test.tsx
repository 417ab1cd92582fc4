import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { campaignsContract } from '#domain/campaigns.contract.ts'
import { paths } from '#lib/paths.ts'
import { zh } from '#locales/zh.ts'
import { addAccount, addMember } from '#tests/support/bureau.ts'
import { addHolidays, campaignSteps, citation } from '#tests/support/honours.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const api = screenApi()
beforeEach(() => addHolidays(api.api.world.db))

test('a nomination survives a closed window and a reload, can be given up, and is dropped when sent', async () => {
  const { create, resolved } = campaignSteps(api.api, api.bureau)
  const { id } = await create()
  const { id: meetingId } = await resolved()
  await api.signIn('branch-secretary')
  const open = async () => {
    const { user } = await api.open(paths.campaign(id))
    await user.click(await screen.findByRole('button', { name: zh.honours.actions.nominate }))
    const drawer = await screen.findByRole('dialog')
    const said = () =>
      within(drawer).findByLabelText<HTMLTextAreaElement>(new RegExp(zh.honours.form.citation))
    return { user, drawer, said }
  }
  const first = await open()
  await first.user.type(await first.said(), citation)
  await first.user.click(await within(first.drawer).findByRole('radio', { name: /张伟/ }))
  await within(first.drawer).findByText(/草稿已存于本机/)
  await first.user.click(within(first.drawer).getByRole('button', { name: zh.ui.cancel }))
  expect(await screen.findByText(zh.ui.draft.closed)).toBeDefined()
  api.leave()

  const second = await open()
  expect((await second.said()).value).toBe(citation)
  expect(
    (await within(second.drawer).findByRole<HTMLInputElement>('radio', { name: /张伟/ })).checked,
  ).toBe(true)
  await second.user.click(within(second.drawer).getByRole('button', { name: zh.ui.draft.discard }))
  await waitFor(async () => expect((await second.said()).value).toBe(''))
  await second.user.click(await screen.findByRole('button', { name: zh.ui.draft.undo }))
  await waitFor(async () => expect((await second.said()).value).toBe(citation))
  await second.user.click(
    within(second.drawer).getByRole('combobox', { name: new RegExp(zh.honours.form.resolution) }),
  )
  await second.user.click(
    await screen.findByText(/同意推荐/, { selector: '.ant-select-item-option-content' }),
  )
  await second.user.click(
    within(second.drawer).getByRole('button', { name: zh.honours.actions.nominate }),
  )
  await waitFor(() => expect(api.of(campaignsContract.nominate)[0]?.status).toBe(200))
  expect(api.of(campaignsContract.nominate)[0]?.body).toMatchObject({
    citation,
    meetingId,
    memberId: api.bureau.inA1[0],
  })
  await waitFor(() => expect(api.store.records.size).toBe(0))
})

test.each([
  ['withdraw', 'branch-secretary'],
  ['cancel', 'organizer'],
] as const)('why it is to %s stays typed over a reload', async (act, role) => {
  const { create, resolved, nominate } = campaignSteps(api.api, api.bureau)
  const { id } = await create()
  const { id: meetingId } = await resolved()
  await nominate(id, { memberId: api.bureau.inA1[0], meetingId })
  await api.signIn(role)
  const open = async () => {
    const { user } = await api.open(paths.campaign(id))
    await user.click(await screen.findByRole('button', { name: zh.honours.actions[act] }))
    const drawer = within(await screen.findByRole('dialog'))
    const reason = await drawer.findByLabelText<HTMLTextAreaElement>(zh.honours.form.reason)
    return { user, drawer, reason }
  }
  const { user, drawer, reason } = await open()
  await user.type(reason, '本人申请不参加')
  await drawer.findByText(/草稿已存于本机/)
  api.leave()
  expect((await open()).reason.value).toBe('本人申请不参加')
})

test('another branch brings its own people and resolutions, and keeps none of the first', async () => {
  const { create, resolved } = campaignSteps(api.api, api.bureau)
  const { id } = await create()
  await resolved()
  const { branchA, branchB } = api.bureau
  const both = await addAccount(api.api.world.db, {
    login: 'both-branches',
    roles: [
      { role: 'branch-secretary', at: branchA },
      { role: 'branch-secretary', at: branchB },
    ],
  })
  api.bureau.tokens['branch-secretary'] = both.token
  await api.signIn('branch-secretary')
  const { user } = await api.open(paths.campaign(id))
  await user.click(await screen.findByRole('button', { name: zh.honours.actions.nominate }))
  const drawer = within(await screen.findByRole('dialog'))
  const choose = async (name: string) => {
    const field = drawer.getByRole('combobox', { name: zh.honours.form.branch })
    await user.clear(field)
    await user.type(field, name)
    await user.click(await screen.findByRole('option', { name: new RegExp(name) }))
  }
  const resolution = () =>
    drawer.findByRole('combobox', { name: new RegExp(zh.honours.form.resolution) })
  await choose('甲支部')
  await user.click(await resolution())
  await user.click(
    await screen.findByText(/同意推荐/, { selector: '.ant-select-item-option-content' }),
  )
  expect((await resolution()).closest('.ant-select')?.textContent).toContain('同意推荐')
  await choose('乙支部')
  expect(await drawer.findByText(zh.honours.form.noResolution)).toBeDefined()
  await choose('甲支部')
  expect((await resolution()).closest('.ant-select')?.textContent).not.toContain('同意推荐')
})

test('where a branch has more people than are listed, the form says how the others are found', async () => {
  const { id } = await campaignSteps(api.api, api.bureau).create()
  for (let count = 0; count < 51; count++)
    await addMember(api.api.world.db, { name: '丁一', at: api.bureau.groupA1 })
  await api.signIn('branch-secretary')
  const { user } = await api.open(paths.campaign(id))
  await user.click(await screen.findByRole('button', { name: zh.honours.actions.nominate }))
  expect(await screen.findByText('只列前 60 人，请输入姓名查找')).toBeDefined()
  await user.type(screen.getByLabelText(zh.honours.form.candidateSearch), '张伟')
  await waitFor(() => expect(screen.queryByText('只列前 60 人，请输入姓名查找')).toBeNull())
})
