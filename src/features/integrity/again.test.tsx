import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { integrityContract, talksContract } from '#domain/integrity.contract.ts'
import { meetingsContract } from '#domain/meetings.contract.ts'
import { paths } from '#lib/paths.ts'
import { zh } from '#locales/zh.ts'
import { aMeeting, firstOf, held } from '#tests/support/meetings.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const page = screenApi()
const w = zh.integrity

test('a talk with a wrong word is withdrawn and recorded again without typing the rest', async () => {
  const { tokens, inA1, inB } = page.bureau
  const { id } = (
    await page.api.call(tokens.discipline, talksContract.record, {
      body: {
        kind: 'reminder-talk',
        occasion: 'sign',
        talkerId: firstOf(inB),
        talkeeId: firstOf(inA1),
        heldOn: '2026-11-20',
        place: '谈话室',
        reason: '窗口群众反映态度生硬',
        points: '提醒改进服务作风',
        followUps: [{ what: '交书面说明', dueOn: '2026-12-01' }],
      },
    })
  ).body
  await page.signIn('discipline')
  const { user } = await page.open(paths.integrity({ view: 'talks', open: id }), 1440)
  await user.click(await screen.findByRole('button', { name: w.withdrawAndAgain }))
  const first = within(await screen.findByRole('dialog'))
  await user.type(await first.findByLabelText(w.educations.withdrawReason), '地点写错')
  await user.click(first.getByRole('button', { name: w.educations.withdrawSubmit }))
  const place = await screen.findByLabelText<HTMLInputElement>(w.talks.place)
  expect(place.value).toBe('谈话室')
  await user.clear(place)
  await user.type(place, '二楼谈话室')
  await user.click(screen.getByRole('button', { name: w.talks.submit }))
  await waitFor(() => expect(page.of(talksContract.record)[0]?.status).toBe(200))
  expect(page.of(talksContract.record)[0]?.body).toMatchObject({
    kind: 'reminder-talk',
    occasion: 'sign',
    talkerId: inB[0],
    talkeeId: inA1[0],
    heldOn: '2026-11-20',
    place: '二楼谈话室',
    points: '提醒改进服务作风',
    followUps: [{ what: '交书面说明', dueOn: '2026-12-01' }],
  })
  // Who closed the form finds the way back at the withdrawn record.
  expect(await screen.findByRole('button', { name: w.again })).toBeDefined()
})

test('recorded again from another year, the meeting that it was part of is among the choices', async () => {
  const { tokens, committee, branchA, inA2 } = page.bureau
  const meeting = await held(
    page.api,
    tokens.organizer,
    aMeeting(branchA, firstOf(inA2), { advance: 'sign' }),
  )
  const { body } = await page.api.call(tokens.discipline, integrityContract.recordEducation, {
    body: {
      organizationId: branchA.id,
      title: '警示教育',
      theme: '以案为鉴',
      heldOn: meeting.heldOn,
      meetingId: meeting.id,
    },
  })
  await page.api.call(tokens.discipline, integrityContract.withdrawEducation, {
    params: { id: body.id },
    version: body.version,
    body: { reason: '主题写错' },
  })
  await page.signIn('discipline')
  const search = paths.integrity({ view: 'educations', withdrawn: 'true', open: body.id })
  const { user } = await page.open(`${search}&year=2025&scope=${committee.id}`, 1440)
  await user.click(await screen.findByRole('button', { name: w.again }))
  const choice = await screen.findByLabelText<HTMLSelectElement>(
    new RegExp(`^${w.educations.meeting}`),
  )
  await waitFor(() => expect(choice.value).toBe(meeting.id))
  expect(choice.selectedOptions[0]?.text).toContain(meeting.title)
  await user.selectOptions(choice, w.educations.noMeeting)
  expect(choice.value).toBe('')
  // The day can be typed then; half of one, or none, takes no list away.
  const heldOn = await screen.findByLabelText(w.educations.heldOn)
  for (const half of ['0002-11-20', '']) fireEvent.change(heldOn, { target: { value: half } })
  const meetings = page.of(meetingsContract.list)
  await waitFor(() => expect(meetings.every(({ status }) => status > 0)).toBe(true))
  expect(screen.getByLabelText(new RegExp(`^${w.educations.meeting}`)).tagName).toBe('SELECT')
  expect(meetings.map(({ status }) => status)).not.toContain(400)
})

test('a line ticked off by mistake is opened again with a reason', async () => {
  const { tokens, branchA, inA1 } = page.bureau
  const { body } = await page.api.call(tokens.discipline, integrityContract.createResponsibility, {
    body: {
      organizationId: branchA.id,
      year: 2026,
      layer: 'section-head',
      title: '岗位风险排查',
      ownerId: firstOf(inA1),
      dueOn: '2026-12-01',
    },
  })
  await page.api.call(tokens['branch-secretary'], integrityContract.checkResponsibility, {
    params: { id: body.id },
    version: 1,
    body: { doneOn: '2026-11-21', evidence: '清单已公示' },
  })
  await page.signIn('branch-secretary')
  const { user } = await page.open(paths.integrity({ view: 'responsibilities' }), 1440)
  await user.click(await screen.findByRole('button', { name: w.responsibilities.reopen }))
  const drawer = within(await screen.findByRole('dialog'))
  expect(drawer.getByText(/清单已公示/)).toBeDefined()
  await user.type(drawer.getByLabelText(w.reopen.reason), '登记错行')
  await user.click(drawer.getByRole('button', { name: w.reopen.submit }))
  expect(await screen.findByText(w.reopen.done)).toBeDefined()
  expect(await screen.findByRole('button', { name: w.responsibilities.check })).toBeDefined()
})

