import { screen, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import type { MemberId } from '#domain/ids.ts'
import { paths } from '#lib/paths.ts'
import { zh } from '#locales/zh.ts'
import { addHolidays, onNotice } from '#tests/support/honours.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const page = screenApi()
beforeEach(() => addHolidays(page.api.world.db))
const t = zh.members

test('a person’s honours stand in the profile and the course, and open the record, whatever the year', async () => {
  const id = page.bureau.inA1[0] as MemberId
  const { id: campaign, decide } = await onNotice(page.api, page.bureau, [id])
  await decide(campaign, '2026-11-23')
  await page.signIn('organizer')
  const { user, router } = await page.open(`${paths.member(id)}?year=2025`)
  const section = within(await screen.findByRole('region', { name: t.honours.heading }))
  expect(await section.findByRole('link', { name: t.honours.all(1) })).toBeDefined()
  const course = within(await screen.findByRole('list', { name: t.timeline.heading }))
  expect(course.getByRole('link', { name: /优秀共产党员/ }).getAttribute('href')).toContain('open=')
  await user.click(section.getByRole('link', { name: '优秀共产党员' }))
  expect(await screen.findByText(zh.ui.table.total('1'))).toBeDefined()
  expect(router.state.location.pathname).toBe(paths.honourRecords())
  expect(screen.getByRole('button', { name: new RegExp(zh.ui.anyYear) })).toBeDefined()
  const [{ name } = { name: '' }] = await page.api.world.db
    .selectFrom('member')
    .select('name')
    .where('id', '=', id)
    .execute()
  await user.click(screen.getByRole('button', { name: new RegExp(zh.ui.filters.of(name)) }))
  expect(router.state.location.search).not.toContain('member=')
})

test('who has none is told so', async () => {
  await page.signIn('organizer')
  await page.open(paths.member(page.bureau.inA1[1] as MemberId))
  expect(await screen.findByText(t.honours.none)).toBeDefined()
})
