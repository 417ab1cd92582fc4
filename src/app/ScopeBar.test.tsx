import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { addMeeting } from '#tests/support/bookedMeeting.ts'
import { firstOf } from '#tests/support/meetings.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const api = screenApi()

test('a member without an office looks at a year that is over, and the figures stay in it', async () => {
  const { db } = api.api.world
  const { groupA1, inA1 } = api.bureau
  await addMeeting(db, {
    at: groupA1,
    by: firstOf(inA1),
    types: ['group-meeting'],
    on: '2025-11-20',
  })
  await api.signIn('member')
  const { user, router } = await api.open('/')
  await user.selectOptions(await screen.findByRole('combobox', { name: '年度' }), '2025')
  const year = await screen.findByRole('region', { name: /^2025 ?年度?参会/ })
  await user.click(within(year).getByRole('link', { name: /请假/ }))
  expect(router.state.location.search).toBe('?show=leave&year=2025')
})

test('administrators have neither organization nor year', async () => {
  await api.signIn('security-admin')
  await api.open('/')
  await screen.findByRole('heading', { level: 1 })
  expect(screen.queryByRole('combobox', { name: '年度' })).toBeNull()
})
