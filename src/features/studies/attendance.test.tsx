import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { meetingsContract } from '#domain/meetings.contract.ts'
import { paths } from '#lib/paths.ts'
import { aMeeting, firstOf } from '#tests/support/meetings.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const api = screenApi()

test('who was at its meeting is taken over; without network the form says so', async () => {
  const { tokens, branchA, inA1 } = api.bureau
  const attendance = inA1.map((memberId) => ({ memberId, status: 'present' as const }))
  await api.api.call(tokens['branch-secretary'], meetingsContract.create, {
    body: aMeeting(branchA, firstOf(inA1), {
      heldOn: '2026-11-23',
      startedAt: '08:00',
      endedAt: '09:00',
      title: '十一月党课',
      attendance,
    }),
  })
  await api.signIn('branch-secretary')
  const { user } = await api.open(paths.studies({ form: 'new' }))
  await user.selectOptions(await screen.findByLabelText('关联会议'), '2026-11-23 十一月党课')
  const take = screen.getByRole('button', { name: '取会议的到会名单' })
  api.offline = true
  await user.click(take)
  expect(await screen.findByText(/连接不上服务器，请检查网络/)).toBeDefined()
  api.offline = false
  await waitFor(() => expect(take.getAttribute('aria-busy')).toBeNull())
  await user.click(take)
  expect(await screen.findByText(/^名单 \d+ 人，到会 \d+ 人/)).toBeDefined()
})
