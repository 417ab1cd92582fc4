import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { meetingsContract } from '#domain/meetings.contract.ts'
import { membersContract as contract } from '#domain/members.contract.ts'
import { postRolesOf } from '#server/http/postRoles.ts'
import { addAccount, addMember, addOrganization, smallBureau } from '#tests/support/bureau.ts'
import { useApi } from '#tests/support/api.ts'
import { aLetter } from '#tests/support/letters.ts'
import { applyStates } from './states.ts'

const api = useApi()
const bureau = () => smallBureau(api.world.db)

describe('a changing status', () => {
  const stateRows = (id: string) =>
    api.world.db
      .selectFrom('member_state')
      .select(['stage', 'rights', 'valid_from', 'valid_to'])
      .where('member_id', '=', id)
      .orderBy('valid_from')
      .execute()

  it('leaves every past day as it was; a second change of a day corrects the first', async () => {
    const { tokens, branchB } = await bureau()
    const id = await addMember(api.world.db, {
      name: '钱新',
      at: branchB,
      stage: 'probationary',
      on: '2025-06-01',
    })
    const set = (version: number, body: object) =>
      api.call(tokens.organizer, contract.changeStatus, {
        params: { id },
        body: { reason: '支部大会决议', on: '2026-06-01', ...body },
        version,
      })
    expect((await set(1, { stage: 'full', fullOn: '2026-06-01' })).body).toMatchObject({
      stage: 'full',
      fullOn: '2026-06-01',
      version: 2,
      partyAge: 0,
    })
    expect((await set(2, { rights: 'probation' })).body).toMatchObject({
      stage: 'full',
      rights: 'probation',
      version: 3,
    })
    expect(await stateRows(id)).toEqual([
      { stage: 'probationary', rights: 'normal', valid_from: '2025-06-01', valid_to: '2026-05-31' },
      { stage: 'full', rights: 'probation', valid_from: '2026-06-01', valid_to: null },
    ])
    expect(
      (await set(3, { on: '2026-05-01', rights: 'normal' })).problem.fields?.['body.on'],
    ).toContain('2026-06-01')
    expect((await set(3, { on: '2026-07-01', rights: 'probation' })).problem.fields).toHaveProperty(
      'body.stage',
    )
    expect((await set(1, { rights: 'normal' })).status).toBe(412)
    const stageOn = async (on: string) =>
      (await api.call(tokens.leader, contract.search, { query: { q: '钱新', on } })).body[0]?.stage
    expect([
      await stageOn('2025-05-31'),
      await stageOn('2026-05-31'),
      await stageOn('2026-06-01'),
    ]).toEqual([undefined, 'probationary', 'full'])
  })

  it('of who was received elsewhere or has died keeps the record and nothing on the roster (§4.4)', async () => {
    const { tokens, branchB, inB } = await bureau()
    const [gone = '', dead = ''] = inB
    const set = (id: string, body: { standing: 'transferred' | 'deceased'; receiptOn?: string }) =>
      api.call(tokens.organizer, contract.changeStatus, {
        params: { id },
        body: { reason: '对方支部已接收', on: '2026-11-20', ...body },
        version: 2,
      })
    for (const id of [gone, dead])
      await api.call(tokens.organizer, contract.changeStatus, {
        params: { id },
        body: { reason: '调往外单位', on: '2026-11-02', relation: 'moving-out', letter: aLetter },
        version: 1,
      })
    const roster = async (on: string) =>
      (
        await api.call(tokens.organizer, meetingsContract.roster, {
          query: { organization: branchB.id, on, types: ['general-meeting'] },
        })
      ).body.expected
    expect(await roster('2026-11-19')).toBe(5)
    expect(
      (await set(gone, { standing: 'transferred', receiptOn: '2026-11-19' })).body,
    ).toMatchObject({
      standing: 'transferred',
      relation: 'registered',
    })
    expect((await set(dead, { standing: 'deceased' })).status).toBe(200)
    expect([await roster('2026-11-19'), await roster('2026-11-20')]).toEqual([5, 3])
    const { body } = await api.call(tokens.organizer, contract.timeline, { params: { id: gone } })
    expect(body.map(({ text }) => text)).toContain(
      '组织关系转出，2026-11-19 回执（对方支部已接收）',
    )
  })

  it('counts 党龄 from the end of probation, not from the day on which the approval was recorded (细则 Art. 33)', async () => {
    const { tokens, branchB } = await bureau()
    const become = async (body: {
      on: string
      fullOn?: string
      stage?: 'probationary'
      mobile?: boolean
    }) => {
      const id = await addMember(api.world.db, {
        name: '钱新',
        at: branchB,
        stage: 'probationary',
        on: '2025-06-01',
      })
      await api.world.db
        .updateTable('member')
        .set({ joined_on: '2025-06-01' })
        .where('id', '=', id)
        .execute()
      const answer = await api.call(tokens.organizer, contract.changeStatus, {
        params: { id },
        body: { reason: '党委审批', stage: 'full', ...body },
        version: 1,
      })
      return answer.status === 200
        ? answer.body.fullOn
        : (answer.problem.fields?.['body.fullOn'] ?? answer.problem.fields?.['body.on'])
    }
    expect(await become({ on: '2026-08-20' })).toBe('2026-06-01')
    // Recorded before probation has ended: the change is too early, not the day from which it counts.
    expect(await become({ on: '2026-05-20', fullOn: '2026-06-01' })).toBe(
      '预备期到 2026-05-31 期满，转正最早在 2026-06-01',
    )
    // Extended by half a year.
    expect(await become({ on: '2026-11-20', fullOn: '2026-11-01' })).toBe('2026-11-01')
    expect(await become({ on: '2026-08-20', fullOn: '2026-08-21' })).toContain('办理日期')
    expect(await become({ on: '2026-08-20', fullOn: '2025-05-31' })).toContain('入党日期')
    expect(
      await become({ on: '2026-08-20', stage: 'probationary', mobile: true, fullOn: '2026-06-01' }),
    ).toContain('只有转为')
  })

  it('keeps a day to come until it has come', async () => {
    const { tokens, inB, branchB } = await bureau()
    const id = inB[0] ?? ''
    const params = { id: id as (typeof inB)[number] }
    const later = await api.call(tokens.organizer, contract.changeStatus, {
      params,
      body: { on: '2026-12-01', reason: '外出务工', mobile: true },
      version: 1,
    })
    expect(later.body).toMatchObject({ mobile: false, version: 2 })
    const now = api.world.clock()
    await api.world.db.transaction().execute(async (db) => {
      expect(await applyStates(db, { now, today: '2026-11-30' })).toBe(0)
      expect(await applyStates(db, { now, today: '2026-12-01' })).toBe(1)
      expect(await applyStates(db, { now, today: '2026-12-01' })).toBe(0)
    })
    expect(
      (
        await api.call(tokens.organizer, contract.list, {
          query: { mobile: 'true', organization: branchB.id },
        })
      ).body.total,
    ).toBe(1)
  })

  it('moves a member inside the scope, who leaves the posts that stay behind', async () => {
    const { tokens, groupA1, groupA2, branchA, branchB, inA1 } = await bureau()
    const id = inA1[0] as (typeof inA1)[number]
    const post = (organization_id: string, kind: string) => ({
      id: crypto.randomUUID(),
      organization_id,
      member_id: id,
      post: kind,
      started_on: '2024-01-01',
      ended_on: null,
    })
    await api.world.db
      .insertInto('post')
      .values([post(groupA1.id, 'group-leader'), post(branchA.id, 'officer')])
      .execute()
    const to = (organizationId: typeof branchB.id, version: number) =>
      api.call(tokens['branch-secretary'], contract.changeStatus, {
        params: { id },
        body: { on: '2026-11-23', reason: '调整小组', organizationId },
        version,
      })
    expect((await to(branchB.id, 1)).status).toBe(404)
    expect((await to(groupA2.id, 1)).body).toMatchObject({
      organizationId: groupA2.id,
      branchId: branchA.id,
      posts: ['officer'],
    })
    const line = (await api.call(tokens['branch-secretary'], contract.timeline, { params: { id } }))
      .body
    expect(line.map(({ on, kind, text }) => [on, kind, text])).toEqual([
      ['2026-11-23', 'post', '不再担任组长'],
      ['2026-11-23', 'moved', '甲一小组 → 甲二小组（调整小组）'],
      ['2024-01-01', 'post', expect.stringContaining('任')],
      ['2024-01-01', 'post', expect.stringContaining('任')],
      ['2020-01-01', 'entered', '正式党员'],
      ['2011-06-01', 'full', '转正'],
      ['2010-06-01', 'joined', '入党'],
    ])
  })

  it('ends every post of who leaves the Party, also those above whoever records it, and the role with it', async () => {
    const { db } = api.world
    const { tokens, committee, branchA, inA1 } = await bureau()
    const id = inA1[2] as (typeof inA1)[number]
    for (const { id: organization_id } of [committee, branchA])
      await db
        .insertInto('post')
        .values({
          id: crypto.randomUUID(),
          organization_id,
          member_id: id,
          post: 'secretary',
          started_on: '2024-01-01',
          ended_on: null,
        })
        .execute()
    await addAccount(db, { login: 'ouyang', roles: [], memberId: id })
    const roles = async () => {
      const held = postRolesOf(sql`${id}::uuid`, api.world.clock().toISOString())
      return (await held.execute(db)).rows
    }
    expect(await roles()).toHaveLength(1)
    const answer = await api.call(tokens['branch-secretary'], contract.changeStatus, {
      params: { id },
      body: { on: '2026-11-23', reason: '退党', standing: 'left', leaving: 'resigned' },
      version: 1,
    })
    expect(answer.status).toBe(200)
    const ends = await db.selectFrom('post').select(['organization_id', 'ended_on']).execute()
    expect(ends.map(({ ended_on }) => ended_on)).toEqual(['2026-11-22', '2026-11-22'])
    const marked = await db.selectFrom('recount_mark').select('organization_id').execute()
    expect(marked.map((mark) => mark.organization_id)).toContain(committee.id)

    // A post that was given after the leave was recorded, and whatever else is left of one.
    await db.updateTable('post').set({ ended_on: null }).execute()
    expect(await roles()).toEqual([])
  })

  it('is not another branch’s to change once the member has been sent there', async () => {
    const { branchB, inB, tokens } = await bureau()
    const group = await addOrganization(api.world.db, {
      kind: 'group',
      name: '乙一小组',
      parent: branchB,
    })
    const leader = await addAccount(api.world.db, {
      login: 'group-b',
      roles: [{ role: 'branch-secretary', at: group }],
    })
    const params = { id: inB[0] as (typeof inB)[number] }
    await api.call(tokens.organizer, contract.changeStatus, {
      params,
      body: { on: '2026-11-23', reason: '编入小组', organizationId: group.id },
      version: 1,
    })
    const back = await api.call(tokens.organizer, contract.changeStatus, {
      params,
      body: { on: '2026-12-01', reason: '编回支部', organizationId: branchB.id },
      version: 2,
    })
    expect(back.status).toBe(200)
    const blocked = await api.call(leader.token, contract.changeStatus, {
      params,
      body: { on: '2026-12-05', reason: '流动外出', mobile: true },
      version: 3,
    })
    expect(blocked.problem.code).toBe('state')
  })
})
