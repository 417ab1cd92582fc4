import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addDays } from '#domain/dates.ts'
import { duties } from '#domain/rules/duties.ts'
import { smallBureau } from '#tests/support/bureau.ts'
import { addMeeting, countedAs } from '#tests/support/bookedMeeting.ts'
import { empty, testWorld, type TestWorld } from '#tests/support/world.ts'
import { auditCounts, auditHeld } from '#tests/support/audits.ts'
import { rebuildCounts, rebuildHeld } from './rebuild.ts'
import { addCounts } from './deltas.ts'
import { fold, foldAll } from './fold.ts'
import { bookHeld, writeHeld } from './held.ts'

let world: TestWorld
beforeAll(async () => void (world = await testWorld()))
beforeEach(() => empty(world.db))

const anyMeeting = fc.record({
  types: fc.uniqueArray(fc.constantFrom(...duties), { minLength: 1, maxLength: 4 }),
  on: fc.integer({ min: 0, max: 800 }).map((n) => addDays('2025-01-01', n)),
  assessmentYear: fc.constantFrom(undefined, 2024, 2025, 2026, 2027),
  status: fc.constantFrom('draft', 'submitted', 'signed', 'archived'),
  late: fc.boolean(),
})

describe('held', () => {
  it('changed step by step equals held counted anew', async () => {
    const { branchA, groupA1, inA1 } = await smallBureau(world.db)
    const [by = ''] = inA1
    const pairs = fc.sample(fc.tuple(anyMeeting, fc.option(anyMeeting)), { numRuns: 150, seed: 5 })
    for (const [index, [first, then]] of pairs.entries()) {
      const at = index % 3 === 0 ? groupA1 : branchA
      const id = await addMeeting(world.db, { at, by, ...first })
      const held = (one: typeof first) => ({
        organizationId: at.id,
        types: one.types,
        heldOn: one.on,
        assessmentYear: one.assessmentYear ?? null,
        status: one.status,
        enteredLate: one.late,
      })
      await world.db.transaction().execute(async (trx) => {
        if (then)
          await trx
            .updateTable('meeting')
            .set({
              types: then.types,
              held_on: then.on,
              assessment_year: then.assessmentYear ?? null,
              status: then.status,
              entered_late: then.late,
            })
            .where('id', '=', id)
            .execute()
        else await trx.deleteFrom('meeting').where('id', '=', id).execute()
        await writeHeld(trx, bookHeld(new Map(), held(first), then && held(then)))
      })
    }
    expect(await auditHeld(world.db)).toEqual([])
    const rows = () =>
      world.db
        .selectFrom('held')
        .selectAll()
        .where('held_months', '<>', 0)
        .orderBy('year')
        .orderBy('organization_id')
        .orderBy('duty')
        .execute()
    const stepwise = await rows()
    await rebuildHeld(world.db)
    expect(await rows()).toEqual(stepwise)
    expect(stepwise.length).toBeGreaterThan(20)
  })

  it('that missed a meeting is found, and repaired', async () => {
    const { branchA, inA1 } = await smallBureau(world.db)
    const [by = ''] = inA1
    await addMeeting(world.db, { at: branchA, by, types: ['theme-day'], on: '2026-03-05' })
    await world.db
      .updateTable('held')
      .set({ late: [1, ...Array(11).fill(0)] })
      .execute()
    expect(await auditHeld(world.db)).toEqual([
      { organizationId: branchA.id, year: 2026, duty: 'theme-day' },
    ])
    await rebuildHeld(world.db)
    expect(await auditHeld(world.db)).toEqual([])
  })
})

describe('counts', () => {
  it('equal the meetings while pending and when folded; what was missed is found and repaired', async () => {
    const { branchA, groupA1, committee, inA1 } = await smallBureau(world.db)
    const [by = ''] = inA1
    const signed = (at: typeof branchA, told: boolean) =>
      addMeeting(world.db, {
        at,
        by,
        types: ['theme-day', 'party-lecture'],
        on: '2026-03-05',
      }).then(() =>
        world.db.transaction().execute((trx) =>
          addCounts(
            trx,
            at.id,
            [
              { month: '2026-03', kind: 'meeting:theme-day', count: 1 },
              { month: '2026-03', kind: 'meeting:party-lecture', count: 1 },
              { month: '2026-03', kind: 'meetings', count: 1 },
              { month: '2026-03', kind: 'attendance:expected', count: 9 },
              { month: '2026-03', kind: 'attendance:present', count: 8 },
            ].filter(() => told),
          ),
        ),
      )
    await signed(branchA, true)
    expect(await auditCounts(world.db)).toEqual([])
    await foldAll(world.db)
    await signed(groupA1, true)
    await addMeeting(world.db, {
      at: branchA,
      by,
      types: ['theme-day'],
      on: '2026-03-06',
      status: 'draft',
    })
    expect(await auditCounts(world.db)).toEqual([])

    await signed(groupA1, false)
    const wrong = await auditCounts(world.db)
    for (const month of ['2026-03', 'Y2026'])
      expect(wrong).toContainEqual({
        organizationId: groupA1.id,
        kind: 'meeting:theme-day',
        month,
        lacks: 1,
      })
    expect(wrong).toHaveLength(2 * 5)
    const atTheTop = async () =>
      world.db
        .selectFrom('rollup')
        .select('count')
        .where('organization_id', '=', committee.id)
        .where('kind', '=', 'meetings')
        .where('month', '=', 'Y2026')
        .execute()
    await rebuildCounts(world.db, 2)
    expect(await auditCounts(world.db)).toEqual([])
    expect(await atTheTop()).toEqual([{ count: 3 }])
    expect(await world.db.selectFrom('delta').select('id').execute()).toEqual([])
  })

  it('are repaired beside a server that goes on writing and folding', async () => {
    const { branchA, branchB, groupA1, committee, inA1 } = await smallBureau(world.db)
    const [by = ''] = inA1
    const themeDay = { by, types: ['theme-day' as const], on: '2026-03-05' }
    const counted = countedAs(themeDay.types, themeDay.on)
    const signed = (at: typeof branchA, told: boolean) =>
      addMeeting(world.db, { at, ...themeDay, counted: told ? counted : [] })
    for (const at of [branchA, groupA1, branchB, branchB]) await signed(at, false)
    // Wrong in the other direction, and in a year alone.
    const cell = { organization_id: committee.id, kind: 'meetings', minutes: 0 }
    await world.db
      .insertInto('rollup')
      .values([
        { ...cell, month: '2025-01', count: 7 },
        { ...cell, month: 'Y2026', count: -3 },
      ])
      .execute()
    expect(await auditCounts(world.db)).not.toEqual([])
    const goesOn = async () => {
      for (const at of [groupA1, branchB, branchA, groupA1, branchB]) {
        await signed(at, true)
        await fold(world.db, 3)
      }
    }
    await Promise.all([rebuildCounts(world.db, 1), goesOn()])
    expect(await auditCounts(world.db)).toEqual([])
  })
})
