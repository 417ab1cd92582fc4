import { beforeEach, describe, expect, it } from 'vitest'
import type { Given } from '#domain/contract.ts'
import { dutiesContract } from '#domain/duties.contract.ts'
import type { GrantedRole } from '#domain/permissions.ts'
import { duties as allDuties, type Duty } from '#domain/rules/duties.ts'
import { useApi } from '#tests/support/api.ts'
import { addMeeting } from '#tests/support/bookedMeeting.ts'
import { addAccount, smallBureau, type SmallBureau } from '#tests/support/bureau.ts'
import { duties } from './handlers.ts'

const api = useApi(duties)
let bureau: SmallBureau
beforeEach(async () => void (bureau = await smallBureau(api.world.db)))

async function due(
  role: GrantedRole,
  query: NonNullable<Given<typeof dutiesContract.due>['query']> = {},
) {
  return (
    await api.call(bureau.tokens[role], dutiesContract.due, { query: { size: 200, ...query } })
  ).body
}
const hold = (at: { id: string }, types: readonly Duty[], on: string, more = {}) =>
  addMeeting(api.world.db, { at, by: bureau.inA1[0] ?? '', types, on, ...more })

describe('what is due', () => {
  it('names the organ, the last day, the days left and the article, soonest first', async () => {
    const { rows } = await due('leader', { organization: bureau.branchB.id, overdue: 'false' })
    expect(rows.map(({ duty, dueBy, daysLeft, state }) => [duty, dueBy, daysLeft, state])).toEqual([
      ['theme-day', '2026-11-30', 7, 'due'],
      ['general-meeting', '2026-12-31', 38, 'due'],
      ['party-lecture', '2026-12-31', 38, 'due'],
      ['life-meeting', '2027-03-31', 128, 'due'],
      ['review', '2027-03-31', 128, 'due'],
    ])
    expect(rows[0]).toMatchObject({
      organizationName: '乙支部',
      branchName: '乙支部',
      period: '2026-11',
      verdict: {
        status: 'warning',
        code: 'duty.due',
        article: 'branch-16',
        facts: { period: '2026-11', dueBy: '2026-11-30', daysLeft: 7 },
      },
    })
  })

  it('is narrowed to one duty and to organizations of a name, and sorted by either', async () => {
    const organs = (rows: readonly { organizationName: string }[]) => [
      ...new Set(rows.map(({ organizationName }) => organizationName)),
    ]
    const lectures = await due('leader', { duties: ['party-lecture'] })
    expect(new Set(lectures.rows.map(({ duty }) => duty))).toEqual(new Set(['party-lecture']))
    expect(organs((await due('leader', { q: '乙支' })).rows)).toEqual(['乙支部'])
    // A branch brings its groups.
    expect(organs((await due('leader', { q: 'jzb', sort: 'organ' })).rows)).toEqual([
      '甲支部',
      '甲二小组',
      '甲一小组',
    ])
    expect((await due('leader', { q: '丙' })).total).toBe(0)
    const last = (await due('leader', { sort: '-dueBy' })).rows.map(({ dueBy }) => dueBy)
    expect(last).toEqual(last.toSorted().toReversed())
    expect(organs((await due('leader', { sort: '-organ' })).rows)[0]).toBe('乙支部')
  })

  it('is narrowed to the days of a month, so that what was missed before takes no room', async () => {
    const { rows, total } = await due('leader', {
      organization: bureau.branchB.id,
      from: '2026-10-01',
      to: '2026-11-30',
    })
    expect(rows.map(({ dueBy, state }) => [dueBy, state])).toEqual([
      ['2026-10-31', 'missing'],
      ['2026-11-30', 'due'],
    ])
    expect(total).toBe(2)
  })

  it('tells what was missed, of last year only the yearly duties once its March is over', async () => {
    const { rows, total } = await due('leader', {
      organization: bureau.branchB.id,
      overdue: 'true',
    })
    expect(
      rows.every(
        ({ state, daysLeft, verdict }) =>
          state === 'missing' && daysLeft < 0 && verdict.status === 'unmet',
      ),
    ).toBe(true)
    expect(rows.filter(({ period }) => period.startsWith('2025')).map(({ duty }) => duty)).toEqual([
      'life-meeting',
      'review',
    ])
    expect(total).toBe(2 + 10 + 3 + 3)
    expect(rows.map(({ dueBy }) => dueBy)).toEqual(rows.map(({ dueBy }) => dueBy).toSorted())
    api.world.setNow('2026-03-31T15:59:00Z')
    const inMarch = await due('leader', { organization: bureau.branchB.id, overdue: 'true' })
    const lastDay = await due('leader', {
      organization: bureau.branchB.id,
      overdue: 'false',
      duties: ['life-meeting'],
    })
    api.world.setNow('2026-11-23T02:00:00Z')
    expect(inMarch.total).toBe(12 + 4 + 4 + 2)
    expect(lastDay.rows).toMatchObject([{ period: '2025', daysLeft: 0 }])
  })

  it('keeps an unsigned record of last year in sight until somebody signs it', async () => {
    await hold(bureau.branchB, ['theme-day'], '2025-06-10', { status: 'submitted' })
    await hold(bureau.branchB, ['theme-day'], '2026-06-10')
    const { rows } = await due('leader', { organization: bureau.branchB.id, duties: ['theme-day'] })
    expect(rows[0]).toMatchObject({
      period: '2025-06',
      state: 'awaiting-signature',
      verdict: { code: 'duty.awaiting-signature' },
    })
    expect(rows.map(({ period }) => period)).not.toContain('2026-06')
  })

  it('stays inside the subtrees of the actor, all of them', async () => {
    const names = async (token: string) => {
      const { body } = await api.call(token, dutiesContract.due, { query: { size: 200 } })
      return [...new Set(body.rows.map(({ organizationName }) => organizationName))].toSorted()
    }
    expect(await names(bureau.tokens['group-leader'])).toEqual(['甲一小组'])
    expect(await names(bureau.tokens['branch-secretary'])).toEqual(
      ['甲一小组', '甲二小组', '甲支部'].toSorted(),
    )
    const two = await addAccount(api.world.db, {
      login: 'two',
      roles: [
        { role: 'group-leader', at: bureau.groupA2 },
        { role: 'branch-secretary', at: bureau.branchB },
      ],
    })
    expect(await names(two.token)).toEqual(['甲二小组', '乙支部'].toSorted())
  })

  it('of a year that was asked for lists the very cells that the summary counts', async () => {
    await hold(bureau.branchA, ['theme-day'], '2025-03-10')
    await hold(bureau.branchA, ['theme-day'], '2026-03-10', { status: 'draft' })
    await api.world.db
      .updateTable('organization')
      .set({ closed_on: '2026-10-22' })
      .where('id', '=', bureau.branchB.id)
      .execute()
    const organization = bureau.committee.id
    for (const year of [2024, 2025, 2026]) {
      const { duties } = (
        await api.call(bureau.tokens.leader, dutiesContract.summary, {
          query: { organization, year },
        })
      ).body
      const sum = (of: 'missing' | 'dueNow') => duties.reduce((total, one) => total + one[of], 0)
      const late = await due('leader', { organization, overdue: 'true', year })
      expect([year, late.total]).toEqual([year, sum('missing')])
      expect(new Set(late.rows.map(({ period }) => period.slice(0, 4)))).toEqual(
        new Set([String(year)]),
      )
      const { rows } = await due('leader', { organization, overdue: 'false', year })
      expect(rows.filter(({ state }) => state === 'due')).toHaveLength(sum('dueNow'))
    }
  })

  it('asks nothing of a closed organ', async () => {
    await api.world.db
      .updateTable('organization')
      .set({ closed_on: '2026-11-22' })
      .where('id', '=', bureau.branchB.id)
      .execute()
    expect(await due('leader', { organization: bureau.branchB.id })).toMatchObject({
      rows: [],
      total: 0,
    })
  })
})

