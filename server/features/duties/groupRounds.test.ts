import { beforeEach, describe, expect, it } from 'vitest'
import { dutiesContract } from '#domain/duties.contract.ts'
import { meetingsContract } from '#domain/meetings.contract.ts'
import { newId, type MemberId } from '#domain/ids.ts'
import type { Duty } from '#domain/rules/duties.ts'
import { useApi } from '#tests/support/api.ts'
import { addMeeting } from '#tests/support/bookedMeeting.ts'
import {
  addOrganization,
  smallBureau,
  type Placed,
  type SmallBureau,
} from '#tests/support/bureau.ts'
import { meetings } from '#server/features/meetings/handlers.ts'
import { duties } from './handlers.ts'

const api = useApi([...duties, ...meetings])
let bureau: SmallBureau
let by: MemberId
beforeEach(async () => {
  bureau = await smallBureau(api.world.db)
  by = bureau.probationary
})

async function matrix(year: number) {
  const query = { organization: bureau.committee.id, year, duty: 'life-meeting' as const }
  return (await api.call(bureau.tokens.leader, dutiesContract.matrix, { query })).body
}
const stateOf = async (year: number, { id }: Placed) =>
  (await matrix(year)).rows.find(({ organizationId }) => organizationId === id)?.cells[0]?.state
const hold = (at: Placed, types: readonly Duty[], on: string, more = {}) =>
  addMeeting(api.world.db, { at, by, types, on, ...more })

describe('支部工作条例 第十七条: 组织生活会 held as group meetings', () => {
  it('in every group is held by the branch, in some of them it is not', async () => {
    const { groupA1, groupA2, branchA, tokens } = bureau
    const cell = async () => {
      const { rows } = await matrix(2025)
      const row = rows.find(({ organizationId }) => organizationId === branchA.id)
      return { rate: row?.rate, ...row?.cells[0] }
    }
    expect(await cell()).toMatchObject({ state: 'missing', groups: null })
    await hold(groupA1, ['life-meeting'], '2025-12-10')
    expect(await cell()).toMatchObject({
      state: 'missing',
      rate: 0,
      groups: { held: 1, missing: ['甲二小组'] },
    })
    const due = await api.call(tokens.organizer, dutiesContract.due, {
      query: { organization: branchA.id, duties: ['life-meeting'], overdue: 'true' },
    })
    expect(due.body.rows[0]?.verdict.facts).toMatchObject({ period: '2025', missing: '甲二小组' })
    await hold(groupA2, ['life-meeting'], '2026-03-20', {
      assessmentYear: 2025,
      status: 'submitted',
    })
    expect(await cell()).toMatchObject({ state: 'awaiting-signature', rate: 0 })
    await hold(groupA2, ['life-meeting'], '2026-03-25', { assessmentYear: 2025, late: true })
    expect(await cell()).toMatchObject({
      state: 'kept',
      late: true,
      held: 0,
      rate: 1,
      groups: { held: 2, missing: [] },
    })
    // For the year in which the second was held nothing is.
    expect(await stateOf(2026, branchA)).toBe('due')
    expect(await matrix(2025)).toMatchObject({ past: 2, kept: 1 })
  })

  it('asks the groups that stood in the branch then, wherever they went since', async () => {
    const { groupA1, groupA2, branchA, branchB, tokens } = bureau
    const { db } = api.world
    await hold(groupA1, ['life-meeting'], '2025-12-10')
    await hold(groupA2, ['life-meeting'], '2025-12-11')
    await addOrganization(db, {
      kind: 'group',
      name: '甲三小组',
      parent: branchA,
      foundedOn: '2025-12-12',
    })
    const history = db.updateTable('organization_history').where('organization_id', '=', groupA2.id)
    await history.set({ valid_to: '2026-01-31' }).execute()
    await db
      .insertInto('organization_history')
      .values({
        id: newId(),
        organization_id: groupA2.id,
        name: '甲二小组',
        parent_id: branchB.id,
        valid_from: '2026-02-01',
        valid_to: null,
        reason: null,
      })
      .execute()
    await db
      .updateTable('organization')
      .set({ parent_id: branchB.id, path: `${branchB.path}gone2222.` })
      .where('id', '=', groupA2.id)
      .execute()
    const asked = { query: { organization: branchA.id, year: 2025, duty: 'life-meeting' as const } }
    // The secretary of the branch no longer sees the group, but what its branch has held.
    for (const token of [tokens.leader, tokens['branch-secretary']]) {
      const { body } = await api.call(token, dutiesContract.matrix, asked)
      expect(body.rows[0]?.cells[0]).toMatchObject({
        state: 'kept',
        groups: { held: 2, missing: [] },
      })
    }
    // Nor has the branch to which it went held one by it.
    expect(await stateOf(2025, branchB)).toBe('missing')
    // And the lists behind both cells hold what they count: who reaches the group where it is now sees its meeting too.
    const behind = async (token: string, { id: organization }: Placed) => {
      const { body } = await api.call(token, meetingsContract.list, {
        query: { organization, types: ['life-meeting'], period: '2025' },
      })
      return body.rows.map(({ organizationId }) => organizationId).toSorted()
    }
    const both = [groupA1.id, groupA2.id].toSorted()
    expect(await behind(tokens.leader, branchA)).toEqual(both)
    expect(await behind(tokens.leader, branchB)).toEqual([])
    expect(await behind(tokens.leader, bureau.committee)).toEqual(both)
    expect(await behind(tokens['branch-secretary'], branchA)).toEqual([groupA1.id])
  })
})
