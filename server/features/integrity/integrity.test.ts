import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Given } from '#domain/contract.ts'
import { integrityContract } from '#domain/integrity.contract.ts'
import type { MemberId, OrganizationId } from '#domain/ids.ts'
import { auditCounts } from '#tests/support/audits.ts'
import { meetings } from '#server/features/meetings/handlers.ts'
import { useApi } from '#tests/support/api.ts'
import { smallBureau, type SmallBureau } from '#tests/support/bureau.ts'
import { aMeeting, firstOf, held } from '#tests/support/meetings.ts'
import { integrity } from './handlers.ts'

const api = useApi([...integrity, ...meetings])
let bureau: SmallBureau
beforeEach(async () => void (bureau = await smallBureau(api.world.db)))

type Body = NonNullable<Given<typeof integrityContract.recordEducation>['body']>

const anEducation = (over: Partial<Body> = {}): Body => ({
  organizationId: bureau.branchA.id,
  title: '警示教育大会',
  theme: '窗口收受礼品案例剖析',
  heldOn: '2026-11-20',
  ...over,
})
const record = (over: Partial<Body> = {}, token = bureau.tokens.discipline) =>
  api.call(token, integrityContract.recordEducation, { body: anEducation(over) })
const coverage = async (organization: OrganizationId, token = bureau.tokens.leader) =>
  (await api.call(token, integrityContract.coverage, { query: { organization, year: 2026 } })).body
const list = async (query: Given<typeof integrityContract.educations>['query'] = {}) =>
  (await api.call(bureau.tokens.leader, integrityContract.educations, { query })).body

