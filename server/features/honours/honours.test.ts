import { beforeEach, describe, expect, it } from 'vitest'
import { holidaysContract } from '#domain/holidays.contract.ts'
import { honourClassesContract, honoursContract } from '#domain/honours.contract.ts'
import type { MemberId } from '#domain/ids.ts'
import { auditCounts } from '#tests/support/audits.ts'
import { fold } from '#server/counts/fold.ts'
import { honours } from '#server/features/honours/handlers.ts'
import { meetings } from '#server/features/meetings/handlers.ts'
import { useApi } from '#tests/support/api.ts'
import { smallBureau, type SmallBureau } from '#tests/support/bureau.ts'
import { addHolidays, campaignSteps, onNotice } from '#tests/support/honours.ts'

const api = useApi([...meetings, ...honours])
let bureau: SmallBureau
beforeEach(async () => {
  api.world.setNow('2026-11-23T02:00:00Z')
  bureau = await smallBureau(api.world.db)
  await addHolidays(api.world.db)
})
const person = (index: number) => bureau.inA1[index] as MemberId

/** 张伟 and 王芳 are 优秀共产党员 since 23 November. */
async function honoured() {
  const { id, decide, meeting } = await onNotice(api, bureau, [person(0), person(1)])
  await decide(id, '2026-11-23')
  const { rows } = (
    await api.call(bureau.tokens.organizer, honoursContract.list, { query: { sort: '-subject' } })
  ).body
  const [first, second] = rows
  if (!first || !second) throw new Error('no honours')
  return { first, second, meetingId: meeting.id }
}
type Honoured = Awaited<ReturnType<typeof honoured>>['first']

const revoke = (honour: Honoured, over = {}, version = honour.version) =>
  api.call(bureau.tokens.organizer, honoursContract.revoke, {
    params: { id: honour.id },
    version,
    body: {
      on: '2026-11-23',
      reason: '事迹材料弄虚作假',
      documentNumber: '机党〔2026〕31号',
      ...over,
    },
  })
const board = async (query: object = {}, token = bureau.tokens.leader) =>
  (await api.call(token, honoursContract.board, { query })).body

