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
  return { tokens, zhang, wang, nana, appoint, elect, end, stored }
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

it('moves an end that is still to come to the eve, leaves one that is over, and takes it away from whoever goes on', async () => {
  const { zhang, wang, nana, appoint, elect, end, stored } = await branch()
  const old = await appoint(zhang, 'secretary')
  await end(old, '2026-12-31')
  const on = await appoint(wang, 'organization-officer')
  await end(on, '2026-11-30')
  const left = await appoint(nana, 'publicity-officer')
  await end(left, '2026-11-21')
  const { body } = await elect(
    [
      { post: 'secretary', memberId: nana },
      { post: 'organization-officer', memberId: wang },
    ],
    [old, on],
  )
  expect(body.posts.map(({ memberId }) => memberId)).toEqual([nana, wang])
  expect(await stored()).toEqual([
    [zhang, '2024-01-10', '2026-11-19'],
    [wang, '2024-01-10', null],
    [nana, '2024-01-10', '2026-11-21'],
    [nana, '2026-11-20', null],
  ])
  const { detail } = await api.world.db
    .selectFrom('audit_entry')
    .select('detail')
    .where('action', '=', 'term.started')
    .executeTakeFirstOrThrow()
  expect(detail).toMatchObject({
    meetingId: null,
    began: [{ post: 'secretary', memberId: nana }],
    ended: [{ id: old, post: 'secretary', memberId: zhang }],
    daysBefore: [
      { id: old, startedOn: '2024-01-10', endedOn: '2026-12-31' },
      { id: on, startedOn: '2024-01-10', endedOn: '2026-11-30' },
    ],
  })
})

it('lets one record of a post go on where a later one of the same person has its end already', async () => {
  const { zhang, appoint, elect, end, stored } = await branch()
  const first = await appoint(zhang, 'secretary', '2026-11-22')
  await end(first, '2026-12-31')
  const open = await appoint(zhang, 'secretary')
  const { status } = await elect([{ post: 'secretary', memberId: zhang }], [first, open])
  expect(status).toBe(200)
  expect(await stored()).toEqual([
    [zhang, '2026-11-22', '2026-12-31'],
    [zhang, '2024-01-10', null],
  ])
})

it('begins on the day of the election for who was entered with a later one', async () => {
  const { zhang, wang, appoint, elect, end, stored } = await branch()
  const secretary = await appoint(zhang, 'secretary', '2026-11-22')
  // Held between the election and today, and over: nothing of the election.
  await end(await appoint(wang, 'officer', '2026-11-21'), '2026-11-22')
  expect((await elect([{ post: 'secretary', memberId: zhang }], [secretary])).status).toBe(200)
  expect(await stored()).toEqual([
    [zhang, '2026-11-20', null],
    [wang, '2026-11-21', '2026-11-22'],
  ])
})

it('moves the posts of an election whose day is put right, and none before it began', async () => {
  const { tokens, zhang, wang, appoint, elect, stored } = await branch()
  const old = await appoint(zhang, 'secretary')
  const on = await appoint(wang, 'organization-officer', '2025-06-01')
  const { body } = await elect(
    [
      { post: 'secretary', memberId: wang },
      { post: 'organization-officer', memberId: wang },
    ],
    [old, on],
  )
  const began = body.posts.find(({ post }) => post === 'secretary')?.id
  const correct = (startedOn: string) =>
    api.call(tokens.organizer, contract.correctTerm, {
      params: { id: body.term?.id as never },
      body: { startedOn, years: 3, reason: '录入笔误' },
      version: 1,
    })
  expect((await correct('2024-01-10')).problem.fields?.['body.startedOn']).toMatch(/张伟.*任职之前/)
  expect((await correct('2026-11-12')).status).toBe(200)
  expect(await stored()).toEqual([
    [zhang, '2024-01-10', '2026-11-11'],
    [wang, '2025-06-01', null],
    [wang, '2026-11-12', null],
  ])
  const { detail } = await api.world.db
    .selectFrom('audit_entry')
    .select('detail')
    .where('action', '=', 'term.corrected')
    .executeTakeFirstOrThrow()
  expect(detail).toMatchObject({
    began: [{ id: began, post: 'secretary', memberId: wang }],
    ended: [{ id: old, post: 'secretary', memberId: zhang }],
  })
})
