import { act, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { meetingsContract } from '#domain/meetings.contract.ts'
import { sessionContract } from '#domain/session.contract.ts'
import { screenApi } from '#tests/support/screenApi.tsx'
import { call } from './api.ts'
import { queryClient } from './queryClient.ts'
import { currentSession } from './session.ts'

const api = screenApi()

/** The menu's entry of a page that branch secretaries have and people without a role have not. */
const roster = () => screen.queryByRole('link', { name: '党员' })

async function secretaryWithoutRole() {
  await api.signIn('branch-secretary')
  await api.open('/')
  await waitFor(() => expect(roster()).not.toBeNull())
  // What is under way would answer with the role, and count as asked just now.
  await waitFor(() => expect(queryClient.isFetching()).toBe(0))
  await api.api.world.db
    .updateTable('assignment')
    .set({ revoked_at: '2026-11-23T01:00:00Z' })
    .where('account_id', '=', currentSession().accountId)
    .execute()
}

test('what the server refuses for want of a role, the page no longer offers', async () => {
  await secretaryWithoutRole()
  await expect(call(meetingsContract.list)).rejects.toMatchObject({ code: 'forbidden' })
  await waitFor(() => expect(roster()).toBeNull())
})

test('who comes back to the window after a while finds the roles of now', async () => {
  await secretaryWithoutRole()
  await queryClient.invalidateQueries({
    queryKey: [sessionContract.show.name],
    refetchType: 'none',
  })
  act(() => void document.dispatchEvent(new Event('visibilitychange')))
  await waitFor(() => expect(roster()).toBeNull())
})

test('every call says whose page it is from', async () => {
  await api.signIn('leader')
  await call(meetingsContract.list)
  const [sent] = api.of(meetingsContract.list)
  expect(sent?.headers.get('x-account')).toBe(currentSession().accountId)
})
