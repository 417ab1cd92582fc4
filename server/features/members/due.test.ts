import { beforeEach, expect, it } from 'vitest'
import type { Given } from '#domain/contract.ts'
import { membersContract as contract } from '#domain/members.contract.ts'
import { workbenchContract } from '#domain/workbench.contract.ts'
import { useApi } from '#tests/support/api.ts'
import { addMember, smallBureau, type SmallBureau } from '#tests/support/bureau.ts'
import { decide } from '#tests/support/decide.ts'
import { testNow } from '#tests/support/world.ts'

// Today is 2026-11-23; sixty days on it is 2027-01-22.
const api = useApi()
let bureau: SmallBureau
beforeEach(async () => {
  api.world.setNow(testNow)
  bureau = await smallBureau(api.world.db)
  await api.world.db
    .updateTable('member')
    .set({ stage: 'full' })
    .where('id', '=', bureau.probationary)
    .execute()
})

type Over = Partial<{ probation_until: string; standing: string; lost_since: string }>

/** Of branch 乙. */
async function probationary(name: string, joinedOn: string, over: Over = {}) {
  const id = await addMember(api.world.db, { name, at: bureau.branchB, stage: 'probationary' })
  const { db } = api.world
  await db
    .updateTable('member')
    .set({ joined_on: joinedOn, ...over })
    .where('id', '=', id)
    .execute()
}
const names = async (query: Given<typeof contract.list>['query']) =>
  (await api.call(bureau.tokens.organizer, contract.list, { query })).body.rows.map(
    ({ name }) => name,
  )

it('finds whose probation is over or ends within sixty days, an extension included, and nobody else', async () => {
  await probationary('已满', '2025-06-01')
  await probationary('六十天', '2026-01-23')
  await probationary('六十一天', '2026-01-24')
  await probationary('已延长', '2025-06-01', { probation_until: '2027-05-31' })
  await probationary('延长将满', '2025-01-10', { probation_until: '2027-01-09' })
  await probationary('已出党', '2025-06-01', { standing: 'left' })
  const due = { probationDue: 'true', sort: 'probationEndsOn' } as const
  expect(await names(due)).toEqual(['已满', '延长将满', '六十天'])
  expect(await names({ ...due, sort: '-probationEndsOn' })).toEqual(['六十天', '延长将满', '已满'])
  expect(await names({ ...due, q: '延长' })).toEqual(['延长将满'])
  // By the other way of counting it ends a day later.
  await decide(api.world.db, 'probation.end', 'same-day', '2026-01-01')
  expect(await names(due)).toEqual(['已满', '延长将满'])
  const { body } = await api.call(bureau.tokens.organizer, workbenchContract.todos, {
    query: { organization: bureau.branchB.id },
  })
  expect(body.probations?.rows.map(({ name }) => name)).toEqual(['已满', '延长将满'])
  const elsewhere = await api.call(bureau.tokens['branch-secretary'], workbenchContract.todos, {
    query: { organization: bureau.branchA.id },
  })
  expect(elsewhere.body.probations?.total).toBe(0)
  const looks = await api.call(bureau.tokens.leader, workbenchContract.todos, {
    query: { organization: bureau.branchB.id },
  })
  expect(looks.body.probations).toBeNull()
})

it('finds who is lost for six months and still a member', async () => {
  const lost = async (name: string, since: string, standing = 'normal') => {
    const id = await addMember(api.world.db, { name, at: bureau.branchB })
    await api.world.db
      .updateTable('member')
      .set({ lost: true, lost_since: since, standing })
      .where('id', '=', id)
      .execute()
  }
  await lost('半年', '2026-05-23')
  await lost('不足半年', '2026-05-24')
  await lost('已停止', '2026-01-01', 'suspended')
  await lost('一年', '2025-11-01')
  expect(await names({ lostLong: 'true', sort: 'lostSince' })).toEqual(['一年', '半年'])
  expect(await names({ lost: 'true', lostLong: 'false', sort: 'name' })).toEqual([
    '不足半年',
    '已停止',
  ])
  const { body } = await api.call(bureau.tokens.organizer, workbenchContract.todos, {
    query: { organization: bureau.branchB.id },
  })
  expect(body.lost?.rows.map(({ name }) => name)).toEqual(['一年', '半年'])
})
