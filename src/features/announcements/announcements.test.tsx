import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { announcementsContract } from '#domain/announcements.contract.ts'
import { meetingsContract } from '#domain/meetings.contract.ts'
import { paths } from '#lib/paths.ts'
import { zh } from '#locales/zh.ts'
import { anAnnouncement, announced } from '#tests/support/announcements.ts'
import { aMeeting, firstOf, held } from '#tests/support/meetings.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const t = zh.announcements
const page = screenApi()
const button = (name: string | RegExp) => screen.findByRole('button', { name })
const phone = 390

const announce = (over: Parameters<typeof anAnnouncement>[1] = {}) =>
  announced(
    page.api,
    page.bureau.tokens['branch-secretary'],
    anAnnouncement(page.bureau.branchA, over),
  )

describe('who leads a branch', () => {
  it('announces a meeting, named by itself, to everybody of its day', async () => {
    await page.signIn('branch-secretary')
    const { user } = await page.open(paths.announcements({ form: 'new' }))
    await user.click(await button('支部党员大会'))
    await user.type(await screen.findByLabelText(t.fields.heldOn), '2026-12-11')
    await user.type(screen.getByLabelText(t.fields.place), '三楼会议室')
    await user.type(screen.getByLabelText(t.fields.agenda), '学习党章\n\n年度总结')
    await user.click(await button(t.form.submit))
    await waitFor(() => expect(page.of(announcementsContract.announce)[0]?.status).toBe(200))
    expect(page.of(announcementsContract.announce)[0]?.body).toMatchObject({
      organizationId: page.bureau.branchA.id,
      title: '甲支部2026年第四季度支部党员大会',
      startedAt: '15:00',
      agenda: ['学习党章', '年度总结'],
    })
    expect(
      await screen.findByRole('row', { name: /甲支部2026年第四季度支部党员大会/ }),
    ).toBeDefined()
    expect(screen.getByText(t.counted(0, 0))).toBeDefined()
  })

  it('announces from the duty that asks for it, with place and hour of the last such meeting', async () => {
    const { branchA, inA2, tokens } = page.bureau
    const meeting = (over: Parameters<typeof aMeeting>[2]) =>
      held(page.api, tokens.organizer, aMeeting(branchA, firstOf(inA2), over))
    await meeting({ types: ['theme-day'], heldOn: '2026-10-12', startedAt: '16:30', place: '展厅' })
    await meeting({ types: ['general-meeting'], heldOn: '2026-11-20' })
    await page.signIn('branch-secretary')
    const { user } = await page.open('/')
    const name = new RegExp(`^${zh.workbench.announce1} 甲支部 主题党日`)
    const [link] = await screen.findAllByRole('link', { name })
    if (link) await user.click(link)
    const form = within(await screen.findByRole('dialog'))
    const chosen = await form.findByRole('button', { name: '主题党日' })
    expect(chosen.getAttribute('aria-pressed')).toBe('true')
    expect(form.getByLabelText<HTMLInputElement>(t.fields.place).value).toBe('展厅')
    expect(form.getByLabelText<HTMLInputElement>(t.fields.startedAt).value).toBe('16:30')
    await user.type(form.getByLabelText(t.fields.heldOn), '2026-11-27')
    await user.click(form.getByRole('button', { name: t.form.submit }))
    await waitFor(() => expect(page.of(announcementsContract.announce)[0]?.status).toBe(200))
    expect(page.of(announcementsContract.announce)[0]?.body).toMatchObject({
      organizationId: branchA.id,
      types: ['theme-day'],
      place: '展厅',
      startedAt: '16:30',
    })
  })

  it('is warned of what the same organ holds within the hour, and not of what it changes', async () => {
    const own = await announce({ heldOn: '2026-12-11', startedAt: '15:00', title: '十二月大会' })
    await announce({ heldOn: '2026-12-11', startedAt: '16:00', title: '一小时后的会' })
    await announced(
      page.api,
      page.bureau.tokens.organizer,
      anAnnouncement(page.bureau.branchB, { heldOn: '2026-12-11', title: '乙的会' }),
    )
    await page.signIn('branch-secretary')
    const { user } = await page.open(paths.announcements({ form: 'new' }))
    await user.type(await screen.findByLabelText(t.fields.heldOn), '2026-12-11')
    const startedAt = screen.getByLabelText(t.fields.startedAt)
    await user.clear(startedAt)
    await user.type(startedAt, '15:00')
    const form = within(screen.getByRole('dialog'))
    expect(await form.findByText(t.form.sameHour('15:00', '十二月大会'))).toBeDefined()
    expect(form.getAllByText(/已通知《/)).toHaveLength(1)
    page.leave()

    const { user: again } = await page.open(paths.announcement(own.id))
    await announce({ heldOn: '2026-12-11', startedAt: '15:30', title: '半小时后的会' })
    const asked = page.of(announcementsContract.list).length
    await again.click(await button(t.actions.edit))
    const edit = within(await screen.findByRole('dialog'))
    expect(await edit.findByText(t.form.sameHour('15:30', '半小时后的会'))).toBeDefined()
    expect(page.of(announcementsContract.list).length).toBeGreaterThan(asked)
    expect(edit.queryByText(t.form.sameHour('15:00', '十二月大会'))).toBeNull()
  })

  it('is warned of minutes of that day too, and of a recorded notice by the hour of its minutes', async () => {
    const { branchA, inA2, tokens } = page.bureau
    const heldOn = '2026-11-23'
    const noticed = await announce({ heldOn, startedAt: '09:00', title: '通知过的会' })
    const minutes = (title: string, startedAt: string, announcementId?: typeof noticed.id) =>
      held(page.api, tokens['branch-secretary'], {
        ...aMeeting(branchA, firstOf(inA2), { heldOn, startedAt, title }),
        ...(announcementId && { announcementId }),
      })
    await minutes('通知过的会', '08:00', noticed.id)
    await minutes('没有通知的会', '09:30')
    await page.signIn('branch-secretary')
    const { user } = await page.open(paths.announcements({ form: 'new' }))
    await user.type(await screen.findByLabelText(t.fields.heldOn), heldOn)
    const startedAt = screen.getByLabelText(t.fields.startedAt)
    const form = within(screen.getByRole('dialog'))
    for (const [at, said] of [
      ['09:00', t.form.sameHourHeld('09:30', '没有通知的会')],
      ['08:10', t.form.sameHourHeld('08:00', '通知过的会')],
    ] as const) {
      await user.clear(startedAt)
      await user.type(startedAt, at)
      expect(await form.findByText(said)).toBeDefined()
      expect(form.getAllByText(/请核对是否冲突/)).toHaveLength(1)
    }
  })

  it('goes from the minutes to the notice they were made from, and back', async () => {
    const { bureau } = page
    const { id } = await announce({ heldOn: '2026-11-23' })
    const record = await held(page.api, bureau.tokens['branch-secretary'], {
      ...aMeeting(bureau.branchA, firstOf(bureau.inA2), { heldOn: '2026-11-23' }),
      announcementId: id,
    })
    await page.signIn('branch-secretary')
    const { user } = await page.open(paths.meeting(record.id))
    await user.click(await screen.findByRole('link', { name: t.recordForm.back }))
    await user.click(await screen.findByRole('link', { name: t.actions.toRecord }))
    expect(await screen.findByRole('link', { name: t.recordForm.back })).toBeDefined()
  })

  it('is told at its field why a day cannot be', async () => {
    await page.signIn('branch-secretary')
    const { user } = await page.open(paths.announcements({ form: 'new' }))
    await user.click(await button('支部党员大会'))
    await user.type(await screen.findByLabelText(t.fields.heldOn), '2027-12-20')
    await user.type(screen.getByLabelText(t.fields.place), '三楼会议室')
    await user.click(await button(t.form.submit))
    expect(await screen.findByText('通知的会议日期应在一年之内')).toBeDefined()
  })

  it('changes it with a reason, calls it off with one, and cannot record it before its day', async () => {
    const { id } = await announce()
    await page.signIn('branch-secretary')
    const { user } = await page.open(paths.announcement(id))
    expect((await button(t.actions.record)).getAttribute('aria-disabled')).toBe('true')
    expect(screen.getByText(t.actions.notYet('2026-11-27'))).toBeDefined()
    await user.click(await button(t.actions.edit))
    const place = await screen.findByLabelText(t.fields.place)
    await user.clear(place)
    await user.type(place, '五楼')
    await user.type(screen.getByLabelText(t.form.reason), '三楼检修')
    await user.click(await button(t.form.save))
    expect(await screen.findByText(t.notes.changed('三楼检修'))).toBeDefined()
    expect(page.of(announcementsContract.change)[0]?.body).toEqual({
      place: '五楼',
      reason: '三楼检修',
    })
    await user.click(await button(t.actions.callOff))
    const drawer = await screen.findByRole('dialog', { name: t.actions.callOffTitle })
    await user.type(within(drawer).getByLabelText(t.actions.callOffReason), '上级另有会议')
    await user.click(within(drawer).getByRole('button', { name: t.actions.callOff }))
    expect(await screen.findByText(t.notes.calledOff('上级另有会议'))).toBeDefined()
  })
})

