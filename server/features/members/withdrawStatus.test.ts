import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { membersContract as contract } from '#domain/members.contract.ts'
import type { statusChange } from '#domain/members.ts'
import { recounts } from '#server/features/recounts.ts'
import { auditCounts, auditOwn } from '#tests/support/audits.ts'
import { foldAll } from '#server/counts/fold.ts'
import { recount, turnDay } from '#server/counts/recount/work.ts'
import { useApi } from '#tests/support/api.ts'
import { addAccount, addMember, smallBureau } from '#tests/support/bureau.ts'
import { aLetter } from '#tests/support/letters.ts'

const api = useApi()
const reason = '日期填错'

/** A member of branch B and the organizer who keeps the roster. */
async function kept(stage: 'probationary' | 'full' = 'full') {
  const bureau = await smallBureau(api.world.db)
  const { tokens, branchB } = bureau
  const id = await addMember(api.world.db, { name: '钱新', at: branchB, stage, on: '2025-06-01' })
  if (stage === 'probationary')
    await api.world.db
      .updateTable('member')
      .set({ joined_on: '2025-06-01', full_on: null })
      .where('id', '=', id)
      .execute()
  const token = tokens.organizer
  const show = async () => (await api.call(token, contract.show, { params: { id } })).body
  const set = async (body: Partial<z.input<typeof statusChange>> & { on: string }) =>
    api.call(token, contract.changeStatus, {
      params: { id },
      body: { reason: '工作需要', ...body },
      version: (await show()).version,
    })
  const back = async (who = token) =>
    api.call(who, contract.withdrawStatus, {
      params: { id },
      body: { reason },
      version: (await show()).version,
    })
  const states = () =>
    api.world.db
      .selectFrom('member_state')
      .select(['stage', 'organization_id as at', 'valid_from as from', 'valid_to as to'])
      .where('member_id', '=', id)
      .orderBy('valid_from')
      .execute()
  return { ...bureau, id, token, show, set, back, states }
}

