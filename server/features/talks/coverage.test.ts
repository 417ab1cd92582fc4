import { expect, it } from 'vitest'
import { talksContract } from '#domain/integrity.contract.ts'
import { newId, type MemberId } from '#domain/ids.ts'
import { useApi } from '#tests/support/api.ts'
import { addAccount, smallBureau, type Placed } from '#tests/support/bureau.ts'
import { addTalk, firstSecretaryOf } from '#tests/support/integrityRecords.ts'

const api = useApi()

const post = (at: Placed, member: MemberId | undefined, name: string, until?: string) =>
  api.world.db
    .insertInto('post')
    .values({
      id: newId(),
      organization_id: at.id,
      member_id: member as string,
      post: name,
      started_on: '2025-01-01',
      ended_on: until ?? null,
    })
    .execute()

it('counts whom in posts of secretary and committee an 廉政谈话 of the year reached, to who may open the talks', async () => {
  const { db } = api.world
  const bureau = await smallBureau(db)
  const { tokens, committee, branchA, groupA1, branchB, inA1, inB } = bureau
  const first = await firstSecretaryOf(db, bureau)
  // In office in 甲: two, one of them in two posts. The leader of a group and who has left are none.
  await post(branchA, inA1[0], 'secretary')
  await post(branchA, inA1[1], 'organization-officer')
  await post(branchA, inA1[1], 'publicity-officer')
  await post(branchA, inA1[2], 'officer', '2026-03-31')
  await post(groupA1, inA1[3], 'group-leader')
  await post(branchB, inB[0], 'secretary')
  const talk = (member: MemberId | undefined, over: object = {}) =>
    addTalk(db, {
      at: branchA,
      talkee: member as string,
      talker: inB[1] as string,
      kind: 'integrity-talk',
      ...over,
    })
  for (const member of inA1.slice(1, 4)) await talk(member)
  await talk(inA1[1], { on: '2026-06-01' })
  await talk(inB[0], { at: branchB, kind: 'reminder-talk' })
  await talk(inA1[0], { on: '2025-12-31' })
  const withdrawn = await talk(inA1[0])
  await db
    .updateTable('talk')
    .set({ withdrawn_at: '2026-06-01T00:00:00Z', withdraw_reason: '重复' })
    .where('id', '=', withdrawn.talk)
    .execute()

  const ask = (token: string, at: Placed, year = 2026) =>
    api.call(token, talksContract.coverage, { query: { organization: at.id, year } })
  for (const token of [tokens.discipline, first]) {
    const told = async (at: Placed, year?: number) => (await ask(token, at, year)).body
    expect(await told(branchA)).toEqual({ officers: 2, talked: 1, asOf: '2026-11-23' })
    expect(await told(branchB)).toMatchObject({ officers: 1, talked: 0 })
    // The first secretary too.
    expect(await told(committee)).toMatchObject({ officers: 4, talked: 1 })
    // At the end of 2025 who has left since was in office.
    expect(await told(branchA, 2025)).toEqual({ officers: 3, talked: 1, asOf: '2025-12-31' })
  }
  for (const role of ['leader', 'organizer', 'branch-secretary', 'group-leader'] as const)
    expect([403, 404]).toContain((await ask(tokens[role], branchA)).status)
})

it('lists exactly the talks behind whom it counts, alike for every reader of the same reach', async () => {
  const { db } = api.world
  const bureau = await smallBureau(db)
  const { tokens, committee, branchA, groupA1, branchB, inA1, inA2, inB } = bureau
  await post(branchA, inA1[0], 'secretary')
  await post(branchB, inB[0], 'secretary')
  const talk = async (at: Placed, member: MemberId | undefined, over: object = {}) => {
    const talkee = member as string
    const talker = inB[1] as string
    const added = await addTalk(db, { at, talkee, talker, kind: 'integrity-talk', ...over })
    return added.talk
  }
  for (const member of inA1.slice(1)) await talk(groupA1, member)
  await talk(branchA, inA2[0])
  await talk(branchA, inA1[0], { kind: 'reminder-talk' })
  await talk(branchA, inA1[0], { on: '2025-06-01' })
  const own = await talk(groupA1, inA1[0])
  // Before the election, and while the secretary of 乙 stood in 甲.
  const before = await talk(branchA, inB[0], { on: '2026-02-02' })

  const ask = async (token: string, at: Placed) => {
    const query = { organization: at.id, year: 2026 }
    const { talked } = (await api.call(token, talksContract.coverage, { query })).body
    const listed = await api.call(token, talksContract.list, {
      query: { ...query, officers: 'true', kinds: ['integrity-talk'] },
    })
    const rows = listed.body.rows.map(({ id, talkeeId }) => ({ id: id as string, talkeeId }))
    expect(new Set(rows.map(({ talkeeId }) => talkeeId)).size).toBe(talked)
    return rows.map(({ id }) => id)
  }
  const first = await firstSecretaryOf(db, bureau)
  for (const token of [tokens.discipline, first]) {
    expect(await ask(token, branchA)).toEqual([own])
    expect(await ask(token, branchB)).toEqual([before])
    expect(await ask(token, committee)).toEqual([own, before])
  }
  // Of 乙 alone: what 甲 recorded stays there, and who led it counts no other than who did not.
  for (const memberId of [inB[1], inB[2]] as MemberId[]) {
    const roles = [
      { role: 'discipline', at: branchB },
      { role: 'member', at: branchB },
    ] as const
    const { token } = await addAccount(db, { login: `of-${memberId}`, roles, memberId })
    expect(await ask(token, branchB)).toEqual([])
  }
  const missing = await api.call(tokens.discipline, talksContract.list, {
    query: { officers: 'true', year: 2026 },
  })
  expect(missing.status).toBe(400)
})
