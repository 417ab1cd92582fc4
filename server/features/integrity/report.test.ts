import { beforeEach, describe, expect, it } from 'vitest'
import { newId } from '#domain/ids.ts'
import { integrityContract } from '#domain/integrity.contract.ts'
import type { Responsibility } from '#domain/responsibilities.ts'
import { workbenchContract } from '#domain/workbench.contract.ts'
import { useApi } from '#tests/support/api.ts'
import { addAccount, smallBureau, type SmallBureau } from '#tests/support/bureau.ts'
import { firstOf } from '#tests/support/meetings.ts'
import { testNow } from '#tests/support/world.ts'

const api = useApi()
let bureau: SmallBureau
beforeEach(async () => {
  api.world.setNow(testNow)
  bureau = await smallBureau(api.world.db)
})

/** An item of branch 甲 that the account `member` stands for, or another of the branch. */
const listed = async (over: { ownerId?: string; dueOn?: string } = {}) =>
  (
    await api.call(bureau.tokens['branch-secretary'], integrityContract.createResponsibility, {
      body: {
        organizationId: bureau.branchA.id,
        year: 2026,
        layer: 'section-head',
        title: '排查窗口岗位廉政风险',
        ownerId: bureau.inA1[1] ?? firstOf(bureau.inA1),
        dueOn: '2026-12-20',
        ...over,
      } as never,
    })
  ).body

const report = (item: Responsibility, token = bureau.tokens.member, evidence = '排查表 2026-11') =>
  api.call(token, integrityContract.reportResponsibility, {
    params: { id: item.id },
    version: item.version,
    body: { doneOn: '2026-11-20', evidence },
  })
const logged = async (action: string) =>
  (
    await api.world.db
      .selectFrom('audit_entry')
      .select('detail')
      .where('action', '=', action)
      .execute()
  ).map(({ detail }) => detail)
const told = async (token = bureau.tokens.member) =>
  (await api.call(token, workbenchContract.own)).body.ownResponsibilities?.rows.map(({ id }) => id)

