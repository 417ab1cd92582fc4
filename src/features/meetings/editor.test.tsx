import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { meetingsContract } from '#domain/meetings.contract.ts'
import { paths } from '#lib/paths.ts'
import { screenApi } from '#tests/support/screenApi.tsx'
import { signHere } from '#tests/support/signing.ts'

const api = screenApi()
const button = (name: string | RegExp) => screen.findByRole('button', { name })
const valueOf = async (label: string) =>
  (await screen.findByLabelText<HTMLInputElement>(label)).value
const openDuty = (extra = {}) =>
  api.open(
    paths.newMeeting({
      organization: api.bureau.groupA1.id,
      type: 'group-meeting',
      period: '2026-11',
      ...extra,
    }),
  )

async function decide(user: UserEvent, title = '通过十一月工作计划') {
  await user.type(await screen.findByLabelText('决议 1'), title)
  await user.click(await button(/全票同意/))
}

/** Where nobody met before, place and end are not known yet. */
async function whereAndUntil(user: UserEvent, place = '会议室') {
  await user.type(await screen.findByLabelText('地点'), place)
  await user.type(screen.getByLabelText('结束时间'), '17:30')
}

test('a due duty becomes signed minutes with one absentee and one resolution in seven presses and one sentence, place and end', async () => {
  await api.signIn('branch-secretary')
  const { user, router } = await openDuty()
  await user.click(await button(/王芳/))
  await user.click(await button('公务'))
  await decide(user)
  await whereAndUntil(user, '三楼会议室')
  const asked = await signHere(user)
  expect(asked).toContain('应到 6，实到 5，请假 1，缺席 0')
  expect(asked).toContain('需要补学：王芳')
  expect(await screen.findByRole('heading', { name: '甲一小组2026年11月党小组会' })).toBeDefined()
  const [sent] = api.of(meetingsContract.create)
  expect(sent?.body).toMatchObject({
    organizationId: api.bureau.groupA1.id,
    types: ['group-meeting'],
    title: '甲一小组2026年11月党小组会',
    heldOn: '2026-11-23',
    startedAt: '09:00',
    attendance: [{ memberId: api.bureau.inA1[1], status: 'leave', reason: '公务' }],
    resolutions: [{ title: '通过十一月工作计划', yes: 4, no: 0, abstain: 0 }],
    advance: 'sign',
  })
  expect(router.state.location.pathname).toMatch(/^\/meetings\/[0-9a-f-]{36}$/)
  expect(await screen.findByText('已审签')).toBeDefined()
})

test('the next meeting of the organ knows place, time and people of the last', async () => {
  await api.signIn('branch-secretary')
  const first = await openDuty({ period: '2026-10' })
  await whereAndUntil(first.user, '三楼会议室')
  await decide(first.user)
  await first.user.clear(screen.getByLabelText('开始时间'))
  await first.user.type(screen.getByLabelText('开始时间'), '15:30')
  await signHere(first.user)
  await screen.findByText('已审签')
  api.leave()
  await openDuty()
  expect(await valueOf('地点')).toBe('三楼会议室')
  expect(await valueOf('开始时间')).toBe('15:30')
})

test('a past period is dated on its last day from Monday to Friday', async () => {
  await api.signIn('branch-secretary')
  await openDuty({ period: '2026-10' })
  expect(await valueOf('日期')).toBe('2026-10-30')
  expect(await valueOf('会议名称')).toBe('甲一小组2026年10月党小组会')
})

test('a thin quorum and a failed vote are said and do not block', async () => {
  await api.signIn('organizer')
  const { user } = await api.open(
    paths.newMeeting({
      organization: api.bureau.branchB.id,
      type: 'general-meeting',
      period: '2026-Q4',
    }),
  )
  const panel = await screen.findByRole('complementary', { name: '即时判定' })
  for (const name of [/周敏/, /吴刚/, /郑丽/]) {
    await user.click(await button(name))
    await user.click(
      within(await screen.findByRole('group', { name })).getByRole('button', { name: '病假' }),
    )
  }
  await decide(user)
  expect(within(panel).getAllByText(/到会 2 人，不足 3 人/).length).toBeGreaterThan(0)
  expect(within(panel).getByText(/可以照实记录/)).toBeDefined()
  await whereAndUntil(user)
  expect(await signHere(user)).toContain('有到会人数或表决未达规定的，照实记录')
  await waitFor(() => expect(api.of(meetingsContract.create)[0]?.status).toBe(200))
})

