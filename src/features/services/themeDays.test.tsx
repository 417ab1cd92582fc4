import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { servicesContract } from '#domain/services.contract.ts'
import { paths } from '#lib/paths.ts'
import { zh } from '#locales/zh.ts'
import { aMeeting, firstOf, held } from '#tests/support/meetings.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const page = screenApi()
const t = zh.services

test('who confirms reads in the row and in the question which was at the time of a theme day', async () => {
  const { tokens, branchA, inA2 } = page.bureau
  for (const [from, to] of [
    ['16:00', '17:00'],
    ['18:00', '19:00'],
  ] as const)
    await page.api.call(tokens.member, servicesContract.create, {
      body: { kind: 'assisted', servedOn: '2026-11-20', visits: 3, from, to },
    })
  await held(
    page.api,
    tokens.organizer,
    aMeeting(branchA, firstOf(inA2), {
      types: ['theme-day'],
      title: '窗口开放日',
      startedAt: '15:00',
      endedAt: '16:30',
      advance: 'sign',
    }),
  )
  await page.signIn('branch-secretary')
  const { user } = await page.open(paths.services())
  const tag = await screen.findByText(t.themed)
  expect(within(tag.closest('tr') as HTMLElement).getByText(/16:00/)).toBeDefined()
  await user.click(screen.getByRole('button', { name: t.confirmPage(2) }))
  const dialog = await screen.findByRole('alertdialog')
  expect(within(dialog).getByText(t.themedMany('1'))).toBeDefined()
  const hits = within(dialog)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent)
  expect(hits.filter((hit) => hit?.includes('《窗口开放日》'))).toHaveLength(1)
})