describe('who answers for an item of the 责任清单', () => {
  it('is told of it before its day, hands in what was done, and waits for the check', async () => {
    const item = await listed()
    await listed({ dueOn: '2026-12-31' })
    await listed({ ownerId: firstOf(bureau.inA1) })
    expect(await told()).toEqual([item.id])
    const reported = await report(item)
    expect(reported.body).toMatchObject({
      state: 'reported',
      reportedOn: '2026-11-20',
      report: '排查表 2026-11',
      doneOn: null,
    })
    expect(await told()).toEqual([])
    const secretary = bureau.tokens['branch-secretary']
    const { body } = await api.call(secretary, workbenchContract.todos, {
      query: { organization: bureau.branchA.id },
    })
    expect(body.responsibilities?.rows[0]).toMatchObject({ id: item.id, state: 'reported' })
    const checked = await api.call(secretary, integrityContract.checkResponsibility, {
      params: { id: item.id },
      version: reported.body.version,
      body: { doneOn: '2026-11-20', evidence: '排查表 2026-11，属实' },
    })
    expect(checked.body).toMatchObject({ state: 'done', checkedBy: 'secretary' })
    expect((await report(checked.body)).problem.message).toContain('这一项已经登记落实')
  })

  it('is told that it was returned, and why, until it is handed in anew', async () => {
    const item = await listed({ dueOn: '2026-12-31' })
    const back = (version: number) =>
      api.call(bureau.tokens['branch-secretary'], integrityContract.returnResponsibility, {
        params: { id: item.id },
        version,
        body: { reason: '缺少签字' },
      })
    expect((await back(item.version)).problem.message).toContain('责任人还没有提交佐证')
    const { body: reported } = await report(item)
    const returned = (await back(reported.version)).body
    expect(returned).toMatchObject({
      state: 'open',
      report: '排查表 2026-11',
      returnReason: '缺少签字',
    })
    expect(await told()).toEqual([item.id])
    expect(await logged('responsibility.returned')).toMatchObject([
      { reason: '缺少签字', doneOn: '2026-11-20', evidence: '排查表 2026-11' },
    ])
    // Returned once, it is the owner's turn.
    expect((await back(returned.version)).problem.message).toContain('责任人还没有提交佐证')
    const anew = (await report(returned, bureau.tokens.member, '排查表，已签字')).body
    expect(anew).toMatchObject({ state: 'reported', returnReason: null })
    expect(await told()).toEqual([])
    expect(anew.events).toMatchObject([
      { action: 'reported', by: 'member', evidence: '排查表 2026-11', reason: null },
      { action: 'returned', by: 'secretary', evidence: '排查表 2026-11', reason: '缺少签字' },
      { action: 'reported', by: 'member', evidence: '排查表，已签字', reason: null },
    ])
    await api.call(bureau.tokens['branch-secretary'], integrityContract.removeResponsibility, {
      params: { id: item.id },
      version: anew.version,
    })
    expect(await logged('responsibility.removed')).toMatchObject([{ evidence: '排查表，已签字' }])
  })

  it('is verified and returned by somebody else than who answers for it', async () => {
    const secretary = bureau.tokens['branch-secretary']
    const item = await listed({ ownerId: firstOf(bureau.inA2) })
    const reported = (await report(item, secretary)).body
    const check = (token: string) =>
      api.call(token, integrityContract.checkResponsibility, {
        params: { id: item.id },
        version: reported.version,
        body: { doneOn: '2026-11-20', evidence: '属实' },
      })
    const back = await api.call(secretary, integrityContract.returnResponsibility, {
      params: { id: item.id },
      version: reported.version,
      body: { reason: '自己退回' },
    })
    for (const refused of [await check(secretary), back])
      expect(refused.problem.message).toContain('不能核实或退回本人负责的事项')
    expect((await check(bureau.tokens.discipline)).body.state).toBe('done')
  })

  it('reaches nothing but the own items', async () => {
    const others = await listed({ ownerId: firstOf(bureau.inA1) })
    expect((await report(others)).status).toBe(404)
    const item = await listed()
    // Looks at the whole list, and answers for none of it.
    expect((await report(item, bureau.tokens.leader)).status).toBe(404)
    const checking = await api.call(bureau.tokens.member, integrityContract.checkResponsibility, {
      params: { id: item.id },
      version: item.version,
      body: { doneOn: '2026-11-20', evidence: '自己核实' },
    })
    expect(checking.status).toBe(403)
  })

  it('may hold nothing but the post of first secretary', async () => {
    const first = await addAccount(api.world.db, {
      login: 'first',
      roles: [],
      memberId: bureau.inA2[1],
    })
    await api.world.db
      .insertInto('post')
      .values({
        id: newId(),
        organization_id: bureau.committee.id,
        member_id: bureau.inA2[1] ?? '',
        post: 'secretary',
        started_on: '2025-01-01',
        ended_on: null,
      })
      .execute()
    const item = await listed({ ownerId: bureau.inA2[1] })
    expect((await report(item, first.token)).body.state).toBe('reported')
  })

  it('may be a leader, who is told beside what waits in the organization', async () => {
    const leader = await addAccount(api.world.db, {
      login: 'the-first',
      roles: [{ role: 'leader', at: bureau.committee }],
      memberId: bureau.inA2[1],
    })
    const item = await listed({ ownerId: bureau.inA2[1] })
    const { body } = await api.call(leader.token, workbenchContract.todos, {
      query: { organization: bureau.committee.id },
    })
    expect(body.ownResponsibilities?.rows).toMatchObject([{ id: item.id }])
    expect(body.responsibilities).toBeNull()
    expect((await report(item, leader.token)).body.state).toBe('reported')
  })
})
