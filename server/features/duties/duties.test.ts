import { beforeEach, describe, expect, it } from 'vitest'
import type { Given, Returned } from '#domain/contract.ts'
import { dutiesContract, exemptionsContract } from '#domain/duties.contract.ts'
import { newId, type MemberId } from '#domain/ids.ts'
import { organizationsContract } from '#domain/organizations.contract.ts'
import type { Duty } from '#domain/rules/duties.ts'
import { duties } from './handlers.ts'
import { exemptions } from '#server/features/exemptions/handlers.ts'
import { organizations } from '#server/features/organizations/handlers.ts'
import { useApi } from '#tests/support/api.ts'
import { addMeeting } from '#tests/support/bookedMeeting.ts'
import {
  addMember,
  addOrganization,
  smallBureau,
  type Placed,
  type SmallBureau,
} from '#tests/support/bureau.ts'

/** Today is Monday 2026-11-23: ten months and three quarters of the year are over. */
const api = useApi([...duties, ...exemptions, ...organizations])
let bureau: SmallBureau
let by: MemberId
beforeEach(async () => {
  bureau = await smallBureau(api.world.db)
  const [first] = bureau.inA1
  if (!first) throw new Error('empty group')
  by = first
})

type Matrix = Returned<typeof dutiesContract.matrix>
type Query = NonNullable<Given<typeof dutiesContract.matrix>['query']>

async function matrix(duty: Duty, over: Partial<Query> = {}): Promise<Matrix> {
  const query = { organization: bureau.committee.id, year: 2026, duty, ...over }
  return (await api.call(bureau.tokens.leader, dutiesContract.matrix, { query })).body
}

/** The states of one organ's row, a letter each: k kept, m missing, d due, w waiting, u upcoming, e exempt, - none. */
const letters = {
  kept: 'k',
  missing: 'm',
  due: 'd',
  'awaiting-signature': 'w',
  upcoming: 'u',
  exempt: 'e',
  none: '-',
}
function states({ rows }: Matrix, { id }: Placed): string | null {
  const row = rows.find(({ organizationId }) => organizationId === id)
  return row ? row.cells.map(({ state }) => letters[state]).join('') : null
}
const hold = (at: Placed, types: readonly Duty[], on: string, more = {}) =>
  addMeeting(api.world.db, { at, by, types, on, ...more })

