import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { studiesContract } from '#domain/studies.contract.ts'
import { paths } from '#lib/paths.ts'
import { screenApi } from '#tests/support/screenApi.tsx'
import { aStudy } from '#tests/support/studies.ts'

const api = screenApi()

test('a member sees the own hours, what is missing, and where each came from', async () => {
  const { tokens, branchA, inA1 } = api.bureau
  const body = aStudy(branchA, inA1, { topic: '窗口服务规范培训', minutes: 150 })
  const made = await api.api.call(tokens['branch-secretary'], studiesContract.create, { body })
  await api.signIn('member')
  await api.open('/me')
  expect(await screen.findByText('还差 29.5 学时')).toBeDefined()
  const link = await screen.findByRole('link', { name: '窗口服务规范培训' })
  expect(link.getAttribute('href')).toBe(paths.study(made.body.id))
  expect(screen.getByText('培训 150 分钟')).toBeDefined()
})