describe('a change of status taken back', () => {
  it('leaves the state before as it was, its day free to be recorded right, and says why in the log', async () => {
    const { id, show, set, back, states } = await kept('probationary')
    await set({ on: '2026-07-01', stage: 'full' })
    expect(await show()).toMatchObject({
      fullOn: '2026-06-01',
      latestChange: { on: '2026-07-01', text: '正式党员' },
    })
    const { body } = await back()
    expect(body).toMatchObject({ stage: 'probationary', fullOn: null, latestChange: null })
    expect(await states()).toEqual([
      expect.objectContaining({ stage: 'probationary', from: '2025-06-01', to: null }),
    ])
    expect((await set({ on: '2026-06-15', stage: 'full' })).body).toMatchObject({
      stage: 'full',
      fullOn: '2026-06-01',
    })
    const told = await api.world.db
      .selectFrom('audit_entry')
      .select('detail')
      .where('action', '=', 'member.status-withdrawn')
      .where('target_id', '=', id)
      .executeTakeFirst()
    expect(told?.detail).toMatchObject({ reason, on: '2026-07-01', stage: 'full' })
  })

  it('gives nobody a day of joining that was not known', async () => {
    const { id, set, back } = await kept('probationary')
    const { db } = api.world
    await db.updateTable('member').set({ joined_on: null }).where('id', '=', id).execute()
    await set({ on: '2026-07-01', stage: 'full' })
    expect((await back()).body).toMatchObject({ stage: 'probationary', joinedOn: null })
  })

  it('of a day to come frees who waits for it, and no day further off is taken', async () => {
    const { id, token, set, back, show, states, groupA1 } = await kept()
    expect((await set({ on: '2027-02-22', mobile: true })).problem.fields).toHaveProperty([
      'body.on',
    ])
    const many = await api.call(token, contract.moveMany, {
      body: {
        organizationId: groupA1.id,
        on: '2027-02-22',
        reason,
        members: [{ id: id, version: 1 }],
      },
    })
    expect(many.problem.fields).toHaveProperty(['body.on'])
    expect((await set({ on: '2027-02-21', mobile: true })).status).toBe(200)
    expect(await show()).toMatchObject({
      mobile: false,
      latestChange: { on: '2027-02-21', text: '列为流动党员' },
    })
    expect((await set({ on: '2026-11-23', lost: true })).problem.fields).toHaveProperty(['body.on'])
    expect((await back()).status).toBe(200)
    expect(await states()).toHaveLength(1)
    expect((await set({ on: '2026-11-23', lost: true })).body).toMatchObject({ lost: true })
  })

  it('takes a move back with what is counted of it, and the posts that ended with it', async () => {
    const { id, show, set, back, branchB, branchA, token } = await kept()
    const { db } = api.world
    const settled = async () => {
      await turnDay(db, '2026-11-23', () => Promise.resolve())
      while ((await recount(db, recounts, '2026-11-23')) > 0);
      await foldAll(db)
    }
    const post = { organization_id: branchB.id, member_id: id, ended_on: null }
    await db
      .insertInto('post')
      .values([
        { ...post, id: crypto.randomUUID(), post: 'publicity-officer', started_on: '2026-01-01' },
        { ...post, id: crypto.randomUUID(), post: 'youth-officer', started_on: '2026-01-01' },
      ])
      .execute()
    await settled()
    const counted = () =>
      db
        .selectFrom('own_count')
        .selectAll()
        .where('organization_id', 'in', [branchA.id, branchB.id])
        .orderBy('organization_id')
        .orderBy('starts_on')
        .execute()
    const before = await counted()
    await set({ on: '2026-03-01', organizationId: branchA.id })
    await settled()
    expect(await counted()).not.toEqual(before)
    // Somebody recorded that this one is held by the same person again: it is not held twice.
    await db
      .insertInto('post')
      .values({ ...post, id: crypto.randomUUID(), post: 'youth-officer', started_on: '2026-04-01' })
      .execute()
    expect((await back()).body).toMatchObject({ organizationId: branchB.id })
    const posts = await db
      .selectFrom('post')
      .select(['post', 'ended_on'])
      .where('member_id', '=', id)
      .orderBy('post')
      .orderBy('started_on')
      .execute()
    expect(posts).toEqual([
      { post: 'publicity-officer', ended_on: null },
      { post: 'youth-officer', ended_on: '2026-02-28' },
      { post: 'youth-officer', ended_on: null },
    ])
    await settled()
    expect(await auditOwn(db, recounts, '2026-11-23')).toEqual([])
    expect(await auditCounts(db)).toEqual([])
    expect(await counted()).toEqual(before)
    expect((await show()).latestChange).toBeNull()
    expect((await api.call(token, contract.timeline, { params: { id } })).body).not.toContainEqual(
      expect.objectContaining({ kind: 'moved' }),
    )
  })

  it('waits for who is electing there, and gives no office back that is filled then', async () => {
    const { id, set, back, branchB, inB } = await kept()
    const { db } = api.world
    const at = { organization_id: branchB.id, post: 'secretary', ended_on: null }
    const held = { ...at, id: crypto.randomUUID(), member_id: id, started_on: '2026-01-01' }
    await db.insertInto('post').values(held).execute()
    await set({ on: '2026-03-01', standing: 'left', leaving: 'struck' })
    const next = {
      ...at,
      id: crypto.randomUUID(),
      member_id: inB[0] ?? '',
      started_on: '2026-03-02',
    }
    const done = await db.transaction().execute(async (electing) => {
      await electing
        .selectFrom('organization')
        .select('id')
        .where('id', '=', branchB.id)
        .forUpdate()
        .execute()
      const withdrawing = back()
      // Time enough for one that does not wait.
      await Promise.race([withdrawing, setTimeout(400)])
      await electing.insertInto('post').values(next).execute()
      // Not awaited before the end of what it waits for.
      return () => withdrawing
    })
    expect((await done()).body).toMatchObject({ standing: 'normal' })
    const open = db.selectFrom('post').select('member_id').where('organization_id', '=', branchB.id)
    expect(await open.where('ended_on', 'is', null).execute()).toEqual([{ member_id: inB[0] }])
  })

  it('gives back since when somebody is lost', async () => {
    const { set, back } = await kept()
    await set({ on: '2026-02-01', lost: true })
    await set({ on: '2026-05-01', mobile: true })
    await set({ on: '2026-11-01', lost: false })
    expect((await back()).body).toMatchObject({ lost: true, lostSince: '2026-02-01' })
  })

  it('is refused of the entry, of a receipt, into what is closed, and of a version not seen', async () => {
    const { id, token, set, back, tokens, branchA, branchB } = await kept()
    const why = async () => (await back()).problem.message
    expect(await why()).toContain('入册时的情况')
    await set({ on: '2026-11-01', organizationId: branchA.id })
    await api.world.db
      .updateTable('organization')
      .set({ closed_on: '2026-11-20', closed_reason: '合并' })
      .where('id', '=', branchB.id)
      .execute()
    expect(await why()).toContain('已撤销')
    await set({ on: '2026-11-02', relation: 'moving-out', letter: aLetter })
    await set({ on: '2026-11-20', standing: 'transferred', receiptOn: '2026-11-20' })
    expect(await why()).toContain('回执')
    const stale = await api.call(token, contract.withdrawStatus, {
      params: { id },
      body: { reason },
      version: 1,
    })
    expect(stale.status).toBe(412)
    expect((await back(tokens.leader)).status).toBe(403)
  })

  it('is refused of oneself, for an office may come back with it', async () => {
    const { id, set, back, committee } = await kept()
    const roles = [{ role: 'organizer' as const, at: committee }]
    const { token } = await addAccount(api.world.db, { login: 'zhuan.gan', memberId: id, roles })
    await set({ on: '2026-11-01', mobile: true })
    const { status, problem } = await back(token)
    expect([status, problem.message]).toEqual([409, expect.stringContaining('不能撤回自己的变更')])
    expect((await back()).status).toBe(200)
  })
})
