import { RawNode } from 'kysely'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { newId, type MemberId } from '#domain/ids.ts'
import { talksContract } from '#domain/integrity.contract.ts'
import { meetingsContract } from '#domain/meetings.contract.ts'
import { membersContract } from '#domain/members.contract.ts'
import { organizationsContract } from '#domain/organizations.contract.ts'
import { createApp } from '#server/app.ts'
import { features } from '#server/features/all.ts'
import { useApi, type TestApi } from '#tests/support/api.ts'
import { smallBureau, type Placed, type SmallBureau } from '#tests/support/bureau.ts'
import { aMeeting, firstOf, held } from '#tests/support/meetings.ts'
import { testNow } from '#tests/support/world.ts'

/** What is remembered of ids between two requests (ADR 10) never answers for what has changed since. */
const api = useApi()
/** Another server of the same database: what it does comes unheard. */
const elsewhere = useApi()
let bureau: SmallBureau
beforeEach(async () => {
  bureau = await smallBureau(api.world.db)
})

/** How often a scope was entered: once for each request, and once more where it all had to be asked again. */
let entered = 0
beforeAll(() => {
  const db = api.world.db.withPlugin({
    transformQuery: ({ node }) => {
      if (RawNode.is(node) && node.sqlFragments[0]?.includes("'app.all'")) entered++
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  })
  api.app = createApp({ ...api.world, db }, features)
})

const people = async (token: string, { id }: Placed) => {
  const answer = await api.call(token, membersContract.list, { query: { organization: id } })
  return answer.status === 200 ? answer.body.total : answer.status
}

const move = async (server: TestApi, { id }: Placed, to: Placed) => {
  const { organizer } = bureau.tokens
  const { body } = await server.call(organizer, organizationsContract.show, { params: { id } })
  const given = { parentId: to.id, on: '2026-11-01', reason: '撤并窗口' }
  const moved = await server.call(organizer, organizationsContract.move, {
    params: { id },
    version: body.version,
    body: given,
  })
  expect(moved.status).toBe(200)
}

it('of an organization that was moved: the same people for who still reaches it, no such thing for who does not', async () => {
  const { tokens, groupA2, branchA, branchB } = bureau
  const secretary = tokens['branch-secretary']
  for (const token of [tokens.organizer, secretary]) {
    expect(await people(token, groupA2)).toBe(4)
    expect(await people(token, branchA)).toBe(10)
  }
  await move(elsewhere, groupA2, branchB)
  expect(await people(tokens.organizer, groupA2)).toBe(4)
  expect(await people(tokens.organizer, branchA)).toBe(6)
  expect(await people(tokens.organizer, branchB)).toBe(9)
  expect(await people(secretary, groupA2)).toBe(404)
  expect(await people(secretary, branchA)).toBe(6)
  await move(elsewhere, groupA2, branchA)
  expect(await people(secretary, groupA2)).toBe(4)
})

it('of an organization that the server itself has moved: its new place, without asking a second time', async () => {
  const { tokens, groupA2, branchA, branchB } = bureau
  for (const token of [tokens.organizer, tokens['branch-secretary']])
    expect(await people(token, groupA2)).toBe(4)
  await move(api, groupA2, branchB)
  entered = 0
  expect(await people(tokens.organizer, groupA2)).toBe(4)
  expect(await people(tokens.organizer, branchA)).toBe(6)
  expect(entered).toBe(2)
  expect(await people(tokens['branch-secretary'], groupA2)).toBe(404)
})

it('of a record that was opened: no such thing once its place is out of reach', async () => {
  const { tokens, groupA2, branchB, inA2 } = bureau
  const secretary = tokens['branch-secretary']
  const { id } = await held(
    api,
    tokens.organizer,
    aMeeting(groupA2, firstOf(inA2), { types: ['group-meeting'], advance: 'sign' }),
  )
  const show = async () =>
    (await api.call(secretary, meetingsContract.show, { params: { id } })).status
  expect([await show(), await show()]).toEqual([200, 200])
  await move(elsewhere, groupA2, branchB)
  expect(await show()).toBe(404)
})

it('of what was sent before under the same key: its answer, once', async () => {
  const { tokens, groupA2, inA2 } = bureau
  const given = { body: aMeeting(groupA2, firstOf(inA2), { types: ['group-meeting'] }), key: 'k1' }
  await people(tokens.organizer, groupA2)
  const made = await Promise.all([
    api.call(tokens.organizer, meetingsContract.create, given),
    api.call(tokens.organizer, meetingsContract.create, given),
  ])
  const again = await api.call(tokens.organizer, meetingsContract.create, given)
  expect(new Set([...made, again].map(({ body }) => body.id)).size).toBe(1)
  expect(again.headers.get('idempotency-replayed')).toBe('true')
  const { body } = await api.call(tokens.organizer, meetingsContract.list, {
    query: { year: 2026 },
  })
  expect(body.total).toBe(1)
})

it('of a session that has ended: not signed in, whatever header is missing', async () => {
  const { tokens, branchA } = bureau
  const { organizer } = tokens
  const ask = async () => {
    const { path, method } = organizationsContract.move
    const headers = { Authorization: `Bearer ${organizer}`, 'Content-Type': 'application/json' }
    const body = JSON.stringify({ parentId: branchA.id, on: '2026-11-01', reason: '撤并窗口' })
    const of = (more: object) =>
      api.app.request(`/api${path.replace(':id', branchA.id)}`, {
        method,
        body,
        headers: { ...headers, ...more },
      })
    const answers = await Promise.all([of({ 'Idempotency-Key': 'k' }), of({ 'If-Match': '"v1"' })])
    return answers.map(({ status }) => status)
  }
  await people(organizer, branchA)
  expect(await ask()).toEqual([428, 400])
  await api.world.db.updateTable('session').set({ ended_at: testNow }).execute()
  expect(await ask()).toEqual([401, 401])
})

it('of an id out of reach: no such thing, whatever else is wrong with what was sent', async () => {
  const { tokens, branchA, inA1 } = bureau
  const [own = ''] = inA1
  await people(tokens.discipline, branchA)
  const withOneself = (memberId: MemberId) =>
    api.call(tokens.discipline, talksContract.record, {
      body: {
        kind: 'integrity-talk',
        occasion: 'routine',
        talkerId: memberId,
        talkeeId: memberId,
        heldOn: '2026-11-02',
        place: '谈话室',
        reason: '年度谈话',
        points: '守住底线',
      },
    })
  expect((await withOneself(own as MemberId)).problem.fields).toHaveProperty(['body.talkeeId'])
  expect((await withOneself(newId() as MemberId)).status).toBe(404)
})
