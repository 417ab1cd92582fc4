import { expect, it } from 'vitest'
import type { Given } from '#domain/contract.ts'
import { membersContract as contract } from '#domain/members.contract.ts'
import { useApi } from '#tests/support/api.ts'
import { addMember, smallBureau } from '#tests/support/bureau.ts'

// 细则 Art. 31: extended once, by at least half a year, at most a year. Today is 2026-11-23.
const api = useApi()
type Change = Partial<NonNullable<Given<typeof contract.changeStatus>['body']>>

/** Accepted on 2025-06-01: probation ends on 2026-05-31. */
async function onProbation() {
  const { tokens, branchB } = await smallBureau(api.world.db)
  const id = await addMember(api.world.db, {
    name: '钱新',
    at: branchB,
    stage: 'probationary',
    on: '2025-06-01',
  })
  await api.world.db
    .updateTable('member')
    .set({ joined_on: '2025-06-01' })
    .where('id', '=', id)
    .execute()
  const show = async () =>
    (await api.call(tokens.organizer, contract.show, { params: { id } })).body
  const set = async (body: Change) => {
    const { version } = await show()
    const answer = await api.call(tokens.organizer, contract.changeStatus, {
      params: { id },
      body: { on: '2026-05-28', reason: '支部大会决议', ...body },
      version,
    })
    return answer.status === 200 ? null : answer.problem.fields
  }
  const course = async () =>
    (await api.call(tokens.organizer, contract.timeline, { params: { id } })).body.map(
      ({ on, text }) => `${on} ${text}`,
    )
  return { show, set, course }
}

it('is extended once by half a year to a year, and full membership begins after it', async () => {
  const { show, set, course } = await onProbation()
  expect((await show()).probationEndsOn).toBe('2026-05-31')
  const bounds = {
    'body.probationUntil': '预备期可延长半年至一年，应在 2026-11-30 至 2027-05-31 之间期满',
  }
  expect(await set({ probationUntil: '2026-11-29' })).toEqual(bounds)
  expect(await set({ probationUntil: '2027-06-01' })).toEqual(bounds)
  expect(await set({ probationUntil: '2027-05-31' })).toBeNull()
  // The same day puts it right; a later one would be a second extension.
  expect(await set({ probationUntil: '2026-11-30' })).toBeNull()
  expect(await set({ on: '2026-11-20', probationUntil: '2027-05-31' })).toEqual({
    'body.probationUntil': '预备期已延长至 2026-11-30，只能延长一次',
  })
  expect(await set({ on: '2026-06-10', mobile: true })).toBeNull()
  expect(await show()).toMatchObject({
    probationEndsOn: '2026-11-30',
    probationUntil: '2026-11-30',
    mobile: true,
  })
  expect(await course()).toContain('2026-05-28 预备期延长至 2026-11-30（支部大会决议）')

  const full = { stage: 'full' as const }
  expect(await set({ ...full, on: '2026-11-23' })).toHaveProperty(['body.on'])
  expect(await set({ ...full, on: '2026-12-10', fullOn: '2026-11-30' })).toEqual({
    'body.fullOn': '预备期已延长至 2026-11-30，期满后才能转正',
  })
  expect(await set({ ...full, on: '2026-12-10' })).toBeNull()
  const became = await api.world.db
    .selectFrom('member_state')
    .select(['full_on', 'probation_until'])
    .where('stage', '=', 'full')
    .where('valid_from', '=', '2026-12-10')
    .executeTakeFirst()
  expect(became).toEqual({ full_on: '2026-12-01', probation_until: null })
})

it('is nobody’s who is not on probation, or whose day of joining is not known', async () => {
  const { set } = await onProbation()
  expect(await set({ stage: 'full', on: '2026-06-20', probationUntil: '2026-11-30' })).toEqual({
    'body.probationUntil': '只有预备党员可以延长预备期',
  })
  await api.world.db.updateTable('member').set({ joined_on: null }).execute()
  expect(await set({ probationUntil: '2026-11-30' })).toHaveProperty(['body.probationUntil'])
})
