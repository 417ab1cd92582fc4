import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { dutiesContract } from '#domain/duties.contract.ts'
import { dutyTally } from '#domain/duties.ts'
import { integrityContract } from '#domain/integrity.contract.ts'
import type { MemberId } from '#domain/ids.ts'
import { servicesContract } from '#domain/services.contract.ts'
import { percent } from '#lib/format.ts'
import { paths } from '#lib/paths.ts'
import { zh } from '#locales/zh.ts'
import { aMeeting, firstOf, held } from '#tests/support/meetings.ts'
import { screenApi } from '#tests/support/screenApi.tsx'
import { anEntry } from '#tests/support/services.ts'

const page = screenApi()
const t = zh.organizations.counts
const total = (n: string) => screen.findByText(zh.ui.table.total(n))

test('the services of the year: 人次 that are confirmed, records that wait, each opening its rows', async () => {
  const { tokens, branchA } = page.bureau
  const log = (visits: number) =>
    page.api.call(tokens.member, servicesContract.create, { body: anEntry({ visits }) })
  const { id, version } = (await log(7)).body
  await page.api.call(tokens['group-leader'], servicesContract.confirm, { params: { id }, version })
  await log(2)
  await log(4)
  await page.signIn('leader')
  for (const [name, rows, sum] of [
    [t.openServices(zh.services.kinds.assisted, 7), '1', '7'],
    [t.openServices('', 2), '2', '6'],
  ] as const) {
    const { user } = await page.open(paths.organizations({ node: branchA.id }))
    const line = await screen.findByRole('region', { name: t.servicesOf(2026) })
    await user.click(await within(line).findByRole('link', { name }))
    expect(await total(rows)).toBeDefined()
    expect(await screen.findByText(zh.services.sum(sum, '0'))).toBeDefined()
    page.leave()
  }
})

test('the meetings of the year: 应到, 实到 and 参会率 of those that count, each opening these meetings', async () => {
  const { tokens, branchA, inA1, inA2 } = page.bureau
  const save = (over: Parameters<typeof aMeeting>[2]) =>
    held(page.api, tokens.organizer, aMeeting(branchA, firstOf(inA2), over))
  const [first, second] = inA1
  if (!first || !second) throw new Error('nobody')
  const leave = { status: 'leave' as const, reason: '出差' }
  const absent = { status: 'absent' as const, reason: '无故' }
  await save({ advance: 'sign', attendance: [{ memberId: first, ...leave }] })
  await save({
    advance: 'sign',
    heldOn: '2026-10-20',
    attendance: [
      { memberId: first, ...absent },
      { memberId: second, ...leave },
    ],
  })
  // Neither is counted.
  await save({ advance: 'submit', heldOn: '2026-09-20' })
  await save({ heldOn: '2026-08-20' })
  await page.signIn('leader')
  const { meetings } = zh
  for (const [what, n] of [
    [t.counted, '2'],
    [t.expected, '20'],
    [t.present, '17'],
    [t.rate, '85.0%'],
  ] as const) {
    const { user } = await page.open(paths.organizations({ node: branchA.id }))
    const line = await screen.findByRole('region', { name: t.meetingsOf(2026) })
    await user.click(await within(line).findByRole('link', { name: t.openMeetings(what, n) }))
    expect(await total('2')).toBeDefined()
    page.leave()
  }
  const { user } = await page.open(paths.meetings())
  expect(await total('4')).toBeDefined()
  expect(await screen.findByText(meetings.attendanceLine.parts('17', '20', '2'))).toBeDefined()
  await user.click(
    await screen.findByRole('link', { name: `${meetings.attendanceLine.rate(2026)} 85.0%` }),
  )
  expect(await total('2')).toBeDefined()
})

test('the duties of the year: what wants doing, what was missed and the rate, each opening its list', async () => {
  const { tokens, branchA } = page.bureau
  const organization = branchA.id
  const { leader } = tokens
  const { body: summary } = await page.api.call(leader, dutiesContract.summary, {
    query: { organization, year: 2026 },
  })
  const { body: due } = await page.api.call(leader, dutiesContract.due, {
    query: { organization, year: 2026, overdue: 'false' },
  })
  const { missing, kept, past } = dutyTally(summary)
  expect(Math.min(missing, due.total)).toBeGreaterThan(0)
  const d = zh.organizations.duties
  await page.signIn('leader')
  for (const [what, n] of [
    [d.due, due.total],
    [d.missing, missing],
  ] as const) {
    const { user } = await page.open(paths.organizations({ node: branchA.id }))
    const line = await screen.findByRole('region', { name: d.heading(2026) })
    await user.click(await within(line).findByRole('link', { name: d.open(what, `${n}`) }))
    expect(await total(`${n}`)).toBeDefined()
    page.leave()
  }
  const { user, router } = await page.open(paths.organizations({ node: branchA.id }))
  const line = await screen.findByRole('region', { name: d.heading(2026) })
  await user.click(
    await within(line).findByRole('link', { name: d.open(d.rate, percent(kept / past)) }),
  )
  expect(router.state.location.pathname).toBe(paths.duties())
})

test('警示教育 of the year: how often, how many came, whom it reached, each opening its rows', async () => {
  const { tokens, branchA, inA1 } = page.bureau
  const hold = (absentIds: MemberId[]) =>
    page.api.call(tokens.discipline, integrityContract.recordEducation, {
      body: {
        organizationId: branchA.id,
        title: '警示教育大会',
        theme: '以案为鉴',
        heldOn: '2026-06-10',
        absentIds,
      },
    })
  const [first, second] = inA1
  if (!first || !second) throw new Error('nobody')
  await hold([first, second])
  const held = await hold([first])
  const { expected } = held.body
  const attended = zh.integrity.educations.sum(String(2 * expected - 3))
  await page.signIn('leader')
  for (const [name, rows, shown] of [
    [t.openThese(t.held, 2), '2', attended],
    [t.openThese(t.attendances, 2 * expected - 3), '2', attended],
    [t.openThese(t.reached, expected - 1), String(expected - 1), zh.integrity.people.reached],
    [t.openThese(t.unreached, 1), '1', zh.integrity.people.unreached],
  ] as const) {
    const { user } = await page.open(paths.organizations({ node: branchA.id }))
    const line = await screen.findByRole('region', { name: t.educationsOf(2026) })
    await user.click(await within(line).findByRole('link', { name }))
    expect(await total(rows)).toBeDefined()
    expect(screen.getAllByText(shown).length).toBeGreaterThan(0)
    page.leave()
  }
})

test('whoever may not look at 廉洁教育 has no line of it', async () => {
  await page.signIn('group-leader')
  await page.open(paths.organizations({ node: page.bureau.groupA1.id }))
  expect(await screen.findByRole('region', { name: t.servicesOf(2026) })).toBeDefined()
  expect(screen.queryByRole('region', { name: t.educationsOf(2026) })).toBeNull()
  expect(page.of(integrityContract.coverage)).toEqual([])
})