describe('the summary', () => {
  it('as of a past day holds what was due by then, and no day beyond today', async () => {
    await hold(bureau.branchA, ['theme-day'], '2026-03-10')
    const themeDay = async (on?: string) => {
      const query = { organization: bureau.committee.id, year: 2026, on }
      const { body } = await api.call(bureau.tokens.leader, dutiesContract.summary, { query })
      const found = body.duties.find(({ duty }) => duty === 'theme-day')
      return [found?.past, found?.kept, found?.missing]
    }
    expect(await themeDay('2026-03-31')).toEqual([4, 0, 4])
    expect(await themeDay('2026-04-01')).toEqual([6, 1, 5])
    expect(await themeDay('2099-01-01')).toEqual(await themeDay())
  })

  it('is the matrix summed, duty by duty', async () => {
    await hold(bureau.branchA, ['theme-day', 'general-meeting'], '2026-03-10')
    await hold(bureau.branchB, ['theme-day'], '2026-03-10', { status: 'draft' })
    await hold(bureau.groupA2, ['group-meeting'], '2026-11-02')
    const query = { organization: bureau.committee.id, year: 2026 }
    const summary = (await api.call(bureau.tokens.leader, dutiesContract.summary, { query })).body
    expect(summary.duties.map(({ duty }) => duty)).toEqual(allDuties)
    for (const { duty, organs, past, kept, missing, dueNow, rate } of summary.duties) {
      const matrix = (
        await api.call(bureau.tokens.leader, dutiesContract.matrix, { query: { ...query, duty } })
      ).body
      const cells = matrix.rows.flatMap((row) => row.cells)
      expect({ duty, organs, past, kept, missing, dueNow, rate }).toEqual({
        duty: matrix.duty,
        organs: matrix.total,
        past: matrix.past,
        kept: matrix.kept,
        missing: cells.filter(({ state }) => state === 'missing').length,
        dueNow: cells.filter(({ state }) => state === 'due').length,
        rate: matrix.rate,
      })
    }
    expect(summary.duties.find(({ duty }) => duty === 'theme-day')).toMatchObject({
      organs: 2,
      past: 20,
      kept: 1,
      missing: 18,
      dueNow: 2,
    })
  })
})
