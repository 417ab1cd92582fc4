import { screen, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { zh } from '#locales/zh.ts'
import { paths } from '#lib/paths.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const page = screenApi()
const { outOfReach, ownReach, readOnly } = zh.frame.banners

test.each(['branch-secretary', 'member'] as const)(
  'a link to a wider organization leads %s back to the own reach',
  async (role) => {
    await page.signIn(role)
    const scope = page.bureau.committee.id
    const { user, router } = await page.open(`${paths.meetings({ scope })}&types=lecture`, 1440)
    expect(await screen.findByText(outOfReach)).toBeTruthy()
    await user.click(screen.getByRole('link', { name: ownReach }))
    await waitFor(() => expect(screen.queryByText(outOfReach)).toBeNull())
    // What else the link asked for stays.
    expect(router.state.location.search).toBe('?types=lecture')
  },
)

test('the own reach is nowhere called foreign', async () => {
  await page.signIn('branch-secretary')
  await page.open(paths.meetings({ scope: page.bureau.groupA1.id }), 1440)
  expect(await screen.findByRole('heading', { name: zh.frame.pages.meetings })).toBeTruthy()
  expect(screen.queryByText(outOfReach)).toBeNull()
})

test('a full disk is told on arrival, and no longer once there is room', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  try {
    const { store } = page.api.world
    store.readOnly = () => true
    await page.signIn('branch-secretary')
    await page.open(paths.meetings(), 1440)
    expect(await screen.findByText(readOnly)).toBeTruthy()
    store.readOnly = () => false
    vi.advanceTimersByTime(20_000)
    await waitFor(() => expect(screen.queryByText(readOnly)).toBeNull())
  } finally {
    vi.useRealTimers()
  }
})
