import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { paths } from '#lib/paths.ts'
import { decide } from '#tests/support/decide.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const api = screenApi()

test('what a new password must be is said before one types, as the bureau has decided', async () => {
  await api.signIn('member')
  await api.open(paths.account())
  expect(await screen.findByText(/建议用几个不相干的词/)).toBeDefined()
  api.leave()
  await decide(api.api.world.db, 'password.policy', 'dengbao')
  await api.signIn('member')
  await api.open(paths.account())
  expect(await screen.findByText(/至少三种；90 天更换一次/)).toBeDefined()
  expect(screen.queryByText(/建议用几个不相干的词/)).toBeNull()
})
