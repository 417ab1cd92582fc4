import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { screenApi } from '#tests/support/screenApi.tsx'
import { aStudy, recorded } from '#tests/support/studies.ts'

const page = screenApi()

test('a member is told of what is still to come, not of a plan whose day has passed', async () => {
  const { tokens, branchA, inA1 } = page.bureau
  for (const [topic, heldOn] of [
    ['上月的培训', '2026-10-20'],
    ['今天的培训', '2026-11-23'],
    ['下月的培训', '2026-12-04'],
  ] as const)
    await recorded(
      page.api,
      tokens['branch-secretary'],
      aStudy(branchA, inA1, { topic, heldOn, advance: 'plan' }),
    )
  await page.signIn('member')
  await page.open('/')
  const study = within(await screen.findByRole('region', { name: /学时/ }))
  expect(await study.findByText('今天的培训')).toBeDefined()
  expect(study.getByText('下月的培训')).toBeDefined()
  expect(study.queryByText('上月的培训')).toBeNull()
})
