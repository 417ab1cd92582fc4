import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { announcementsContract } from '#domain/announcements.contract.ts'
import { newId, type MemberId } from '#domain/ids.ts'
import { meetingsContract } from '#domain/meetings.contract.ts'
import { organizationsContract } from '#domain/organizations.contract.ts'
import { workbenchContract } from '#domain/workbench.contract.ts'
import type { GrantedRole } from '#domain/permissions.ts'
import { keepDraft, sealDraft } from '#lib/drafts.ts'
import { zh } from '#locales/zh.ts'
import { anAnnouncement, announced } from '#tests/support/announcements.ts'
import { aMeeting, firstOf, held } from '#tests/support/meetings.ts'
import { screenApi } from '#tests/support/screenApi.tsx'
import { aStudy, recorded } from '#tests/support/studies.ts'

const t = zh.workbench
const page = screenApi()

/** A year with some of everything: kept, missed, waiting for a signature, drafts, absentees, an old term. */
async function busyYear() {
  const { api, bureau } = page
  const { branchA, branchB, groupA1, inA1, inA2, inB, tokens } = bureau
  const chairA = firstOf(inA2)
  const save = (over: Parameters<typeof aMeeting>[2], organ = branchA, chair = chairA) =>
    held(api, tokens.organizer, aMeeting(organ, chair, over))
  const absent = {
    attendance: [{ memberId: inA1[1] as MemberId, status: 'absent' as const, reason: '出差' }],
  }
  await save({ advance: 'sign', ...absent })
  await save({ advance: 'sign', types: ['theme-day'], heldOn: '2026-10-12' }, branchB, firstOf(inB))
  await save({ advance: 'submit', types: ['theme-day'], heldOn: '2026-11-11' })
  await save(
    { advance: 'submit', types: ['group-meeting'], heldOn: '2026-11-12' },
    groupA1,
    firstOf(inA1),
  )
  await save({ types: ['life-meeting'], heldOn: '2026-11-13' })
  await save({ types: ['group-meeting'], heldOn: '2026-11-14' }, groupA1, firstOf(inA1))
  await api.call(tokens.organizer, organizationsContract.startTerm, {
    params: { id: branchA.id },
    body: { startedOn: '2023-10-01', years: 3 },
  })
  await api.world.db
    .updateTable('member')
    .set({ joined_on: '2025-12-10' })
    .where('id', '=', bureau.probationary)
    .execute()
  for (const year of [2026, 2027])
    await api.world.db.insertInto('holiday_year').values({ year, source: '国务院办公厅' }).execute()
  await recorded(api, tokens.organizer, aStudy(branchA, inA1, { advance: 'hold' }))
  await announced(api, tokens.organizer, anAnnouncement(branchA, { heldOn: '2026-11-23' }))
}

/** Every group on the page: its name, its count, and where 全部 leads. */
async function groupsOf(): Promise<{ name: string; count: number; href: string }[]> {
  await screen.findByRole('heading', { name: new RegExp(`^${t.groups.overdue}`) })
  return screen.getAllByRole('link', { name: /，全部 \d+ 项$/ }).map((link) => {
    const [, name = '', count] =
      /^(.*)，全部 (\d+) 项$/.exec(link.getAttribute('aria-label') ?? '') ?? []
    return { name, count: Number(count), href: link.getAttribute('href') ?? '' }
  })
}

