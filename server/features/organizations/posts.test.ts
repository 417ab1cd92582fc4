import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { MemberId, OrganizationId } from '#domain/ids.ts'
import type { PostKind } from '#domain/organizations.ts'
import { organizationsContract as contract } from '#domain/organizations.contract.ts'
import { addMember, smallBureau } from '#tests/support/bureau.ts'
import { useApi } from '#tests/support/api.ts'
import { meetingsContract } from '#domain/meetings.contract.ts'
import { meetings } from '#server/features/meetings/handlers.ts'
import { aMeeting, held } from '#tests/support/meetings.ts'
import { organizations } from './handlers.ts'
import type { Seat as Wanted } from './posts.ts'

type Seat = Wanted & { memberId: MemberId }

const api = useApi([...organizations, ...meetings])
const bureau = () => smallBureau(api.world.db)

describe('posts', () => {
  it('elects full members of the roster only, one secretary at a time', async () => {
    const { tokens, branchA, groupA1, inA1, inB, probationary, committee } = await bureau()
    const appoint = (
      id: OrganizationId,
      memberId: unknown,
      post: 'secretary' | 'officer' | 'group-leader',
    ) =>
      api.call(tokens.organizer, contract.appoint, {
        params: { id },
        body: { memberId: memberId as never, post, startedOn: '2026-11-01' },
      })
    expect(
      (await appoint(branchA.id, probationary, 'secretary')).problem.fields?.['body.memberId'],
    ).toMatch(/预备党员.*第五条/)
    expect(
      (await appoint(branchA.id, inB[0], 'secretary')).problem.fields?.['body.memberId'],
    ).toContain('花名册')
    expect((await appoint(groupA1.id, inA1[0], 'secretary')).problem.fields).toHaveProperty(
      'body.post',
    )
    expect((await appoint(groupA1.id, probationary, 'group-leader')).status).toBe(200)
    expect((await appoint(committee.id, inB[0], 'officer')).status).toBe(200)
    const first = await appoint(branchA.id, inA1[0], 'secretary')
    expect((await appoint(branchA.id, inA1[1], 'secretary')).problem.fields).toHaveProperty(
      'body.post',
    )
    const post = first.body.posts[0]
    await api.call(tokens.organizer, contract.endPost, {
      params: { id: post?.id as never },
      body: { endedOn: '2026-11-22' },
      version: 1,
    })
    expect((await appoint(branchA.id, inA1[1], 'secretary')).body.posts).toMatchObject([
      { memberName: '王芳' },
    ])
  })

  it('refuses a suspended member as secretary', async () => {
    const { tokens, branchB } = await bureau()
    const memberId = await addMember(api.world.db, {
      name: '钱留察',
      at: branchB,
      rights: 'probation',
    })
    const answer = await api.call(tokens.organizer, contract.appoint, {
      params: { id: branchB.id },
      body: { memberId, post: 'secretary', startedOn: '2026-11-01' },
    })
    expect(answer.problem.fields).toHaveProperty('body.memberId')
  })

  it('records an election at once: the term, who left, who began and who goes on', async () => {
    const { tokens, branchA, inA1, inA2, probationary } = await bureau()
    const { organizer } = tokens
    const params = { id: branchA.id }
    const appoint = (memberId: MemberId, post: PostKind) =>
      api.call(organizer, contract.appoint, {
        params,
        body: { memberId, post, startedOn: '2024-01-10' },
      })
    const [zhang, wang, nana] = inA1 as [MemberId, MemberId, MemberId]
    const [li] = inA2 as [MemberId]
    await appoint(zhang, 'secretary')
    const seen = (await appoint(wang, 'organization-officer')).body.posts.map(({ id }) => id)
    const elect = (committee: Seat[], over: object = {}) =>
      api.call(organizer, contract.startTerm, {
        params,
        body: { startedOn: '2026-11-20', years: 3, committee, seen, ...over },
      })
    const seats: Seat[] = [
      { post: 'secretary', memberId: li },
      { post: 'organization-officer', memberId: wang },
      { post: 'publicity-officer', memberId: nana },
    ]
    // One who cannot be elected is named at the own line, and nothing is changed.
    const bad = await elect([...seats, { post: 'youth-officer', memberId: probationary }])
    expect(Object.keys(bad.problem.fields ?? {})).toEqual(['body.committee.3.memberId'])
    const two = await elect([...seats, { post: 'secretary', memberId: zhang }])
    expect(two.problem.fields).toEqual({ 'body.committee.3.post': '书记只能有一人' })
    expect((await elect(seats, { startedOn: '2024-01-10' })).problem.fields).toHaveProperty([
      'body.startedOn',
    ])
    const { body: card } = await elect(seats)
    expect(card.term).toMatchObject({ startedOn: '2026-11-20', meetingId: null })
    expect(card.posts.map(({ post, memberId, startedOn }) => [post, memberId, startedOn])).toEqual([
      ['secretary', li, '2026-11-20'],
      ['organization-officer', wang, '2024-01-10'],
      ['publicity-officer', nana, '2026-11-20'],
    ])
    const left = await api.world.db
      .selectFrom('post')
      .select('ended_on')
      .where('member_id', '=', zhang)
      .executeTakeFirst()
    expect(left?.ended_on).toBe('2026-11-19')
  })

  it('takes back a post entered by mistake, with the reason in the log alone', async () => {
    const { tokens, branchA, inA1 } = await bureau()
    const [memberId] = inA1 as [MemberId]
    const { body: card } = await api.call(tokens.organizer, contract.appoint, {
      params: { id: branchA.id },
      body: { memberId, post: 'secretary', startedOn: '2024-01-10' },
    })
    const id = card.posts[0]?.id as never
    const withdraw = (token: string, version = 1) =>
      api.call(token, contract.withdrawPost, {
        params: { id },
        version,
        body: { reason: '登记错人' },
      })
    expect((await withdraw(tokens['branch-secretary'])).problem.code).toBe('forbidden')
    expect((await withdraw(tokens.organizer, 2)).problem.code).toBe('version_conflict')
    expect((await withdraw(tokens.organizer)).body.posts).toEqual([])
    const rows = await api.world.db
      .selectFrom('audit_entry')
      .select('detail')
      .where('action', '=', 'post.withdrawn')
      .execute()
    expect(rows).toEqual([
      {
        detail: {
          reason: '登记错人',
          post: 'secretary',
          memberId,
          startedOn: '2024-01-10',
          endedOn: null,
        },
      },
    ])
  })
})

