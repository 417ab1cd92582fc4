import { describe, expect, it } from 'vitest'
import type { Given } from '#domain/contract.ts'
import type { MemberId } from '#domain/ids.ts'
import { meetingsContract } from '#domain/meetings.contract.ts'
import { meetings } from '#server/features/meetings/handlers.ts'
import { useApi } from '#tests/support/api.ts'
import { smallBureau } from '#tests/support/bureau.ts'
import { aMeeting, firstOf, held } from '#tests/support/meetings.ts'

const api = useApi(meetings)

type Query = Given<typeof meetingsContract.list>['query']

async function titles(token: string, query: Query = {}): Promise<string[]> {
  const { rows, total } = (
    await api.call(token, meetingsContract.list, { query: { size: 200, ...query } })
  ).body
  expect(total).toBe(rows.length)
  return rows.map(({ title }) => title)
}

/** Six meetings of three organs, each with its own title. */
async function sixMeetings() {
  const bureau = await smallBureau(api.world.db)
  const { tokens, branchA, branchB, groupA1, inA1, inA2, inB } = bureau
  const [a, b, g] = [firstOf(inA2), firstOf(inB), firstOf(inA1)]
  const thin = inB
    .slice(1)
    .map((memberId) => ({ memberId, status: 'absent' as const, reason: '无故' }))
  const bodies = [
    aMeeting(branchA, a, { title: '甲大会', heldOn: '2026-03-10', advance: 'sign' }),
    aMeeting(branchA, a, {
      title: '甲党日',
      heldOn: '2026-11-05',
      types: ['theme-day'],
      advance: 'submit',
    }),
    aMeeting(groupA1, g, {
      title: '小组会',
      heldOn: '2026-11-06',
      types: ['group-meeting'],
      advance: 'sign',
    }),
    aMeeting(branchA, a, { title: '甲草稿', heldOn: '2026-11-07' }),
    aMeeting(branchB, b, {
      title: '乙大会 100%_Thin',
      heldOn: '2025-11-20',
      attendance: thin,
      advance: 'sign',
    }),
    aMeeting(branchB, b, {
      title: '乙评议',
      agenda: ['评议党员', '讨论 Plan "2026"'],
      heldOn: '2026-01-15',
      types: ['review'],
      assessmentYear: 2025,
      advance: 'sign',
    }),
  ]
  for (const body of bodies) await held(api, tokens.organizer, body)
  return bureau
}

describe('the list', () => {
  it('filters, and says how many there are', async () => {
    const { tokens, branchA, groupA1, inA1, inA2 } = await sixMeetings()
    const list = (query: Query) => titles(tokens.organizer, query)
    expect(await list({})).toEqual([
      '甲草稿',
      '小组会',
      '甲党日',
      '甲大会',
      '乙评议',
      '乙大会 100%_Thin',
    ])
    expect(await list({ organization: branchA.id })).toEqual([
      '甲草稿',
      '小组会',
      '甲党日',
      '甲大会',
    ])
    expect(await list({ organization: branchA.id, direct: 'true' })).toEqual([
      '甲草稿',
      '甲党日',
      '甲大会',
    ])
    expect(await list({ organization: groupA1.id })).toEqual(['小组会'])
    expect(await list({ year: 2025 })).toEqual(['乙大会 100%_Thin'])
    expect(await list({ from: '2026-01-15', to: '2026-11-05' })).toEqual([
      '甲党日',
      '甲大会',
      '乙评议',
    ])
    expect(await list({ types: ['theme-day', 'review'] })).toEqual(['甲党日', '乙评议'])
    expect(await list({ statuses: ['draft', 'submitted'] })).toEqual(['甲草稿', '甲党日'])
    expect(await list({ verdicts: ['unmet'] })).toEqual(['乙大会 100%_Thin'])
    expect(await list({ q: 'thin' })).toEqual(['乙大会 100%_Thin'])
    expect(await list({ q: '0%_t' })).toEqual(['乙大会 100%_Thin'])
    expect(await list({ q: '_' })).toEqual(['乙大会 100%_Thin'])
    // By the words of one agenda item, not by the signs that part them where they are stored.
    expect(await list({ q: 'plan "2026"' })).toEqual(['乙评议'])
    expect(await list({ q: '", "' })).toEqual([])
    expect(await list({ member: firstOf(inA1) })).toEqual(['甲草稿', '小组会', '甲党日', '甲大会'])
    expect(await list({ member: firstOf(inA2), types: ['group-meeting'] })).toEqual([])
  })

  it('sorts, and pages without losing or doubling a row', async () => {
    const { tokens } = await sixMeetings()
    const list = (query: Query) => titles(tokens.organizer, query)
    expect((await list({ sort: 'heldOn' }))[0]).toBe('乙大会 100%_Thin')
    expect(await list({ sort: 'status' })).toEqual([
      '甲草稿',
      '甲党日',
      '小组会',
      '甲大会',
      '乙评议',
      '乙大会 100%_Thin',
    ])
    const byOrgan = (
      await api.call(tokens.organizer, meetingsContract.list, { query: { sort: 'organization' } })
    ).body.rows
    expect([...new Set(byOrgan.map((row) => row.organizationName))]).toEqual([
      '甲一小组',
      '甲支部',
      '乙支部',
    ])
    const page = async (number: number) =>
      (
        await api.call(tokens.organizer, meetingsContract.list, {
          query: { size: 4, page: number },
        })
      ).body
    const [one, two, three] = [await page(1), await page(2), await page(3)]
    expect([...one.rows, ...two.rows].map(({ title }) => title)).toEqual(await list({}))
    expect([one.total, two.total, three.total, three.rows.length]).toEqual([6, 6, 6, 0])
  })

  it('shows a role its own subtree only', async () => {
    const { tokens, branchB } = await sixMeetings()
    expect(await titles(tokens['branch-secretary'])).toEqual([
      '甲草稿',
      '小组会',
      '甲党日',
      '甲大会',
    ])
    expect(await titles(tokens['group-leader'])).toEqual(['小组会'])
    const foreign = { query: { organization: branchB.id } }
    expect(
      (await api.call(tokens['branch-secretary'], meetingsContract.list, foreign)).status,
    ).toBe(404)
    expect((await api.call(tokens.auditor, meetingsContract.list)).status).toBe(403)
  })
})

describe('a member’s own view', () => {
  it('lists and shows the signed meetings that named the member, without reasons of others', async () => {
    const { tokens, branchA, inA1, inA2 } = await sixMeetings()
    expect(await titles(tokens.member)).toEqual(['小组会', '甲大会'])
    const own = inA1[1] as MemberId
    const attendance = [
      { memberId: own, status: 'leave' as const, reason: '我的原因' },
      { memberId: inA1[2] as MemberId, status: 'absent' as const, reason: '别人的家事' },
    ]
    const body = aMeeting(branchA, firstOf(inA2), { attendance, advance: 'submit' })
    const submitted = await held(api, tokens.organizer, body)
    const show = () =>
      api.call(tokens.member, meetingsContract.show, { params: { id: submitted.id } })
    expect((await show()).status).toBe(404)
    const at = { params: { id: submitted.id }, version: submitted.version }
    await api.call(tokens.organizer, meetingsContract.sign, at)
    const seen = (await show()).body
    expect(seen).toMatchObject({ status: 'signed', expected: 10, present: 8 })
    expect(seen.attendance).toContainEqual(
      expect.objectContaining({ memberId: own, reason: '我的原因' }),
    )
    expect(seen.makeups.map(({ memberId }) => memberId)).toEqual([own])
    expect(JSON.stringify(seen)).not.toContain('家事')
  })
})
