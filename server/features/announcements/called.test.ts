import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { newId } from '#domain/ids.ts'
import type { MeetingType } from '#domain/meetings.ts'
import { rosterOf } from '#domain/meetings.rules.ts'
import { relations, rightsOptions, stages, standings } from '#domain/rules/membership.ts'
import { organOn, peopleOf } from '#server/features/meetings/roster.ts'
import { useApi } from '#tests/support/api.ts'
import { addMember, smallBureau } from '#tests/support/bureau.ts'

const api = useApi()

it('is called whom the roster of that day holds, of every status, post and place, then and later', async () => {
  const { db } = api.world
  const { committee, branchA, branchB, groupA1, groupA2, inA1, inA2, inB } = await smallBureau(db)
  for (const stage of stages)
    for (const standing of standings)
      for (const rights of rightsOptions)
        for (const relation of relations)
          await addMember(db, { name: '某人', at: groupA1, stage, standing, rights, relation })
  const post = (at: { id: string }, member_id: string | undefined, name: string, over = {}) =>
    db
      .insertInto('post')
      .values({
        id: newId(),
        organization_id: at.id,
        member_id: member_id ?? '',
        post: name,
        started_on: '2026-01-01',
        ...over,
      })
      .execute()
  await post(branchA, inA2[0], 'secretary')
  await post(branchA, inA1[2], 'officer', { ended_on: '2026-11-30' })
  await post(branchA, inA1[3], 'publicity-officer', { started_on: '2026-12-01' })
  await post(groupA1, inA1[0], 'group-leader')
  await post(committee, inB[1], 'secretary')
  await post(committee, inA1[3], 'officer', { ended_on: '2026-11-30' })
  await post(branchB, inB[0], 'secretary')
  // One goes from branch B to a group of A, and the other group of A goes to B.
  const move = async (table: 'member_state' | 'organization_history', set: object, of: object) => {
    const [column, id] = Object.entries(of)[0] ?? ['', '']
    const where = sql`${sql.ref(column)} = ${id} and valid_to is null`
    const [row] = (await sql<object>`select * from ${sql.table(table)} where ${where}`.execute(db))
      .rows
    await sql`update ${sql.table(table)} set valid_to = '2026-11-30' where ${where}`.execute(db)
    await db
      .insertInto(table)
      .values({ ...row, ...set, id: newId(), valid_from: '2026-12-01' } as never)
      .execute()
  }
  await move('member_state', { organization_id: groupA1.id }, { member_id: inB[1] })
  await move('organization_history', { parent_id: branchB.id }, { organization_id: groupA2.id })

  const everybody = (await db.selectFrom('member').select('id').execute()).map(({ id }) => id)
  const seen: number[] = []
  const ofBranch: MeetingType[][] = [['theme-day'], ['committee-meeting']]
  for (const organ of [committee, branchA, branchB, groupA1, groupA2])
    for (const on of ['2026-11-25', '2026-12-05'])
      for (const types of organ === committee ? [['democratic-life' as const]] : ofBranch) {
        const { rows } = await sql<{ id: string }>`
          select m.id from unnest(${everybody}::uuid[]) as m (id)
          where is_called(${organ.id}::uuid, ${on}::date, ${types}::text[], m.id)
            and ${organ.id}::uuid in (select calling(m.id))`.execute(db)
        const roster = await db.transaction().execute(async (tx) => {
          await sql`select set_config('app.all', 'on', true)`.execute(tx)
          const facts = await organOn(tx, organ.id, on)
          return rosterOf(await peopleOf(tx, facts, on), facts, types, on).entries
        })
        // A group has no committee: nobody sits on one there.
        const expected =
          types.includes('committee-meeting') && (organ === groupA1 || organ === groupA2)
            ? []
            : roster.map(({ memberId }) => memberId)
        expect(rows.map(({ id }) => id).toSorted()).toEqual(expected.toSorted())
        seen.push(expected.length)
      }
  expect(new Set(seen).size).toBeGreaterThan(5)
})