describe('a member', () => {
  it('finds it in the calendar, and what was called off as such', async () => {
    const { title } = await announce()
    const off = await announce({ title: '取消了的会', heldOn: '2026-11-26' })
    await page.api.call(page.bureau.tokens['branch-secretary'], announcementsContract.callOff, {
      params: { id: off.id },
      body: { reason: '合并召开' },
      version: off.version,
    })
    await page.signIn('member')
    const words = zh.meetings.calendarPage
    for (const [day, name, state] of [
      ['2026-11-27', title, words.announcedState],
      ['2026-11-26', off.title, words.calledOffState],
    ] as const) {
      await page.open(paths.calendar({ day }))
      const line = (await screen.findByRole('link', { name })).closest('li')
      expect(line?.textContent).toContain(state)
      page.leave()
    }
  })

  it('finds it on the phone, attends by one press, and asks for leave by another with a reason', async () => {
    const { id, title } = await announce()
    await page.signIn('member')
    const { user } = await page.open('/', phone)
    const link = await screen.findByRole('link', { name: title })
    expect(screen.getByText(t.answers.none)).toBeDefined()
    await user.click(link)
    expect(await screen.findByRole('heading', { name: t.ask.title })).toBeDefined()
    // Neither who else comes nor the buttons of who announced it.
    expect(screen.queryByText(t.roster.title)).toBeNull()
    expect(screen.queryByRole('button', { name: t.actions.edit })).toBeNull()
    await user.click(await button(t.ask.attend))
    expect(await screen.findByRole('heading', { name: t.ask.answered('参加') })).toBeDefined()
    await user.click(await button(t.ask.leave))
    await user.click(await button(t.ask.send))
    expect(await screen.findByText(zh.common.form.required)).toBeDefined()
    expect(page.of(announcementsContract.answer)).toHaveLength(1)
    await user.type(screen.getByLabelText(t.ask.reason), '出差')
    await user.click(await button(t.ask.send))
    expect(await screen.findByRole('heading', { name: t.ask.answered('请假') })).toBeDefined()
    page.leave()
    await page.signIn('branch-secretary')
    await page.open(paths.announcement(id))
    const group = (await screen.findByRole('heading', { name: t.roster.group('请假', 1) }))
      .parentElement
    expect(group?.textContent).toContain('王芳')
    expect(group?.textContent).toContain('出差')
    expect(screen.getByRole('heading', { name: t.roster.group('未答复', 9) })).toBeDefined()
  })
})

