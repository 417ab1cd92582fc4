import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { dutiesContract, exemptionsContract } from '#domain/duties.contract.ts'
import { problem } from '#domain/errors.ts'
import { meetingsContract } from '#domain/meetings.contract.ts'
import { organizationsContract } from '#domain/organizations.contract.ts'
import { zh } from '#locales/zh.ts'
import { addAccount } from '#tests/support/bureau.ts'
import { addMeeting } from '#tests/support/bookedMeeting.ts'
import { firstOf } from '#tests/support/meetings.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const t = zh.duties
const page = screenApi()

const cell = (organ: string, period: string) =>
  screen.getByRole('gridcell', { name: new RegExp(`^${organ}，${period}：`) })
const panel = async () => within(await screen.findByRole('complementary', { name: /支部 · / }))

describe('the duty matrix', () => {
  beforeEach(async () => {
    const { api, bureau } = page
    const db = api.world.db
    const a = { at: bureau.branchA, by: firstOf(bureau.inA2), types: ['theme-day'] as const }
    const b = { ...a, at: bureau.branchB, by: firstOf(bureau.inB) }
    await addMeeting(db, { ...a, on: '2026-03-05' })
    await addMeeting(db, { ...a, on: '2026-03-20' })
    await addMeeting(db, { ...a, on: '2026-04-08', late: true })
    await addMeeting(db, { ...a, on: '2026-05-08', status: 'submitted' })
    await addMeeting(db, { ...b, on: '2026-03-11', status: 'archived' })
  })

  it('opens behind a cell the very meetings it counts', async () => {
    await page.signIn('organizer')
    const { user, router } = await page.open('/duties?duty=theme-day', 1440)
    await screen.findByRole('grid')
    await user.click(cell('甲支部', '2026年3月'))
    const detail = await panel()
    expect(await detail.findByText(t.panel.counted(2))).toBeDefined()
    expect(detail.getByText(t.panel.times(2))).toBeDefined()
    expect(detail.getAllByRole('link', { name: '会议' })).toHaveLength(2)
    const asked = page.of(meetingsContract.list).filter(({ query }) => query.has('period'))
    expect(
      asked.map(({ query }) => [query.get('direct'), query.get('types'), query.get('period')]),
    ).toEqual(asked.map(() => ['true', 'theme-day', '2026-03']))
    const list = detail.getByRole('link', { name: t.panel.all }).getAttribute('href') ?? ''
    expect(decodeURIComponent(router.state.location.search)).toContain(
      `open=${page.bureau.branchA.id}~2026-03`,
    )
    page.leave()
    await page.open(list)
    expect(await screen.findByText(zh.ui.table.total('2'))).toBeDefined()
  })

  it('says of a 组织生活会 held group by group who is still wanting, and opens the meetings of the groups', async () => {
    const { api, bureau } = page
    const hold = (at: { id: string }) =>
      addMeeting(api.world.db, {
        at,
        by: firstOf(bureau.inA1),
        types: ['life-meeting'],
        on: '2025-12-10',
      })
    await hold(bureau.groupA1)
    await page.signIn('organizer')
    const address = `/duties?duty=life-meeting&year=2025&open=${bureau.branchA.id}~2025`
    await page.open(address, 1440)
    expect(await screen.findByText(t.panel.groupsSome(1, ['甲二小组']))).toBeDefined()
    page.leave()
    await hold(bureau.groupA2)
    await page.open(address, 1440)
    expect(await screen.findByText(t.panel.groupsAll(2))).toBeDefined()
    const detail = await panel()
    expect(await detail.findByText(t.panel.counted(2))).toBeDefined()
    const list = detail.getByRole('link', { name: t.panel.all }).getAttribute('href') ?? ''
    // Of both branches one is kept.
    expect(screen.getByText(t.overall('50%', 1, 2))).toBeDefined()
    page.leave()
    await page.open(list)
    expect(await screen.findByText(zh.ui.table.total('2'))).toBeDefined()
  })

  it('tells every state in words and keeps what waits apart from what counts', async () => {
    await page.signIn('organizer')
    const { user } = await page.open('/duties?duty=theme-day', 1440)
    await screen.findByRole('grid')
    const words = (organ: string, period: string) => cell(organ, period).getAttribute('aria-label')
    expect(words('甲支部', '2026年3月')).toContain(t.states.kept)
    expect(words('甲支部', '2026年4月')).toContain(t.states.late)
    expect(words('甲支部', '2026年5月')).toContain(t.states['awaiting-signature'])
    expect(words('乙支部', '2026年4月')).toContain(`缺，应 1 次，已 0 次，最迟 2026-04-30`)
    expect(words('甲支部', '2026年11月')).toContain(t.states.due)
    expect(words('甲支部', '2026年12月')).toContain(t.states.upcoming)
    // Ten months are over: two kept of 甲, one of 乙.
    expect(words('甲支部', t.rate)).toContain(t.rateSpoken('20%', 2, 10))
    expect(screen.getByText(t.overall('15%', 3, 20))).toBeDefined()
    await user.click(cell('甲支部', '2026年5月'))
    const detail = await panel()
    expect(await detail.findByText(t.panel.counted(0))).toBeDefined()
    expect(detail.getByText(t.panel.waiting(1))).toBeDefined()
    await user.click(detail.getByRole('button', { name: /依据/ }))
    expect(detail.getByText(/第十六条/, { selector: 'strong' })).toBeDefined()
  })

  it('comes back from its address: duty, filter and the open cell', async () => {
    await page.signIn('leader')
    await page.open(
      `/duties?duty=theme-day&states=awaiting-signature&open=${page.bureau.branchA.id}~2026-05`,
      1440,
    )
    await screen.findByRole('grid')
    expect(screen.getAllByRole('rowheader').map((head) => head.textContent)).toEqual(['甲支部'])
    expect(
      screen
        .getByRole('link', { name: t.filters['awaiting-signature'] })
        .getAttribute('aria-current'),
    ).toBe('true')
    const detail = await panel()
    expect(detail.getByRole('heading', { level: 2 }).textContent).toBe('甲支部 · 2026年5月')
    expect(cell('甲支部', '2026年5月').getAttribute('aria-selected')).toBe('true')
    // A leader looks and does not record; the button says why.
    const record = await detail.findByRole('link', { name: t.panel.record })
    expect(record.getAttribute('aria-disabled')).toBe('true')
    expect(detail.getByText(t.panel.needRecord)).toBeDefined()
  })

  it('exempts a cell by its document, and takes the exemption back', async () => {
    await page.signIn('organizer')
    const { user } = await page.open(
      `/duties?duty=theme-day&open=${page.bureau.branchB.id}~2026-04`,
      1440,
    )
    await user.click(await (await panel()).findByRole('button', { name: t.panel.exempt }))
    const form = within(await screen.findByRole('dialog'))
    expect(form.getByRole('combobox', { name: t.exemptions.organ })).toHaveProperty(
      'disabled',
      true,
    )
    await user.type(form.getByLabelText(t.exemptions.to), '2026-04-30')
    await user.type(form.getByLabelText(t.exemptions.reason), '全体外出执行任务')
    await user.type(form.getByLabelText(t.exemptions.document), '机党发〔2026〕12号')
    await user.click(form.getByRole('button', { name: t.exemptions.submit }))
    await waitFor(() =>
      expect(cell('乙支部', '2026年4月').getAttribute('aria-label')).toContain(t.states.exempt),
    )
    expect(page.of(exemptionsContract.create)[0]?.body).toMatchObject({
      from: '2026-04-01',
      to: '2026-04-30',
      duty: 'theme-day',
    })
    expect(await (await panel()).findByText('机党发〔2026〕12号')).toBeDefined()

    page.leave()
    const { user: again } = await page.open('/duties?view=exemptions', 1440)
    await again.click(await screen.findByRole('button', { name: t.exemptions.withdraw }))
    await again.click(
      within(await screen.findByRole('alertdialog')).getByRole('button', {
        name: t.exemptions.withdraw,
      }),
    )
    expect(await screen.findByText(t.exemptions.none)).toBeDefined()
  })

  it('offers to exempt, and to take it back, only where the right reaches', async () => {
    const { api, bureau } = page
    const { branchA, branchB } = bureau
    const days = { from: '2026-01-01', to: '2026-01-31', documentNumber: '机党发〔2026〕1号' }
    for (const { id: organizationId } of [branchA, branchB])
      await api.call(bureau.tokens.organizer, exemptionsContract.create, {
        body: { ...days, organizationId, duty: 'theme-day', reason: '全体外出执行任务' },
      })
    const { token } = await addAccount(api.world.db, {
      login: 'both',
      roles: [
        { role: 'leader', at: bureau.committee },
        { role: 'organizer', at: branchB },
      ],
    })
    bureau.tokens.leader = token
    await page.signIn('leader')
    for (const [organ, offered] of [
      [branchA, 0],
      [branchB, 1],
    ] as const) {
      await page.open(`/duties?duty=theme-day&open=${organ.id}~2026-04`, 1440)
      const detail = await panel()
      await detail.findByRole('link', { name: t.panel.all })
      expect(detail.queryAllByRole('button', { name: t.panel.exempt })).toHaveLength(offered)
      page.leave()
    }
    await page.open('/duties?view=exemptions', 1440)
    for (const [name, refused] of [
      ['甲支部', 'true'],
      ['乙支部', null],
    ] as const) {
      const row = within(await screen.findByRole('row', { name: new RegExp(name) }))
      const button = row.getByRole('button', { name: t.exemptions.withdraw })
      expect(button.getAttribute('aria-disabled')).toBe(refused)
    }
  })

  it('lists the missed cells of the one year that the cockpit counts, and says so', async () => {
    await page.signIn('leader')
    const { user } = await page.open('/duties?view=due&overdue=true&ofYear=true&year=2025', 1440)
    const asked = () => page.of(dutiesContract.due).at(-1)?.query.get('year')
    expect(await screen.findByText(t.due.purposeOfYear)).toBeDefined()
    expect(asked()).toBe('2025')
    await user.click(screen.getByRole('button', { name: new RegExp(`2025.*${t.due.anyYear}$`) }))
    expect(await screen.findByText(t.due.purpose)).toBeDefined()
    await waitFor(() => expect(asked()).toBeNull())
  })

  it('narrows what is due to one duty and a name, and can be cleared', async () => {
    await page.signIn('leader')
    const { user, router } = await page.open('/duties?view=due', 1440)
    const asked = () => page.of(dutiesContract.due).at(-1)?.query
    await user.selectOptions(
      await screen.findByRole('combobox', { name: t.due.columns.duty }),
      t.names['party-lecture'],
    )
    await user.type(screen.getByRole('searchbox', { name: t.due.search }), '乙')
    await waitFor(() => expect(asked()?.get('q')).toBe('乙'))
    expect(asked()?.get('duties')).toBe('party-lecture')
    expect(router.state.location.search).toContain('task=party-lecture')
    await user.click(screen.getByRole('button', { name: t.due.columns.organ }))
    await waitFor(() => expect(asked()?.get('sort')).toBe('organ'))
  })

  it('praises nobody for having nothing due who owes nothing yet', async () => {
    const { api, bureau } = page
    const { body: empty } = await api.call(bureau.tokens.organizer, organizationsContract.create, {
      body: {
        parentId: bureau.committee.id,
        kind: 'general-branch',
        name: '新设党总支',
        foundedOn: '2026-10-01',
      },
    })
    await page.signIn('organizer')
    await page.open(`/duties?view=due&scope=${empty.id}`, 1440)
    expect(await screen.findByText(t.due.nobody)).toBeDefined()
    page.leave()
    await page.open('/duties?view=due&q=没有这个名称', 1440)
    expect(await screen.findByText(zh.ui.table.total('0'))).toBeDefined()
    await waitFor(() => expect(page.of(dutiesContract.summary).at(-1)?.status).toBe(200))
    expect(screen.queryByText(t.due.nobody)).toBeNull()
  })

  it('keeps the columns of what is due where they stood before the rows', async () => {
    await page.signIn('branch-secretary')
    const widths = async () => {
      await page.open('/duties?view=due', 1440)
      const table = await screen.findByRole('table', { name: t.views.due })
      return () => [...table.querySelectorAll('col')].map(({ style }) => style.width)
    }
    const answered = fetch
    vi.stubGlobal('fetch', () => new Promise(() => undefined))
    const before = (await widths())()
    page.leave()
    vi.stubGlobal('fetch', answered)
    const after = await widths()
    await screen.findAllByRole('link', { name: new RegExp(`^${t.due.record}：`) })
    expect(after()).toEqual(before)
  })

  it('tells why an organization out of reach is refused, and offers no second try', async () => {
    await page.signIn('branch-secretary')
    await page.open(`/duties?view=due&scope=${page.bureau.branchB.id}`, 1440)
    await waitFor(() => expect(page.of(dutiesContract.due)[0]?.status).toBe(404))
    expect(await screen.findByText(zh.ui.refusedText)).toBeDefined()
    expect(screen.getByText(problem('not_found').body('zh').message)).toBeDefined()
    expect(screen.queryByRole('button', { name: zh.ui.retry })).toBeNull()
  })

  it('is not for members', async () => {
    await page.signIn('member')
    await page.open('/duties')
    expect(await screen.findByRole('heading', { name: zh.frame.forbidden.title })).toBeDefined()
    expect(page.sent).toEqual([])
  })
})
