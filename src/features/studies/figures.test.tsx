import { screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { studiesContract } from '#domain/studies.contract.ts'
import { paths } from '#lib/paths.ts'
import { screenApi } from '#tests/support/screenApi.tsx'
import { aStudy } from '#tests/support/studies.ts'

const api = screenApi()

/** Saves an activity of branch 甲 that its group 甲一 attended. */
async function saved(over: Parameters<typeof aStudy>[2] = {}) {
  const { tokens, branchA, inA1 } = api.bureau
  const body = aStudy(branchA, inA1, over)
  const answer = await api.api.call(tokens['branch-secretary'], studiesContract.create, { body })
  return answer.body
}

test('a figure opens the list of exactly the rows it counts, with the sum at its top', async () => {
  await api.signIn('branch-secretary')
  await saved({ kind: 'reading', topic: '读书会' })
  await saved({ kind: 'lecture', topic: '帮办代办实务', lecturerName: '市局专家', minutes: 90 })
  const { user } = await api.open(paths.studies())
  await user.click(await screen.findByRole('link', { name: /业务骨干授课已办结 1 次/ }))
  expect(await screen.findByText('其中已办结的参学合计 7.5 小时')).toBeDefined()
  const table = screen.getByRole('table')
  // The rows of an answer are rendered a moment after its sum (DataTable).
  await waitFor(() => expect(within(table).queryByText('读书会')).toBeNull())
  expect(within(table).getByText('帮办代办实务')).toBeDefined()
})

test('the figures are of the rows below them, whatever filter stands between, and keep it when pressed', async () => {
  await api.signIn('branch-secretary')
  await saved({ kind: 'reading', topic: '读书会', series: '能力提升年' })
  await saved({ kind: 'reading', topic: '另一次读书', heldOn: '2026-10-12' })
  await saved({ kind: 'reading', topic: '去年的读书', series: '能力提升年', heldOn: '2025-10-12' })
  const { user, router } = await api.open(paths.studies({ series: '能力提升年' }))
  const figure = await screen.findByRole('link', { name: /读书已办结 1 次/ })
  await waitFor(() => expect(within(figure).getByText(/上年 1 次/)).toBeDefined())
  await user.click(figure)
  await waitFor(() => expect(router.state.location.search).toContain('statuses=closed'))
  expect(new URLSearchParams(router.state.location.search).get('series')).toBe('能力提升年')
  expect(await screen.findByText('共 1 条')).toBeDefined()
  api.leave()

  await api.open(paths.studies({ any: 'true' }))
  const all = await screen.findByRole('link', { name: /读书已办结 3 次/ })
  expect(within(all).queryByText(/上年/)).toBeNull()
  api.leave()

  await api.open(paths.studies({ month: '2026-10' }))
  expect(await screen.findByRole('link', { name: /读书已办结 1 次/ })).toBeDefined()
})

test('no figure of one filter stands beside that of another, nor over its rows', async () => {
  await api.signIn('branch-secretary')
  await saved({ kind: 'reading', topic: '读书会', series: '能力提升年' })
  await saved({ kind: 'reading', topic: '另一次读书' })
  await saved({ kind: 'reading', topic: '去年的读书', heldOn: '2025-10-12' })
  const { router } = await api.open(paths.studies())
  const both = await screen.findByRole('link', { name: /读书已办结 2 次/ })
  await waitFor(() => expect(within(both).getByText(/上年 1 次/)).toBeDefined())

  const answered = fetch
  const waiting: { isEarlier: boolean; letGo: () => void }[] = []
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    if (url.includes('/counts'))
      await new Promise<void>((resolve) => {
        waiting.push({ isEarlier: url.includes('year=2025'), letGo: resolve })
      })
    return answered(url, init)
  })
  await router.navigate(paths.studies({ series: '能力提升年' }))
  await waitFor(() => expect(waiting).toHaveLength(2))
  const figure = await screen.findByRole('link', { name: '读书' })
  expect(new URL(figure.getAttribute('href') ?? '', 'http://x').searchParams.get('series')).toBe(
    '能力提升年',
  )
  expect(figure.textContent?.trim()).toBe('读书')
  const letGo = (isEarlier: boolean) => waiting.find((one) => one.isEarlier === isEarlier)?.letGo()
  letGo(false)
  expect(await screen.findByRole('link', { name: /读书已办结 1 次/ })).toBeDefined()
  expect(screen.queryByText(/上年/)).toBeNull()
  letGo(true)
  expect(await within(figure).findByText(/上年 0 次/)).toBeDefined()
})