test('what somebody else did meanwhile is shown, and the second press goes to what stands', async () => {
  const { tokens, branchA, inA1 } = page.bureau
  const { body } = await page.api.call(tokens.discipline, integrityContract.createResponsibility, {
    body: {
      organizationId: branchA.id,
      year: 2026,
      layer: 'section-head',
      title: '岗位风险排查',
      ownerId: firstOf(inA1),
      dueOn: '2026-12-01',
    },
  })
  const params = { id: body.id }
  const check = (version: number, evidence: string) =>
    page.api.call(tokens['branch-secretary'], integrityContract.checkResponsibility, {
      params,
      version,
      body: { doneOn: '2026-11-21', evidence },
    })
  const reopen = (version: number) =>
    page.api.call(tokens['branch-secretary'], integrityContract.reopenResponsibility, {
      params,
      version,
      body: { reason: '登记错行' },
    })
  const answers = (operation: Parameters<typeof page.of>[0]) =>
    page.of(operation).map(({ status }) => status)

  await check(1, '清单已公示')
  await page.signIn('branch-secretary')
  const { user } = await page.open(paths.integrity({ view: 'responsibilities' }), 1440)
  await user.click(await screen.findByRole('button', { name: w.responsibilities.reopen }))
  let drawer = within(await screen.findByRole('dialog'))
  await user.type(drawer.getByLabelText(w.reopen.reason), '材料不符')
  await reopen(2)
  await check(3, '清单已更换')
  await user.click(drawer.getByRole('button', { name: w.reopen.submit }))
  expect(await drawer.findByText(zh.common.form.changed)).toBeDefined()
  expect(await drawer.findByText(/清单已更换/)).toBeDefined()
  await user.click(drawer.getByRole('button', { name: w.reopen.submit }))
  await waitFor(() => expect(answers(integrityContract.reopenResponsibility)).toEqual([412, 200]))

  await user.click(await screen.findByRole('button', { name: w.responsibilities.check }))
  drawer = within(await screen.findByRole('dialog'))
  await user.type(
    drawer.getByLabelText(new RegExp(`^${w.responsibilities.evidence}`)),
    '清单再次公示',
  )
  await check(5, '清单已公示')
  await reopen(6)
  const send = () => user.click(drawer.getByRole('button', { name: w.responsibilities.check }))
  await send()
  expect(await drawer.findByText(zh.common.form.changed)).toBeDefined()
  await waitFor(() => expect(page.sent.every(({ status }) => status > 0)).toBe(true))
  await send()
  await waitFor(() => expect(answers(integrityContract.checkResponsibility)).toEqual([412, 200]))
})

test.each(['measures', 'educations'] as const)(
  'in %s, a measure that was opened again meanwhile is finished by the second press',
  async (view) => {
    const { tokens, committee } = page.bureau
    const token = tokens.discipline
    const { body } = await page.api.call(token, integrityContract.recordEducation, {
      body: {
        organizationId: committee.id,
        title: '全局警示教育大会',
        theme: '以案为鉴',
        heldOn: '2026-11-10',
        followUps: [{ what: '开展专题讨论', dueOn: '2026-11-20' }],
      },
    })
    const measure = firstOf(body.followUps)
    const params = { id: measure.id }
    await page.signIn('discipline')
    const { user } = await page.open(paths.integrity({ view, open: body.id }), 1440)
    await user.click(await screen.findByRole('button', { name: w.talks.finish }))
    const drawer = within(await screen.findByRole('dialog', { name: /开展专题讨论/ }))
    await user.type(await drawer.findByLabelText(w.talks.result), '已讨论')
    await page.api.call(token, integrityContract.finishEducationFollowUp, {
      params,
      version: measure.version,
      body: { doneOn: '2026-11-20', result: '登记错行' },
    })
    await page.api.call(token, integrityContract.reopenEducationFollowUp, {
      params,
      version: measure.version + 1,
      body: { reason: '登记错行' },
    })
    const send = () => user.click(drawer.getByRole('button', { name: w.talks.finish }))
    await send()
    expect(await drawer.findByText(zh.common.form.changed)).toBeDefined()
    await waitFor(() => expect(page.sent.every(({ status }) => status > 0)).toBe(true))
    await send()
    await waitFor(() =>
      expect(page.of(integrityContract.finishEducationFollowUp).map((one) => one.status)).toEqual([
        412, 200,
      ]),
    )
  },
)