describe('警示教育', () => {
  it('reaches everybody of the roster of that day but those marked as missing', async () => {
    const absent = [bureau.inA1[0] as MemberId, bureau.inA2[0] as MemberId]
    const { body } = await record({ absentIds: absent })
    expect(body).toMatchObject({ expected: 10, present: 8 })
    expect(
      body.attendance.filter(({ present }) => !present).map(({ memberId }) => memberId),
    ).toEqual(expect.arrayContaining(absent))
    expect(await coverage(bureau.branchA.id)).toMatchObject({
      roster: 10,
      reached: 8,
      educations: 1,
      educated: 8,
      verdict: { code: 'coverage.partly', facts: { missing: 2 } },
    })
    const all = await coverage(bureau.committee.id)
    expect(all).toMatchObject({ roster: 15, reached: 8 })
    expect(all.rows.map(({ name, reached, roster }) => [name, reached, roster])).toEqual([
      ['甲支部', 8, 10],
      ['乙支部', 0, 5],
    ])
  })

  it('takes as many as a bureau has', async () => {
    const { db } = api.world
    const like = bureau.inB[0]
    // As autovacuum does after so many rows: planned for an empty roster, a statement can outlast its limit.
    const analyzed = () => sql`analyze member, member_state`.execute(db)
    await sql`
      insert into member select r.* from member m, generate_series(1, 8200) n,
        jsonb_populate_record(null::member, to_jsonb(m) || jsonb_build_object('id', overlay(overlay(md5(n::text) placing '7' from 13) placing '8' from 17))) r
      where m.id = ${like}`.execute(db)
    await analyzed()
    await sql`
      insert into member_state select r.* from member m, member_state s,
        jsonb_populate_record(null::member_state, to_jsonb(s) || jsonb_build_object('id', gen_random_uuid(), 'member_id', m.id)) r
      where s.member_id = ${like} and m.name = (select name from member where id = ${like}) and m.id <> ${like}`.execute(
      db,
    )
    await analyzed()
    const { body } = await record({ organizationId: bureau.committee.id })
    expect([body.expected, body.present, body.attendance.length]).toEqual([8215, 8215, 8215])
  })

  it('of the committee reaches the members of its branches, and their secretary sees it so', async () => {
    await record({ organizationId: bureau.committee.id })
    expect(await coverage(bureau.branchA.id, bureau.tokens['branch-secretary'])).toMatchObject({
      roster: 10,
      reached: 10,
      verdict: { code: 'coverage.met' },
    })
  })

  it('held as part of a 支部党员大会 is recorded once and counts in both; attendance is the minutes’', async () => {
    const missing = bureau.inA1[2] as MemberId
    const meeting = await held(
      api,
      bureau.tokens.organizer,
      aMeeting(bureau.branchA, firstOf(bureau.inA2), {
        attendance: [{ memberId: missing, status: 'leave', reason: '出差' }],
        advance: 'sign',
      }),
    )
    const { body } = await record({ meetingId: meeting.id })
    expect([body.expected, body.present]).toEqual([meeting.expected, meeting.present])
    expect(body).toMatchObject({ meetingTitle: meeting.title })
    expect(body.attendance.find(({ memberId }) => memberId === missing)?.present).toBe(false)
    const again = await record({ meetingId: meeting.id })
    expect(again.problem.fields).toEqual({ 'body.meetingId': '这次会议已经登记过警示教育' })
    const own = await record({ meetingId: meeting.id, absentIds: [missing] })
    expect(own.problem.fields).toHaveProperty(['body.absentIds'])
    const otherDay = await record({ meetingId: meeting.id, heldOn: '2026-11-19' })
    expect(otherDay.problem.fields).toHaveProperty(['body.heldOn'])
    const elsewhere = await record({ meetingId: meeting.id, organizationId: bureau.branchB.id })
    expect(elsewhere.problem.fields).toHaveProperty(['body.meetingId'])
    expect(await auditCounts(api.world.db)).toEqual([])
  })

  it('cannot be linked to minutes that nobody signed', async () => {
    const draft = await held(
      api,
      bureau.tokens.organizer,
      aMeeting(bureau.branchA, firstOf(bureau.inA2)),
    )
    const { problem } = await record({ meetingId: draft.id })
    expect(problem.fields).toHaveProperty(['body.meetingId'])
  })

  it.each<[string, Partial<Body>, string]>([
    ['of tomorrow', { heldOn: '2026-11-24' }, 'body.heldOn'],
    ['without a theme', { theme: '' }, 'body.theme'],
    ['before anybody was there', { heldOn: '2019-01-01' }, 'body.organizationId'],
  ])('is refused %s, at the field', async (_, over, field) => {
    const { status, problem } = await record(over)
    expect([status, Object.keys(problem.fields ?? {})]).toEqual([400, [field]])
  })

  it('is refused with somebody missing who was not on the roster', async () => {
    const { problem } = await record({ absentIds: [firstOf(bureau.inB)] })
    expect(problem.fields).toHaveProperty(['body.absentIds'])
  })

  it('is withdrawn with a reason: the row stays, and every count is as before', async () => {
    await record({ organizationId: bureau.branchB.id })
    const { body } = await record()
    expect(await list({ year: 2026 })).toMatchObject({ total: 2, sum: 15 })
    const withdraw = (version: number) =>
      api.call(bureau.tokens.discipline, integrityContract.withdrawEducation, {
        params: { id: body.id },
        version,
        body: { reason: '重复登记' },
      })
    expect((await withdraw(7)).problem.code).toBe('version_conflict')
    expect((await withdraw(1)).body).toMatchObject({ withdrawn: true, withdrawReason: '重复登记' })
    expect((await withdraw(2)).problem.code).toBe('state')
    expect(await list({ year: 2026 })).toMatchObject({ total: 1, sum: 5 })
    expect(await list({ withdrawn: 'true' })).toMatchObject({ total: 2, sum: 5 })
    expect((await coverage(bureau.branchA.id)).reached).toBe(0)
    expect(await auditCounts(api.world.db)).toEqual([])
  })

  it('is listed by words, year and organization, and opens', async () => {
    const { body } = await record()
    expect((await list({ q: '收受礼品' })).rows.map(({ id }) => id)).toEqual([body.id])
    expect((await list({ q: '别的' })).total).toBe(0)
    expect((await list({ year: 2025 })).total).toBe(0)
    expect((await list({ organization: bureau.branchB.id })).total).toBe(0)
    const shown = await api.call(bureau.tokens.leader, integrityContract.education, {
      params: { id: body.id },
    })
    expect(shown.body).toEqual({ ...body, mayRecord: false })
  })
})

