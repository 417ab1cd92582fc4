import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { addDays } from '#domain/dates.ts'
import {
  honourId,
  serviceId,
  type MeetingId,
  type MemberId,
  type ServiceId,
  type StudyId,
} from '#domain/ids.ts'
import { honoursContract } from '#domain/honours.contract.ts'
import { meetingsContract } from '#domain/meetings.contract.ts'
import { servicesContract } from '#domain/services.contract.ts'
import { serviceKind } from '#domain/services.ts'
import { studiesContract } from '#domain/studies.contract.ts'
import { foldAll } from '#server/counts/fold.ts'
import { rebuildCounts, rebuildHeld } from '#server/counts/rebuild.ts'
import { recount } from '#server/counts/recount/work.ts'
import { recounts } from '#server/features/recounts.ts'
import { useApi } from '#tests/support/api.ts'
import { auditCounts, auditHeld, auditOwn } from '#tests/support/audits.ts'
import { addAccount, smallBureau, type Placed } from '#tests/support/bureau.ts'
import { dice } from '#tests/support/dice.ts'
import { addHolidays, onNotice } from '#tests/support/honours.ts'
import { aMeeting } from '#tests/support/meetings.ts'
import { stateActs } from '#tests/support/stateActs.ts'
import { aStudy } from '#tests/support/studies.ts'

const api = useApi()
const today = '2026-11-23'

/** Records a page of services at once, so that ten thousand writes are some hundred requests. */
const PAGE = 100

type Given<Id> = { params: { id: Id }; version: number }
/** Answers the status. `n` makes names its own. */
type Act = (n: number) => Promise<number>

