import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { makeupsContract, meetingsContract } from '#domain/meetings.contract.ts'
import { paths } from '#lib/paths.ts'
import { zh } from '#locales/zh.ts'
import { firstOf } from '#tests/support/meetings.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const api = screenApi()

/** A signed meeting that 王芳 missed. */
async function missed(heldOn = '2026-11-20') {
  const [chairId = '', missing = '', recorderId = ''] = api.bureau.inA1
  const body = {
    organizationId: api.bureau.groupA1.id,
    types: ['group-meeting' as const],
    title: '十一月党小组会',
    heldOn,
    startedAt: '09:00',
    endedAt: '10:00',
    agenda: ['学习'],
    minutes: '学习传达。',
    place: '三楼',
    chairId,
    recorderId,
    attendance: [{ memberId: missing, status: 'leave' as const, reason: '公务' }],
    advance: 'sign' as const,
  }
  const answer = await api.api.call(
    api.bureau.tokens['branch-secretary'],
    meetingsContract.create,
    { body },
  )
  expect(answer.status).toBe(200)
  return answer.body
}

test('an absentee is caught up in three presses and leaves the list', async () => {
  await api.signIn('branch-secretary')
  await missed()
  const { user } = await api.open(paths.makeups())
  await user.click(await screen.findByRole('button', { name: '登记补学' }))
  await user.click(await screen.findByRole('button', { name: '自学会议记录' }))
  const [, confirm] = screen.getAllByRole('button', { name: '登记补学' })
  if (confirm) await user.click(confirm)
  expect(await screen.findByText('没有待完成的补学')).toBeDefined()
  expect(api.of(makeupsContract.confirm)[0]?.body).toMatchObject({
    makeups: [{ version: 1 }],
    doneOn: '2026-11-23',
    how: '自学会议记录',
  })
})

test('how somebody caught up is asked at its field, and a usual way stands pressed', async () => {
  await api.signIn('branch-secretary')
  await missed()
  const { user } = await api.open(paths.makeups())
  await user.click(await screen.findByRole('button', { name: '登记补学' }))
  const drawer = within(await screen.findByRole('dialog'))
  await user.click(drawer.getByRole('button', { name: '登记补学' }))
  const asked = { name: '补学方式', description: zh.common.form.required }
  expect(drawer.getByRole('textbox', asked).getAttribute('aria-invalid')).toBe('true')
  expect(api.of(makeupsContract.confirm)).toEqual([])
  await user.click(drawer.getByRole('button', { name: '自学会议记录', pressed: false }))
  expect(drawer.getByRole('button', { name: '自学会议记录', pressed: true })).toBeDefined()
})

test('who may not confirm sees what is owed and why not', async () => {
  await api.signIn('leader')
  await missed()
  await api.open(paths.makeups())
  expect(
    (await screen.findByRole('button', { name: '登记补学' })).getAttribute('aria-disabled'),
  ).toBe('true')
  expect(screen.getByText('登记补学需要支部书记或党务专干的权限')).toBeDefined()
})

test('what one lesson made up for is written down with one form', async () => {
  await api.signIn('branch-secretary')
  await missed()
  await missed('2026-11-19')
  const { user } = await api.open(paths.makeups())
  await user.click(await screen.findByRole('button', { name: '登记多人' }))
  await user.click(screen.getByRole('checkbox', { name: '选择本页全部' }))
  await user.click(screen.getByRole('button', { name: '登记所选' }))
  await user.click(await screen.findByRole('button', { name: '支部集中补课' }))
  await user.click(screen.getAllByRole('button', { name: '登记补学' }).at(-1) as HTMLElement)
  expect(await screen.findByText('已登记 2 人的补学')).toBeDefined()
  expect(await screen.findByText('没有待完成的补学')).toBeDefined()
  expect(api.of(makeupsContract.confirm)).toHaveLength(1)
})

test('one meeting’s absentees are named as such, and a wrong entry is taken back with a reason', async () => {
  await api.signIn('branch-secretary')
  const { id, makeups } = await missed()
  await api.api.call(api.bureau.tokens['branch-secretary'], makeupsContract.confirm, {
    body: {
      makeups: makeups.map((one) => ({ id: one.id, version: one.version })),
      doneOn: '2026-11-23',
      how: '自学会议记录',
    },
  })
  const { user, router } = await api.open(paths.makeups({ meeting: id, show: 'done' }))
  expect((await screen.findByRole('link', { name: '王芳' })).getAttribute('href')).toMatch(
    /\/members\/[0-9a-f-]{36}/,
  )
  await user.click(screen.getByRole('button', { name: '撤回登记' }))
  await user.type(await screen.findByRole('textbox', { name: '撤回原因' }), '登记错人')
  await user.click(screen.getAllByRole('button', { name: '撤回登记' }).at(-1) as HTMLElement)
  expect(await screen.findByText('已撤回，重新列为待补学')).toBeDefined()
  await user.click(screen.getByRole('button', { name: /^会议：/ }))
  await waitFor(() => expect(router.state.location.search).toBe('?show=done'))
})

