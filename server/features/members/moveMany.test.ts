import { describe, expect, it } from 'vitest'
import type { MemberId } from '#domain/ids.ts'
import { membersContract as contract } from '#domain/members.contract.ts'
import { addMember, smallBureau } from '#tests/support/bureau.ts'
import { useApi } from '#tests/support/api.ts'

const api = useApi()
const bureau = () => smallBureau(api.world.db)
const on = '2026-11-20'
const reason = '支部合并'
const seen = (ids: readonly MemberId[]) => ids.map((id) => ({ id, version: 1 }))

describe('several members', () => {
  it('go to another place on one day, each as if moved alone', async () => {
    const { tokens, branchB, groupA2, inA1, inA2, inB } = await bureau()
    const people = [inA1[0], inA1[2], inB[0]] as MemberId[]
    await api.world.db
      .insertInto('post')
      .values({
        id: crypto.randomUUID(),
        organization_id: branchB.id,
        member_id: people[2] ?? '',
        post: 'officer',
        started_on: '2024-01-01',
        ended_on: null,
      })
      .execute()
    const body = { organizationId: groupA2.id, on, reason, members: seen(people) }
    const answer = await api.call(tokens.organizer, contract.moveMany, { body })
    expect(answer.body).toEqual({ moved: 3 })

    for (const id of people) {
      const params = { id }
      const { body: now } = await api.call(tokens.organizer, contract.show, { params })
      expect(now).toMatchObject({ organizationId: groupA2.id, version: 2, posts: [] })
      const { body: course } = await api.call(tokens.organizer, contract.timeline, { params })
      expect(course.filter(({ kind }) => kind === 'moved')).toMatchObject([
        { on, text: expect.stringMatching(/ → 甲二小组（支部合并）$/) as string },
      ])
    }
    const written = await api.world.db
      .selectFrom('audit_entry')
      .select(['action', 'target_id', 'organization_id', 'detail'])
      .where('action', 'like', 'member.%')
      .execute()
    const move = { organizationId: groupA2.id, on, reason }
    expect(written.filter(({ action }) => action === 'member.status-changed')).toEqual(
      expect.arrayContaining(
        people.map((id) => ({
          action: 'member.status-changed',
          target_id: id,
          organization_id: groupA2.id,
          detail: move,
        })),
      ),
    )
    expect(written.find(({ action }) => action === 'member.moved-many')?.detail).toEqual({
      ...move,
      members: 3,
    })
    const marked = await api.world.db.selectFrom('recount_mark').select('organization_id').execute()
    const places = marked.map(({ organization_id }) => organization_id)
    expect(places).toEqual(expect.arrayContaining([branchB.id, groupA2.id]))
    const there = await api.call(tokens.organizer, contract.list, {
      query: { organization: groupA2.id },
    })
    expect(there.body.total).toBe(inA2.length + 3)
  })

  it('stay, all of them, where one cannot be moved; each who cannot is named with the reason', async () => {
    const { tokens, branchB, groupA1, inA1, inB } = await bureau()
    const [first, second, third] = inB as [MemberId, MemberId, MemberId]
    const gone = await addMember(api.world.db, { name: '去者', at: branchB, standing: 'left' })
    const later = await addMember(api.world.db, { name: '后来', at: branchB, on: '2026-11-21' })
    await api.call(tokens.organizer, contract.change, {
      params: { id: third },
      body: { job: '科员' },
      version: 1,
    })
    const people = [first, gone, third, later, inA1[0] as MemberId, second]
    const body = { organizationId: groupA1.id, on, reason, members: seen(people) }
    const answer = await api.call(tokens.organizer, contract.moveMany, { body })
    expect(answer.status).toBe(400)
    expect(answer.problem.fields).toEqual({
      'body.members.1': '去者：已不在册',
      'body.members.2': '吴刚：刚被别人办理或修改过，请看最新内容',
      'body.members.3': '后来：当前状态自 2026-11-21 起，只能登记这一天及以后的变更',
      'body.members.4': '张伟：已在该组织',
    })
    const states = await api.world.db
      .selectFrom('member_state')
      .select('member_id')
      .where('member_id', 'in', [first, second])
      .execute()
    expect(states).toHaveLength(2)
    const { body: stays } = await api.call(tokens.organizer, contract.show, {
      params: { id: first },
    })
    expect(stays).toMatchObject({ organizationId: branchB.id, version: 1 })
  })

  it('go to a branch or group that stood on the day, within the own reach', async () => {
    const { tokens, committee, branchB, groupA2, inA1, inB } = await bureau()
    const send = (token: string, organizationId: string, ids: readonly MemberId[], day = on) =>
      api.call(token, contract.moveMany, {
        body: { organizationId, on: day, reason, members: seen(ids) },
      })
    const { organizer, 'branch-secretary': secretary } = tokens
    const own = inA1.slice(0, 2)
    expect((await send(organizer, committee.id, own)).problem.fields).toHaveProperty([
      'body.organizationId',
    ])
    expect((await send(organizer, branchB.id, own, '2019-12-31')).problem.fields).toHaveProperty([
      'body.on',
    ])
    expect((await send(secretary, branchB.id, own)).status).toBe(404)
    expect((await send(secretary, groupA2.id, [...own, ...inB.slice(0, 1)])).status).toBe(404)
    expect((await send(secretary, groupA2.id, own)).body).toEqual({ moved: 2 })
  })
})