describe('the honour board', () => {
  it('loses the revoked, whose record keeps every event', async () => {
    const { first } = await honoured()
    expect((await board()).total).toBe(2)
    const record = (await revoke(first)).body
    expect(record).toMatchObject({
      state: 'revoked',
      revokedOn: '2026-11-23',
      awardedBy: expect.any(String),
    })
    expect(record.events.map(({ kind, documentNumber }) => [kind, documentNumber])).toEqual([
      ['awarded', '机党〔2026〕20号'],
      ['revoked', '机党〔2026〕31号'],
    ])
    expect((await board()).rows.map(({ id }) => id)).not.toContain(first.id)
    const kept = (
      await api.call(bureau.tokens.leader, honoursContract.list, { query: { states: ['revoked'] } })
    ).body
    expect(kept).toMatchObject({ total: 1, sum: 0 })
    expect((await revoke(first, {}, record.version)).problem.code).toBe('state')
  })

  it('loses the expired the day after their last, and the record tells it', async () => {
    const { first } = await honoured()
    await api.world.db
      .updateTable('honour')
      .set({ decided_on: '2026-06-26', valid_to: '2026-11-23' })
      .where('id', '=', first.id)
      .execute()
    api.world.setNow('2026-11-23T15:59:00Z')
    expect((await board()).total).toBe(2)
    api.world.setNow('2026-11-23T16:00:00Z')
    expect((await board()).total).toBe(1)
    const record = (
      await api.call(bureau.tokens.leader, honoursContract.show, { params: { id: first.id } })
    ).body
    expect(record.state).toBe('expired')
    expect(record.events.at(-1)).toMatchObject({ kind: 'expired', on: '2026-11-24' })
  })

  it('shows by year, class and organization within the rights: a member the own only', async () => {
    const { second } = await honoured()
    expect((await board({ year: 2026 })).total).toBe(2)
    expect((await board({ year: 2025 })).total).toBe(0)
    expect((await board({ classes: ['model-post'] })).total).toBe(0)
    expect((await board({ organization: bureau.branchB.id })).total).toBe(0)
    const listed = async (direct?: 'true') =>
      (
        await api.call(bureau.tokens.leader, honoursContract.list, {
          query: { organization: bureau.committee.id, direct },
        })
      ).body.total
    expect([await listed(), await listed('true')]).toEqual([2, 0])
    expect((await board({}, bureau.tokens.member)).rows.map(({ id }) => id)).toEqual([second.id])
    const foreign = await api.call(bureau.tokens.member, honoursContract.show, {
      params: { id: (await board()).rows.find(({ id }) => id !== second.id)?.id ?? '' },
    })
    expect(foreign.problem.code).toBe('not_found')
  })

  it('is revoked in the version that was read, between decision and today, by the organ that decided', async () => {
    const { first } = await honoured()
    expect((await revoke(first, { on: '2026-11-22' })).problem.fields).toHaveProperty(['body.on'])
    expect((await revoke(first, { on: '2026-11-24' })).problem.fields).toHaveProperty(['body.on'])
    expect((await revoke(first, { reason: '假' })).problem.fields).toHaveProperty(['body.reason'])
    expect((await revoke(first, {}, 7)).problem.code).toBe('version_conflict')
    const both = await Promise.all([revoke(first), revoke(first)])
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 412]))
  })

  it('tells the history of one person', async () => {
    const { first, meetingId } = await honoured()
    const { create, nominate, review, publish, decide } = campaignSteps(api, bureau)
    const skilled = await create({ classCode: 'skilled-worker', title: '业务能手评选' })
    await nominate(skilled.id, { memberId: person(0), meetingId })
    await review(skilled.id)
    await publish(skilled.id, '2026-11-16')
    await decide(skilled.id, '2026-11-23')
    const found = (
      await api.call(bureau.tokens.leader, honoursContract.show, { params: { id: first.id } })
    ).body
    expect(found.subjectName).toBe('张伟')
    expect(found.others).toMatchObject([{ className: '业务能手', validTo: '2028-11-23' }])
  }, 60_000)
})

describe('counts of honours', () => {
  const counted = async () =>
    (
      await api.call(bureau.tokens.leader, honoursContract.counts, {
        query: { organization: bureau.committee.id, year: 2026 },
      })
    ).body

  it('are those of the rows after decisions, revocations and folds in any order', async () => {
    const { first, second } = await honoured()
    expect((await counted()).cells).toEqual([
      { month: '2026-11', classCode: 'excellent-member', count: 2 },
    ])
    await fold(api.world.db)
    // Revoked in December, it counts backwards in the month of its decision.
    api.world.setNow('2026-12-02T02:00:00Z')
    await revoke(first, { on: '2026-12-02' })
    expect((await counted()).cells).toEqual([
      { month: '2026-11', classCode: 'excellent-member', count: 1 },
    ])
    expect((await counted()).organizations).toMatchObject([
      { organizationName: '甲支部', classCode: 'excellent-member', count: 1 },
    ])
    expect(await auditCounts(api.world.db)).toEqual([])
    await fold(api.world.db)
    expect(await auditCounts(api.world.db)).toEqual([])
    await revoke(second, { on: '2026-12-02' })
    expect((await counted()).cells).toEqual([])
    expect(await auditCounts(api.world.db)).toEqual([])
    // A row that was written without its count is found.
    await api.world.db
      .updateTable('honour')
      .set({ revoked_on: null })
      .where('id', '=', first.id)
      .execute()
    expect(await auditCounts(api.world.db)).not.toEqual([])
  })
})

