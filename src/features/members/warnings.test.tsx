import { configure, screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { articleOf } from '#parts/articleOf.ts'
import { paths } from '#lib/paths.ts'
import { zh } from '#locales/zh.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const t = zh.members.warnings
const page = screenApi()
// Two busy cores and a real database.
configure({ asyncUtilTimeout: 6000 })

it('each warning of a record leads to its own rule, and a day that is missing is one', async () => {
  const id = page.bureau.probationary
  const { db } = page.api.world
  const put = (days: { birth_on: string | null; joined_on: string | null }) =>
    db
      .updateTable('member')
      .set({ ...days, full_on: null })
      .where('id', '=', id)
      .execute()
  const shown = async () => {
    await page.signIn('organizer')
    await page.open(paths.member(id))
    const section = within(await screen.findByRole('region', { name: t.heading }))
    return [section.getByText(/./, { selector: 'strong' }).textContent, section] as const
  }
  await put({ birth_on: '2010-01-01', joined_on: '2026-01-05' })
  const [rule, section] = await shown()
  expect(section.getByText(t['joined.under-18'], { exact: false })).toBeTruthy()
  expect(rule).toBe(articleOf('development-5')?.title)
  page.leave()
  await put({ birth_on: null, joined_on: null })
  const [other, again] = await shown()
  expect(again.getByText(t['joined.unknown'], { exact: false })).toBeTruthy()
  expect(other).toBe(articleOf('development-31')?.title)
})
