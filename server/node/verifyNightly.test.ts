import { sql } from 'kysely'
import { beforeEach, expect, it } from 'vitest'
import { foldAll } from '#server/counts/fold.ts'
import { recount, turnDay } from '#server/counts/recount/work.ts'
import { recounts } from '#server/features/recounts.ts'
import { auditCounts, auditHeld, auditOwn } from '#tests/support/audits.ts'
import { addMeeting } from '#tests/support/bookedMeeting.ts'
import { smallBureau } from '#tests/support/bureau.ts'
import { testWorld, type TestWorld } from '#tests/support/world.ts'
import { verifyNightly } from './verifyNightly.ts'

let world: TestWorld
beforeEach(async () => void (world = await testWorld()))

/** Two in the morning of a Wednesday, more than a day after the installation was set up. */
const night = '2026-11-24T18:00:00.000Z'
const today = '2026-11-25'
const verify = (signal = new AbortController().signal) => verifyNightly(world, signal)
const told = () =>
  world.logged
    .filter(({ level }) => level === 'error')
    .map(({ fields }) => [fields.organizationId, fields.what])

/** As the server's other works leave it. */
async function workedOff(): Promise<void> {
  await turnDay(world.db, today, () => Promise.resolve())
  while ((await recount(world.db, recounts, today)) > 0);
  await foldAll(world.db)
}

/** A meeting without its counts, and members whose state was changed without a mark. */
async function tampered() {
  const bureau = await smallBureau(world.db)
  await workedOff()
  const by = bureau.inA1[0] ?? ''
  await addMeeting(world.db, { at: bureau.branchA, by, types: ['theme-day'], on: '2026-03-05' })
  await world.db
    .updateTable('held')
    .set({ late: [1, ...Array<number>(11).fill(0)] })
    .execute()
  await world.db
    .updateTable('member_state')
    .set({ stage: 'activist' })
    .where('organization_id', '=', bureau.branchB.id)
    .execute()
  return bureau
}

it('at night counts that differ are told of and repaired', async () => {
  const { branchA, branchB } = await tampered()
  world.setNow(night)
  await verify()
  for (const wrong of [
    [branchA.id, 'held'],
    [branchA.id, 'counts'],
    [branchB.id, 'own'],
  ])
    expect(told()).toContainEqual(wrong)
  await workedOff()
  expect(await auditHeld(world.db)).toEqual([])
  expect(await auditOwn(world.db, recounts, today)).toEqual([])
  expect(await auditCounts(world.db)).toEqual([])
})

it('once a night, by one of two servers, and not by day', async () => {
  await tampered()
  await verify()
  expect(told()).toEqual([])
  world.setNow(night)
  await Promise.all([verify(), verify()])
  expect(world.logged.filter(({ message }) => message === 'counts were verified')).toHaveLength(1)
})

it('also after an update that gave the day of the last one in microseconds', async () => {
  await sql`update installation set verified_at = '2026-11-23 18:00:00.123456+00'`.execute(world.db)
  world.setNow(night)
  await Promise.all([verify(), verify()])
  expect(world.logged.filter(({ message }) => message === 'counts were verified')).toHaveLength(1)
})

it('ends early where the server does', async () => {
  await tampered()
  world.setNow(night)
  await verify(AbortSignal.abort())
  expect(world.logged).toEqual([])
})
