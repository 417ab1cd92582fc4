import { describe, expect, it } from 'vitest'
import { newId, type MemberId } from '#domain/ids.ts'
import { membersContract as contract } from '#domain/members.contract.ts'
import { addAccount, smallBureau } from '#tests/support/bureau.ts'
import { useApi } from '#tests/support/api.ts'
import { members } from './handlers.ts'

const api = useApi(members)
const bureau = () => smallBureau(api.world.db)
const namesOf = (rows: readonly { name: string }[]) => rows.map(({ name }) => name)

describe('who sees whom', () => {
  it('shows a group leader the own group only, and a member only the own record', async () => {
    const { tokens, inA1, inA2 } = await bureau()
    const leader = await api.call(tokens['group-leader'], contract.list)
    expect(new Set(namesOf(leader.body.rows))).toEqual(
      new Set(['张伟', '王芳', '欧阳娜娜', '单雄信', '阿卜杜拉·买买提', '赵新']),
    )
    expect(leader.body.total).toBe(6)
    const self = await api.call(tokens.member, contract.list)
    expect(self.body).toMatchObject({ total: 1, rows: [{ id: inA1[1], name: '王芳' }] })
    expect(namesOf((await api.call(tokens.member, contract.search)).body)).toEqual(['王芳'])
    expect((await api.call(tokens.member, contract.list, { query: { q: '张' } })).body.total).toBe(
      0,
    )
    const show = (token: string, id: MemberId | undefined) =>
      api.call(token, contract.show, { params: { id: id as MemberId } })
    expect((await show(tokens.member, inA1[1])).body.branchName).toBe('甲支部')
    expect((await show(tokens.member, inA1[0])).status).toBe(404)
    expect((await show(tokens['group-leader'], inA2[0])).status).toBe(404)
    expect((await show(tokens['group-leader'], inA1[2])).status).toBe(200)
  })

  it('unites the own record with a subtree elsewhere, each once', async () => {
    const { inA1, groupA2, branchA } = await bureau()
    const two = await addAccount(api.world.db, {
      login: 'two',
      memberId: inA1[2],
      roles: [
        { role: 'member', at: branchA },
        { role: 'group-leader', at: groupA2 },
      ],
    })
    const mine = await api.call(two.token, contract.list, { query: { sort: 'name' } })
    expect(namesOf(mine.body.rows)).toEqual(['李强', '欧阳娜娜', '覃红', '尉迟恭', '曾国藩'])
    expect(
      (await api.call(two.token, contract.list, { query: { organization: groupA2.id } })).body
        .total,
    ).toBe(4)
  })

  it('answers a foreign member byte for byte as one that does not exist', async () => {
    const { tokens, inB } = await bureau()
    const raw = async (id: string | undefined) => {
      const answer = await api.app.request(`/api/members/${id}`, {
        headers: {
          Authorization: `Bearer ${tokens['branch-secretary']}`,
          'X-Request-Id': 'the-same-one',
        },
      })
      return { status: answer.status, headers: [...answer.headers], text: await answer.text() }
    }
    const foreign = await raw(inB[0])
    expect(foreign.status).toBe(404)
    expect(foreign).toEqual(await raw(newId()))
  })
})

describe('the roster', () => {
  it('filters, sorts and pages on the server, counting all of the filter', async () => {
    const { tokens, branchA, groupA1, branchB } = await bureau()
    const list = async (query: object) =>
      (await api.call(tokens.leader, contract.list, { query })).body
    const first = await list({ organization: branchA.id, size: 3, sort: 'name' })
    expect(first).toMatchObject({ total: 10, page: 1, size: 3 })
    expect(namesOf(first.rows)).toEqual(['阿卜杜拉·买买提', '李强', '欧阳娜娜'])
    expect(
      namesOf((await list({ organization: branchA.id, size: 3, page: 4, sort: 'name' })).rows),
    ).toEqual(['赵新'])
    expect(await list({ organization: branchA.id, page: 9 })).toMatchObject({ total: 10, rows: [] })
    expect(await list({ organization: branchA.id, direct: 'true' })).toMatchObject({ total: 0 })
    expect(await list({ organization: groupA1.id, stages: ['probationary'] })).toMatchObject({
      total: 1,
      rows: [{ name: '赵新', partyAge: null }],
    })
    expect((await list({ q: '陈' })).rows).toMatchObject([
      { name: '陈明', branchId: branchB.id, partyAge: 15 },
    ])
    // Groups follow one another under their branch, branches in official order.
    const places = (await list({ size: 50 })).rows.map(({ organizationName }) => organizationName)
    expect([...new Set(places)]).toEqual(['甲二小组', '甲一小组', '乙支部'])
    const turned = (await list({ size: 50, sort: '-organization' })).rows.map(
      ({ organizationName }) => organizationName,
    )
    expect([...new Set(turned)]).toEqual(['乙支部', '甲一小组', '甲二小组'])
  })

  it('names the posts of a row', async () => {
    const { tokens, branchA, groupA2, inA2 } = await bureau()
    const post = (organization_id: string, post: string, ended_on: string | null) => ({
      id: newId(),
      organization_id,
      member_id: inA2[0] ?? '',
      post,
      started_on: '2024-01-01',
      ended_on,
    })
    await api.world.db
      .insertInto('post')
      .values([post(branchA.id, 'secretary', null), post(groupA2.id, 'group-leader', '2025-01-01')])
      .execute()
    expect(
      (await api.call(tokens.leader, contract.list, { query: { q: '李强' } })).body.rows[0]?.posts,
    ).toEqual(['secretary'])
  })
})

