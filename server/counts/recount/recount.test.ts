import { describe, expect, it } from 'vitest'
import { cockpitContract } from '#domain/cockpit.contract.ts'
import { addDays } from '#domain/dates.ts'
import { dutiesContract, exemptionsContract } from '#domain/duties.contract.ts'
import type { OrganizationId } from '#domain/ids.ts'
import { integrityContract } from '#domain/integrity.contract.ts'
import { membersContract } from '#domain/members.contract.ts'
import { organizationsContract } from '#domain/organizations.contract.ts'
import { duties } from '#domain/rules/duties.ts'
import { parametersContract } from '#domain/system.contract.ts'
import { auditCounts, rebuildCounts } from '#server/counts/audit.ts'
import { foldAll } from '#server/counts/fold.ts'
import { applyStates } from '#server/features/members/states.ts'
import { recounts } from '#server/features/recounts.ts'
import { useApi } from '#tests/support/api.ts'
import { addMeeting } from '#tests/support/bookedMeeting.ts'
import { smallBureau, type SmallBureau } from '#tests/support/bureau.ts'
import { dice } from '#tests/support/dice.ts'
import { testNow } from '#tests/support/world.ts'
import { auditOwn, rebuildOwn, recount, turnDay } from './work.ts'

const api = useApi()

const years = [2024, 2025, 2026]

