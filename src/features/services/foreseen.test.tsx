import { screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { servicesContract } from '#domain/services.contract.ts'
import { paths } from '#lib/paths.ts'
import { zh } from '#locales/zh.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const page = screenApi()
const { confirmed, logged } = zh.services.states

/** A service of 王芳's, open before the secretary of her branch; what is sent from now on waits for `answer`. */
async function opened() {
  const { id } = (
    await page.api.call(page.bureau.tokens.member, servicesContract.create, {
      body: { kind: 'assisted', servedOn: '2026-11-20', visits: 26 },
    })
  ).body
  await page.signIn('branch-secretary')
  const { user } = await page.open(paths.services({ open: id }))
  const button = await screen.findByRole('button', { name: zh.services.confirm })
  const through = fetch
  let answer = () => undefined as void
  const asked = new Promise<void>((resolve) => (answer = resolve))
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    await asked
    return through(url, init)
  })
  const row = () => within(screen.getByRole('table'))
  return { press: () => user.click(button), answer, row }
}

test('a confirmation is shown in the record and in its list before the server has answered', async () => {
  const { press, answer, row } = await opened()
  expect(row().getByText(logged)).toBeDefined()
  await press()
  expect(await row().findByText(confirmed)).toBeDefined()
  expect(page.of(servicesContract.confirm)).toEqual([])
  answer()
  await waitFor(() => expect(page.of(servicesContract.confirm)[0]?.status).toBe(200))
  expect(row().getByText(confirmed)).toBeDefined()
})

test('what the server refuses or never hears is as it was, and says why', async () => {
  const { press, answer, row } = await opened()
  await press()
  expect(await row().findByText(confirmed)).toBeDefined()
  page.offline = true
  answer()
  await waitFor(() => expect(row().getByText(logged)).toBeDefined())
  expect(row().queryByText(confirmed)).toBeNull()
  expect(await screen.findByRole('alert')).toBeDefined()
})
