import { describe, expect, it } from 'vitest'
import { cockpitContract } from '#domain/cockpit.contract.ts'
import { addDays } from '#domain/dates.ts'
import { dutiesContract } from '#domain/duties.contract.ts'
import { integrityContract } from '#domain/integrity.contract.ts'
import { duties, type Duty } from '#domain/rules/duties.ts'
import { organizationsContract } from '#domain/organizations.contract.ts'
import { parametersContract } from '#domain/system.contract.ts'
import { auditCounts, auditOwn } from '#tests/support/audits.ts'
import { rebuildCounts } from '#server/counts/rebuild.ts'
import { foldAll } from '#server/counts/fold.ts'
import { applyStates } from '#server/features/members/states.ts'
import { recounts } from '#server/features/recounts.ts'
import { useApi } from '#tests/support/api.ts'
import { addMeeting } from '#tests/support/bookedMeeting.ts'
import { smallBureau, type SmallBureau } from '#tests/support/bureau.ts'
import { dice } from '#tests/support/dice.ts'
import { stateActs } from '#tests/support/stateActs.ts'
import { testNow } from '#tests/support/world.ts'
import { rebuildOwn, recount, turnDay } from './work.ts'

const api = useApi()

const keptYears = [2025, 2026]
/** Of a year that is not kept both readings are made from the state. */
const oldYear = 2024

interface Asked {
  years?: readonly number[]
  /** The heat map is asked for each of these. */
  maps?: readonly Duty[]
}

/** What the readers of these counts answer at each place. */
async function answers(
  { tokens, ...places }: SmallBureau,
  { years = keptYears, maps = duties }: Asked = {},
) {
  const at = [places.committee, places.branchA, places.branchB, places.groupA1]
  const asked = at.flatMap(({ id }) => years.map((year) => ({ organization: id, year })))
  return Promise.all(
    asked.map(async (query) => ({
      summary: (await api.call(tokens.leader, dutiesContract.summary, { query })).body.duties,
      heat: await Promise.all(
        maps.map(async (duty) => {
          const { body } = await api.call(tokens.leader, dutiesContract.heat, {
            query: { ...query, duty },
          })
          return body.rows
        }),
      ),
      coverage: (await api.call(tokens.discipline, integrityContract.coverage, { query })).body,
      parts: (await api.call(tokens.leader, cockpitContract.show, { query })).body.parts.map(
        ({ organizationId, members }) => [organizationId, members],
      ),
    })),
  )
}

/** The same with nothing kept: everything is made from the state. */
async function fromTheState(bureau: SmallBureau, asked: Asked) {
  const { db } = api.world
  const kept = await db.selectFrom('recount_year').selectAll().execute()
  await db.deleteFrom('recount_year').execute()
  const found = await answers(bureau, asked)
  if (kept.length > 0) await db.insertInto('recount_year').values(kept).execute()
  return found
}

async function sameAsTheState(bureau: SmallBureau, asked: Asked = {}): Promise<void> {
  expect(await answers(bureau, asked)).toEqual(await fromTheState(bureau, asked))
}

/** As the worker does it. */
async function work(today: string): Promise<void> {
  await turnDay(api.world.db, today, (trx) => applyStates(trx, { now: api.world.clock(), today }))
  while ((await recount(api.world.db, recounts, today)) > 0);
}

/** To ten o'clock of a day, with everybody still signed in. */
async function moveClock(day: string): Promise<void> {
  const now = `${day}T02:00:00.000Z`
  api.world.setNow(now)
  await api.world.db
    .updateTable('session')
    .set({ idle_until: `${day}T09:00:00.000Z`, ends_at: `${day}T09:00:00.000Z` })
    .execute()
}

