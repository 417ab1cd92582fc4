import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { MemberId } from '#domain/ids.ts'
import { meetingsContract } from '#domain/meetings.contract.ts'
import { paths } from '#lib/paths.ts'
import { zh } from '#locales/zh.ts'
import { addAccount } from '#tests/support/bureau.ts'
import { aMeeting, firstOf } from '#tests/support/meetings.ts'
import { screenApi } from '#tests/support/screenApi.tsx'
import { signHere } from '#tests/support/signing.ts'

const api = screenApi()

async function record(
  title: string,
  heldOn: string,
  advance: 'draft' | 'submit' | 'sign' = 'sign',
  absent: string[] = [],
) {
  const [chairId = '', recorderId = ''] = api.bureau.inA1
  const { body } = await api.api.call(
    api.bureau.tokens['branch-secretary'],
    meetingsContract.create,
    {
      body: {
        organizationId: api.bureau.groupA1.id,
        types: ['group-meeting'],
        title,
        heldOn,
        startedAt: '09:00',
        endedAt: '10:00',
        agenda: ['学习'],
        place: '三楼',
        chairId,
        recorderId,
        minutes: '一、学习传达。',
        attendance: absent.map((memberId) => ({
          memberId,
          status: 'leave' as const,
          reason: '公务',
        })),
        advance,
      },
    },
  )
  return body
}
const rows = async () =>
  within(await screen.findByRole('table', { name: '三会一课' })).findAllByRole('row')

test('the cell of the matrix shows what it counts, as a chip that can be taken away', async () => {
  await api.signIn('branch-secretary')
  await record('十月党小组会', '2026-10-20')
  await record('十一月党小组会', '2026-11-20')
  const { user, router } = await api.open(
    paths.meetings({
      types: 'group-meeting',
      period: '2026-10',
      direct: 'true',
      scope: api.bureau.groupA1.id,
    }),
  )
  expect(await screen.findByText('十月党小组会')).toBeDefined()
  expect(screen.queryByText('十一月党小组会')).toBeNull()
  await user.click(screen.getByRole('button', { name: /不再只看这一格/ }))
  expect(await screen.findByText('十一月党小组会')).toBeDefined()
  expect(router.state.location.search).not.toContain('period')
})

test('a cell that nobody filled leads to recording that very meeting', async () => {
  await api.signIn('branch-secretary')
  await api.open(
    paths.meetings({
      types: 'group-meeting',
      period: '2026-10',
      direct: 'true',
      scope: api.bureau.groupA1.id,
    }),
  )
  await screen.findByText('这一期还没有审签的记录')
  const [link] = await screen.findAllByRole('link', { name: '记一次会议' })
  expect(link?.getAttribute('href')).toContain('type=group-meeting&period=2026-10')
})

test('from 1280 px on a row opens beside the list, below on its own page', async () => {
  await api.signIn('branch-secretary')
  const { id } = await record('十一月党小组会', '2026-11-20')
  const wide = await api.open(paths.meetings(), 1440)
  await wide.user.click(await screen.findByRole('link', { name: '2026-11-20' }))
  expect(await screen.findByText('一、学习传达。')).toBeDefined()
  expect(wide.router.state.location.search).toBe(`?open=${id}`)
  api.leave()
  const narrow = await api.open(paths.meetings(), 1024)
  await narrow.user.click(await screen.findByRole('link', { name: '2026-11-20' }))
  await waitFor(() => expect(narrow.router.state.location.pathname).toBe(`/meetings/${id}`))
})

test('a leader reads every record and can change none', async () => {
  await api.signIn('leader')
  const { id } = await record('十一月党小组会', '2026-11-20', 'submit')
  await api.open(paths.meeting(id))
  await screen.findByText('一、学习传达。')
  for (const name of ['审签', '修改', '退回', '更正'])
    expect(screen.queryByRole('button', { name })).toBeNull()
})

test('whoever records only for the own group is asked for nothing on the branch’s minutes', async () => {
  const { branchA, groupA1, inA1, tokens } = api.bureau
  const { token } = await addAccount(api.api.world.db, {
    login: 'both',
    roles: [
      { role: 'member', at: groupA1 },
      { role: 'group-leader', at: groupA1 },
    ],
    memberId: inA1[2],
  })
  const { body } = await api.api.call(tokens.organizer, meetingsContract.create, {
    body: { ...aMeeting(branchA, firstOf(inA1)), advance: 'sign' },
  })
  tokens['group-leader'] = token
  await api.signIn('group-leader')
  await api.open(paths.meeting(body.id))
  await screen.findByRole('button', { name: '复制链接' })
  expect(screen.queryByRole('button', { name: '更正' })).toBeNull()
  expect(screen.queryByText(/归档前后都只能更正/)).toBeNull()
})