describe('the workbench', () => {
  beforeEach(busyYear)

  const holders = ['overdue', 'due', 'sign', 'drafts', 'announced']
  const shown: Partial<Record<GrantedRole, string[]>> = {
    // Those who are absent missed the branch's assembly, which is not the group's to chase.
    'group-leader': ['overdue', 'due', 'drafts'],
    'branch-secretary': [...holders, 'makeups', 'studies', 'probations', 'terms'],
    organizer: [...holders, 'makeups', 'studies', 'probations', 'terms', 'termsUnknown'],
    leader: ['overdue', 'due', 'terms'],
  }
  it.each(Object.keys(shown) as GrantedRole[])(
    'counts for %s what the lists behind it hold',
    async (role) => {
      await page.signIn(role)
      await page.open('/')
      const groups = await groupsOf()
      const expected = (shown[role] ?? []).map((name) => t.groups[name as keyof typeof t.groups])
      expect(groups.map(({ name }) => name)).toEqual(expected)
      const sum = groups.reduce((all, { count }) => all + count, 0)
      expect(screen.getByRole('link', { name: zh.frame.todosCount(sum) })).toBeDefined()
      for (const { name, count, href } of groups) {
        page.leave()
        await page.open(href)
        const total = await screen.findByText(/^共 \d+ 条$/)
        expect([name, total.textContent]).toEqual([name, zh.ui.table.total(`${count}`)])
      }
    },
  )

  it('asks once for the bell and the page together', async () => {
    await page.signIn('branch-secretary')
    await page.open('/')
    await groupsOf()
    expect(page.of(workbenchContract.todos)).toHaveLength(1)
    expect(page.sent.filter(({ path }) => path.startsWith('/meetings'))).toEqual([])
  })

  it('opens the editor with the duty filled in', async () => {
    await page.signIn('branch-secretary')
    await page.open('/')
    await groupsOf()
    const [first] = screen.getAllByRole('link', { name: new RegExp(`^${t.record1} 甲支部`) })
    const target = new URL(first?.getAttribute('href') ?? '', 'http://test')
    expect(target.pathname).toBe('/meetings/new')
    expect(Object.fromEntries(target.searchParams)).toMatchObject({
      organization: page.bureau.branchA.id,
      period: expect.stringMatching(/^2026/),
    })
    expect(screen.getByRole('link', { name: t.record })).toBeDefined()
  })

  it('gives each number of the year’s summary the cells it counts', async () => {
    await page.signIn('leader')
    await page.open('/')
    await groupsOf()
    const [link] = screen.getAllByRole('link', { name: /缺 \d+ 期/ })
    const missing = Number(link?.textContent)
    expect(missing).toBeGreaterThan(0)
    const href = link?.getAttribute('href') ?? ''
    page.leave()
    await page.open(href)
    await screen.findByRole('grid')
    expect(screen.getAllByRole('gridcell', { name: /：缺，缺，/ })).toHaveLength(missing)
  })

  it('shows a member their own year and nothing of others', async () => {
    await page.signIn('member')
    const { user } = await page.open('/')
    const year = await screen.findByRole('region', { name: t.member.year(2026) })
    expect(screen.getByRole('region', { name: new RegExp(t.groups.ownMakeups) })).toBeDefined()
    expect(within(year).getByRole('link', { name: t.member.show('应到', 1) })).toBeDefined()
    const chosen = () => within(year).getByRole('link', { current: true })
    const absent = within(year).getByRole('link', { name: t.member.show('缺席', 1) })
    await user.click(absent)
    await waitFor(() => expect(chosen()).toBe(absent))
    expect(
      within(year)
        .getAllByRole('listitem')
        .filter((item) => item.textContent?.includes('党员大会')),
    ).toHaveLength(1)
    await user.click(within(year).getByRole('link', { name: t.member.show('出席', 0) }))
    expect(await within(year).findByText(t.member.noneOf)).toBeDefined()
    expect(page.sent.filter(({ path }) => /duties|organizations/.test(path))).toEqual([])
    // The call that is not answered, and the make-up that is owed.
    expect(screen.getByRole('link', { name: zh.frame.todosCount(2) })).toBeDefined()
    expect(screen.queryByRole('link', { name: t.record })).toBeNull()
  })

  it('asks in November for the days off of the next year, and leads to them', async () => {
    await page.api.world.db.deleteFrom('holiday_year').where('year', '=', 2027).execute()
    await page.signIn('organizer')
    const { user } = await page.open('/')
    const group = await screen.findByRole('region', { name: new RegExp(t.groups.holidays) })
    await user.click(within(group).getByRole('link', { name: zh.honours.set.holidays(2027) }))
    expect(await screen.findByText(zh.honours.set.missing(2027))).toBeDefined()
  })

  it('shows what was typed on this machine and never sent, and takes it up again', async () => {
    const { groupA1 } = page.bureau
    await page.signIn('branch-secretary')
    await keepDraft(await sealDraft(`meeting/new/${groupA1.id}/group-meeting/2026-11`, {}))
    await keepDraft(await sealDraft('service/new', {}))
    await page.open('/')
    const local = await screen.findByRole('region', { name: new RegExp(t.local) })
    expect(
      within(local)
        .getAllByRole('link')
        .map((link) => [link.textContent, link.getAttribute('href')]),
    ).toEqual(
      expect.arrayContaining([
        ['会议记录', `/meetings/new?organization=${groupA1.id}&type=group-meeting&period=2026-11`],
        ['服务登记', '/services/new'],
      ]),
    )
  })

  it('lets go of what no form takes up any more, and asks first', async () => {
    const overOld = `correction/${newId()}/1`
    await page.signIn('branch-secretary')
    await keepDraft(await sealDraft(overOld, {}))
    const { user } = await page.open('/')
    const local = await screen.findByRole('region', { name: new RegExp(t.local) })
    await user.click(within(local).getByRole('button', { name: t.giveUp }))
    const asked = within(await screen.findByRole('alertdialog', { name: t.giveUpTitle }))
    expect(page.store.records.size).toBe(1)
    await user.click(asked.getByRole('button', { name: t.giveUp }))
    await waitFor(() =>
      expect(screen.queryByRole('region', { name: new RegExp(t.local) })).toBeNull(),
    )
    expect(page.store.records.size).toBe(0)
  })

  it('tells minutes that were returned from drafts, and why', async () => {
    const { api, bureau } = page
    const token = bureau.tokens['branch-secretary']
    const { body } = await api.call(token, meetingsContract.list, {
      query: { organization: bureau.branchA.id, statuses: ['submitted'] },
    })
    const [waiting] = body.rows
    if (!waiting) throw new Error('nothing waits')
    await api.call(token, meetingsContract.sendBack, {
      params: { id: waiting.id },
      version: waiting.version,
      body: { reason: '请补充议题' },
    })
    await page.signIn('branch-secretary')
    await page.open('/')
    const drafts = await screen.findByRole('region', { name: new RegExp(t.groups.drafts) })
    const rows = within(drafts).getAllByRole('listitem')
    const returned = rows.filter((row) => row.textContent?.includes(t.draftAgain('请补充议题')))
    expect(returned.map((row) => row.textContent?.includes(waiting.title))).toEqual([true])
    expect(rows.length).toBeGreaterThan(1)
  })

  it('leads from a probation that ends to the roster of exactly those, with the day', async () => {
    await page.signIn('branch-secretary')
    const { user } = await page.open('/', 1440)
    const group = await screen.findByRole('region', { name: new RegExp(t.groups.probations) })
    expect(group.textContent).toContain(t.probationTo('2026-12-09'))
    await user.click(within(group).getByRole('link', { name: /，全部 1 项$/ }))
    expect(await screen.findByRole('button', { name: /^预备期将满或已满/ })).toBeDefined()
    expect(await screen.findByRole('cell', { name: '2026-12-09' })).toBeDefined()
    expect(screen.getByText(zh.ui.table.total('1'))).toBeDefined()
  })

  it('tells a member of a meeting that was called off or moved until its day', async () => {
    const { api, bureau } = page
    const secretary = bureau.tokens['branch-secretary']
    const next = await announced(api, secretary, anAnnouncement(bureau.branchA))
    await api.call(bureau.tokens.member, announcementsContract.answer, {
      params: { id: next.id },
      body: { answer: 'attend' },
    })
    await api.call(secretary, announcementsContract.change, {
      params: { id: next.id },
      version: next.version,
      body: { place: '五楼', reason: '三楼检修' },
    })
    const list = await api.call(secretary, announcementsContract.list, {
      query: { from: '2026-11-23', to: '2026-11-23' },
    })
    const [today] = list.body.rows
    if (!today) throw new Error('not announced')
    await api.call(secretary, announcementsContract.callOff, {
      params: { id: today.id },
      version: today.version,
      body: { reason: '上级另有会议' },
    })
    await page.signIn('member')
    await page.open('/', 390)
    const calls = await screen.findByRole('region', { name: new RegExp(t.member.calls) })
    const [off, moved] = within(calls).getAllByRole('listitem')
    expect(off?.textContent).toMatch(/已取消：上级另有会议已取消$/)
    expect(moved?.textContent).toMatch(/地点由 三楼会议室 改为 五楼：三楼检修参加$/)
    // Both, and the make-up.
    expect(screen.getByRole('link', { name: zh.frame.todosCount(3) })).toBeDefined()
  })

  it.each(['system-admin', 'security-admin', 'auditor'] as const)(
    'shows %s no party data',
    async (role) => {
      await page.signIn(role)
      await page.open('/')
      expect(await screen.findByText(t.admin.note)).toBeDefined()
      // Whether anybody has an account, or is an organizer, yet; which roles to check, by account and role alone.
      expect(page.sent.map(({ path }) => path)).toEqual(
        { 'system-admin': ['/accounts'], 'security-admin': ['/roles', '/roles'], auditor: [] }[
          role
        ],
      )
      const own = {
        'system-admin': ['/system/accounts', '/system/upkeep'],
        'security-admin': ['/system/roles'],
        auditor: ['/system/audit'],
      }[role]
      const links = within(screen.getByRole('region', { name: t.admin.title })).getAllByRole('link')
      expect(links.map((link) => link.getAttribute('href'))).toEqual([
        ...own,
        '/system/permissions',
      ])
    },
  )

  it('says to an account without a role who gives one', async () => {
    await page.signIn('auditor')
    await page.api.world.db.deleteFrom('assignment').execute()
    await page.signIn('auditor')
    await page.open('/')
    expect(await screen.findByText(t.waiting.title)).toBeDefined()
    expect(screen.queryByText(t.admin.note)).toBeNull()
  })
})