describe('counts made from the state', () => {
  const onPostgres = process.env.TEST_STORE === 'postgres'
  // The embedded engine takes three times as long; half of them shows the same, and every kind of act.
  const changes = onPostgres ? 180 : 90
  it('say what the state says after each of many changes, marked, worked off and over midnight', async () => {
    const bureau = await smallBureau(api.world.db)
    const random = dice(20_261_128)
    const acts = stateActs(api, bureau, random)
    const done = acts.map(() => 0)
    let today = '2026-11-23'
    let counted = today
    const workOff = async () => {
      await work(today)
      counted = today
    }
    await workOff()
    for (let n = 0; n < changes; n++) {
      const at = random.below(acts.length)
      // Half of the acts find nothing marked, so that no other act's mark stands for a forgotten one.
      if (random.below(2) === 0) await workOff()
      if ((await acts[at]?.(n)) === 200) done[at] = (done[at] ?? 0) + 1
      expect(await auditOwn(api.world.db, recounts, counted), `act ${at}`).toEqual([])
      if (random.below(6) === 0) await foldAll(api.world.db)
      if (n % (changes / 3) === changes / 3 - 1) {
        await sameAsTheState(bureau)
        today = addDays(today, 1)
        await moveClock(today)
        // The server's clock is past midnight and its worker is not there yet.
        await sameAsTheState(bureau)
      }
      // The map of one duty after the other: all of them would take most of the time; at midnight all are asked.
      if (n % 15 === 0)
        await sameAsTheState(bureau, { maps: duties.slice((n / 15) % duties.length).slice(0, 1) })
    }
    // Each kind of act was really done, not only refused.
    expect(Math.min(...done)).toBeGreaterThan(onPostgres ? 2 : 0)
    await workOff()
    expect(await api.world.db.selectFrom('recount_mark').select('id').execute()).toEqual([])
    expect(await auditOwn(api.world.db, recounts, today)).toEqual([])
    expect(await auditCounts(api.world.db)).toEqual([])
    await foldAll(api.world.db)
    await sameAsTheState(bureau)
    await rebuildOwn(api.world.db, recounts, today)
    await rebuildCounts(api.world.db)
    await sameAsTheState(bureau, { years: [oldYear, ...keptYears] })
    api.world.setNow(testNow)
  }, 240_000)

  it('while two servers fold and work off at once, and people go on', async () => {
    const bureau = await smallBureau(api.world.db)
    const random = dice(7)
    const acts = stateActs(api, bureau, random)
    const today = '2026-11-23'
    const server = async () => {
      await work(today)
      await foldAll(api.world.db)
    }
    for (let round = 0; round < 12; round++) {
      const people = Array.from({ length: 3 }, (_, n) => random.pick(acts)(1_000 + round * 10 + n))
      const [statuses] = await Promise.all([Promise.all(people), server(), server()])
      // Two of one record at once: one is told so. Nobody is told of an error of ours.
      expect(statuses.filter((status) => status >= 500)).toEqual([])
    }
    await Promise.all([server(), server()])
    expect(await auditOwn(api.world.db, recounts, today)).toEqual([])
    await sameAsTheState(bureau)
  }, 120_000)

  it('follow a new frequency of 党课, which takes hold from the first period that begins under it', async () => {
    const bureau = await smallBureau(api.world.db)
    const spring = '2026-05-10'
    await moveClock(spring)
    await work(spring)
    const before = await answers(bureau)
    const { status } = await api.call(bureau.tokens.organizer, parametersContract.set, {
      body: { key: 'lecture.frequency', value: 'month', from: spring, reason: '党委会议决定' },
    })
    expect(status).toBe(200)
    expect(await auditOwn(api.world.db, recounts, spring)).toEqual([])
    const after = await answers(bureau)
    expect(after).not.toEqual(before)
    await sameAsTheState(bureau)
    await work(spring)
    expect(await answers(bureau)).toEqual(after)
    api.world.setNow(testNow)
  })

  it('of a branch follow what a group held in it, though the group has gone elsewhere since', async () => {
    const bureau = await smallBureau(api.world.db)
    const { branchA, branchB, groupA1, groupA2, inA1, tokens } = bureau
    const hold = (at: { id: string }) =>
      addMeeting(api.world.db, {
        at,
        by: inA1[0] ?? '',
        types: ['life-meeting'],
        on: '2026-11-10',
      })
    const dueAt = async () => {
      const query = { organization: branchA.id, year: 2026 }
      const { body } = await api.call(tokens.leader, dutiesContract.summary, { query })
      return body.duties.find(({ duty }) => duty === 'life-meeting')?.dueNow
    }
    await hold(groupA1)
    const { version } = (
      await api.call(tokens.organizer, organizationsContract.show, { params: { id: groupA2.id } })
    ).body
    const moved = await api.call(tokens.organizer, organizationsContract.move, {
      params: { id: groupA2.id },
      body: { parentId: branchB.id, on: '2026-11-23', reason: '调整' },
      version,
    })
    expect(moved.status).toBe(200)
    await work('2026-11-23')
    expect(await dueAt()).toBe(1)
    await hold(groupA2)
    // Marked is the group, which stands below the other branch now.
    expect(await dueAt()).toBe(0)
    await work('2026-11-23')
    expect(await dueAt()).toBe(0)
    expect(await auditOwn(api.world.db, recounts, '2026-11-23')).toEqual([])
  })

  it('are found wrong when somebody changes the state and leaves no mark', async () => {
    const bureau = await smallBureau(api.world.db)
    await work('2026-11-23')
    await api.world.db
      .updateTable('member')
      .set({ standing: 'left' })
      .where('id', '=', bureau.inB[0] ?? '')
      .execute()
    expect(await auditOwn(api.world.db, recounts, '2026-11-23')).toEqual([bureau.branchB.id])
  })
})
