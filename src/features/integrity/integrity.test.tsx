import { screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { integrityContract, talksContract } from '#domain/integrity.contract.ts'
import { newId } from '#domain/ids.ts'
import { paths } from '#lib/paths.ts'
import { zh } from '#locales/zh.ts'
import { addAccount } from '#tests/support/bureau.ts'
import { addTalk } from '#tests/support/integrityRecords.ts'
import { aMeeting, firstOf, held } from '#tests/support/meetings.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const page = screenApi()

const talk = (secret: string) =>
  addTalk(page.api.world.db, {
    at: page.bureau.groupA1,
    talkee: page.bureau.inA1[1] ?? '',
    talker: page.bureau.inA1[0] ?? '',
    secret,
  })

test('a leader sees coverage and that the talks are too few to be told, and nobody’s name', async () => {
  await page.signIn('leader')
  await talk('甲乙丙')
  const { user } = await page.open(paths.integrity())
  expect(await screen.findByText('0 / 15 人')).toBeDefined()
  expect(screen.getByText('少于 3 次，或为防止推算而不单列')).toBeDefined()
  expect(screen.getByRole('link', { name: '0 人次' }).getAttribute('href')).toContain('educations')
  await user.click(screen.getByRole('link', { name: '谈话' }))
  expect(await screen.findByText('没有您能看到的谈话记录')).toBeDefined()
  expect(document.body.textContent).not.toContain('甲乙丙')
  expect(screen.queryByRole('button', { name: '登记谈话' })).toBeNull()
})

test('who may open the talks sees how many of those in posts had one, and nobody else is asked it', async () => {
  const { api, bureau } = page
  for (const member of bureau.inA1.slice(0, 2))
    await api.world.db
      .insertInto('post')
      .values({
        id: newId(),
        organization_id: bureau.branchA.id,
        member_id: member,
        post: 'officer',
        started_on: '2025-01-01',
        ended_on: null,
      })
      .execute()
  await addTalk(api.world.db, {
    at: bureau.groupA1,
    talkee: firstOf(bureau.inA1),
    talker: firstOf(bureau.inB),
    kind: 'integrity-talk',
    secret: '在任的',
  })
  await addTalk(api.world.db, {
    at: bureau.groupA1,
    talkee: bureau.inA1[3] ?? '',
    talker: firstOf(bureau.inB),
    kind: 'integrity-talk',
    secret: '普通的',
  })
  await page.signIn('discipline')
  const { user } = await page.open(paths.integrity())
  const { officersRate, officersTalked } = zh.integrity.coverage
  expect(await screen.findByText(officersRate('50%'), { exact: false })).toBeDefined()
  await user.click(screen.getByRole('link', { name: officersTalked('2', '1') }))
  const { officers, officersNote } = zh.integrity.talks
  expect(await screen.findByText(officersNote('2026年11月23日', 2026))).toBeDefined()
  expect(await screen.findByRole('link', { name: /在任的对象/ })).toBeDefined()
  expect(screen.queryByRole('link', { name: /普通的对象/ })).toBeNull()
  await user.click(screen.getByRole('button', { name: new RegExp(officers) }))
  expect(await screen.findByRole('link', { name: /普通的对象/ })).toBeDefined()
  page.leave()

  // Nobody has failed to talk in a year that has not begun.
  await page.open(paths.integrity({ year: '2027' }))
  expect(await screen.findAllByText(zh.integrity.coverage.notBegun)).toBeDefined()
  expect(screen.queryByText(/谈话覆盖率|书记和班子/)).toBeNull()
  const asked = page.of(talksContract.coverage).map(({ query }) => query.get('year'))
  expect(asked).toEqual(['2026'])
  page.leave()

  await page.signIn('leader')
  await page.open(paths.integrity())
  expect(await screen.findByText('0 / 15 人')).toBeDefined()
  expect(page.of(talksContract.coverage)).toEqual([])
})

test('the share is not asked of a place of which it is not known yet whether it may be', async () => {
  const { bureau, api } = page
  const { branchA, branchB, committee } = bureau
  const { token } = await addAccount(api.world.db, {
    login: 'of-one',
    roles: [
      { role: 'discipline', at: branchA },
      { role: 'leader', at: committee },
    ],
  })
  bureau.tokens.discipline = token
  await page.signIn('discipline')
  const { router } = await page.open(paths.integrity({ scope: branchA.id }))
  expect(await screen.findByText(zh.integrity.coverage.noOfficers)).toBeDefined()
  const answered = fetch
  let letGo = () => undefined as void
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    if (url.includes('/integrity/coverage?'))
      await new Promise<void>((resolve) => {
        letGo = resolve
      })
    return answered(url, init)
  })
  await router.navigate(paths.integrity({ scope: branchB.id }))
  await waitFor(() => expect(screen.queryByText(zh.integrity.coverage.noOfficers)).toBeNull())
  letGo()
  expect(await screen.findByText('0 / 5 人')).toBeDefined()
  const asked = page.of(talksContract.coverage).map(({ query }) => query.get('organization'))
  expect(asked).toEqual([branchA.id])
})