describe('classes of honours', () => {
  it('are those of the house and what the bureau adds, by its organizer alone', async () => {
    const { tokens } = bureau
    const list = async () => (await api.call(tokens.member, honourClassesContract.list)).body
    expect((await list()).map(({ name }) => name)).toEqual([
      '优秀共产党员',
      '党员示范岗',
      '业务能手',
      '先进党支部',
    ])
    const body = {
      code: 'service-star',
      name: '服务之星',
      subject: 'member' as const,
      validityMonths: 12,
    }
    expect(
      (await api.call(tokens.leader, honourClassesContract.create, { body })).problem.code,
    ).toBe('forbidden')
    const made = await api.call(tokens.organizer, honourClassesContract.create, { body })
    expect(made.body.at(-1)).toMatchObject({ name: '服务之星', builtin: false, active: true })
    const again = await api.call(tokens.organizer, honourClassesContract.create, {
      body: { ...body, name: '另一个' },
    })
    expect(again.problem.fields).toEqual({ 'body.code': '这个代码已经使用' })
    const change = (code: string, version: number, changed: object) =>
      api.call(tokens.organizer, honourClassesContract.change, {
        params: { code },
        version,
        body: changed,
      })
    expect((await change('skilled-worker', 0, { validityMonths: 12 })).body[2]).toMatchObject({
      name: '业务能手',
      validityMonths: 12,
      builtin: true,
      version: 1,
    })
    expect((await change('skilled-worker', 0, { active: false })).problem.code).toBe(
      'version_conflict',
    )
    for (const version of [1, 2]) {
      const both = await Promise.all(
        [24, 36].map((validityMonths) => change('skilled-worker', version, { validityMonths })),
      )
      expect(both.map(({ status }) => String(status)).toSorted()).toEqual(['200', '412'])
    }
    expect((await change('service-star', 1, { name: '业务能手' })).problem.fields).toHaveProperty([
      'body.name',
    ])
  })
})

describe('days off', () => {
  it('are set for a year by the organizer at the root; a year without a table says so', async () => {
    const { tokens } = bureau
    const show = async (year: number) =>
      (await api.call(tokens.leader, holidaysContract.show, { query: { year } })).body
    expect(await show(2026)).toMatchObject({
      known: true,
      source: '国办发明电〔2025〕7号',
      version: 1,
    })
    expect(await show(2027)).toEqual({
      year: 2027,
      known: false,
      source: null,
      days: [],
      setBy: null,
      version: 0,
    })
    const workdays = async (from: string) =>
      (await api.call(tokens.leader, holidaysContract.workdays, { query: { from, days: 5 } })).body
    expect(await workdays('2027-01-04')).toMatchObject({
      to: null,
      verdicts: [{ code: 'workdays.missing-year', facts: { year: 2027 } }],
    })
    const set = (days: { day: string; name: string; off: boolean }[], version = 0) =>
      api.call(tokens.organizer, holidaysContract.set, {
        version,
        body: { year: 2027, source: '国办发明电〔2026〕8号', days },
      })
    const first = { day: '2027-01-01', name: '元旦', off: true }
    expect((await set([first, { ...first, day: '2026-12-31' }])).problem.fields).toEqual({
      'body.days.1.day': '不在 2027 年内',
    })
    expect((await set([first, first])).problem.fields).toEqual({
      'body.days.1.day': '同一天填写了两次',
    })
    expect((await set([first])).body).toMatchObject({ known: true, version: 1, setBy: 'organizer' })
    expect((await set([first])).problem.code).toBe('version_conflict')
    expect(await workdays('2027-01-04')).toMatchObject({ to: '2027-01-08' })
    expect((await set([{ day: '2027-01-05', name: '停电', off: true }], 1)).status).toBe(200)
    expect(await workdays('2027-01-04')).toMatchObject({ to: '2027-01-11' })
    const both = await Promise.all([set([first], 2), set([first], 2)])
    expect(both.map(({ status }) => String(status)).toSorted()).toEqual(['200', '412'])
  })
})
