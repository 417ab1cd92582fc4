import { screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { Operation } from '#domain/contract.ts'
import { announcementsContract } from '#domain/announcements.contract.ts'
import { dutiesContract } from '#domain/duties.contract.ts'
import { integrityContract } from '#domain/integrity.contract.ts'
import { meetingsContract } from '#domain/meetings.contract.ts'
import { servicesContract } from '#domain/services.contract.ts'
import { studiesContract } from '#domain/studies.contract.ts'
import { paths } from '#lib/paths.ts'
import { zh } from '#locales/zh.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const page = screenApi()

/** These answer with a fault until they are mended. @returns mends them */
function failing(operations: readonly Operation[]): () => void {
  let broken = true
  const real = globalThis.fetch
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    const path = new URL(url, 'http://test').pathname.replace(/^\/api/, '')
    const isOne = operations.some((one) => one.path === path)
    return broken && isOne ? Promise.resolve(new Response('{}', { status: 500 })) : real(url, init)
  })
  return () => {
    broken = false
  }
}
const retry = { name: zh.ui.retry }

test('the numbers of an organization that did not come say so in their place, and come when asked again', async () => {
  await page.signIn('organizer')
  const mend = failing([
    meetingsContract.counts,
    studiesContract.counts,
    servicesContract.counts,
    integrityContract.coverage,
  ])
  const { user } = await page.open(paths.organizations({ node: page.bureau.branchA.id }), 1440)
  const { counts } = zh.organizations
  for (const name of [
    counts.meetingsOf(2026),
    zh.studies.figures(2026),
    counts.servicesOf(2026),
    counts.educationsOf(2026),
  ])
    expect(
      await within(await screen.findByRole('region', { name })).findByRole('alert'),
    ).toBeDefined()
  mend()
  const meetings = within(screen.getByRole('region', { name: counts.meetingsOf(2026) }))
  await user.click(meetings.getByRole('button', retry))
  await waitFor(() => expect(meetings.queryByRole('alert')).toBeNull())
})

test('a calendar without what is announced and due says that they are missing', async () => {
  await page.signIn('organizer')
  failing([announcementsContract.list, dutiesContract.due])
  await page.open(paths.calendar())
  await waitFor(() =>
    expect(
      within(screen.getByRole('main'))
        .getAllByRole('alert')
        .map(({ textContent }) => textContent),
    ).toEqual([
      expect.stringContaining(zh.announcements.title),
      expect.stringContaining(zh.duties.views.due),
    ]),
  )
})

test('neither 参会率 nor the meetings to choose from vanish in silence', async () => {
  await page.signIn('organizer')
  failing([meetingsContract.counts, meetingsContract.list])
  const { router, user } = await page.open(paths.meetings())
  const { attendanceLine } = zh.meetings
  expect(await screen.findByText(new RegExp(`^${attendanceLine.rate(2026)}：`))).toBeDefined()
  await router.navigate(paths.integrity({ view: 'educations' }))
  await user.click(await screen.findByRole('button', { name: zh.integrity.educations.record }))
  const form = within(await screen.findByRole('dialog'))
  expect(await form.findByRole('button', retry)).toBeDefined()
  expect(form.queryByRole('option', { name: zh.integrity.educations.noMeeting })).toBeNull()
})
