import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { integrityContract, talksContract } from '#domain/integrity.contract.ts'
import type { MemberId } from '#domain/ids.ts'
import { servicesContract } from '#domain/services.contract.ts'
import { paths } from '#lib/paths.ts'
import { zh } from '#locales/zh.ts'
import { addTalk } from '#tests/support/integrityRecords.ts'
import { screenApi } from '#tests/support/screenApi.tsx'
import { anEntry } from '#tests/support/services.ts'

const page = screenApi()
const t = zh.members

/** Two services of the member, both confirmed: one on duty, one volunteered for ninety minutes. */
async function served() {
  const { tokens } = page.bureau
  for (const given of [{}, { kind: 'outreach', minutes: 90, isVolunteer: true } as const]) {
    const made = await page.api.call(tokens.member, servicesContract.create, {
      body: anEntry(given),
    })
    const { id, version } = made.body
    await page.api.call(tokens['group-leader'], servicesContract.confirm, {
      params: { id },
      version,
    })
  }
}

test('a member sees the own services by kind and nature, and each number opens its records', async () => {
  await served()
  await page.signIn('member')
  const { user } = await page.open('/me')
  const section = await screen.findByRole('region', { name: zh.services.stars.year(2026) })
  expect(within(section).getByText(zh.services.stars.star(0))).toBeDefined()
  const volunteered = within(section)
    .getByText(zh.services.stars.volunteered)
    .closest('div') as HTMLElement
  expect(volunteered.textContent).toContain('1.5 小时')
  await user.click(within(volunteered).getByRole('link', { name: zh.services.person('3') }))
  expect(await screen.findByText(zh.ui.table.total('1'))).toBeDefined()
  expect(await screen.findByText(zh.services.sum('3', '1.5'))).toBeDefined()
})

test('the course holds services and 警示教育 when they are asked for', async () => {
  await served()
  await page.api.call(page.bureau.tokens.discipline, integrityContract.recordEducation, {
    body: {
      organizationId: page.bureau.committee.id,
      title: '以案促改大会',
      theme: '以案为鉴',
      heldOn: '2026-06-10',
    },
  })
  await page.signIn('leader')
  const id = page.bureau.inA1[1] as MemberId
  const { user } = await page.open(paths.member(id))
  const course = await screen.findByRole('list', { name: t.timeline.heading })
  expect(within(course).queryByText(/帮办服务/)).toBeNull()
  await user.click(screen.getByRole('checkbox', { name: t.timeline.withMeetings }))
  expect(
    await within(course).findByRole('link', { name: '帮办服务 3 人次（岗位服务）' }),
  ).toBeDefined()
  expect(within(course).getByRole('link', { name: '以案促改大会' })).toBeDefined()
})

test('a talk stands in the profile and the course of the few, and for everybody else is not even asked for', async () => {
  const talkee = page.bureau.inA1[1] as MemberId
  await addTalk(page.api.world.db, {
    at: page.bureau.groupA1,
    talkee,
    talker: page.bureau.inA1[2] as MemberId,
  })
  for (const role of ['leader', 'organizer', 'branch-secretary'] as const) {
    await page.signIn(role)
    await page.open(paths.member(talkee))
    expect(await screen.findByText(t.integrity.none)).toBeDefined()
    await screen.findByRole('list', { name: t.timeline.heading })
    expect(page.of(talksContract.list)).toEqual([])
    expect(screen.queryByText(t.integrity.talks)).toBeNull()
    expect(document.body.textContent).not.toContain('提醒谈话')
    page.leave()
  }
  for (const role of ['discipline', 'member'] as const) {
    await page.signIn(role)
    await page.open(paths.member(talkee))
    // In the section of the year and in the course; neither says why.
    await waitFor(() => expect(screen.getAllByRole('link', { name: '提醒谈话' })).toHaveLength(2))
    expect(document.body.textContent).not.toContain('事由原因')
    page.leave()
  }
})
