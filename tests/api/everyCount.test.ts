import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { addDays } from '#domain/dates.ts'
import { honourId, type MemberId, type ServiceId, type StudyId } from '#domain/ids.ts'
import { honoursContract } from '#domain/honours.contract.ts'
import { meetingsContract } from '#domain/meetings.contract.ts'
import type { MeetingRecord } from '#domain/meetings.ts'
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

/** Where they stand among the acts. */
const [LOG, CONFIRM, STUDY, MEETING] = [0, 1, 3, 5]

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
  const meetings: MeetingRecord['id'][] = []
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
  const versions = async (ids: readonly ServiceId[]) =>
    db.selectFrom('service_record').select(['id', 'version']).where('id', 'in', ids).execute()
  const some = () => shuffle(services).slice(0, PAGE)
  const versionOf = async (table: 'study' | 'meeting' | 'honour', id: string) =>
    (await db.selectFrom(table).select('version').where('id', '=', id).executeTakeFirst())
      ?.version ?? 0
  const entry = (n: number) => ({
    kind: pick(serviceKind.options),
    servedOn: addDays('2026-01-01', below(320)),
    visits: 1 + below(40),
    minutes: 20 + below(60),
    isVolunteer: below(2) === 0,
    item: `事项${n}`,
  })

  const acts: ((n: number) => Promise<number>)[] = [
    async (n) => {
      const token = pick(members)
      const entries = Array.from({ length: PAGE }, (_, at) => entry(n * PAGE + at))
      const made = await api.call(token, servicesContract.createMany, { body: { entries } })
      if (made.status !== 200) return made.status
      const { kept } = made.body
      services.push(...kept.map(({ id }) => ({ id, token })))
      return counted(200, kept.length)
    },
    async () => {
      const records = (await versions(some().map(({ id }) => id))) as {
        id: ServiceId
        version: number
      }[]
      const { status, body } = await api.call(tokens.organizer, servicesContract.confirmMany, {
        body: { records },
      })
      return counted(status, body.confirmed.length)
    },
    // Three by one hand: returned, withdrawn or appealed, and put right.
    async (n) => {
      for (const { id, token } of some().slice(0, 3)) {
        const [record] = await versions([id])
        const given = { params: { id }, version: record?.version ?? 0 }
        const reason = { body: { reason: '核对后处理' } }
        const what = below(4)
        const { status } =
          what === 0
            ? await api.call(tokens.organizer, servicesContract.sendBack, { ...given, ...reason })
            : what === 1
              ? await api.call(token, servicesContract.change, { ...given, body: entry(-n) })
              : await api.call(token, servicesContract[what === 2 ? 'withdraw' : 'appeal'], {
                  ...given,
                  ...reason,
                })
        counted(status)
      }
      return 200
    },
    async () => {
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
    async () => {
      const id = pick(studies)
      const given = { params: { id }, version: await versionOf('study', id) }
      const close = await api.call(tokens.organizer, studiesContract.close, given)
      if (close.status === 200) return counted(200)
      return counted(
        (
          await api.call(tokens.organizer, studiesContract.reopen, {
            ...given,
            body: { reason: '学时录错' },
          })
        ).status,
      )
    },
    async () => {
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
    async () => {
      const id = pick(meetings)
      const given = { params: { id }, version: await versionOf('meeting', id) }
      const correction = {
        field: 'title',
        wrong: '十一月支部党员大会',
        right: '支部党员大会',
        reason: '标题有误',
      } as const
      const { status } = await pick([
        () => api.call(tokens.organizer, meetingsContract.sign, given),
        () =>
          api.call(tokens.organizer, meetingsContract.unsign, {
            ...given,
            body: { reason: '出席录错' },
          }),
        () => api.call(tokens.organizer, meetingsContract.archive, given),
        () => api.call(tokens.organizer, meetingsContract.correct, { ...given, body: correction }),
      ])()
      return counted(status)
    },
    ...stateActs(api, bureau, random),
  ]

  const done = acts.map(() => 0)
  const first = [LOG, STUDY, MEETING]
  for (let n = 0; written < 10_000; n++) {
    // Half of the turns write services, where most of the records are.
    const at = first[n] ?? pick([LOG, CONFIRM, below(acts.length), below(acts.length)])
    if ((await acts[at]?.(n)) === 200) done[at] = (done[at] ?? 0) + 1
    if (n % 30 === 29) await foldAll(db)
    if (n % 90 === 89) {
      const id = honours.pop()
      if (id)
        await api.call(tokens.organizer, honoursContract.revoke, {
          params: { id },
          version: await versionOf('honour', id),
          body: { on: today, reason: '受到党纪处分', documentNumber: '机党〔2026〕30号' },
        })
    }
  }
  expect(Math.min(...done)).toBeGreaterThan(0)

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