/** What the readers of these counts answer at each place, of kept years and of one that is not kept. */
async function answers({ tokens, ...places }: SmallBureau) {
  const at = [places.committee, places.branchA, places.branchB, places.groupA1]
  const asked = at.flatMap(({ id }) => years.map((year) => ({ organization: id, year })))
  return Promise.all(
    asked.map(async (query) => ({
      summary: (await api.call(tokens.leader, dutiesContract.summary, { query })).body.duties,
      heat: await Promise.all(
        duties.map(async (duty) => {
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
async function fromTheState(bureau: SmallBureau) {
  const { db } = api.world
  const kept = await db.selectFrom('recount_year').selectAll().execute()
  await db.deleteFrom('recount_year').execute()
  const found = await answers(bureau)
  if (kept.length > 0) await db.insertInto('recount_year').values(kept).execute()
  return found
}

async function sameAsTheState(bureau: SmallBureau): Promise<void> {
  expect(await answers(bureau)).toEqual(await fromTheState(bureau))
}

/** As the worker does it. */
async function work(today: string): Promise<void> {
  await turnDay(api.world.db, today, (trx) => applyStates(trx, today))
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

type Act = (n: number) => Promise<number>

/** What the people of a bureau do that changes what is owed, kept, or who belongs where. */
function actsOf(bureau: SmallBureau, { below, pick }: ReturnType<typeof dice>): Act[] {
  const { tokens, committee, branchA, branchB, groupA1, groupA2 } = bureau
  const { db } = api.world
  const people = [...bureau.inA1, ...bureau.inA2, ...bureau.inB, bureau.probationary]
  const organs = [branchA, branchB, groupA1, groupA2]
  const idOf = (one: { id: string }) => one.id as OrganizationId
  const day = () => addDays('2025-01-01', below(690))
  const card = async (id: OrganizationId) =>
    (await api.call(tokens.organizer, organizationsContract.show, { params: { id } })).body
  return [
    async () => {
      await addMeeting(db, { at: pick(organs), by: pick(people), types: [pick(duties)], on: day() })
      return 200
    },
    async () => {
      const id = pick(people)
      const { body } = await api.call(tokens.organizer, membersContract.show, { params: { id } })
      const change = pick([
        { organizationId: idOf(pick([...organs, committee])) },
        { standing: pick(['left', 'normal'] as const) },
        { rights: pick(['suspended', 'normal'] as const) },
        { stage: pick(['full', 'probationary'] as const) },
      ])
      const on = addDays('2026-11-20', below(8))
      return api
        .call(tokens.organizer, membersContract.changeStatus, {
          params: { id },
          body: { on, reason: '工作需要', ...change },
          version: body.version,
        })
        .then(({ status }) => status)
    },
    async () => {
      const from = day()
      const body = {
        organizationId: idOf(pick(organs)),
        duty: pick(duties),
        from,
        to: addDays(from, 20 + below(90)),
        reason: '全体外出培训',
        documentNumber: '机关党委〔2026〕1号',
      }
      const made = await api.call(tokens.organizer, exemptionsContract.create, { body })
      if (made.status !== 200 || below(2) === 0) return made.status
      const { id, version } = made.body
      return api
        .call(tokens.organizer, exemptionsContract.withdraw, { params: { id }, version })
        .then(({ status }) => status)
    },
    async () => {
      const made = await api.call(tokens.organizer, organizationsContract.appoint, {
        params: { id: idOf(pick([branchA, branchB])) },
        body: {
          memberId: pick(people),
          post: pick(['officer', 'publicity-officer'] as const),
          startedOn: day(),
        },
      })
      if (made.status !== 200 || below(2) === 0) return made.status
      const post = made.body.posts.at(-1)
      if (!post) return 200
      return api
        .call(tokens.organizer, organizationsContract.endPost, {
          params: { id: post.id },
          body: { endedOn: '2026-11-23' },
          version: post.version,
        })
        .then(({ status }) => status)
    },
    async (n) => {
      const body = { parentId: idOf(branchB), kind: 'group' as const, name: `新组${n}` }
      const made = await api.call(tokens.organizer, organizationsContract.create, {
        body: { ...body, foundedOn: day() },
      })
      if (made.status !== 200 || below(2) === 0) return made.status
      return api
        .call(tokens.organizer, organizationsContract.close, {
          params: { id: made.body.id },
          body: { on: '2026-11-22', reason: '合并' },
          version: made.body.version,
        })
        .then(({ status }) => status)
    },
    async () => {
      const id = idOf(groupA2)
      const { version, trail } = await card(id)
      const there = trail.some((one) => one.id === branchA.id)
      return api
        .call(tokens.organizer, organizationsContract.move, {
          params: { id },
          body: { parentId: idOf(there ? branchB : branchA), on: '2026-11-23', reason: '调整' },
          version,
        })
        .then(({ status }) => status)
    },
    async (n) => {
      const made = await api.call(tokens.discipline, integrityContract.recordEducation, {
        body: {
          organizationId: idOf(pick([committee, branchA, branchB])),
          title: `警示教育${n}`,
          theme: '以案为鉴',
          heldOn: addDays('2025-06-01', below(500)),
          absentIds: [],
        },
      })
      if (made.status !== 200 || below(2) === 0) return made.status
      return api
        .call(tokens.discipline, integrityContract.withdrawEducation, {
          params: { id: made.body.id },
          body: { reason: '重复登记' },
          version: made.body.version,
        })
        .then(({ status }) => status)
    },
    async () =>
      api
        .call(tokens.organizer, parametersContract.set, {
          body: {
            key: 'lecture.frequency',
            value: pick(['month', 'quarter', 'half-year']),
            from: '2026-11-23',
            reason: '党委会议决定',
          },
        })
        .then(({ status }) => status),
  ]
}

describe('counts made from the state', () => {
  it('say what the state says after each of many changes, marked, worked off and over midnight', async () => {
    const bureau = await smallBureau(api.world.db)
    const random = dice(20_261_128)
    const acts = actsOf(bureau, random)
    const done = acts.map(() => 0)
    let today = '2026-11-23'
    let counted = today
    const workOff = async () => {
      await work(today)
      counted = today
    }
    await workOff()
    for (let n = 0; n < 180; n++) {
      const at = random.below(acts.length)
      // Half of the acts find nothing marked, so that no other act's mark stands for a forgotten one.
      if (random.below(2) === 0) await workOff()
      if ((await acts[at]?.(n)) === 200) done[at] = (done[at] ?? 0) + 1
      expect(await auditOwn(api.world.db, recounts, counted), `act ${at}`).toEqual([])
      if (random.below(6) === 0) await foldAll(api.world.db)
      if (n % 60 === 59) {
        await sameAsTheState(bureau)
        today = addDays(today, 1)
        await moveClock(today)
        // The server's clock is past midnight and its worker is not there yet.
        await sameAsTheState(bureau)
      }
      if (n % 15 === 0) await sameAsTheState(bureau)
    }
    // Each kind of act was really done, not only refused.
    expect(Math.min(...done)).toBeGreaterThan(2)
    await workOff()
    expect(await api.world.db.selectFrom('recount_mark').select('id').execute()).toEqual([])
    expect(await auditOwn(api.world.db, recounts, today)).toEqual([])
    const kinds = recounts.map(({ prefix }) => prefix)
    const wrong = await auditCounts(api.world.db)
    // Other counts are not what these acts write.
    expect(wrong.filter(({ kind }) => kinds.some((prefix) => kind.startsWith(prefix)))).toEqual([])
    await foldAll(api.world.db)
    await sameAsTheState(bureau)
    await rebuildOwn(api.world.db, recounts, today)
    await rebuildCounts(api.world.db)
    await sameAsTheState(bureau)
    api.world.setNow(testNow)
  }, 240_000)

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
