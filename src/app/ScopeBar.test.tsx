import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { studiesContract } from '#domain/studies.contract.ts'
import { paths } from '#lib/paths.ts'
import { zh } from '#locales/zh.ts'
import { addMeeting } from '#tests/support/bookedMeeting.ts'
import { firstOf } from '#tests/support/meetings.ts'
import { aStudy } from '#tests/support/studies.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const api = screenApi()

test('a member without an office looks at a year that is over, and the figures stay in it', async () => {
  const { db } = api.api.world
  const { groupA1, inA1 } = api.bureau
  await addMeeting(db, {
    at: groupA1,
    by: firstOf(inA1),
    types: ['group-meeting'],
    on: '2025-11-20',
  })
  await api.signIn('member')
  const { user, router } = await api.open('/')
  await user.selectOptions(await screen.findByRole('combobox', { name: '年度' }), '2025')
  const year = await screen.findByRole('region', { name: /^2025 ?年度?参会/ })
  await user.click(within(year).getByRole('link', { name: /请假/ }))
  expect(router.state.location.search).toBe('?show=leave&year=2025')
})

test('administrators have neither organization nor year', async () => {
  await api.signIn('security-admin')
  await api.open('/')
  await screen.findByRole('heading', { level: 1 })
  expect(screen.queryByRole('combobox', { name: '年度' })).toBeNull()
})

test('what is planned for January is found in the next year, which nobody is behind in', async () => {
  const made = await api.api.call(api.bureau.tokens['branch-secretary'], studiesContract.create, {
    body: aStudy(api.bureau.branchA, [], {
      topic: '新年第一课',
      heldOn: '2027-01-08',
      advance: undefined,
    }),
  })
  expect(made.status).toBe(200)
  await api.signIn('branch-secretary')
  const { user } = await api.open(paths.studies())
  await user.selectOptions(await screen.findByRole('combobox', { name: '年度' }), '2027')
  expect(await screen.findByText('新年第一课')).toBeTruthy()
  expect(screen.getByText(new RegExp(zh.frame.banners.notBegun(2027)))).toBeTruthy()
  await user.click(screen.getByRole('link', { name: zh.studies.hoursPage.title }))
  expect(await screen.findAllByText(zh.studies.hoursPage.notBegun)).not.toHaveLength(0)
  expect(screen.queryByText(/还差|未达学时 /)).toBeNull()
  await user.click(screen.getByRole('link', { name: zh.frame.banners.backToYear(2026) }))
  expect(await screen.findAllByText(/还差/)).not.toHaveLength(0)
})

test('of a year ahead no coverage is told', async () => {
  await api.signIn('organizer')
  await api.open(paths.integrity({ year: 2027 }))
  expect(await screen.findByText(zh.integrity.coverage.notBegun)).toBeTruthy()
  expect(screen.queryByText(/0%|未覆盖/)).toBeNull()
})