describe('the record of an announced meeting', () => {
  it('opens filled in with what was announced and who asked for leave, is saved once and linked', async () => {
    const { api, bureau } = page
    const { id, title } = await announce({ heldOn: '2026-11-23', startedAt: '08:30' })
    await api.call(bureau.tokens.member, announcementsContract.answer, {
      params: { id },
      body: { answer: 'leave', reason: '探亲' },
    })
    await page.signIn('branch-secretary')
    const { user } = await page.open('/')
    await user.click(
      await screen.findByRole('link', { name: new RegExp(`^${zh.workbench.announced1} ${title}`) }),
    )
    expect(await screen.findByText(t.recordForm.from(title))).toBeDefined()
    expect(await screen.findByDisplayValue('探亲')).toBeDefined()
    expect(screen.getByDisplayValue('三楼会议室')).toBeDefined()
    await user.click(await button(zh.meetings.save.draft))
    await waitFor(() => expect(page.of(meetingsContract.create)[0]?.status).toBe(200))
    const [sent] = page.of(meetingsContract.create)
    expect(sent?.body).toMatchObject({
      announcementId: id,
      title,
      heldOn: '2026-11-23',
      startedAt: '08:30',
      endedAt: null,
      agenda: ['学习党章', '讨论年度总结'],
    })
    expect(sent?.body).toMatchObject({
      attendance: expect.arrayContaining([
        expect.objectContaining({ memberId: bureau.inA1[1], status: 'leave', reason: '探亲' }),
      ]),
    })
    page.leave()
    await page.open(paths.newMeeting({ announcement: id }))
    expect(await screen.findByText(t.recordForm.over)).toBeDefined()
    expect(screen.getByRole('link', { name: t.recordForm.toRecord })).toBeDefined()
  })
})