test('a 支委会 of a branch without registered members says what to register, and where', async () => {
  await api.signIn('branch-secretary')
  await api.open(
    paths.newMeeting({ organization: api.bureau.branchA.id, type: 'committee-meeting' }),
  )
  expect(await screen.findByText(/当日没有登记支部委员/)).toBeDefined()
  const link = screen.getByRole('link', { name: '查看班子与职务' })
  expect(link.getAttribute('href')).toContain(`node=${api.bureau.branchA.id}`)
})

test('every press that finds the same field missing leads to it again', async () => {
  await api.signIn('branch-secretary')
  const { user } = await api.open(paths.newMeeting({ organization: api.bureau.branchA.id }))
  for (const press of [1, 2]) {
    await user.click(await screen.findByLabelText('地点'))
    await user.click(await button('提交'))
    const missing = await screen.findByText('请选择会议类型')
    await waitFor(() => expect(document.activeElement, `press ${press}`).toBe(missing))
  }
})

test('what the server refuses stands at its field, the focus goes there and the typing stays', async () => {
  await api.signIn('branch-secretary')
  const { user } = await openDuty()
  await user.click(await button(/王芳/))
  await decide(user)
  await whereAndUntil(user)
  await signHere(user)
  const reason = await screen.findByLabelText('王芳没有到会的原因')
  await waitFor(() => expect(reason.getAttribute('aria-invalid')).toBe('true'))
  await waitFor(() => expect(document.activeElement).toBe(reason))
  expect(screen.getByText('请填写请假或缺席的原因')).toBeDefined()
  expect(await valueOf('决议 1')).toBe('通过十一月工作计划')
  await user.click(await button('事假'))
  expect(reason.getAttribute('aria-invalid')).toBe('false')
})

test('votes that nobody filled in are asked for before anything is sent', async () => {
  await api.signIn('branch-secretary')
  const { user } = await openDuty()
  await user.type(await screen.findByLabelText('决议 1'), '通过计划')
  await whereAndUntil(user)
  await user.click(await button('提交并审签'))
  expect(await screen.findByText('请填写票数，或按“全票同意”')).toBeDefined()
  // Nothing is asked while something is to be corrected.
  expect(screen.queryByRole('alertdialog')).toBeNull()
  expect(api.of(meetingsContract.create)).toHaveLength(0)
})

test('numbers that cannot be are not called a true record', async () => {
  await api.signIn('branch-secretary')
  const { user } = await openDuty({ type: 'theme-day' })
  const panel = await screen.findByRole('complementary', { name: '即时判定' })
  await user.type(await screen.findByLabelText('决议 1'), '通过计划')
  await user.type(screen.getByLabelText('赞成'), '99')
  expect(await within(panel).findByText(/票数合计多于/)).toBeDefined()
  expect(within(panel).queryByText(/可以照实记录/)).toBeNull()
})

test('who may not sign submits', async () => {
  await api.signIn('group-leader')
  const { user } = await openDuty()
  await whereAndUntil(user)
  await decide(user)
  expect(screen.queryByRole('button', { name: '提交并审签' })).toBeNull()
  await user.click(await button('提交'))
  expect(await screen.findByText('待审签')).toBeDefined()
})

test('what the minutes do not say yet is told beside them, stops the submission at its field, never the draft', async () => {
  await api.signIn('group-leader')
  const { user, router } = await openDuty()
  const panel = await screen.findByRole('complementary', { name: '即时判定' })
  expect(
    await within(panel).findByText('提交前还要写明：结束时间、议题、会议内容。草稿可以先存。'),
  ).toBeDefined()
  await user.type(await screen.findByLabelText('地点'), '会议室')
  await user.click(await button('提交'))
  const topic = screen.getByLabelText('议题')
  await waitFor(() => expect(topic.getAttribute('aria-invalid')).toBe('true'))
  expect(await screen.findByText('提交前请写明议题；有决议的，以决议为议题')).toBeDefined()
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('结束时间')))
  expect(api.of(meetingsContract.create)).toHaveLength(0)
  await user.click(await button('存草稿'))
  await waitFor(() => expect(router.state.location.pathname).toMatch(/edit$/))
  await screen.findByRole('heading', { name: '修改会议记录' })
  const id = router.state.location.pathname.split('/')[2] ?? ''
  api.leave()
  await api.open(paths.meeting(id))
  const submit = await button('提交')
  expect(submit.getAttribute('aria-disabled')).toBe('true')
  expect(
    within(screen.getByRole('complementary', { name: '接下来' })).getByText(/提交前请写明议题/),
  ).toBeDefined()
})

