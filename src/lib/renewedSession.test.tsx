import { act, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { meetingsContract } from '#domain/meetings.contract.ts'
import { sessionContract } from '#domain/session.contract.ts'
import { screenApi } from '#tests/support/screenApi.tsx'
import { call } from './api.ts'
import { queryClient } from './queryClient.ts'
import { currentSession } from './session.ts'

const api = screenApi()

/** The menu's entry of a page that branch secretaries have and people without a role have not. */
const roster = () => screen.queryByRole('link', { name: '党员' })

test('what the server refuses for want of a role, the page no longer offers', async () => {
  await api.signIn('branch-secretary')
  await api.open('/')
  await waitFor(() => expect(roster()).not.toBeNull())
  await api.api.world.db
    .updateTable('assignment')
    .set({ revoked_at: '2026-11-23T01:00:00Z' })
    .where('account_id', '=', currentSession().accountId)
    .execute()
  await expect(call(meetingsContract.list)).rejects.toMatchObject({ code: 'forbidden' })
  await waitFor(() => expect(roster()).toBeNull())
})

test('who comes back to the window after a while finds the roles of now', async () => {
  await api.signIn('system-admin')
  await api.open('/')
  await waitFor(() => expect(screen.queryByRole('link', { name: '账号' })).not.toBeNull())
  expect(roster()).toBeNull()
  // A role more: nothing is refused, so that nothing but coming back has the session asked for.
  await api.api.world.db
    .insertInto('assignment')
    .values({
      id: newId(),
      account_id: currentSession().accountId,
      role: 'branch-secretary',
      organization_id: api.bureau.branchA.id,
      granted_by: null,
      granted_at: '2026-11-23T01:00:00Z',
    })
    .execute()
  // What is under way would count as asked just now.
  await waitFor(() => expect(queryClient.isFetching()).toBe(0))
  await queryClient.invalidateQueries({
    queryKey: [sessionContract.show.name],
    refetchType: 'none',
  })
  act(() => void document.dispatchEvent(new Event('visibilitychange', { bubbles: true })))
  await waitFor(() => expect(roster()).not.toBeNull())
})

test('every call says whose page it is from', async () => {
  await api.signIn('leader')
  await call(meetingsContract.list)
  const [sent] = api.of(meetingsContract.list)
  expect(sent?.headers.get('x-account')).toBe(currentSession().accountId)
})
