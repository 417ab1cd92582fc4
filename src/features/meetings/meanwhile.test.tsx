import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { meetingsContract } from '#domain/meetings.contract.ts'
import { paths } from '#lib/paths.ts'
import { zh } from '#locales/zh.ts'
import { aMeeting, firstOf, held } from '#tests/support/meetings.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const api = screenApi()
const { actions } = zh.meetings
const token = () => api.bureau.tokens['branch-secretary']

/** The page of a record, and what is asked there before it is done. */
async function openRecord(advance: 'draft' | 'sign') {
  const { branchA, inA1 } = api.bureau
  await api.signIn('branch-secretary')
  const record = await held(api.api, token(), aMeeting(branchA, firstOf(inA1), { advance }))
  const { user } = await api.open(paths.meeting(record.id))
  // As it was when the page was opened; what follows happens behind it.
  await screen.findByRole('button', { name: actions[advance === 'sign' ? 'archive' : 'discard'] })
  const press = async (label: string) => {
    await user.click(await screen.findByRole('button', { name: label }))
    const dialog = await screen.findByRole('alertdialog')
    await user.click(within(dialog).getByRole('button', { name: new RegExp(label) }))
  }
  return { record, press }
}

test('what somebody changed meanwhile is shown before it is archived, and then it is', async () => {
  const { record, press } = await openRecord('sign')
  const corrected = await api.api.call(token(), meetingsContract.correct, {
    params: { id: record.id },
    version: record.version,
    body: { field: 'place', wrong: '三楼会议室', right: '四楼会议室', reason: '笔误' },
  })
  expect(corrected.status).toBe(200)
  await press(actions.archive)
  expect(await screen.findByText(zh.ui.overtaken)).toBeDefined()
  expect(screen.queryByRole('alertdialog')).toBeNull()
  expect(await screen.findByText(/四楼会议室/)).toBeDefined()
  await press(actions.archive)
  expect(await screen.findByText(zh.meetings.statuses.archived)).toBeDefined()
})

test('a draft that somebody submitted meanwhile is shown as it is, and not offered to be deleted', async () => {
  const { record, press } = await openRecord('draft')
  await api.api.call(token(), meetingsContract.submit, {
    params: { id: record.id },
    version: record.version,
  })
  await press(actions.discard)
  expect(await screen.findByText(zh.ui.overtaken)).toBeDefined()
  expect(await screen.findByText(zh.meetings.statuses.submitted)).toBeDefined()
  await waitFor(() => expect(screen.queryByRole('button', { name: actions.discard })).toBeNull())
})

test('a double click submits once, and tells of nobody who was faster', async () => {
  await openRecord('draft')
  const button = await screen.findByRole('button', { name: actions.submit })
  // Both before anything is drawn anew, as on a machine that is busy.
  fireEvent.click(button)
  fireEvent.click(button)
  expect(await screen.findByText(zh.meetings.statuses.submitted)).toBeDefined()
  expect(api.of(meetingsContract.submit)).toMatchObject([{ status: 200 }])
  expect(screen.queryByText(actions.changed)).toBeNull()
})