it('10,000 records written, confirmed, returned, corrected and withdrawn, while people and organizations move, count as their rows do', async () => {
  const bureau = await smallBureau(api.world.db)
  const { tokens, committee, branchA, branchB, groupA1, inA1, inA2, inB } = bureau
  const { db } = api.world
  const random = dice(20_261_129)
  const { below, pick, shuffle } = random
  await addHolidays(db)

  const account = async (login: string, memberId: MemberId | undefined, at: Placed) =>
    (
      await addAccount(db, {
        login,
        ...(memberId && { memberId }),
        roles: [{ role: 'member', at }],
      })
    ).token
  const members = [
    tokens.member,
    await account('甲一', inA1[2], groupA1),
    await account('甲二', inA2[1], bureau.groupA2),
    await account('乙', inB[1], branchB),
  ]
  const services: { id: ServiceId; token: string }[] = []
  const studies: StudyId[] = []
  const meetings: MeetingId[] = []
  const campaign = await onNotice(api, bureau, inA1.slice(3))
  await campaign.decide(campaign.id, today)
  const honours = (await db.selectFrom('honour').select('id').execute()).map(({ id }) =>
    honourId.parse(id),
  )

  let written = 0
  const counted = (status: number, records = 1) => {
    if (status === 200) written += records
    return status
  }
  const some = () => shuffle(services).slice(0, PAGE)
  const versionsOf = (
    table: 'service_record' | 'study' | 'meeting' | 'honour',
    ids: readonly string[],
  ) => db.selectFrom(table).select(['id', 'version']).where('id', 'in', ids).execute()
  const at = async <Id extends string>(
    table: 'service_record' | 'study' | 'meeting' | 'honour',
    id: Id,
  ) => {
    const [row] = await versionsOf(table, [id])
    return { params: { id }, version: row?.version ?? 0 }
  }
  const entry = (n: number) => ({
    kind: pick(serviceKind.options),
    servedOn: addDays('2026-01-01', below(320)),
    visits: 1 + below(40),
    minutes: 20 + below(60),
    isVolunteer: below(2) === 0,
    item: `事项${n}`,
  })
  const because = { body: { reason: '核对后处理' } }
  const correction = {
    field: 'title',
    wrong: '十一月支部党员大会',
    right: '支部党员大会',
    reason: '标题有误',
  } as const

  /** One service record, chosen at random, treated by its member or by who confirms. */
  const service =
    (
      what: (
        token: string | null,
        given: Given<ServiceId>,
        n: number,
      ) => Promise<{ status: number }>,
    ): Act =>
    async (n) => {
      const { id, token } = pick(services)
      return counted((await what(token, await at('service_record', id), n)).status)
    }
  const returned =
    (what: (token: string | null, given: Given<ServiceId>) => Promise<{ status: number }>): Act =>
    async () => {
      const standing = await db
        .selectFrom('service_record')
        .select('id')
        .where('state', '=', 'returned')
        .execute()
      const one = services.find(({ id }) => standing.some((row) => row.id === id))
      return one ? counted((await what(one.token, await at('service_record', one.id))).status) : 404
    }
  const study =
    (what: (given: Given<StudyId>) => Promise<{ status: number }>): Act =>
    async () =>
      counted((await what(await at('study', pick(studies)))).status)
  /** One meeting that stands in this state. */
  const meeting =
    (status: string, what: (given: Given<MeetingId>) => Promise<{ status: number }>): Act =>
    async () => {
      const standing = await db
        .selectFrom('meeting')
        .select('id')
        .where('status', '=', status)
        .execute()
      const ids = meetings.filter((id) => standing.some((one) => one.id === id))
      return ids.length === 0 ? 404 : counted((await what(await at('meeting', pick(ids)))).status)
    }

  const acts: Record<string, Act> = {
    log: async (n) => {
      const token = pick(members)
      const entries = Array.from({ length: PAGE }, (_, line) => entry(n * PAGE + line))
      const made = await api.call(token, servicesContract.createMany, { body: { entries } })
      if (made.status !== 200) return made.status
      services.push(...made.body.kept.map(({ id }) => ({ id, token })))
      return counted(200, made.body.kept.length)
    },
    confirm: async () => {
      const records = (
        await versionsOf(
          'service_record',
          some().map(({ id }) => id),
        )
      ).map(({ id, version }) => ({ id: serviceId.parse(id), version }))
      const { status, body } = await api.call(tokens.organizer, servicesContract.confirmMany, {
        body: { records },
      })
      return counted(status, body.confirmed.length)
    },
    sendBack: service((_, given) =>
      api.call(tokens.organizer, servicesContract.sendBack, { ...given, ...because }),
    ),
    change: service((token, given, n) =>
      api.call(token, servicesContract.change, { ...given, body: entry(-n) }),
    ),
    withdraw: service((token, given) =>
      api.call(token, servicesContract.withdraw, { ...given, ...because }),
    ),
    appeal: returned((token, given) =>
      api.call(token, servicesContract.appeal, { ...given, ...because }),
    ),
    study: async () => {
      const [organ, people] = pick([
        [branchA, inA1],
        [branchB, inB],
        [committee, inA2],
      ] as const)
      const body = aStudy(organ, people.slice(0, 1 + below(3)), {
        kind: pick(['reading', 'training'] as const),
        heldOn: addDays('2026-02-01', below(290)),
        minutes: 30 + below(200),
        advance: pick(['close', 'hold'] as const),
      })
      const made = await api.call(tokens.organizer, studiesContract.create, { body })
      if (made.status === 200) studies.push(made.body.id)
      return counted(made.status)
    },
    closeStudy: study((given) => api.call(tokens.organizer, studiesContract.close, given)),
    reopenStudy: study((given) =>
      api.call(tokens.organizer, studiesContract.reopen, { ...given, ...because }),
    ),
    meeting: async () => {
      const [organ, people] = pick([
        [branchA, inA2],
        [branchB, inB],
      ] as const)
      const heldOn = addDays('2026-02-01', below(290))
      const made = await api.call(tokens.organizer, meetingsContract.create, {
        body: aMeeting(organ, pick(people), { heldOn, advance: pick(['sign', 'submit'] as const) }),
      })
      if (made.status === 200) meetings.push(made.body.id)
      return counted(made.status)
    },
    sign: meeting('submitted', (given) => api.call(tokens.organizer, meetingsContract.sign, given)),
    unsign: meeting('signed', (given) =>
      api.call(tokens.organizer, meetingsContract.unsign, { ...given, ...because }),
    ),
    archive: meeting('signed', (given) =>
      api.call(tokens.organizer, meetingsContract.archive, given),
    ),
    correct: meeting('archived', (given) =>
      api.call(tokens.organizer, meetingsContract.correct, { ...given, body: correction }),
    ),
    revoke: async (n) => {
      const id = n > 60 ? honours.pop() : undefined
      if (id === undefined) return 404
      const body = { on: today, reason: '受到党纪处分', documentNumber: '机党〔2026〕30号' }
      return counted(
        (
          await api.call(tokens.organizer, honoursContract.revoke, {
            ...(await at('honour', id)),
            body,
          })
        ).status,
      )
    },
    ...Object.fromEntries(stateActs(api, bureau, random).map((act, n) => [`state ${n}`, act])),
  }

  const names = Object.keys(acts)
  const first = ['log', 'study', 'meeting']
  const done = new Map(names.map((name) => [name, 0]))
  for (let n = 0; written < 10_000; n++) {
    // Two turns in five write a page of services, where most of the records are.
    const name = first[n] ?? pick(['log', 'confirm', pick(names), pick(names), pick(names)])
    if ((await acts[name]?.(n)) === 200) done.set(name, (done.get(name) ?? 0) + 1)
    if (n % 30 === 29) await foldAll(db)
  }
  // Each was really done, not only refused.
  expect([...done].filter(([, times]) => times === 0)).toEqual([])

  while ((await recount(db, recounts, today)) > 0);
  expect(await auditCounts(db)).toEqual([])
  expect(await auditHeld(db)).toEqual([])
  expect(await auditOwn(db, recounts, today)).toEqual([])
  for (const organ of [committee, branchA, branchB, groupA1]) {
    const query = { organization: organ.id, year: 2026 }
    const { cells } = (await api.call(tokens.leader, servicesContract.counts, { query })).body
    const { rows } = await sql<{ cell: string; told: number[] }>`
      select to_char(s.served_on, 'YYYY-MM ') || s.kind as cell, array[count(*), sum(s.visits), sum(s.minutes)]::int[] as told
      from service_record s join organization o on o.id = s.organization_id
      where s.state = 'confirmed' and o.path like (select path from organization where id = ${organ.id}) || '%'
      group by 1`.execute(db)
    const told = cells.map((one) => [
      `${one.month} ${one.kind}`,
      [one.records, one.visits, one.minutes],
    ])
    expect(Object.fromEntries(told)).toEqual(
      Object.fromEntries(rows.map((row) => [row.cell, row.told])),
    )
  }
  await rebuildHeld(db)
  await rebuildCounts(db)
  expect(await auditCounts(db)).toEqual([])
}, 240_000)
