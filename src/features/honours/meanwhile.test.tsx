import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { campaignsContract } from '#domain/campaigns.contract.ts'
import { holidaysContract } from '#domain/holidays.contract.ts'
import { paths } from '#lib/paths.ts'
import { zh } from '#locales/zh.ts'
import { addHolidays, campaignSteps, citation } from '#tests/support/honours.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const api = screenApi()
beforeEach(() => addHolidays(api.api.world.db))
const t = zh.honours

/** The secretary is at a nomination, and has opened this form of it, when somebody else changes its words. */
async function overtaken(act: 'changeNomination' | 'withdraw') {
  const { create, resolved, nominate, show } = campaignSteps(api.api, api.bureau)
  const { id } = await create()
  const { id: meetingId } = await resolved()
  await nominate(id, { memberId: api.bureau.inA1[0], meetingId })
  const token = api.bureau.tokens['branch-secretary']
  const [nomination] = (await show(id, token)).nominations
  if (!nomination) throw new Error('not nominated')
  await api.signIn('branch-secretary')
  const { user } = await api.open(paths.campaign(id))
  await user.click(await screen.findByRole('button', { name: t.actions[act] }))
  const drawer = within(await screen.findByRole('dialog'))
  await api.api.call(token, campaignsContract.changeNomination, {
    params: { id: nomination.id },
    version: nomination.version,
    body: { citation: `${citation}群众满意。`, basis: null },
  })
  const press = () => user.click(drawer.getByRole('button', { name: t.actions[act] }))
  return { user, drawer, press }
}

const statuses = (operation: Parameters<typeof api.of>[0]) =>
  api.of(operation).map(({ status }) => status)
const shown = () => screen.findByText(`${citation}群众满意。`, { selector: 'p' })

test('a nomination changed meanwhile is withdrawn by the second press', async () => {
  const { user, drawer, press } = await overtaken('withdraw')
  await user.type(await drawer.findByLabelText(t.form.reason), '本人请求撤回')
  await press()
  expect(await drawer.findByText(zh.common.form.changed)).toBeDefined()
  await shown()
  await press()
  await waitFor(() => expect(statuses(campaignsContract.withdraw)).toEqual([412, 200]))
})

test('new words of a nomination changed meanwhile stay typed, and are sent by the second press', async () => {
  const { user, drawer, press } = await overtaken('changeNomination')
  const said = await drawer.findByLabelText<HTMLTextAreaElement>(new RegExp(t.form.citation))
  await user.type(said, '另有嘉奖。')
  await press()
  expect(await screen.findByText(t.changedMeanwhile)).toBeDefined()
  await shown()
  await press()
  await waitFor(() => expect(statuses(campaignsContract.changeNomination)).toEqual([412, 200]))
  expect(api.of(campaignsContract.changeNomination)[1]?.body).toMatchObject({
    citation: `${citation}另有嘉奖。`,
  })
})

test('days off that were pasted stay when somebody else sets the year meanwhile, and are sent by the second press', async () => {
  await api.signIn('organizer')
  const year = 2027
  const { user } = await api.open(paths.honourSettings({ year }))
  await user.click(await screen.findByRole('button', { name: t.set.edit }))
  const drawer = within(await screen.findByRole('dialog'))
  const days = () => drawer.getByLabelText<HTMLTextAreaElement>(new RegExp(`^${t.set.days}`))
  await user.type(await drawer.findByLabelText(t.set.source), '国办发明电〔2026〕9号')
  await user.type(days(), '2027-01-01 放假 元旦')
  const token = api.bureau.tokens.organizer
  const { version } = (await api.api.call(token, holidaysContract.show, { query: { year } })).body
  const theirs = [{ day: '2027-01-02', off: true, name: '元旦' }]
  await api.api.call(token, holidaysContract.set, {
    version,
    body: { year, source: '国办发明电〔2026〕8号', days: theirs },
  })
  const press = () => user.click(drawer.getByRole('button', { name: t.set.edit }))
  await press()
  expect(await drawer.findByText(zh.common.form.changed)).toBeDefined()
  expect(await screen.findByText(/8号/)).toBeDefined()
  expect(days().value).toBe('2027-01-01 放假 元旦')
  await press()
  await waitFor(() => expect(statuses(holidaysContract.set)).toEqual([412, 200]))
  expect(api.of(holidaysContract.set)[1]?.body).toMatchObject({
    days: [{ day: '2027-01-01', off: true, name: '元旦' }],
  })
})
