import { beforeEach, describe, expect, it } from 'vitest'
import { announcementsContract } from '#domain/announcements.contract.ts'
import { dutiesContract } from '#domain/duties.contract.ts'
import { newId, type MemberId } from '#domain/ids.ts'
import { meetingsContract } from '#domain/meetings.contract.ts'
import { useApi } from '#tests/support/api.ts'
import { addOrganization, smallBureau, type SmallBureau } from '#tests/support/bureau.ts'
import { aMeeting, firstOf, held } from '#tests/support/meetings.ts'

const api = useApi()
let bureau: SmallBureau
let team: MemberId[]

async function appoint(at: { id: string }, member: MemberId, post: string, over = {}) {
  const row = { organization_id: at.id, member_id: member, post, started_on: '2022-06-20' }
  await api.world.db
    .insertInto('post')
    .values({ id: newId(), ...row, ...over })
    .execute()
}

beforeEach(async () => {
  bureau = await smallBureau(api.world.db)
  const { committee, inA1, inA2, inB } = bureau
  team = [inB[0], inA1[0], inA2[0], inB[1], inA1[1]] as MemberId[]
  const posts = ['secretary', 'deputy-secretary', 'organization-officer', 'officer', 'officer']
  for (const [at, post] of posts.entries()) await appoint(committee, team[at] as MemberId, post)
  await appoint(committee, inB[2] as MemberId, 'officer', { ended_on: '2026-11-19' })
})

const life = (over: Parameters<typeof aMeeting>[2] = {}) =>
  aMeeting(bureau.committee, firstOf(team), {
    types: ['democratic-life'],
    title: '2026年度民主生活会',
    recorderId: team[1],
    ...over,
  })
const away = (count: number) =>
  team.slice(5 - count).map((memberId) => ({ memberId, status: 'leave' as const, reason: '出差' }))
const refused = async (body: ReturnType<typeof life>, token = bureau.tokens.organizer) =>
  (await api.call(token, meetingsContract.create, { body })).problem

describe('民主生活会', () => {
  it('expects whoever holds a post of the committee that day, wherever they stand', async () => {
    const { committee, tokens } = bureau
    const asked = (on: string) =>
      api.call(tokens.organizer, meetingsContract.roster, {
        query: { organization: committee.id, on, types: ['democratic-life'] },
      })
    const { body } = await asked('2026-11-20')
    expect(body).toMatchObject({ expected: 5, basis: 'team' })
    expect(body.entries.map(({ memberId }) => memberId).slice(0, 3)).toEqual(team.slice(0, 3))
    expect(body.entries[0]?.organizationName).toBe('乙支部')
    expect((await asked('2026-11-19')).body.expected).toBe(6)
  })

  it.each([
    [1, 'met'],
    [2, 'unmet'],
  ] as const)('of five: %i away is %s by two thirds', async (count, verdict) => {
    const record = await held(
      api,
      bureau.tokens.organizer,
      life({ attendance: away(count), advance: 'sign' }),
    )
    expect(record).toMatchObject({
      status: 'signed',
      expected: 5,
      present: 5 - count,
      verdict,
      verdicts: [
        {
          status: verdict,
          code: `quorum.democratic-life.${verdict}`,
          article: 'democratic-life',
          facts: { eligible: 5, present: 5 - count, required: 4 },
        },
      ],
      // Business of the few: nobody catches up on it.
      makeups: [],
    })
  })

  it('is archived and corrected like any record, and keeps its list when posts change', async () => {
    const { tokens, committee, inB } = bureau
    const { id, version } = await held(api, tokens.organizer, life({ advance: 'sign' }))
    await appoint(committee, inB[3] as MemberId, 'officer')
    const archived = await api.call(tokens.organizer, meetingsContract.archive, {
      params: { id },
      version,
    })
    expect(archived.body).toMatchObject({ status: 'archived', expected: 5 })
    const correction = { field: 'place' as const, wrong: '三楼', right: '五楼', reason: '误写' }
    const corrected = await api.call(tokens.organizer, meetingsContract.correct, {
      params: { id },
      body: correction,
      version: archived.body.version,
    })
    expect(corrected.body.corrections).toMatchObject([correction])
  })

  it('votes on nothing, is held alone and by its own people', async () => {
    const vote = { title: '同意', kind: 'ordinary' as const, yes: 5, no: 0, abstain: 0 }
    expect((await refused(life({ resolutions: [vote] }))).fields).toEqual({
      'body.resolutions.0.kind': '民主生活会不作表决',
    })
    expect((await refused(life({ types: ['democratic-life', 'theme-day'] }))).fields).toEqual({
      'body.types': '党委、党总支只记录民主生活会，其他会议请在党支部或党小组下记录',
    })
    expect((await refused(life({ chairId: bureau.inB[3] as MemberId }))).fields).toEqual({
      'body.chairId': '主持人应是当日的班子成员',
    })
    expect((await refused(life({ assessmentYear: 2025 }))).fields).toEqual({
      'body.assessmentYear': '只有组织生活会和民主评议填写年度',
    })
  })

  it('is no meeting of a branch, nor of a committee without posts', async () => {
    const { branchA, inA1, tokens, committee } = bureau
    const ofBranch = aMeeting(branchA, inA1[0] as MemberId, { types: ['democratic-life'] })
    expect((await refused(ofBranch)).fields).toEqual({
      'body.types': '党小组会请在党小组下记录，民主生活会请在党委或党总支下记录',
    })
    const db = api.world.db
    const empty = await addOrganization(db, {
      kind: 'general-branch',
      name: '丙总支',
      parent: committee,
    })
    const nobody = aMeeting(empty, inA1[0] as MemberId, { types: ['democratic-life'] })
    expect((await refused(nobody)).fields).toMatchObject({
      'body.types': '当日没有登记班子成员，不能记录民主生活会',
    })
    // Who leads a branch does not write for the committee.
    const foreign = await api.call(tokens['branch-secretary'], meetingsContract.create, {
      body: life(),
    })
    expect(foreign.status).toBe(404)
  })

  it('is announced to the leading body, who answer', async () => {
    const { committee, tokens } = bureau
    const body = {
      organizationId: committee.id,
      types: ['democratic-life' as const],
      title: '2026年度民主生活会',
      heldOn: '2026-12-10',
      startedAt: '09:00',
      place: '五楼会议室',
    }
    const made = await api.call(tokens.organizer, announcementsContract.announce, { body })
    expect(made.body.roster.map(({ memberId }) => memberId)).toEqual(expect.arrayContaining(team))
    expect(made.body.roster).toHaveLength(5)
    const { id } = made.body
    // 王芳 stands in a group and sits on the committee.
    const answer = await api.call(tokens.member, announcementsContract.answer, {
      params: { id },
      body: { answer: 'attend' },
      version: made.body.version,
    })
    expect(answer.body).toMatchObject({ called: true, answer: 'attend' })
    const seen = await api.call(tokens.organizer, announcementsContract.show, { params: { id } })
    expect(seen.body.attending).toBe(1)
  })
})

