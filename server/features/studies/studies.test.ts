import { describe, expect, it } from 'vitest'
import type { MemberId } from '#domain/ids.ts'
import { studiesContract as contract } from '#domain/studies.contract.ts'
import { studies } from '#server/features/studies/handlers.ts'
import { useApi } from '#tests/support/api.ts'
import { smallBureau } from '#tests/support/bureau.ts'
import { firstOf } from '#tests/support/meetings.ts'
import { aStudy, recorded } from '#tests/support/studies.ts'
import { contentOf } from './moves.ts'

const api = useApi(studies)
const bureau = () => smallBureau(api.world.db)

describe('from plan to closed', () => {
  it('is planned with its audience, held with who came, and closed with its counts', async () => {
    const { tokens, branchA, inA1 } = await bureau()
    const secretary = tokens['branch-secretary']
    const plan = await recorded(
      api,
      secretary,
      aStudy(branchA, inA1, { heldOn: '2026-11-25', advance: 'plan', series: '能力提升年' }),
    )
    expect(plan).toMatchObject({ status: 'planned', invited: 5, present: 0, personMinutes: 0 })
    const { organizationId: _, ...content } = contentOf(plan)
    const change = (advance: 'plan' | 'hold' | 'close', heldOn: string, version: number) =>
      api.call(secretary, contract.change, {
        params: { id: plan.id },
        version,
        body: {
          ...content,
          heldOn,
          advance,
          audience: inA1.map((memberId, at) => ({ memberId, present: at < 3 })),
        },
      })
    expect((await change('hold', '2026-11-25', 1)).problem.fields).toHaveProperty(['body.heldOn'])
    const held = (await change('hold', '2026-11-20', 1)).body
    expect(held).toMatchObject({ status: 'held', invited: 5, present: 3, personMinutes: 360 })
    const back = await change('plan', '2026-11-20', 2)
    expect(back.problem.fields).toHaveProperty(['body.advance'])
    const closed = (
      await api.call(secretary, contract.close, { params: { id: plan.id }, version: 2 })
    ).body
    expect(closed).toMatchObject({ status: 'closed', present: 3 })
    expect((await change('close', '2026-11-20', closed.version)).problem.code).toBe('state')
  })

  it('tells members of the roster and guests apart, and whose hand it is in', async () => {
    const { tokens, branchA, inA1, inB } = await bureau()
    const made = await recorded(
      api,
      tokens['branch-secretary'],
      aStudy(branchA, inA1, { guests: [{ name: '李老师', capacity: '市委党校' }] }),
    )
    expect(made).toMatchObject({ invited: 5, present: 6, guestCount: 1, hand: 'own' })
    const handOf = async (token: string, id: string) =>
      (await api.call(token, contract.show, { params: { id } })).body.hand
    // Read as one who was invited, moved by nobody but the organizer.
    expect(await handOf(tokens.member, made.id)).toBe('other-organ')
    expect(await handOf(tokens.leader, made.id)).toBe('other-organ')
    const wide = await recorded(
      api,
      tokens.organizer,
      aStudy(branchA, [firstOf(inA1), firstOf(inB)], { topic: '两支部联学', advance: 'hold' }),
    )
    expect(wide.hand).toBe('own')
    expect(await handOf(tokens['branch-secretary'], wide.id)).toBe('other-people')
  })

  it('is opened again with a reason and then discarded by nobody', async () => {
    const { tokens, branchA, inA1 } = await bureau()
    const secretary = tokens['branch-secretary']
    const { id, version } = await recorded(api, secretary, aStudy(branchA, inA1))
    const reopen = (reason: string) =>
      api.call(secretary, contract.reopen, { params: { id }, version, body: { reason } })
    expect((await reopen('x')).problem.fields).toHaveProperty(['body.reason'])
    const held = (await reopen('出席人数记错')).body
    expect(held).toMatchObject({ status: 'held' })
    const discard = await api.call(secretary, contract.discard, {
      params: { id },
      version: held.version,
    })
    expect(discard.problem.code).toBe('state')
  })

  it('recorded as held by mistake is a plan again with nobody there, and can then be removed', async () => {
    const { tokens, branchA, inA1 } = await bureau()
    const secretary = tokens['branch-secretary']
    const [first] = inA1
    const marked = aStudy(branchA, inA1, { advance: 'hold' })
    const partly = {
      ...marked,
      audience: (marked.audience ?? []).map((one) =>
        one.memberId === first ? { ...one, present: true, minutes: 30 } : one,
      ),
    }
    const held = await recorded(api, secretary, partly)
    expect(held).toMatchObject({ status: 'held' })
    expect(held.present).toBeGreaterThan(0)
    const reopen = (version: number) =>
      api.call(secretary, contract.reopen, {
        params: { id: held.id },
        version,
        body: { reason: '改期，还没有举办' },
      })
    const plan = (await reopen(held.version)).body
    expect(plan).toMatchObject({
      status: 'planned',
      invited: held.invited,
      present: 0,
      personMinutes: 0,
    })
    expect(plan.audience.some(({ present, minutes }) => present || minutes !== null)).toBe(false)
    // A second press of the same button is refused, not a step further.
    expect((await reopen(held.version)).problem.code).toBe('version_conflict')
    expect((await reopen(plan.version)).problem.code).toBe('state')
    const gone = await api.call(secretary, contract.discard, {
      params: { id: held.id },
      version: plan.version,
    })
    expect(gone.body).toEqual({ ok: true })
  })

  it('is removed while it is a plan, in the version that was read', async () => {
    const { tokens, branchA, inA1 } = await bureau()
    const secretary = tokens['branch-secretary']
    const { id } = await recorded(api, secretary, aStudy(branchA, inA1, { advance: 'plan' }))
    const discard = (version: number) =>
      api.call(secretary, contract.discard, { params: { id }, version })
    expect((await discard(7)).problem.code).toBe('version_conflict')
    expect((await discard(1)).body).toEqual({ ok: true })
    expect((await api.call(secretary, contract.show, { params: { id } })).status).toBe(404)
  })

  it('is told once: a twin and a meeting linked twice are refused', async () => {
    const { tokens, branchA, inA1 } = await bureau()
    const body = aStudy(branchA, inA1)
    await recorded(api, tokens.organizer, body)
    const again = await api.call(tokens['branch-secretary'], contract.create, { body })
    expect(again.problem.fields).toHaveProperty(['body.topic'])
  })
})

