import { expect, it } from 'vitest'
import { campaignsContract } from '#domain/campaigns.contract.ts'
import type { MemberId } from '#domain/ids.ts'
import { makeupsContract, meetingsContract } from '#domain/meetings.contract.ts'
import { membersContract } from '#domain/members.contract.ts'
import { useApi } from '#tests/support/api.ts'
import { smallBureau } from '#tests/support/bureau.ts'
import { campaignSteps } from '#tests/support/honours.ts'
import { aMeeting, firstOf, held } from '#tests/support/meetings.ts'

const api = useApi()

interface Named {
  memberId: string | null
  mayOpen: boolean
}

it('says of each person of a record whether the own page opens, as that page itself answers', async () => {
  const bureau = await smallBureau(api.world.db)
  const { tokens, branchA, branchB, inA1, inA2 } = bureau
  const [gone, missing] = [inA1[2] as MemberId, inA1[3] as MemberId]
  const steps = campaignSteps(api, bureau)
  const { id } = await steps.create()
  const post = await steps.create({ classCode: 'model-post', title: '党员示范岗评选' })
  const meeting = await steps.resolved()
  await steps.nominate(id, { memberId: gone, meetingId: meeting.id })
  const crew = { postName: '综合窗口', crew: [gone, missing], meetingId: meeting.id }
  await steps.nominate(post.id, crew)
  const absent = [gone, missing].map((memberId) => ({
    memberId,
    status: 'absent' as const,
    reason: '无故',
  }))
  const body = (advance: 'sign' | 'draft') =>
    aMeeting(branchA, firstOf(inA2), { attendance: absent, advance })
  const signed = await held(api, tokens.organizer, body('sign'))
  const draft = await held(api, tokens.organizer, { ...body('draft'), heldOn: '2026-11-19' })
  // Moved on a day after all of it: still of the lists, no longer of the branch.
  const moved = await api.call(tokens.organizer, membersContract.moveMany, {
    body: {
      organizationId: branchB.id,
      on: '2026-11-23',
      reason: '轮岗',
      members: [{ id: gone, version: 1 }],
    },
  })
  expect(moved.status).toBe(200)

  const meetingsOf = async (token: string, which: string) => {
    const answer = await api.call(token, meetingsContract.show, { params: { id: which } })
    return answer.status === 200 ? [...answer.body.attendance, ...answer.body.makeups] : []
  }
  const all: [string, string][] = [
    [tokens['branch-secretary'], 'shut'],
    [tokens.organizer, 'open'],
    [tokens.member, 'shut'],
  ]
  for (const [token, expected] of all) {
    const named: Named[] = [
      ...(await meetingsOf(token, signed.id)),
      ...(await meetingsOf(token, draft.id)),
      ...(await api.call(token, makeupsContract.list, { query: {} })).body.rows,
    ]
    for (const campaign of [id, post.id]) {
      const answer = await api.call(token, campaignsContract.show, { params: { id: campaign } })
      if (answer.status !== 200) continue
      for (const one of answer.body.nominations) named.push(one, ...one.crew)
    }
    const opens = new Map<string | null, boolean>([[null, false]])
    for (const { memberId } of named)
      if (memberId !== null && !opens.has(memberId)) {
        const { status } = await api.call(token, membersContract.show, { params: { id: memberId } })
        opens.set(memberId, status === 200)
      }
    expect(opens.get(gone) ?? false).toBe(expected === 'open')
    for (const { memberId, mayOpen } of named) expect(mayOpen).toBe(opens.get(memberId))
    expect(named.length).toBeGreaterThan(0)
  }
})
