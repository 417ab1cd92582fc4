import { expect, it } from 'vitest'
import type { MemberId } from '#domain/ids.ts'
import { organizationsContract as contract } from '#domain/organizations.contract.ts'
import type { Post, PostKind } from '#domain/organizations.ts'
import { smallBureau } from '#tests/support/bureau.ts'
import { useApi } from '#tests/support/api.ts'
import { organizations } from './handlers.ts'
import type { Seat as Wanted } from './posts.ts'

type Seat = Wanted & { memberId: MemberId }
type PostId = Post['id']

const api = useApi(organizations)

/** Branch A, what is done to its posts, and its posts as they are stored. */
async function branch() {
  const { tokens, branchA, inA1 } = await smallBureau(api.world.db)
  const [zhang, wang, nana] = inA1 as [MemberId, MemberId, MemberId]
  const params = { id: branchA.id }
  const appoint = async (memberId: MemberId, post: PostKind, startedOn = '2024-01-10') => {
    const { body } = await api.call(tokens.organizer, contract.appoint, {
      params,
      body: { memberId, post, startedOn },
    })
    return body.posts.find((one) => one.memberId === memberId && one.post === post)?.id as PostId
  }
  const elect = (committee: Seat[], seen: PostId[], over: object = {}) =>
    api.call(tokens.organizer, contract.startTerm, {
      params,
      body: { startedOn: '2026-11-20', years: 3, committee, seen, ...over },
    })
  const end = (id: PostId, endedOn: string) =>
    api.call(tokens.organizer, contract.endPost, { params: { id }, body: { endedOn }, version: 1 })
  const stored = async () =>
    (
      await api.world.db
        .selectFrom('post')
        .select(['member_id', 'started_on', 'ended_on'])
        .orderBy('id')
        .execute()
    ).map((row) => [row.member_id, row.started_on, row.ended_on])
  return { tokens, params, zhang, wang, nana, appoint, elect, end, stored }
}

it('is of somebody: without a line nothing ends', async () => {
  const { zhang, appoint, elect, stored } = await branch()
  const secretary = await appoint(zhang, 'secretary')
  const { problem } = await elect([], [secretary])
  expect(problem.fields).toEqual({ 'body.committee': '请填写当选的班子成员' })
  expect(await stored()).toEqual([[zhang, '2024-01-10', null]])
})

it('ends nobody’s post that was not seen when the list was drawn up', async () => {
  const { zhang, wang, appoint, elect, end, stored } = await branch()
  const secretary = await appoint(zhang, 'secretary')
  const seats: Seat[] = [{ post: 'secretary', memberId: zhang }]
  const added = await appoint(wang, 'publicity-officer')
  const { status, problem } = await elect(seats, [secretary])
  expect([status, problem.fields?.['body.seen']]).toEqual([
    412,
    '填写期间新登记了 王芳 的职务，请核对名单后再提交',
  ])
  expect(problem.detail).toMatchObject({ posts: [{ id: secretary }, { id: added }] })
  expect((await stored())[1]).toEqual([wang, '2024-01-10', null])

  await end(added, '2026-11-15')
  const gone = await elect(seats, [secretary, added])
  expect(gone.problem.fields?.['body.seen']).toContain('有人离任')
  expect((await elect(seats, [secretary])).status).toBe(200)
})
