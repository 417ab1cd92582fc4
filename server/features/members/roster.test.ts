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
