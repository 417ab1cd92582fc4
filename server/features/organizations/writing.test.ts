import { describe, expect, it } from 'vitest'
import type { OrganizationId } from '#domain/ids.ts'
import { organizationsContract as contract } from '#domain/organizations.contract.ts'
import { addAccount, addOrganization, smallBureau } from '#tests/support/bureau.ts'
import { useApi } from '#tests/support/api.ts'
import { organizations } from './handlers.ts'

const api = useApi(organizations)
const bureau = () => smallBureau(api.world.db)

const body = (
  parentId: OrganizationId,
  kind: 'committee' | 'general-branch' | 'branch' | 'group',
  name = '新组织',
) => ({
  parentId,
  kind,
  name,
  foundedOn: '2026-01-05',
})

describe('making and changing', () => {
  const kinds = ['committee', 'general-branch', 'branch', 'group'] as const
  const allowed = [
    'committee>committee',
    'committee>general-branch',
    'committee>branch',
    'general-branch>branch',
    'branch>group',
  ]

  it('lets each kind stand only where the regulations put it', async () => {
    const { tokens, committee } = await bureau()
    const db = api.world.db
    const general = await addOrganization(db, {
      kind: 'general-branch',
      name: '总支',
      parent: committee,
    })
    const branch = await addOrganization(db, { kind: 'branch', name: '一支部', parent: general })
    const group = await addOrganization(db, { kind: 'group', name: '一小组', parent: branch })
    const parents = { committee, 'general-branch': general, branch, group }
    const accepted: string[] = []
    const refused: string[] = []
    for (const parent of kinds) {
      for (const kind of kinds) {
        const answer = await api.call(tokens.organizer, contract.create, {
          body: body(parents[parent].id, kind),
        })
        if (answer.status === 200) accepted.push(`${parent}>${kind}`)
        else refused.push(answer.problem.fields?.['body.parentId'] ?? answer.problem.code)
        await db.deleteFrom('organization_history').where('name', '=', '新组织').execute()
        await db.deleteFrom('organization').where('name', '=', '新组织').execute()
      }
    }
    expect(accepted).toEqual(allowed)
    expect(refused.filter((sentence) => !sentence.includes('不能设'))).toEqual([])
  })

  it('puts the founding right, and with it the first stretch of the past and what a term may say', async () => {
    const { tokens, committee, branchA } = await bureau()
    const found = async (id: OrganizationId, foundedOn: string) => {
      const { body } = await api.call(tokens.organizer, contract.show, { params: { id } })
      return api.call(tokens.organizer, contract.change, {
        params: { id },
        body: { foundedOn },
        version: body.version,
      })
    }
    const term = async () => {
      const { body } = await api.call(tokens.organizer, contract.show, {
        params: { id: committee.id },
      })
      return api.call(tokens.organizer, contract.startTerm, {
        params: { id: committee.id },
        body: { startedOn: '2018-06-01', years: 5 },
        version: body.version,
      })
    }
    expect((await term()).problem.fields?.['body.startedOn']).toContain('修改资料')
    expect((await found(committee.id, '2012-03-01')).body.foundedOn).toBe('2012-03-01')
    const past = await api.call(tokens.organizer, contract.history, {
      params: { id: committee.id },
    })
    expect(past.body.map(({ validFrom }) => validFrom)).toEqual(['2012-03-01'])
    expect((await term()).status).toBe(200)
    const told = await api.world.db
      .selectFrom('audit_entry')
      .select('detail')
      .where('action', '=', 'organization.changed')
      .execute()
    expect(told.map(({ detail }) => detail)).toEqual([
      {
        fields: ['foundedOn'],
        before: { foundedOn: '2020-01-01' },
        after: { foundedOn: '2012-03-01' },
      },
    ])

    const refused = async (id: OrganizationId, foundedOn: string) =>
      (await found(id, foundedOn)).problem.fields?.['body.foundedOn']
    expect(await refused(committee.id, '2018-06-02')).toContain('2018-06-01')
    expect(await refused(committee.id, '2026-11-24')).toContain('今天')
    await api.call(tokens.organizer, contract.change, {
      params: { id: branchA.id },
      body: { name: '甲新支部', on: '2026-11-02' },
      version: 1,
    })
    expect(await refused(branchA.id, '2026-11-02')).toContain('已有记录')
  })

  it('is not moved below itself, which is said where the parent was chosen', async () => {
    const { tokens, branchA, groupA1 } = await bureau()
    const { problem } = await api.call(tokens.organizer, contract.move, {
      params: { id: branchA.id },
      body: { parentId: groupA1.id, on: '2026-11-20', reason: '机构调整' },
      version: 1,
    })
    expect(problem).toMatchObject({
      code: 'cycle',
      fields: { 'body.parentId': expect.stringContaining('下级') },
    })
  })

  it('refuses a second sibling of the name, and a rename into one', async () => {
    const { tokens, committee, branchB } = await bureau()
    const twice = await api.call(tokens.organizer, contract.create, {
      body: body(committee.id, 'branch', '甲支部'),
    })
    expect(twice.problem).toMatchObject({
      code: 'invalid',
      fields: { 'body.name': expect.stringContaining('甲支部') },
    })
    const renamed = await api.call(tokens.organizer, contract.change, {
      params: { id: branchB.id },
      body: { name: '甲支部' },
      version: 1,
    })
    expect(renamed.problem.fields).toHaveProperty('body.name')
  })

  it('keeps old names in the history and the searching keys with the name', async () => {
    const { tokens, branchB } = await bureau()
    const params = { id: branchB.id }
    const answer = await api.call(tokens.organizer, contract.change, {
      params,
      body: { name: '政务公开支部', on: '2026-11-01' },
      version: 1,
    })
    expect(answer.body).toMatchObject({ name: '政务公开支部', version: 2 })
    const past = await api.call(tokens.leader, contract.history, { params })
    expect(past.body).toMatchObject([
      { name: '政务公开支部', validFrom: '2026-11-01', validTo: null },
      { name: '乙支部', validFrom: '2020-01-01', validTo: '2026-10-31' },
    ])
    expect(
      (await api.call(tokens.leader, contract.search, { query: { q: 'zwgk' } })).body,
    ).toHaveLength(1)
    const earlier = await api.call(tokens.organizer, contract.change, {
      params,
      body: { name: '丙支部', on: '2026-10-01' },
      version: 2,
    })
    expect(earlier.problem.fields?.['body.on']).toContain('2026-11-01')
  })

  it('leaves what a change does not name, and answers an old version with the current record', async () => {
    const { tokens, branchB } = await bureau()
    const params = { id: branchB.id }
    await api.call(tokens.organizer, contract.change, {
      params,
      body: { nationalCode: '011100016109' },
      version: 1,
    })
    const ranked = await api.call(tokens.organizer, contract.change, {
      params,
      body: { rank: 3 },
      version: 2,
    })
    expect(ranked.body).toMatchObject({
      nationalCode: '011100016109',
      branchKind: 'regular',
      version: 3,
    })
    const late = await api.call(tokens.organizer, contract.change, {
      params,
      body: { rank: 4 },
      version: 1,
    })
    expect(late).toMatchObject({
      status: 412,
      problem: { code: 'version_conflict', detail: { id: branchB.id, version: 3, name: '乙支部' } },
    })
  })

  it('closes only what is empty, and ends its term and posts', async () => {
    const { tokens, branchB, inB, groupA2, branchA } = await bureau()
    const on = '2026-11-20'
    const held = await api.call(tokens.organizer, contract.close, {
      params: { id: branchB.id },
      body: { on, reason: '合并' },
      version: 1,
    })
    expect(held.problem).toMatchObject({ code: 'not_empty', message: expect.stringContaining('5') })
    const params = { id: branchB.id }
    await api.call(tokens.organizer, contract.startTerm, {
      params,
      body: { startedOn: '2025-03-01', years: 3 },
    })
    await api.call(tokens.organizer, contract.appoint, {
      params,
      body: { memberId: inB[0] as never, post: 'secretary', startedOn: '2025-03-01' },
    })
    const db = api.world.db
    await db
      .updateTable('member')
      .set({ organization_id: groupA2.id })
      .where('organization_id', '=', branchB.id)
      .execute()
    await db
      .updateTable('member_state')
      .set({ organization_id: groupA2.id })
      .where('organization_id', '=', branchB.id)
      .execute()
    const closed = await api.call(tokens.organizer, contract.close, {
      params,
      body: { on, reason: '合并' },
      version: 1,
    })
    expect(closed.body).toMatchObject({ closedOn: on, term: null, posts: [], verdicts: [] })
    const open = await api.call(tokens.leader, contract.children, { params: { id: branchA.id } })
    expect(open.body.total).toBe(2)
    const root = (await api.call(tokens.leader, contract.roots)).body[0]
    expect(root?.childCount).toBe(1)
    const all = await api.call(tokens.leader, contract.children, {
      params: { id: root?.id as OrganizationId },
      query: { closed: 'true' },
    })
    expect(all.body.rows.map(({ name, closedOn }) => [name, closedOn])).toEqual([
      ['甲支部', null],
      ['乙支部', on],
    ])
  })

  it('lets an organizer of a branch make nothing above it', async () => {
    const { branchA, committee } = await bureau()
    const { token } = await addAccount(api.world.db, {
      login: 'below',
      roles: [{ role: 'organizer', at: branchA }],
    })
    expect(
      (await api.call(token, contract.create, { body: body(committee.id, 'branch') })).status,
    ).toBe(404)
    expect(
      (await api.call(token, contract.create, { body: body(branchA.id, 'group') })).status,
    ).toBe(200)
  })
})
