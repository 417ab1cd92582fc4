import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { paths } from '#lib/paths.ts'
import { zh } from '#locales/zh.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const page = screenApi()
const { wrongAddress, withoutIt } = zh.frame.banners

test.each([
  [
    paths.meetings({ duty: 'general-meeting', period: 'xx' }),
    ['duty=general-meeting', 'period=xx'],
  ],
  [paths.meetings({ statuses: 'gone', page: -1 }), ['statuses=gone', 'page=-1']],
  [paths.meetings({ year: 'abc' }), ['year=abc']],
  [paths.meetings({ scope: 'abc', sort: 'gone' }), ['scope=abc', 'sort=gone']],
  [paths.members({ stages: 'gone' }), ['stages=gone']],
  [paths.duties({ view: 'gone' }), ['view=gone']],
  [paths.makeups({ show: 'gone' }), ['show=gone']],
  [paths.calendar({ month: '2026-99' }), ['month=2026-99']],
  [paths.organizations({ node: 'zzz' }), ['node=zzz']],
])('what the address %s asks for in vain is said, with the way on', async (to, parts) => {
  await page.signIn('organizer')
  const { user, router } = await page.open(to, 1440)
  expect(await screen.findByText((text) => text.startsWith(wrongAddress(parts)))).toBeTruthy()
  await user.click(screen.getByRole('link', { name: withoutIt }))
  await waitFor(() => expect(screen.queryByRole('link', { name: withoutIt })).toBeNull())
  // The tree then names the organization it shows.
  const { search } = router.state.location
  expect(parts.filter((part) => search.includes(part))).toEqual([])
})

test('a good address, with a cell of the matrix, is not complained of', async () => {
  await page.signIn('organizer')
  const { branchA } = page.bureau
  await page.open(
    paths.meetings({
      scope: branchA.id,
      types: 'general-meeting',
      period: '2026-Q4',
      direct: 'true',
    }),
    1440,
  )
  await screen.findByRole('heading', { name: zh.frame.pages.meetings })
  expect(screen.queryByRole('link', { name: withoutIt })).toBeNull()
})

test('a page beyond the last says so and leads to the last', async () => {
  await page.signIn('organizer')
  const { user, router } = await page.open(paths.members({ page: 99_999 }), 1440)
  expect(await screen.findByText(/没有第 99999 页/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: zh.ui.pages.toLast }))
  expect(await screen.findByRole('table')).toBeTruthy()
  expect(router.state.location.search).toBe('')
})

test('a period without one duty is that span of days, and can be taken away', async () => {
  await page.signIn('organizer')
  const { user } = await page.open(
    paths.meetings({ types: 'life-meeting', period: '2026-03' }),
    1440,
  )
  await user.click(
    await screen.findByRole('button', { name: new RegExp(zh.meetings.cell.removeMonth) }),
  )
  const asked = page.sent.filter(({ path }) => path === '/meetings')
  expect(Object.fromEntries(asked[0]?.query ?? [])).toMatchObject({
    from: '2026-03-01',
    to: '2026-03-31',
  })
  await waitFor(() =>
    expect(
      page.sent
        .filter(({ path }) => path === '/meetings')
        .at(-1)
        ?.query.get('year'),
    ).toBe('2026'),
  )
})

test.each([
  ['meetings', paths.meetings],
  ['studies', paths.studies],
  ['services', paths.services],
  ['members', paths.members],
  ['campaigns', paths.honours],
  ['honours', paths.honourRecords],
  ['exemptions', (query: object) => paths.duties({ ...query, view: 'exemptions' })],
])(
  'a list of %s that is refused has nothing to retry and can be opened without filters',
  async (_, to) => {
    await page.signIn('branch-secretary')
    const { user } = await page.open(to({ scope: page.bureau.committee.id }), 1440)
    await user.click(await screen.findByRole('link', { name: zh.ui.withoutFilters }))
    await waitFor(() =>
      expect(screen.queryByRole('link', { name: zh.ui.withoutFilters })).toBeNull(),
    )
    expect(screen.queryByRole('button', { name: zh.ui.retry })).toBeNull()
  },
)

test('the workbench opens all terms without complaint', async () => {
  await page.signIn('organizer')
  await page.open('/?all=terms', 1440)
  await screen.findByRole('heading', { name: zh.frame.pages.workbench })
  await waitFor(() =>
    expect(page.sent.some(({ path }) => path.startsWith('/workbench'))).toBe(true),
  )
  expect(screen.queryByRole('link', { name: withoutIt })).toBeNull()
})