test('the person talked to opens the own record, and one who is not gets the refusal of a missing one', async () => {
  await page.signIn('member')
  const { talk: id } = await talk('甲乙丙')
  const { user } = await page.open(paths.integrity({ view: 'talks' }))
  await user.click(await screen.findByRole('link', { name: /甲乙丙对象/ }))
  expect(await screen.findByText('甲乙丙要点')).toBeDefined()
  await user.click(screen.getByRole('button', { name: '确认记录' }))
  const dialog = await screen.findByRole('alertdialog', { name: '确认这条谈话记录？' })
  await user.click(within(dialog).getByRole('button', { name: '确认记录' }))
  expect(await screen.findByText('本人已于2026年11月23日确认')).toBeDefined()
  expect(page.of(talksContract.acknowledge)[0]?.status).toBe(200)

  page.leave()
  await page.signIn('branch-secretary')
  await page.open(paths.integrity({ view: 'talks', open: id }))
  expect(await screen.findByText('没有找到，或不在您的管理范围内')).toBeDefined()
})

test('a secretary checks an item off with evidence', async () => {
  await page.signIn('branch-secretary')
  const { branchA, inA1 } = page.bureau
  const [owner] = inA1
  if (!owner) throw new Error('nobody')
  await page.api.call(page.bureau.tokens.discipline, integrityContract.createResponsibility, {
    body: {
      organizationId: branchA.id,
      year: 2026,
      layer: 'section-head',
      title: '岗位风险排查',
      ownerId: owner,
      dueOn: '2026-11-01',
    },
  })
  const { user } = await page.open(paths.integrity({ view: 'responsibilities' }))
  expect(await screen.findByText('岗位风险排查')).toBeDefined()
  expect(screen.getAllByText('已逾期').length).toBeGreaterThan(0)
  await user.click(screen.getByRole('button', { name: '登记落实' }))
  await user.type(await screen.findByLabelText('落实佐证'), '风险点清单已公示')
  const buttons = screen.getAllByRole('button', { name: '登记落实' })
  const last = buttons.at(-1)
  if (last) await user.click(last)
  expect(await screen.findByText(/风险点清单已公示/)).toBeDefined()
  expect(page.of(integrityContract.checkResponsibility)[0]?.body).toEqual({
    doneOn: '2026-11-23',
    evidence: '风险点清单已公示',
  })
})

test('a secretary is told on the workbench what is late after 警示教育, and says that it is done', async () => {
  const { branchA, committee, tokens } = page.bureau
  await page.api.call(tokens.discipline, integrityContract.recordEducation, {
    body: {
      organizationId: committee.id,
      title: '全局警示教育大会',
      theme: '以案为鉴',
      heldOn: '2026-11-10',
      followUps: [{ what: '开展专题讨论', dueOn: '2026-11-20', placeId: branchA.id }],
    },
  })
  await page.signIn('branch-secretary')
  const { user } = await page.open(paths.workbench())
  const group = await screen.findByRole('region', { name: /^教育后续|警示教育后续/ })
  expect(within(group).getByText(/2026-11-20/)).toBeDefined()
  await user.click(within(group).getByRole('link', { name: /全部/ }))
  expect(await screen.findByText('全局警示教育大会')).toBeDefined()
  expect(screen.getByText('已逾期', { selector: '.sc-tag' })).toBeDefined()
  await user.click(screen.getByRole('button', { name: '登记完成' }))
  const drawer = await screen.findByRole('dialog')
  await user.type(within(drawer).getByLabelText('完成情况'), '11 月 23 日已讨论')
  await user.click(within(drawer).getByRole('button', { name: '登记完成' }))
  expect(await screen.findByText('已登记完成')).toBeDefined()
  expect(await screen.findByText('没有待完成的后续事项')).toBeDefined()
  expect(page.of(integrityContract.finishEducationFollowUp)[0]?.status).toBe(200)
})

