import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { zh } from '#locales/zh.ts'
import { paths } from '#lib/paths.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const page = screenApi()

test.each([
  ['a meeting', paths.meeting(newId())],
  ['a member', paths.member(newId())],
  ['an activity', paths.study(newId())],
  ['a campaign', paths.campaign(newId())],
  ['a certificate of service', paths.serviceCertificate(newId())],
  ['a talk', paths.integrity({ view: 'talks', open: newId() })],
  ['an education', paths.integrity({ view: 'educations', open: newId() })],
  ['a certificate of honour', paths.honourCertificate(newId())],
] as const)(
  'the address of %s that is not there has a way on and nothing to retry',
  async (_, to) => {
    await page.signIn('branch-secretary')
    const { user, router } = await page.open(to)
    await user.click(await screen.findByRole('link', { name: zh.frame.error.home }))
    await waitFor(() => expect(router.state.location.pathname).toBe('/'))
  },
)

test('an answer that failed is asked for again', async () => {
  await page.signIn('branch-secretary')
  const id = newId()
  await page.api.world.db.schema.alterTable('study').renameTo('study_away').execute()
  const { user } = await page.open(paths.study(id))
  const retry = await screen.findByRole('button', { name: zh.ui.retry })
  await page.api.world.db.schema.alterTable('study_away').renameTo('study').execute()
  await user.click(retry)
  expect(await screen.findByRole('link', { name: zh.frame.error.home })).toBeTruthy()
})
