import { render, screen, waitFor } from '@testing-library/react'
import { QueryClientProvider } from '@tanstack/react-query'
import userEvent from '@testing-library/user-event'
import { beforeAll, expect, test } from 'vitest'
import { cockpitContract } from '#domain/cockpit.contract.ts'
import { WallFoot } from '#features/cockpit/WallFoot.tsx'
import { call } from '#lib/api.ts'
import { queryClient } from '#lib/queryClient.ts'
import { setUnattended } from '#lib/unattended.ts'
import { screenApi } from '#tests/support/screenApi.tsx'
import { SignInAgain } from './SignInAgain.tsx'

const api = screenApi()
beforeAll(() => {
  // jsdom opens no dialog.
  HTMLDialogElement.prototype.showModal = function open(this: HTMLDialogElement) {
    this.setAttribute('open', '')
  }
})

/** A wall, or a page at which somebody sits, whose session ends while it asks. */
async function ended(onWall: boolean) {
  await api.signIn('leader')
  await api.api.world.db.updateTable('installation').set({ demo: true }).execute()
  await api.signIn('leader')
  const drawnAt = Date.parse('2026-11-23T02:00:00Z')
  render(
    <QueryClientProvider client={queryClient}>
      <WallFoot asOf={drawnAt} />
      <SignInAgain />
    </QueryClientProvider>,
  )
  setUnattended(onWall)
  await api.api.world.db.updateTable('session').set({ ends_at: '2026-11-23T01:00:00Z' }).execute()
  const query = { organization: api.bureau.committee.id, year: 2026 }
  const answers: string[] = []
  const asked = call(cockpitContract.show, { query }).then(({ name }) => answers.push(name))
  return { asked, answers, user: userEvent.setup() }
}

test('a wall whose session has ended keeps its picture, says of when it is, and goes on after the sign-in', async () => {
  const { asked, answers, user } = await ended(true)
  expect(await screen.findByText(/登录已结束，画面停在这一刻/)).toBeDefined()
  expect(screen.getByText(/^数据截至 2026年11月23日/)).toBeDefined()
  // Nothing covers it, and the call waits.
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(answers).toEqual([])
  await user.click(screen.getByRole('button', { name: '登录后继续' }))
  await user.click(await screen.findByRole('button', { name: /leader/ }))
  await asked
  expect(answers).toHaveLength(1)
  await waitFor(() => expect(screen.queryByText(/登录已结束，画面停在这一刻/)).toBeNull())
  expect(screen.queryByRole('dialog')).toBeNull()
  setUnattended(false)
})

test('taken down while it waits, the sign-in opens; a page at which somebody sits has it at once', async () => {
  await ended(true)
  await screen.findByRole('button', { name: '登录后继续' })
  expect(screen.queryByRole('dialog')).toBeNull()
  setUnattended(false)
  expect(await screen.findByRole('dialog')).toBeDefined()
})

test('a page at which somebody sits has the sign-in over it at once', async () => {
  await ended(false)
  expect(await screen.findByRole('dialog')).toBeDefined()
})