describe('a competition', () => {
  it('places by score with ties, and asks about three firsts without one', async () => {
    const { tokens, branchA, inA1, inA2 } = await bureau()
    const member = (list: readonly MemberId[]) => firstOf(list)
    const entries = [
      { memberIds: [member(inA1)], score: 95 },
      { memberIds: [member(inA2)], score: 95 },
      { name: '外单位选手', score: 90.5 },
    ]
    const body = aStudy(branchA, inA1, {
      kind: 'competition',
      topic: '政策知识竞赛',
      events: [{ name: '个人必答', form: 'individual', ranking: 'high-score', entries }],
    })
    const { events } = await recorded(api, tokens['branch-secretary'], body)
    expect(events[0]?.entries.map(({ name, place }) => [name, place])).toEqual([
      ['张伟', 1],
      ['李强', 1],
      ['外单位选手', 3],
    ])
    const firsts = [1, 2, 3].map((n) => ({ name: `第${n}队`, place: 1 }))
    const asked = (tied: boolean) =>
      api.call(tokens['branch-secretary'], contract.create, {
        body: aStudy(branchA, inA1, {
          kind: 'competition',
          topic: '团队接力',
          events: [{ name: '接力', form: 'team', ranking: 'placing', tied, entries: firsts }],
        }),
      })
    expect((await asked(false)).problem.fields).toEqual({
      'body.events.0.tied': '有 3 个第 1 名，没有成绩可比。确实并列请勾选“并列”，否则请更正名次',
    })
    expect((await asked(true)).body.status).toBe('closed')
  })
})

describe('bad input', () => {
  it.each([
    ['minutes', { minutes: 0 }],
    ['minutes', { minutes: 1.5 }],
    ['minutes', { minutes: 1e9 }],
    ['topic', { topic: '讲' }],
    ['heldOn', { heldOn: '2026-02-30' }],
    ['kind', { kind: 'quiz' as 'reading' }],
  ])('stands at its field: %s %j', async (field, over) => {
    const { tokens, branchA, inA1 } = await bureau()
    const body = aStudy(branchA, inA1, over)
    const answer = await api.call(tokens['branch-secretary'], contract.create, { body })
    expect(answer.status).toBe(400)
    expect(Object.keys(answer.problem.fields ?? {})).toEqual([`body.${field}`])
    expect(answer.problem.fields?.[`body.${field}`]).toMatch(/\p{Script=Han}/u)
  })
})