describe('the duty matrix', () => {
  it('支部工作条例 第十二、二十条: a branch of fewer than seven full members without a committee has no 支委会', async () => {
    const before = await matrix('committee-meeting')
    expect(before.rows.map(({ organizationName }) => organizationName)).toEqual(['甲支部'])
    expect(states(before, bureau.branchA)).toBe('mmmmmmmmmmdu')
    const post = {
      id: newId(),
      organization_id: bureau.branchB.id,
      member_id: by,
      started_on: '2026-08-15',
    }
    await api.world.db
      .insertInto('post')
      .values({ ...post, post: 'secretary' })
      .execute()
    expect(states(await matrix('committee-meeting'), bureau.branchB)).toBeNull()
    await api.world.db
      .insertInto('post')
      .values({ ...post, id: newId(), post: 'officer' })
      .execute()
    expect(states(await matrix('committee-meeting'), bureau.branchB)).toBe('--------mmdu')
  })

  it('支部工作条例 第二十条: the seventh full member brings the 支委会, and a leaving one ends it', async () => {
    await addMember(api.world.db, { name: '何六', at: bureau.branchB, on: '2026-02-01' })
    const seventh = await addMember(api.world.db, {
      name: '何七',
      at: bureau.branchB,
      on: '2026-04-02',
    })
    await addMember(api.world.db, { name: '何八', at: bureau.branchB, stage: 'probationary' })
    expect(states(await matrix('committee-meeting'), bureau.branchB)).toBe('----mmmmmmdu')
    await api.world.db
      .updateTable('member_state')
      .set({ valid_to: '2026-07-31' })
      .where('member_id', '=', seventh)
      .execute()
    expect(states(await matrix('committee-meeting'), bureau.branchB)).toBe('----mmm-----')
  })

  it('支部工作条例 第二十条: a group that goes to another branch takes what is to come with it, and nothing of what was', async () => {
    const { body } = await api.call(bureau.tokens.organizer, organizationsContract.show, {
      params: { id: bureau.groupA2.id },
    })
    const moved = await api.call(bureau.tokens.organizer, organizationsContract.move, {
      params: { id: bureau.groupA2.id },
      body: { parentId: bureau.branchB.id, on: '2026-11-01', reason: '撤并窗口' },
      version: body.version,
    })
    expect(moved.status).toBe(200)
    const all = await matrix('committee-meeting')
    expect(states(all, bureau.branchA)).toBe('mmmmmmmmmm--')
    expect(states(all, bureau.branchB)).toBe('----------du')
    // The secretary of the branch it left no longer sees the group, and yet the same months.
    const query = {
      organization: bureau.branchA.id,
      year: 2026,
      duty: 'committee-meeting' as const,
    }
    const own = await api.call(bureau.tokens['branch-secretary'], dutiesContract.matrix, { query })
    expect(states(own.body, bureau.branchA)).toBe('mmmmmmmmmm--')
  })

  it('支部工作条例 第十三条: only groups owe 党小组会; a branch without groups has none to miss', async () => {
    const found = await matrix('group-meeting')
    expect(
      new Set(
        found.rows.map(({ organizationName, branchName }) => `${branchName} ${organizationName}`),
      ),
    ).toEqual(new Set(['甲支部 甲一小组', '甲支部 甲二小组']))
    expect(found).toMatchObject({ total: 2, past: 20, kept: 0, rate: 0 })
    expect(await matrix('group-meeting', { organization: bureau.branchB.id })).toMatchObject({
      rows: [],
      total: 0,
      past: 0,
      rate: null,
    })
  })

  it('支部工作条例 第十一条: the quarter of the founding is not due, nor is the quarter of the closing', async () => {
    const young = await addOrganization(api.world.db, {
      kind: 'branch',
      name: '新支部',
      parent: bureau.committee,
      foundedOn: '2026-02-02',
    })
    expect(states(await matrix('general-meeting'), young)).toBe('-mmd')
    await api.world.db
      .updateTable('organization')
      .set({ closed_on: '2026-08-31' })
      .where('id', '=', young.id)
      .execute()
    expect(states(await matrix('general-meeting'), young)).toBe('-m--')
    expect(states(await matrix('general-meeting', { year: 2027 }), young)).toBeNull()
    expect(states(await matrix('general-meeting', { year: 2025 }), young)).toBeNull()
  })

  it('支部工作条例 第十六条: a second meeting in a month never repays a missed one', async () => {
    for (const on of ['2026-03-01', '2026-03-31', '2026-05-08'])
      await hold(bureau.branchB, ['theme-day'], on)
    const found = await matrix('theme-day', { organization: bureau.branchB.id })
    expect(states(found, bureau.branchB)).toBe('mmkmkmmmmmdu')
    expect(found.rows[0]?.cells.map(({ held }) => held)).toEqual([
      0, 0, 2, 0, 1, 0, 0, 0, 0, 0, 0, 0,
    ])
    expect(found).toMatchObject({ kept: 2, past: 10, rate: 0.2 })
    expect(found.rows[0]?.rate).toBe(0.2)
  })

  it('支部工作条例 第十七条: 组织生活会 held in February is booked to the year it is for', async () => {
    await hold(bureau.branchA, ['life-meeting', 'review'], '2026-02-10', { assessmentYear: 2025 })
    for (const duty of ['life-meeting', 'review'] as const) {
      expect(states(await matrix(duty, { year: 2025 }), bureau.branchA)).toBe('k')
      expect(states(await matrix(duty, { year: 2025 }), bureau.branchB)).toBe('m')
      expect(states(await matrix(duty), bureau.branchA)).toBe('d')
    }
  })

  it('支部工作条例 第十七条: 组织生活会 held in April is too late for the year before', async () => {
    await hold(bureau.branchA, ['life-meeting'], '2026-04-01', { assessmentYear: 2025 })
    expect(states(await matrix('life-meeting', { year: 2025 }), bureau.branchA)).toBe('m')
  })

  it('tells a late entry as kept and late, and lets a prompt one of the same month cover it', async () => {
    await hold(bureau.branchA, ['theme-day'], '2026-01-05', { late: true })
    await hold(bureau.branchA, ['theme-day'], '2026-02-05', { late: true })
    await hold(bureau.branchA, ['theme-day'], '2026-02-06')
    const [row] = (await matrix('theme-day', { organization: bureau.branchA.id })).rows
    expect(row?.cells.slice(0, 2)).toMatchObject([
      { state: 'kept', late: true, held: 1 },
      { state: 'kept', late: false, held: 2 },
    ])
  })

  it('counts only signed minutes; drafts and submitted ones wait', async () => {
    await hold(bureau.branchA, ['theme-day'], '2026-01-05', { status: 'draft' })
    await hold(bureau.branchA, ['theme-day'], '2026-02-05', { status: 'submitted' })
    await hold(bureau.branchA, ['theme-day'], '2026-03-05', { status: 'archived' })
    const found = await matrix('theme-day', { organization: bureau.branchA.id })
    expect(states(found, bureau.branchA)).toBe('wwkmmmmmmmdu')
    expect(found).toMatchObject({ kept: 1, past: 10 })
  })

  it('takes an approved exemption out of the rate and shows it', async () => {
    const body = {
      organizationId: bureau.branchA.id,
      duty: 'theme-day' as const,
      from: '2026-03-01',
      to: '2026-04-30',
      reason: '集中驻村',
      documentNumber: '机党〔2026〕3号',
    }
    await api.call(bureau.tokens.organizer, exemptionsContract.create, { body })
    const found = await matrix('theme-day', { organization: bureau.branchA.id })
    expect(states(found, bureau.branchA)).toBe('mmeemmmmmmdu')
    expect(found.past).toBe(8)
  })

  it('says nothing of the years before the regulation of 2018', async () => {
    expect(await matrix('general-meeting', { year: 2017 })).toMatchObject({
      periods: [],
      rows: [],
      rate: null,
    })
  })

  it('filters organs by the states of their cells, with the rate over all of them on every page', async () => {
    await hold(bureau.groupA1, ['group-meeting'], '2026-05-08')
    const kept = await matrix('group-meeting', { states: ['kept'] })
    expect(kept.rows.map(({ organizationName }) => organizationName)).toEqual(['甲一小组'])
    expect(kept).toMatchObject({ total: 1, kept: 1, past: 10, rate: 0.1 })
    const pages = [
      await matrix('group-meeting', { page: 1, size: 1 }),
      await matrix('group-meeting', { page: 2, size: 1 }),
    ]
    expect(
      new Set(pages.flatMap(({ rows }) => rows.map(({ organizationId }) => organizationId))).size,
    ).toBe(2)
    for (const page of pages)
      expect(page).toMatchObject({ total: 2, kept: 1, past: 20, rate: 0.05 })
  })

  it('shows a branch secretary the branch and its groups, and nobody else', async () => {
    const ask = (organization: string) =>
      api.call(bureau.tokens['branch-secretary'], dutiesContract.matrix, {
        query: { organization, year: 2026, duty: 'theme-day' },
      })
    expect((await ask(bureau.branchA.id)).body.rows).toHaveLength(1)
    expect((await ask(bureau.branchB.id)).problem.code).toBe('not_found')
    expect((await ask(bureau.committee.id)).problem.code).toBe('not_found')
  })
})