describe('the roster of a past day', () => {
  it('holds who stood where on that day, as they stood, in list and count', async () => {
    const { tokens, branchA, groupA1, groupA2, branchB, inA1, inA2 } = await bureau()
    const { organizer } = tokens
    const change = async (id: MemberId | undefined, body: object) => {
      const { version } = (
        await api.call(organizer, contract.show, { params: { id: id as MemberId } })
      ).body
      const answer = await api.call(organizer, contract.changeStatus, {
        params: { id: id as MemberId },
        version,
        body: { on: '2026-11-10', reason: '工作调动', ...body },
      })
      expect(answer.status).toBe(200)
    }
    await change(inA1[1], { organizationId: branchB.id })
    await change(inA1[2], { organizationId: groupA2.id, lost: true })
    await change(inA2[1], { lost: true, on: '2026-10-01' })
    const secretary = tokens['branch-secretary']
    const on = async (day: string, query: object = {}, token = secretary) =>
      (await api.call(token, contract.list, { query: { on: day, size: 50, ...query } })).body

    const before = await on('2026-11-09')
    expect(before.total).toBe(10)
    const [moved, inside] = ['王芳', '欧阳娜娜'].map((name) =>
      before.rows.find((row) => row.name === name),
    )
    // Of who is beyond the reader's reach now: the name, and that day.
    expect(moved).toMatchObject({
      elsewhere: true,
      organizationId: groupA1.id,
      stage: 'full',
      sex: null,
      joinedOn: null,
      partyAge: null,
    })
    expect(inside).toMatchObject({
      elsewhere: false,
      organizationId: groupA1.id,
      lost: false,
      lostSince: null,
      sex: 'male',
    })
    expect((await on('2026-11-10')).total).toBe(9)
    expect((await on('2026-11-23')).total).toBe(9)
    expect(namesOf((await on('2026-11-09', { lost: 'true' })).rows)).toEqual(['曾国藩'])
    expect((await on('2026-11-09', { lost: 'true' })).rows[0]?.lostSince).toBe('2026-10-01')
    expect((await on('2026-09-30', { lost: 'true' })).total).toBe(0)
    expect(namesOf((await on('2026-11-09', { q: '王' })).rows)).toEqual(['王芳'])
    expect(namesOf((await on('2026-11-09', { q: 'wangf' })).rows)).toEqual(['王芳'])
    expect((await on('2026-11-09', { organization: groupA1.id })).total).toBe(6)
    expect(
      (await on('2026-11-09', { organization: branchA.id, size: 4, page: 3 })).rows,
    ).toHaveLength(2)
    expect((await on('2019-12-31')).total).toBe(0)
    const names = namesOf((await on('2026-11-09', { sort: 'name' }, organizer)).rows)
    expect(namesOf((await on('2026-11-09', { sort: '-name' }, organizer)).rows)).toEqual(
      names.toReversed(),
    )
  })

  it('counts party age to that day, and shows neither what was not yet nor a day to come', async () => {
    const { tokens, inB } = await bureau()
    const [id] = inB
    const row = async (on: string) =>
      (await api.call(tokens.organizer, contract.list, { query: { on, size: 50 } })).body.rows.find(
        (one) => one.id === id,
      )
    expect(await row('2026-11-22')).toMatchObject({ fullOn: '2011-06-01', partyAge: 15 })
    expect(await row('2026-05-31')).toMatchObject({ partyAge: 14 })
    await api.world.db.updateTable('member').set({ full_on: '2021-06-01' }).execute()
    expect(await row('2020-06-01')).toMatchObject({ fullOn: null, joinedOn: '2010-06-01' })
    const future = await api.call(tokens.organizer, contract.list, { query: { on: '2026-11-24' } })
    expect(future.problem.fields).toEqual({ 'query.on': '截至日期不能晚于今天' })
  })
})