describe('its duty', () => {
  const year = 2026
  const matrix = async (of = year) => {
    const { committee, tokens } = bureau
    const query = { organization: committee.id, year: of, duty: 'democratic-life' as const }
    return (await api.call(tokens.leader, dutiesContract.matrix, { query })).body
  }
  const line = async () => {
    const query = { organization: bureau.committee.id, year }
    const { body } = await api.call(bureau.tokens.leader, dutiesContract.summary, { query })
    return body.duties.find(({ duty }) => duty === 'democratic-life')
  }

  it('is once a calendar year, due by its end, of each committee with posts alone', async () => {
    const { committee, tokens } = bureau
    const general = { kind: 'general-branch', name: '丙总支', parent: committee } as const
    await addOrganization(api.world.db, general)
    expect((await matrix()).rows).toMatchObject([
      { organizationId: committee.id, cells: [{ state: 'due', dueBy: '2026-12-31', held: 0 }] },
    ])
    expect(await line()).toMatchObject({ organs: 1, kept: 0, dueNow: 1 })
    const query = { organization: committee.id, duties: ['democratic-life' as const] }
    const due = await api.call(tokens.organizer, dutiesContract.due, { query })
    expect(due.body.rows).toMatchObject([
      { period: '2026', state: 'due', verdict: { article: 'democratic-life-yearly' } },
    ])
  })

  it('is kept by the signed meeting of that year, and leads to it', async () => {
    const { committee, tokens } = bureau
    await held(api, tokens.organizer, life({ advance: 'submit' }))
    expect((await matrix()).rows[0]?.cells[0]?.state).toBe('awaiting-signature')
    await held(api, tokens.organizer, life({ startedAt: '14:00', advance: 'sign' }))
    expect((await matrix()).rows[0]?.cells[0]).toMatchObject({ state: 'kept', held: 1 })
    expect((await matrix(2025)).rows[0]?.cells[0]?.state).toBe('missing')
    expect(await line()).toMatchObject({ organs: 1, dueNow: 0 })
    const { body } = await api.call(tokens.leader, meetingsContract.list, {
      query: { organization: committee.id, types: ['democratic-life'], period: '2026' },
    })
    expect(body.total).toBe(1)
  })
})
