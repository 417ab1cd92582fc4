import { describe, expect, it } from 'vitest'
import { newId } from '#domain/ids.ts'
import { organizationsContract as contract } from '#domain/organizations.contract.ts'
import { addAccount, addOrganization, smallBureau } from '#tests/support/bureau.ts'
import { useApi } from '#tests/support/api.ts'
import { organizations } from './handlers.ts'

const api = useApi(organizations)
const bureau = () => smallBureau(api.world.db)

describe('reading the tree', () => {
  it('opens at the tops of what the actor sees, with the way to them', async () => {
    const { tokens, committee, branchA } = await bureau()
    const atTop = await api.call(tokens.leader, contract.roots)
    expect(atTop.body).toMatchObject([{ id: committee.id, childCount: 2, trail: [] }])
    const below = await api.call(tokens['branch-secretary'], contract.roots)
    expect(below.body).toMatchObject([
      { id: branchA.id, trail: [{ name: '测试市行政审批局机关党委' }] },
    ])
    expect(Object.keys(below.body[0] ?? {})).not.toContain('path')
  })

  it('pages children in official order, and finds the page that holds one', async () => {
    const { tokens, committee, branchB } = await bureau()
    const params = { id: committee.id }
    const first = await api.call(tokens.leader, contract.children, { params, query: { size: 1 } })
    // 甲 jia before 乙 yi, whatever the database's own order is.
    expect(first.body).toMatchObject({
      total: 2,
      page: 1,
      rows: [{ name: '甲支部', childCount: 2, memberCount: 0 }],
    })
    const around = await api.call(tokens.leader, contract.children, {
      params,
      query: { size: 1, around: branchB.id },
    })
    expect(around.body).toMatchObject({
      total: 2,
      page: 2,
      rows: [{ name: '乙支部', memberCount: 5 }],
    })
  })

  it.each([
    ['支部', ['甲支部', '乙支部']],
    ['一小', ['甲一小组']],
    ['jia', ['甲支部', '甲二小组', '甲一小组']],
    ['xiaozu', ['甲二小组', '甲一小组']],
    ['jexz', ['甲二小组']],
    ['yx', ['甲一小组']],
    ['不存在', []],
    ['%', []],
    ["'", ['测试市行政审批局机关党委', '甲支部', '甲一小组', '甲二小组', '乙支部']],
  ])('finds %s', async (q, names) => {
    const { tokens } = await bureau()
    const found = await api.call(tokens.leader, contract.search, { query: { q } })
    expect(new Set(found.body.map(({ name }) => name))).toEqual(new Set(names))
  })

  it('puts names that begin with the words first, and stays below `within` and inside the scope', async () => {
    const { tokens, committee, branchB } = await bureau()
    await addOrganization(api.world.db, {
      kind: 'branch',
      name: '啊离退休甲支部',
      parent: committee,
    })
    const all = await api.call(tokens.leader, contract.search, { query: { q: '甲' } })
    expect(all.body.map(({ name }) => name)).toEqual([
      '甲二小组',
      '甲一小组',
      '甲支部',
      '啊离退休甲支部',
    ])
    expect(all.body[0]?.trail.map(({ name }) => name)).toEqual([
      '测试市行政审批局机关党委',
      '甲支部',
    ])
    const within = await api.call(tokens.leader, contract.search, {
      query: { q: '支部', within: branchB.id },
    })
    expect(within.body.map(({ name }) => name)).toEqual(['乙支部'])
    const secretary = await api.call(tokens['branch-secretary'], contract.search, {
      query: { q: '支部' },
    })
    expect(secretary.body.map(({ name }) => name)).toEqual(['甲支部'])
  })

  it('answers for a form only organizations that the right of the form reaches', async () => {
    const { committee, branchA } = await bureau()
    // Looks at the whole bureau and records for one branch.
    const { token } = await addAccount(api.world.db, {
      login: 'both',
      roles: [
        { role: 'leader', at: committee },
        { role: 'branch-secretary', at: branchA },
      ],
    })
    const names = async (right?: 'meetings.record' | 'organizations.manage') =>
      (await api.call(token, contract.search, { query: { q: '支部', right } })).body.map(
        ({ name }) => name,
      )
    expect(await names()).toEqual(['甲支部', '乙支部'])
    expect(await names('meetings.record')).toEqual(['甲支部'])
    expect(await names('organizations.manage')).toEqual([])
  })

  it('shows a card with counts of the subtree, posts, the term and what the rules say', async () => {
    const { tokens, branchA, inA2 } = await bureau()
    const params = { id: branchA.id }
    await api.call(tokens.organizer, contract.startTerm, {
      params,
      body: { startedOn: '2023-12-01', years: 3 },
    })
    await api.call(tokens.organizer, contract.appoint, {
      params,
      body: { memberId: inA2[0] as never, post: 'secretary', startedOn: '2023-12-01' },
    })
    const card = (await api.call(tokens.leader, contract.show, { params })).body
    expect(card.counts).toEqual({
      applicant: 0,
      activist: 0,
      candidate: 0,
      probationary: 1,
      full: 9,
      branches: 0,
      groups: 2,
    })
    expect(card.posts).toMatchObject([{ post: 'secretary', memberName: '李强' }])
    expect(card.term).toMatchObject({ startedOn: '2023-12-01', endsOn: '2026-11-30' })
    // Nine full members and only a secretary; eight days are left.
    expect(card.verdicts.map(({ code }) => code)).toEqual([
      'structure.branch.committee-missing',
      'term.d30',
    ])
  })

  it('answers a foreign organization byte for byte as one that does not exist', async () => {
    const { tokens, branchB } = await bureau()
    const raw = async (id: string) => {
      const answer = await api.app.request(`/api/organizations/${id}`, {
        headers: {
          Authorization: `Bearer ${tokens['branch-secretary']}`,
          'X-Request-Id': 'the-same-one',
        },
      })
      return { status: answer.status, headers: [...answer.headers], text: await answer.text() }
    }
    const foreign = await raw(branchB.id)
    expect(foreign.status).toBe(404)
    expect(foreign).toEqual(await raw(newId()))
  })
})