describe('责任清单', () => {
  const item = (over: object = {}) => ({
    organizationId: bureau.branchA.id,
    year: 2026,
    layer: 'section-head' as const,
    title: '排查窗口岗位廉政风险',
    ownerId: firstOf(bureau.inA1),
    dueOn: '2026-11-22',
    ...over,
  })
  const create = (over: object = {}) =>
    api.call(bureau.tokens['branch-secretary'], integrityContract.createResponsibility, {
      body: item(over),
    })
  const items = async (query: Given<typeof integrityContract.responsibilities>['query'] = {}) =>
    (await api.call(bureau.tokens.leader, integrityContract.responsibilities, { query })).body

  it('is late from the day after it was due, and is checked off once with evidence', async () => {
    const { body } = await create()
    await create({ layer: 'first-secretary', dueOn: '2026-12-31' })
    expect((await items()).rows.map(({ state }) => state)).toEqual(['overdue', 'open'])
    expect((await items({ layers: ['first-secretary'] })).total).toBe(1)
    const check = (given: { doneOn: string; evidence: string }, version = 1) =>
      api.call(bureau.tokens['branch-secretary'], integrityContract.checkResponsibility, {
        params: { id: body.id },
        version,
        body: given,
      })
    const bare = await check({ doneOn: '2026-11-21', evidence: '' })
    expect(bare.problem.fields).toHaveProperty(['body.evidence'])
    const early = await check({ doneOn: '2026-11-24', evidence: '台账' })
    expect(early.problem.fields).toHaveProperty(['body.doneOn'])
    const done = await check({ doneOn: '2026-11-21', evidence: '风险点清单 12 条，已上墙' })
    expect(done.body).toMatchObject({ state: 'done', checkedBy: 'secretary' })
    expect((await check({ doneOn: '2026-11-21', evidence: '再来' }, 2)).problem.code).toBe('state')
    expect((await coverage(bureau.committee.id)).responsibilities).toEqual({
      total: 2,
      done: 1,
      overdue: 0,
    })
    expect((await items({ states: ['done'] })).rows).toEqual([{ ...done.body, mayRecord: false }])
  })

  it('is listed by who answers for it, only where the reader may see the list', async () => {
    const [owner, other] = [firstOf(bureau.inA1), firstOf(bureau.inB)]
    const { body } = await create()
    await api.call(bureau.tokens.discipline, integrityContract.createResponsibility, {
      body: item({ organizationId: bureau.branchB.id, ownerId: other }),
    })
    expect((await items({ owner })).rows).toEqual([{ ...body, mayRecord: false }])
    expect((await items({ owner: other })).total).toBe(1)
    const asked = (token: string) =>
      api.call(token, integrityContract.responsibilities, { query: { owner: other } })
    expect((await asked(bureau.tokens['branch-secretary'])).status).toBe(404)
    expect((await asked(bureau.tokens.member)).status).toBe(403)
  })

  it('is taken off the list only while it is open', async () => {
    const { body } = await create()
    const remove = (version: number) =>
      api.call(bureau.tokens['branch-secretary'], integrityContract.removeResponsibility, {
        params: { id: body.id },
        version,
      })
    expect((await remove(3)).problem.code).toBe('version_conflict')
    expect((await remove(1)).status).toBe(200)
    expect((await items()).total).toBe(0)
  })

  it('belongs to its year', async () => {
    expect((await create({ dueOn: '2027-01-05' })).problem.fields).toHaveProperty(['body.dueOn'])
  })
})
