import { render, screen, waitFor, within } from '@testing-library/react'
import { QueryClientProvider } from '@tanstack/react-query'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { cockpitContract } from '#domain/cockpit.contract.ts'
import { call } from '#lib/api.ts'
import { paths } from '#lib/paths.ts'
import { queryClient } from '#lib/queryClient.ts'
import { setUnattended } from '#lib/unattended.ts'
import { WallFoot } from '#parts/WallFoot.tsx'
import { addHolidays, onNotice } from '#tests/support/honours.ts'
import { firstOf } from '#tests/support/meetings.ts'
import { screenApi } from '#tests/support/screenApi.tsx'
import { SignInAgain } from './SignInAgain.tsx'

const api = screenApi()

/** A wall, or a page at which somebody sits, whose session ends while it asks. */
async function ended(onWall: boolean) {
  await api.signIn('leader')
  await api.api.world.db.updateTable('installation').set({ demo: true }).execute()
  await api.signIn('leader')
  const drawnAt = Date.parse('2026-11-23T02:00:00Z')
  render(
    <QueryClientProvider client={queryClient}>
      <WallFoot asOf={drawnAt} renewal={60_000} />
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

test('the honour board that is shown keeps its cards when the session ends, and says so at its foot', async () => {
  const { db } = api.api.world
  await addHolidays(db)
  const { id, decide } = await onNotice(api.api, api.bureau, [firstOf(api.bureau.inA1)])
  await decide(id, '2026-11-23')
  await db.updateTable('installation').set({ demo: true }).execute()
  await api.signIn('leader')
  const { user } = await api.open(paths.honourBoard({ show: 'true' }))
  render(<SignInAgain />)
  const show = within(await screen.findByRole('dialog', { name: '荣誉榜' }))
  expect(show.getByText(/^数据截至 \d+年/)).toBeDefined()
  await db.updateTable('session').set({ ends_at: '2026-11-23T01:00:00Z' }).execute()
  void queryClient.refetchQueries()
  const goOn = await show.findByRole('button', { name: '登录后继续' })
  expect(screen.queryByRole('button', { name: /^以leader/ })).toBeNull()
  expect(show.getByText('张伟')).toBeDefined()
  await user.click(goOn)
  await user.click(await screen.findByRole('button', { name: /^以leader/ }))
  await waitFor(() => expect(show.queryByText(/登录已结束，画面停在这一刻/)).toBeNull())
  expect(show.getByText('张伟')).toBeDefined()
})