test('a reason typed while somebody else dealt with it stays, and goes with the next press', async () => {
  await api.signIn('branch-secretary')
  const { id, makeups } = await missed()
  const token = api.bureau.tokens['branch-secretary']
  const { id: makeup } = firstOf(makeups)
  const confirm = (version: number) =>
    api.api.call(token, makeupsContract.confirm, {
      body: { makeups: [{ id: makeup, version }], doneOn: '2026-11-23', how: '自学会议记录' },
    })
  await confirm(1)
  const { user } = await api.open(paths.makeups({ meeting: id, show: 'done' }))
  await user.click(await screen.findByRole('button', { name: '撤回登记' }))
  const drawer = within(await screen.findByRole('dialog'))
  await user.type(drawer.getByRole('textbox', { name: '撤回原因' }), '登记错人')
  const params = { id: makeup }
  await api.api.call(token, makeupsContract.withdraw, {
    params,
    version: 2,
    body: { reason: '日期有误' },
  })
  await confirm(3)
  await user.click(drawer.getByRole('button', { name: '撤回登记' }))
  expect(await drawer.findByText(zh.common.form.changed)).toBeDefined()
  await waitFor(() => expect(api.of(makeupsContract.list).at(-1)?.status).toBe(200))
  await user.click(drawer.getByRole('button', { name: '撤回登记' }))
  expect(await screen.findByText('已撤回，重新列为待补学')).toBeDefined()
  expect(api.of(makeupsContract.withdraw).at(-1)?.body).toEqual({ reason: '登记错人' })
})

test('the list is reached from the meetings and from one that was missed', async () => {
  await api.signIn('branch-secretary')
  const { id } = await missed()
  const { user, router } = await api.open(paths.meetings())
  expect(
    (await screen.findByRole('link', { name: '补学' })).getAttribute('href')?.split('?')[0],
  ).toBe('/makeups')
  await router.navigate(paths.meeting(id))
  await user.click(await screen.findByRole('link', { name: '登记补学' }))
  await waitFor(() => expect(router.state.location.search).toContain(`meeting=${id}`))
})

test('one’s own are a filter like others; a member whom the address names goes before', async () => {
  await api.signIn('branch-secretary')
  await missed()
  const [, member = ''] = api.bureau.inA1
  const { user, router } = await api.open(paths.makeups({ mine: 'true', member, q: '王' }))
  const own = { name: new RegExp(`^${zh.workbench.groups.ownMakeups}`) }
  const chip = await screen.findByRole('button', { name: /^党员：王芳/ })
  expect(screen.queryByRole('button', own)).toBeNull()
  expect(api.of(makeupsContract.list).at(-1)?.query.get('member')).toBe(member)
  await user.click(chip)
  expect(await screen.findByRole('button', own)).toBeDefined()
  // Nothing of the secretary's own is owed.
  await user.click(await screen.findByRole('button', { name: zh.ui.clearFilters }))
  await waitFor(() => expect(router.state.location.search).toBe(''))
  expect(await screen.findByRole('link', { name: '王芳' })).toBeDefined()
})

test('of those chosen, whom somebody else dealt with meanwhile is named and taken out, and the others go on', async () => {
  await api.signIn('branch-secretary')
  const first = await missed()
  const second = await missed('2026-11-19')
  const confirmedElsewhere = async ({ makeups }: typeof first, version = 1) =>
    await api.api.call(api.bureau.tokens['branch-secretary'], makeupsContract.confirm, {
      body: {
        makeups: [{ id: firstOf(makeups).id, version }],
        doneOn: '2026-11-23',
        how: '自学会议记录',
      },
    })
  const { user, router } = await api.open(paths.makeups({ size: '20' }))
  await user.click(await screen.findByRole('button', { name: '登记多人' }))
  await user.click(screen.getByRole('checkbox', { name: '选择本页全部' }))
  // What was chosen is on no page that is shown.
  await router.navigate(paths.makeups({ q: '没有这个人' }))
  await user.click(await screen.findByRole('button', { name: '登记所选' }))
  const drawer = within(await screen.findByRole('dialog'))
  await user.click(drawer.getByRole('button', { name: '支部集中补课' }))
  const { makeups } = second
  await confirmedElsewhere(second)
  await api.api.call(api.bureau.tokens['branch-secretary'], makeupsContract.withdraw, {
    params: { id: firstOf(makeups).id },
    version: 2,
    body: { reason: '登记错人' },
  })
  await confirmedElsewhere(first)
  await user.click(drawer.getByRole('button', { name: '登记补学' }))
  expect(await drawer.findByText(/已从所选中去掉 1 人/)).toBeDefined()
  await user.click(drawer.getByRole('button', { name: '登记补学' }))
  expect(await screen.findByText(zh.makeups.done)).toBeDefined()
  expect(api.of(makeupsContract.confirm).at(-1)?.body).toMatchObject({
    makeups: [{ id: firstOf(makeups).id, version: 3 }],
  })
})

test('an account without a member has none of its own', async () => {
  await api.signIn('organizer')
  await missed()
  await api.open(paths.makeups({ mine: 'true' }))
  expect(await screen.findByText(zh.ui.filteredTitle)).toBeDefined()
  expect(screen.queryByRole('link', { name: '王芳' })).toBeNull()
})

test('a chip never says what the list before it was about', async () => {
  await api.signIn('branch-secretary')
  const { id } = await missed()
  const [chair = '', absent = ''] = api.bureau.inA1
  const { router } = await api.open(paths.makeups({ meeting: id, member: absent }))
  expect(await screen.findByRole('button', { name: /^党员：王芳/ })).toBeDefined()
  api.offline = true
  await router.navigate(paths.makeups({ member: chair }))
  const nameless = new RegExp(`^党员：${zh.ui.filters.someone}`)
  expect(await screen.findByRole('button', { name: nameless })).toBeDefined()
  api.offline = false
  expect(await screen.findByRole('button', { name: /^党员：张伟/ })).toBeDefined()
})
