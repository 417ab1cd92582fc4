import { screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { meetingsContract } from '#domain/meetings.contract.ts'
import type { MeetingInput } from '#domain/meetings.ts'
import { paths } from '#lib/paths.ts'
import { zh } from '#locales/zh.ts'
import { screenApi } from '#tests/support/screenApi.tsx'
import { signHere } from '#tests/support/signing.ts'

const api = screenApi()
const words = zh.meetings.save
const button = (name: string | RegExp) => screen.findByRole('button', { name })
const minutes = () => screen.findByLabelText<HTMLTextAreaElement>('会议记录')
const openNew = () =>
  api.open(
    paths.newMeeting({
      organization: api.bureau.groupA1.id,
      type: 'group-meeting',
      period: '2026-11',
    }),
  )
const kept = async () => await screen.findByText(/草稿已存于本机 \d\d:\d\d/)

/** A draft on the server, and how another window changes it. */
async function savedDraft() {
  const token = api.bureau.tokens['branch-secretary']
  const [chairId = '', recorderId = ''] = api.bureau.inA1
  const content: MeetingInput = {
    organizationId: api.bureau.groupA1.id,
    types: ['group-meeting'],
    title: '十一月党小组会',
    heldOn: '2026-11-20',
    startedAt: '09:00',
    place: '一楼',
    chairId,
    recorderId,
    minutes: '原来的记录',
    attendance: [],
  }
  const { body } = await api.api.call(token, meetingsContract.create, { body: content })
  const change = async (
    part: Partial<MeetingInput> & { advance?: 'submit' },
    version = body.version,
  ) => {
    const { organizationId: _, ...rest } = content
    await api.api.call(token, meetingsContract.change, {
      params: { id: body.id },
      body: { ...rest, ...part },
      version,
    })
  }
  const left = { params: { id: body.id }, version: body.version }
  const discard = () => api.api.call(token, meetingsContract.discard, left)
  return { id: body.id, change, discard }
}

test('what was typed survives a reload, says so, and can be given up and taken back', async () => {
  await api.signIn('branch-secretary')
  const first = await openNew()
  await first.user.type(await minutes(), '学习传达')
  await first.user.click(await button(/欧阳娜娜/))
  await kept()
  expect(JSON.stringify([...api.store.records.values()])).not.toContain('学习传达')
  api.leave()

  const { user } = await openNew()
  expect((await minutes()).value).toBe('学习传达')
  expect(screen.getByText(/已恢复 .* 存于本机的草稿/)).toBeDefined()
  expect(await button(/欧阳娜娜.*请假/)).toBeDefined()
  await user.click(await button('放弃草稿，重新开始'))
  expect((await minutes()).value).toBe('')
  // Given up is given up: nothing is kept of the empty form either.
  await new Promise((done) => setTimeout(done, 1000))
  expect(api.store.records.size).toBe(0)
  await user.click(await button('撤销'))
  expect((await minutes()).value).toBe('学习传达')
  await kept()
  expect(api.store.records.size).toBe(1)
})

test('no network: nothing is lost, the same submission goes again and leaves one record and no draft', async () => {
  await api.signIn('branch-secretary')
  const { user } = await openNew()
  await user.type(await screen.findByLabelText('地点'), '三楼')
  await user.type(screen.getByLabelText('结束时间'), '17:30')
  await user.type(screen.getByLabelText('议题'), '学习')
  await user.type(await minutes(), '学习传达')
  await kept()
  api.offline = true
  await signHere(user)
  expect(await screen.findByText(/没有送达服务器/)).toBeDefined()
  api.offline = false
  // The mark of the first attempt leaves by a motion that jsdom never ends.
  await signHere(user)
  await screen.findByText('已审签')
  const keys = api.of(meetingsContract.create).map(({ headers }) => headers.get('Idempotency-Key'))
  expect(keys).toHaveLength(2)
  expect(keys[1]).toBe(keys[0])
  expect(api.store.records.size).toBe(0)
})

test('two editors: the loser sees both, keeps what only one changed, decides the rest, and saves on the new version', async () => {
  await api.signIn('branch-secretary')
  const { id, change } = await savedDraft()
  const { user } = await api.open(paths.editMeeting(id))
  await user.clear(await minutes())
  await user.type(await minutes(), '我的记录')
  await change({ place: '二楼', minutes: '他的记录' })
  await user.click(await button('存草稿'))

  const dialog = await screen.findByRole('dialog', { name: '这条记录已被别人修改' })
  expect(within(dialog).getByText('二楼')).toBeDefined()
  await user.click(
    within(within(dialog).getByRole('group', { name: /会议记录/ })).getByLabelText(/我填的/),
  )
  await user.click(within(dialog).getByRole('button', { name: '按所选保存' }))
  await waitFor(() => expect(api.of(meetingsContract.change).at(-1)?.status).toBe(200))
  const last = api.of(meetingsContract.change).at(-1)
  expect(last?.body).toMatchObject({ place: '二楼', minutes: '我的记录' })
  expect(last?.headers.get('If-Match')).toBe('"v2"')
})

test('what was typed over a record that was submitted meanwhile is shown beside it, to be copied', async () => {
  await api.signIn('branch-secretary')
  const { id, change } = await savedDraft()
  const { user } = await api.open(paths.editMeeting(id))
  await user.clear(await minutes())
  await user.type(await minutes(), '我的记录')
  await kept()
  await change({
    minutes: '他的记录',
    agenda: ['学习'],
    endedAt: '10:00',
    place: '二楼',
    advance: 'submit',
  })
  api.leave()
  const again = await api.open(paths.editMeeting(id))
  const left = await screen.findByRole('region', { name: words.left })
  expect(within(left).getByText('我的记录')).toBeDefined()
  expect(within(left).getByText('他的记录')).toBeDefined()
  // What only the other changed is told by the record.
  expect(within(left).queryByText('二楼')).toBeNull()
  expect(within(left).queryAllByRole('radio')).toEqual([])
  vi.stubGlobal('isSecureContext', true)
  await again.user.click(within(left).getByRole('button', { name: words.copyLeft }))
  await screen.findByText(zh.ui.copy.done)
  expect(await navigator.clipboard.readText()).toBe('会议记录\n我的记录')
})

test('what was typed over a record that was deleted meanwhile becomes a record of its own', async () => {
  await api.signIn('branch-secretary')
  const first = await savedDraft()
  const { user, router } = await api.open(paths.editMeeting(first.id))
  await user.clear(await minutes())
  await user.type(await minutes(), '我的记录')
  await kept()
  await first.discard()
  await user.click(await button('存草稿'))
  expect(await screen.findByText(words.deleted)).toBeDefined()
  api.leave()

  const again = await api.open(paths.editMeeting(first.id))
  await again.user.click(await button(words.asNew))
  expect((await minutes()).value).toBe('我的记录')
  await again.user.click(await button('存草稿'))
  await screen.findByText('已存为草稿')
  expect(api.of(meetingsContract.create).at(-1)?.body).toMatchObject({ minutes: '我的记录' })
  await waitFor(() => expect(api.store.records.size).toBe(0))
  expect(router.state.location.pathname).toContain(first.id)
  expect(again.router.state.location.pathname).not.toContain(first.id)
})

test('what was begun anew from a deleted record goes on after a reload, and is sent under its own key', async () => {
  await api.signIn('branch-secretary')
  const { id, discard } = await savedDraft()
  const first = await api.open(paths.editMeeting(id))
  await first.user.type(await minutes(), '，补一句')
  await kept()
  await discard()
  api.leave()

  const second = await api.open(paths.editMeeting(id))
  await second.user.click(await button(words.asNew))
  await second.user.type(await minutes(), '，再补一句')
  await kept()
  api.offline = true
  await second.user.click(await button('存草稿'))
  await screen.findByText(/没有送达服务器/)
  api.offline = false
  api.leave()

  const { user } = await api.open(paths.editMeeting(id))
  expect((await minutes()).value).toBe('原来的记录，补一句，再补一句')
  await user.click(await button('存草稿'))
  await screen.findByText('已存为草稿')
  const keys = api.of(meetingsContract.create).map(({ headers }) => headers.get('Idempotency-Key'))
  expect(keys).toHaveLength(2)
  expect(keys[1]).toBe(keys[0])
})

test('a form whose record is deleted meanwhile is saved as another by one press', async () => {
  await api.signIn('branch-secretary')
  const { id, discard } = await savedDraft()
  const { user, router } = await api.open(paths.editMeeting(id))
  await user.type(await minutes(), '，补一句')
  await discard()
  await user.click(await button('存草稿'))
  await user.click(await button(words.asNew))
  await waitFor(() => expect(router.state.location.pathname).not.toContain(id))
  expect((await minutes()).value).toBe('原来的记录，补一句')
})

test('what was saved to the server is no draft any more, also when somebody went on from there', async () => {
  await api.signIn('branch-secretary')
  const { id, change } = await savedDraft()
  const { user } = await api.open(paths.editMeeting(id))
  await user.type(await minutes(), '，补一句')
  await user.click(await button('存草稿'))
  await screen.findByText('已存为草稿')
  await kept()
  api.leave()
  await change({ minutes: '他的记录' }, 2)
  await api.open(paths.editMeeting(id))
  expect((await minutes()).value).toBe('他的记录')
  expect(screen.queryByText(/存于本机的草稿/)).toBeNull()
})

test('a draft that cannot be kept is said, and leaving asks', async () => {
  await api.signIn('branch-secretary')
  const { user } = await openNew()
  api.store.failing = true
  await user.type(await minutes(), '学习')
  await screen.findByText(/草稿没能存在本机/)
  // By a press, as people leave: React then has done what the last change asks for.
  await user.click(screen.getByRole('link', { name: '三会一课' }))
  const dialog = await screen.findByRole('alertdialog', { name: '草稿没有存下' })
  await user.click(within(dialog).getByRole('button', { name: '留下' }))
  expect((await minutes()).value).toBe('学习')
})