describe('the meeting of an election', () => {
  const branch = async () => {
    const { tokens, branchA, branchB, inA2 } = await bureau()
    const { organizer } = tokens
    const signed = await held(
      api,
      organizer,
      aMeeting(branchA, inA2[0] as MemberId, {
        title: '换届选举大会',
        resolutions: [
          {
            kind: 'election',
            title: '选举支部委员',
            text: '',
            yes: 9,
            no: 0,
            abstain: 0,
            secretBallot: true,
          },
        ],
        advance: 'sign',
      }),
    )
    const start = (id: OrganizationId) =>
      api.call(organizer, contract.startTerm, {
        params: { id },
        body: { startedOn: '2026-11-20', years: 3, meetingId: signed.id },
      })
    const unsign = () =>
      api.call(organizer, meetingsContract.unsign, {
        params: { id: signed.id },
        version: signed.version,
        body: { reason: '出席标错' },
      })
    return { organizer, branchA, branchB, signed, start, unsign }
  }

  it('is a signed one of the organization that elected, and stays so', async () => {
    const { organizer, branchA, branchB, signed, start, unsign } = await branch()
    const offered = async (id: OrganizationId) =>
      (await api.call(organizer, contract.elections, { params: { id } })).body
    expect(await offered(branchA.id)).toEqual([
      { id: signed.id, title: '换届选举大会', heldOn: '2026-11-20' },
    ])
    expect(await offered(branchB.id)).toEqual([])
    expect((await start(branchB.id)).problem.fields).toHaveProperty(['body.meetingId'])
    expect((await start(branchA.id)).body.term?.meetingId).toBe(signed.id)
    expect((await unsign()).problem.message).toContain('登记换届')
  })

  it('is not taken back while the election is being recorded', async () => {
    const { branchA, start, unsign } = await branch()
    // The election waits for its organization, which somebody else holds, when the signature is to be taken back.
    const calls = await api.world.db.transaction().execute(async (theirs) => {
      const { id } = branchA
      await theirs
        .selectFrom('organization')
        .select('id')
        .where('id', '=', id)
        .forUpdate()
        .execute()
      const started = start(id)
      await setTimeout(200)
      const unsigned = unsign()
      await setTimeout(200)
      return { started, unsigned }
    })
    expect((await calls.started).status).toBe(200)
    expect((await calls.unsigned).problem.message).toContain('登记换届')
  })
})