test('follow-ups are typed with the 警示教育, for the organ itself unless one below is named', async () => {
  await page.signIn('discipline')
  const { user } = await page.open(paths.integrity({ view: 'educations' }))
  const [open] = await screen.findAllByRole('button', { name: '登记警示教育' })
  await user.click(open as Element)
  const drawer = await screen.findByRole('dialog')
  await user.type(within(drawer).getByLabelText('名称'), '以案促改大会')
  await user.type(within(drawer).getByLabelText(/^案例主题/), '收受礼品案例')
  await user.click(within(drawer).getByRole('button', { name: '添加后续事项' }))
  await user.type(within(drawer).getByLabelText('后续事项'), '张贴提示')
  await user.type(within(drawer).getByLabelText('完成期限'), '2026-12-01')
  await user.click(within(drawer).getByRole('button', { name: '登记' }))
  expect(await screen.findByText('已登记，计入覆盖')).toBeDefined()
  expect(page.of(integrityContract.recordEducation)[0]?.body).toMatchObject({
    followUps: [{ what: '张贴提示', dueOn: '2026-12-01', placeId: null }],
  })
})

test('a 警示教育 of a signed meeting takes its day from there', async () => {
  const { api, bureau } = page
  const { branchA, inA2, tokens } = bureau
  await held(api, tokens.organizer, aMeeting(branchA, firstOf(inA2), { advance: 'sign' }))
  await page.signIn('organizer')
  const { user } = await page.open(`${paths.integrity({ view: 'educations' })}&scope=${branchA.id}`)
  const [open] = await screen.findAllByRole('button', { name: '登记警示教育' })
  await user.click(open as Element)
  const drawer = await screen.findByRole('dialog')
  const meeting = await within(drawer).findByLabelText<HTMLSelectElement>('随会议召开')
  await waitFor(() => expect(meeting.options.length).toBe(2))
  const day = () => within(drawer).getByLabelText<HTMLInputElement>('召开日期')
  expect(day().disabled).toBe(false)
  await user.selectOptions(meeting, meeting.options[1]?.value ?? '')
  await waitFor(() => expect(day().disabled).toBe(true))
  expect(meeting.options[1]?.textContent).toContain(day().value)
  await user.type(within(drawer).getByLabelText(/^案例主题/), '收受礼品案例')
  await user.click(within(drawer).getByRole('button', { name: '登记' }))
  expect(await screen.findByText('已登记，计入覆盖')).toBeDefined()
  expect(page.of(integrityContract.recordEducation)[0]?.status).toBe(200)
})

test('a row of whom the year has reached opens the member anywhere, below whatever folder', async () => {
  await page.signIn('organizer')
  const { user, router } = await page.open(paths.integrity({ view: 'people' }))
  const [cell] = await screen.findAllByRole('cell', { name: '未覆盖' })
  if (!cell) throw new Error('nobody')
  await user.click(cell)
  await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/members\/[0-9a-f-]{36}$/))
})

test('what follows from a talk opens it, and what stands below a scope opens that scope', async () => {
  await talk('甲乙丙')
  await page.signIn('discipline')
  const { user, router } = await page.open(paths.integrity({ view: 'followUps' }))
  const what = await within(await screen.findByRole('table')).findByRole('link')
  const row = what.closest('tr') ?? what
  await user.click(within(row).getAllByRole('cell').at(-1) ?? row)
  await waitFor(() => expect(router.state.location.search).toContain('view=talks'))
  await router.navigate(paths.integrity())
  const below = within(await screen.findByRole('table', { name: zh.integrity.coverage.table }))
  const { id } = page.bureau.branchA
  const line = within((await below.findByRole('link', { name: '甲支部' })).closest('tr') ?? what)
  // Nobody of ten was reached: none has nothing behind it, the roster has.
  expect(line.getAllByRole('link').map((one) => one.getAttribute('href'))).toContain(
    paths.integrity({ scope: id, year: 2026, view: 'people' }),
  )
  await user.click(await below.findByRole('link', { name: '甲支部' }))
  await waitFor(() =>
    expect(router.state.location.search).toContain(`scope=${page.bureau.branchA.id}`),
  )
})

test('整改率 of the year stands beside its 警示教育, and opens what was due and what is done', async () => {
  const { committee, tokens } = page.bureau
  await page.api.call(tokens.discipline, integrityContract.recordEducation, {
    body: {
      organizationId: committee.id,
      title: '警示教育大会',
      theme: '以案为鉴',
      heldOn: '2026-11-10',
      followUps: [{ what: '开展专题讨论', dueOn: '2026-11-20' }],
    },
  })
  await page.signIn('leader')
  const { user, router } = await page.open(paths.integrity())
  expect(await screen.findByText(/^整改率 0%/)).toBeDefined()
  await user.click(screen.getByRole('link', { name: '应完成 1' }))
  expect(await screen.findByRole('cell', { name: '开展专题讨论' })).toBeDefined()
  expect(router.state.location.search).toContain('ofYear=true')
  expect(page.of(integrityContract.educationFollowUps).at(-1)?.query.get('dueIn')).toBe('2026')
})
