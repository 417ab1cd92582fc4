import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { expect, test, vi } from 'vitest'
import { keepDraft, sealDraft } from '#lib/drafts.ts'
import { onSessionEnded } from '#lib/http.ts'
import { currentView, useView } from '#lib/session.ts'
import { zh } from '#locales/zh.ts'
import { screenApi } from '#tests/support/screenApi.tsx'
import { testNow } from '#tests/support/world.ts'
import { AccountMenu } from './AccountMenu.tsx'

const api = screenApi()
const words = zh.frame.account

/** As the entry has it: without a session there is no menu. */
const Desk = () => (useView().session ? <AccountMenu /> : null)

async function opened() {
  await api.signIn('branch-secretary')
  const user = userEvent.setup()
  render(
    <MemoryRouter initialEntries={['/members?year=2025']}>
      <Desk />
    </MemoryRouter>,
  )
  return user
}
const menu = () => screen.getByRole('group', { name: words.label }).querySelector('button')
const press = async (user: ReturnType<typeof userEvent.setup>) => {
  const button = menu()
  if (button) await user.click(button)
}

test('signing out asks first where a draft was never sent, and takes it with the second press', async () => {
  const user = await opened()
  await keepDraft(await sealDraft('meeting/new', { title: '十一月党小组会' }))
  await press(user)
  await user.click(screen.getByRole('button', { name: words.out }))
  expect((await screen.findByRole('alert')).textContent).toBe(words.drafts(1))
  // Which it is, and the way back to it.
  const draft = screen.getByRole('link', { name: /^会议记录 · / })
  expect(draft.getAttribute('href')).toBe('/meetings/new?year=2025')
  expect(currentView().session).not.toBeNull()
  expect(api.store.records.size).toBe(1)
  // Closed, the menu forgets that it was asked.
  await user.keyboard('{Escape}')
  await press(user)
  expect(screen.queryByRole('alert')).toBeNull()
  await user.click(screen.getByRole('button', { name: words.out }))
  await user.click(await screen.findByRole('button', { name: words.outAnyway }))
  await waitFor(() => expect(currentView().session).toBeNull())
  expect(api.store.records.size).toBe(0)
})

test('a browser that keeps nothing and lets nobody look still signs out', async () => {
  const user = await opened()
  vi.stubGlobal('localStorage', null)
  await press(user)
  await user.click(screen.getByRole('button', { name: words.out }))
  await waitFor(() => expect(currentView().session).toBeNull())
})

test('with nothing kept, one press signs out', async () => {
  const user = await opened()
  await press(user)
  await user.click(screen.getByRole('button', { name: words.out }))
  await waitFor(() => expect(currentView().session).toBeNull())
})

test('where the server does not end the session, nobody looks signed out, and the drafts stay', async () => {
  const user = await opened()
  await keepDraft(await sealDraft('meeting/new', { title: '十一月党小组会' }))
  await press(user)
  await user.click(screen.getByRole('button', { name: words.out }))
  await screen.findByText(words.drafts(1))
  api.offline = true
  await user.click(await screen.findByRole('button', { name: words.outAnyway }))
  expect(await screen.findByText(words.notOut(zh.entry.failures.network))).toBeTruthy()
  expect(currentView().session).not.toBeNull()
  expect(api.store.records.size).toBe(1)
  api.offline = false
  await user.click(screen.getByRole('button', { name: words.outAnyway }))
  await waitFor(() => expect(currentView().session).toBeNull())
  expect(api.store.records.size).toBe(0)
})

test('a session that has ended already is left without asking to sign in again', async () => {
  const user = await opened()
  const ask = vi.fn<() => Promise<void>>(() => Promise.resolve())
  onSessionEnded(ask)
  await api.api.world.db.updateTable('session').set({ ended_at: testNow }).execute()
  await press(user)
  await user.click(screen.getByRole('button', { name: words.out }))
  await waitFor(() => expect(currentView().session).toBeNull())
  expect(ask).not.toHaveBeenCalled()
  onSessionEnded(null)
})