test('signed minutes are corrected beside the text, which stays', async () => {
  await api.signIn('branch-secretary')
  const { id } = await record('十一月党小组会', '2026-11-20', 'submit', [api.bureau.inA1[2] ?? ''])
  const { user } = await api.open(paths.meeting(id))
  await signHere(user, '审签')
  expect(await screen.findByText(/1 人没有到会，已列入补学/)).toBeDefined()
  expect(screen.getByRole('button', { name: '修改' }).getAttribute('aria-disabled')).toBe('true')

  await user.click(screen.getByRole('button', { name: '更正' }))
  const right = await screen.findByLabelText<HTMLTextAreaElement>('更正为')
  expect(right.value).toBe('一、学习传达。')
  await user.type(right, '二、交流。')
  await user.type(screen.getByLabelText('理由'), '漏记一项')
  await user.click(screen.getByRole('button', { name: '记下更正' }))
  const note = await screen.findByRole('complementary', { name: '更正' })
  expect(within(note).getByText(/一、学习传达。二、交流。/)).toBeDefined()
  expect(screen.getAllByText('一、学习传达。').length).toBeGreaterThan(0)
})

test('each part that is corrected keeps its own text, also over a reload', async () => {
  await api.signIn('branch-secretary')
  const { id } = await record('十一月党小组会', '2026-11-20', 'sign')
  const open = async () => {
    const { user } = await api.open(paths.meeting(id))
    await user.click(await screen.findByRole('button', { name: '更正' }))
    const right = () => screen.findByLabelText<HTMLTextAreaElement>('更正为')
    await right()
    return { user, right, part: screen.getByRole('combobox', { name: '更正哪一部分' }) }
  }
  const first = await open()
  await first.user.type(await first.right(), '二、交流。')
  await first.user.selectOptions(first.part, 'place')
  await first.user.type(await first.right(), '（北区）')
  await first.user.selectOptions(first.part, 'minutes')
  expect((await first.right()).value).toBe('一、学习传达。二、交流。')
  await screen.findByText(/草稿已存于本机/)
  api.leave()

  const { user, right, part } = await open()
  expect((await right()).value).toBe('一、学习传达。二、交流。')
  await user.selectOptions(part, 'place')
  expect((await right()).value).toMatch(/（北区）$/)
  await user.type(screen.getByLabelText('理由'), '地点写错')
  await user.click(screen.getByRole('button', { name: '记下更正' }))
  await waitFor(() => expect(api.of(meetingsContract.correct)[0]?.status).toBe(200))
  expect(api.of(meetingsContract.correct)[0]?.body).toMatchObject({ field: 'place' })
  await waitFor(() => expect(api.store.records.size).toBe(0))
})

test('a signature is taken back with a reason, and the record is a draft that says why', async () => {
  await api.signIn('branch-secretary')
  const { id } = await record('十一月党小组会', '2026-11-20', 'sign', [api.bureau.inA1[2] ?? ''])
  const { user } = await api.open(paths.meeting(id))
  await user.click(await screen.findByRole('button', { name: '撤回审签' }))
  const drawer = await screen.findByRole('dialog', { name: '撤回审签' })
  expect(within(drawer).getByText(/由此产生的补学一并取消/)).toBeDefined()
  const take = within(drawer).getByRole('button', { name: '撤回审签' })
  await user.click(take)
  expect(await within(drawer).findByText(zh.common.form.required)).toBeDefined()
  expect(api.of(meetingsContract.unsign)).toEqual([])
  await user.type(within(drawer).getByLabelText('撤回理由'), '出席标错')
  await user.click(take)
  expect((await screen.findAllByText(/理由：出席标错/)).length).toBeGreaterThan(0)
  expect(screen.queryByText(/已列入补学/)).toBeNull()
  expect(screen.getByRole('button', { name: '修改' }).getAttribute('aria-disabled')).toBeNull()
})

test('a group leader is told who confirms a make-up, and led to no button that is not theirs', async () => {
  const { groupA1, inA1, tokens } = api.bureau
  const { body } = await api.api.call(tokens['branch-secretary'], meetingsContract.create, {
    body: {
      ...aMeeting(groupA1, firstOf(inA1), { types: ['group-meeting'] }),
      attendance: [{ memberId: inA1[1] as MemberId, status: 'absent', reason: '无故' }],
      advance: 'sign',
    },
  })
  await api.signIn('group-leader')
  await api.open(paths.meeting(body.id))
  const next = await screen.findByRole('complementary', { name: '接下来' })
  expect(within(next).getByText(/由支部书记或党务专干登记/)).toBeDefined()
  expect(within(next).queryByRole('link', { name: '登记补学' })).toBeNull()
})

test('an empty list says what belongs here and offers the first step', async () => {
  await api.signIn('branch-secretary')
  await api.open(paths.meetings())
  expect(await screen.findByText('还没有会议记录')).toBeDefined()
  expect((await screen.findAllByRole('link', { name: '记一次会议' })).length).toBe(2)
})

test('columns sort by the server and the address keeps it', async () => {
  await api.signIn('branch-secretary')
  await record('十月党小组会', '2026-10-20')
  await record('十一月党小组会', '2026-11-20', 'draft')
  const { user, router } = await api.open(paths.meetings())
  await waitFor(async () => expect((await rows())[1]?.textContent).toContain('2026-11-20'))
  await user.click(screen.getByRole('button', { name: /日期/ }))
  await waitFor(async () => expect((await rows())[1]?.textContent).toContain('2026-10-20'))
  expect(router.state.location.search).toBe('?sort=heldOn')
})