test('a resolution names the topic of the minutes', async () => {
  await api.signIn('branch-secretary')
  const { user } = await openDuty()
  await decide(user)
  await whereAndUntil(user)
  await signHere(user)
  const topics = await screen.findByRole('region', { name: '议题' })
  expect(within(topics).getByText('通过十一月工作计划')).toBeDefined()
})

test('a lecture is the chair’s and as long as the meeting in two presses, or of somebody invited', async () => {
  await api.signIn('branch-secretary')
  const { user } = await api.open(
    paths.newMeeting({
      organization: api.bureau.branchA.id,
      type: 'party-lecture',
      period: '2026-Q4',
    }),
  )
  const lecturer = () => screen.findByLabelText<HTMLInputElement>('授课人')
  const chair = await screen.findByLabelText<HTMLInputElement>('主持人')
  await user.click(chair)
  await user.type(chair, '李强')
  const list = within(chair.closest('.ta') as HTMLElement)
  await user.click(await list.findByRole('option', { name: /李强/ }))
  expect((await lecturer()).value).toBe('李强')
  await user.type(screen.getByLabelText('结束时间'), '10:30')
  await user.click(await button('按起止时间 90 分钟'))
  expect(await valueOf('授课时长（分钟）')).toBe('90')
  await user.type(await screen.findByLabelText('地点'), '会议室')
  await user.click(await button('存草稿'))
  await waitFor(() => expect(api.of(meetingsContract.create)[0]?.status).toBe(200))
  expect(api.of(meetingsContract.create)[0]?.body).toMatchObject({
    lecturer: '李强',
    lectureMinutes: 90,
  })
  const { id } = (await api.api.call(api.bureau.tokens['branch-secretary'], meetingsContract.list))
    .body.rows[0] ?? { id: '' }
  api.leave()

  const again = await api.open(paths.editMeeting(id))
  expect((await lecturer()).getAttribute('role')).toBe('combobox')
  await again.user.click(await button('外请'))
  await again.user.type(await lecturer(), '市委党校 王教授')
  await again.user.click(await button('存草稿'))
  await waitFor(() => expect(api.of(meetingsContract.change)[0]?.status).toBe(200))
  expect(api.of(meetingsContract.change)[0]?.body).toMatchObject({ lecturer: '市委党校 王教授' })
  api.leave()

  await api.open(paths.editMeeting(id))
  expect((await lecturer()).value).toBe('市委党校 王教授')
  expect((await lecturer()).getAttribute('role')).toBeNull()
})

test('the 年度 is asked only of a day that is open to two, and another day takes another', async () => {
  await api.signIn('branch-secretary')
  const { user } = await api.open(
    paths.newMeeting({ organization: api.bureau.branchA.id, type: 'review', period: '2025' }),
  )
  expect(await valueOf('日期')).toBe('2026-03-31')
  expect(await valueOf('所属年度')).toBe('2025')
  expect(await valueOf('会议名称')).toBe('甲支部2025年度民主评议党员')
  const day = screen.getByLabelText('日期')
  await user.clear(day)
  await user.type(day, '2026-11-20')
  await waitFor(() => expect(screen.queryByLabelText('所属年度')).toBeNull())
  expect(await valueOf('会议名称')).toBe('甲支部2026年度民主评议党员')
})

test('the 年度 that was chosen stays while another day is typed', async () => {
  await api.signIn('branch-secretary')
  await api.open(
    paths.newMeeting({ organization: api.bureau.branchA.id, type: 'life-meeting', period: '2025' }),
  )
  // As browsers give it: a year that is being typed begins as that of Augustus.
  const hold = async (day: string) =>
    fireEvent.change(await screen.findByLabelText('日期'), { target: { value: day } })
  await hold('2026-02-10')
  const year = () => screen.getByLabelText<HTMLSelectElement>('所属年度')
  fireEvent.change(year(), { target: { value: '2026' } })
  await hold('0002-02-11')
  await hold('2026-02-11')
  expect(year().value).toBe('2026')
  expect(api.of(meetingsContract.roster).map(({ status }) => status)).not.toContain(400)
  // A day that is not open to it takes it along.
  await hold('2025-11-11')
  expect(screen.queryByLabelText('所属年度')).toBeNull()
})