describe('who sees what', () => {
  it('shows a member the activities to which they were invited, and nobody else’s', async () => {
    const { tokens, branchA, branchB, inA1, inB } = await bureau()
    const own = await recorded(api, tokens.organizer, aStudy(branchA, inA1))
    const foreign = await recorded(api, tokens.organizer, aStudy(branchB, inB))
    const list = await api.call(tokens.member, contract.list)
    expect(list.body.rows.map(({ id }) => id)).toEqual([own.id])
    const show = (id: typeof own.id) => api.call(tokens.member, contract.show, { params: { id } })
    expect((await show(own.id)).body.topic).toBe(own.topic)
    expect((await show(foreign.id)).status).toBe(404)
  })

  it('lists by filter with the sum that the counts say', async () => {
    const { tokens, committee, branchA, groupA1, branchB, inA1, inB } = await bureau()
    const made = [
      aStudy(branchA, inA1, { kind: 'lecture', lecturerName: '老师', minutes: 60 }),
      aStudy(groupA1, inA1, { kind: 'lecture', lecturerName: '老师', series: '能力提升年' }),
      aStudy(branchB, inB, { kind: 'reading', heldOn: '2026-10-20', topic: '读书会' }),
      aStudy(branchB, inB, { kind: 'reading', topic: '读书会二', advance: 'hold' }),
    ]
    for (const body of made) await recorded(api, tokens.organizer, body)
    const list = async (query: object) =>
      (await api.call(tokens.leader, contract.list, { query })).body
    const { cells } = (
      await api.call(tokens.leader, contract.counts, {
        query: { organization: committee.id, year: 2026 },
      })
    ).body
    expect(cells).toEqual([
      { month: '2026-10', kind: 'reading', count: 1, minutes: 600 },
      { month: '2026-11', kind: 'lecture', count: 2, minutes: 900 },
    ])
    for (const { month, kind, count, minutes } of cells)
      expect(await list({ month, kinds: [kind], statuses: ['closed'] })).toMatchObject({
        total: count,
        sum: minutes,
      })
    // And so do the figures under any filter of the list.
    const place = { organization: committee.id }
    for (const filter of [
      { ...place, year: 2026, series: '能力提升年' },
      { ...place, year: 2026, q: '读书' },
      { organization: branchA.id, direct: 'true' as const },
      { ...place, month: '2026-10' },
      { ...place, year: 2026, hand: 'true' as const },
      { ...place, year: 2025 },
      place,
    ]) {
      const counted = (await api.call(tokens.leader, contract.counts, { query: filter })).body.cells
      for (const kind of ['lecture', 'reading']) {
        const ofKind = counted.filter((cell) => cell.kind === kind)
        expect(await list({ ...filter, kinds: [kind], statuses: ['closed'] })).toMatchObject({
          total: ofKind.reduce((sum, { count }) => sum + count, 0),
          sum: ofKind.reduce((sum, { minutes }) => sum + minutes, 0),
        })
      }
    }
    expect(await list({ series: '能力提升年' })).toMatchObject({ total: 1, sum: 600 })
    expect(await list({ organization: branchA.id, direct: 'true' })).toMatchObject({ total: 1 })
    expect(await list({ q: '读书', statuses: ['held'] })).toMatchObject({ total: 1, sum: 0 })
    expect(await list({ due: 'true' })).toMatchObject({ total: 1 })
    await recorded(
      api,
      tokens.organizer,
      aStudy(branchB, inB, { topic: '过期计划', advance: 'plan' }),
    )
    await recorded(
      api,
      tokens.organizer,
      aStudy(branchB, inB, { topic: '来日计划', heldOn: '2026-12-01', advance: 'plan' }),
    )
    // What still runs is not to be closed yet.
    await recorded(
      api,
      tokens.organizer,
      aStudy(branchB, inB, {
        topic: '两天的培训',
        heldOn: '2026-11-23',
        endsOn: '2026-11-24',
        advance: 'hold',
      }),
    )
    const due = await list({ due: 'true', sort: 'heldOn' })
    expect(due.rows.map(({ topic }) => topic)).toEqual(['读书会二', '过期计划'])
    const series = await api.call(tokens.leader, contract.series)
    expect(series.body).toEqual([{ series: '能力提升年', total: 1 }])
  })

  it('offers the party members of the day, branch by branch', async () => {
    const { tokens, branchA, groupA1 } = await bureau()
    const audience = async (organization: typeof branchA.id) =>
      (
        await api.call(tokens['branch-secretary'], contract.audience, {
          query: { organization, on: '2026-11-20' },
        })
      ).body
    expect(await audience(branchA.id)).toHaveLength(10)
    expect((await audience(groupA1.id)).map(({ name }) => name)).toContain('赵新')
  })
})
