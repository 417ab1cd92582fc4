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

test('what the person answers for in the 责任清单 stands in the profile of who may read the list, and leads to it', async () => {
  const [own = '', other = ''] = page.bureau.inA1
  const body = {
    organizationId: page.bureau.branchA.id,
    year: 2026,
    layer: 'section-head' as const,
    dueOn: '2026-11-01',
  }
  for (const [ownerId, title] of [
    [own, '岗位风险排查'],
    [other, '别人的一项'],
  ])
    await page.api.call(page.bureau.tokens.discipline, integrityContract.createResponsibility, {
      body: { ...body, ownerId: ownerId ?? '', title: title ?? '' },
    })
  await page.signIn('leader')
  const { user } = await page.open(paths.member(own))
  const item = await screen.findByRole('link', { name: '岗位风险排查' })
  expect(screen.queryByText('别人的一项')).toBeNull()
  expect(screen.getByText('已逾期', { selector: '.sc-tag' })).toBeDefined()
  await user.click(item)
  expect(await screen.findByRole('button', { name: /^责任人：/ })).toBeDefined()
  expect(await screen.findByText('共 1 条')).toBeDefined()
  page.leave()

  // A member's role does not open the list: it is not even asked for.
  await page.signIn('member')
  await page.open('/me')
  expect(await screen.findByText(t.integrity.none)).toBeDefined()
  expect(page.of(integrityContract.responsibilities)).toEqual([])
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
