import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { MemberId, ServiceId } from '#domain/ids.ts'
import { servicesContract } from '#domain/services.contract.ts'
import { serviceKind, type ServiceState } from '#domain/services.ts'
import { auditCounts } from '#tests/support/audits.ts'
import { rebuildCounts } from '#server/counts/rebuild.ts'
import { foldAll } from '#server/counts/fold.ts'
import { parameters } from '#server/features/parameters/handlers.ts'
import { services } from '#server/features/services/handlers.ts'
import { useApi } from '#tests/support/api.ts'
import { decide } from '#tests/support/decide.ts'
import { addAccount, smallBureau, type Placed } from '#tests/support/bureau.ts'

const api = useApi([...services, ...parameters])

/** Numbers that look random and are the same in every run. */
function dice(seed: number) {
  let state = seed
  return (n: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * n)
  }
}

/** The bureau with an account of the role 党员 for three people in two branches. */
async function people() {
  const bureau = await smallBureau(api.world.db)
  const { inA1, inA2, inB, groupA1, groupA2, branchB } = bureau
  const account = async (login: string, memberId: MemberId | undefined, at: Placed) =>
    (
      await addAccount(api.world.db, {
        login,
        ...(memberId && { memberId }),
        roles: [{ role: 'member', at }],
      })
    ).token
  const members = [
    bureau.tokens.member,
    await account('a1', inA1[2], groupA1),
    await account('a2', inA2[1], groupA2),
    await account('b', inB[1], branchB),
  ]
  return { ...bureau, members }
}

describe('counts of services', () => {
  it('are what counting the rows gives, after hundreds of random writes, moves and withdrawals', async () => {
    const { members, tokens, committee, branchA } = await people()
    const below = dice(8)
    const known: ServiceId[] = []
    for (let step = 0; step < 260; step++) {
      const token = members[below(members.length)] ?? null
      const kind = serviceKind.options[below(4)] ?? 'assisted'
      const id = known[below(known.length)]
      const version = id
        ? (await api.call(tokens.organizer, servicesContract.show, { params: { id } })).body.version
        : 1
      const turn = below(6)
      if (!id || turn < 2) {
        const day = `2026-${String(9 + below(2)).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`
        const body = {
          kind,
          servedOn: day,
          visits: 1 + below(40),
          minutes: 30 + below(60),
          item: `${step}`,
        }
        const made = await api.call(token, servicesContract.create, { body })
        if (made.status === 200) known.push(made.body.id)
      } else if (turn === 2)
        await api.call(tokens.organizer, servicesContract.confirm, { params: { id }, version })
      else if (turn === 3)
        await api.call(tokens['branch-secretary'], servicesContract.confirmMany, {
          body: { records: [{ id, version }] },
        })
      else {
        const given = { params: { id }, version, body: { reason: '核对后处理' } }
        if (turn === 4) await api.call(tokens.organizer, servicesContract.sendBack, given)
        else await api.call(token, servicesContract[below(2) ? 'withdraw' : 'appeal'], given)
      }
      if (step % 60 === 0) await foldAll(api.world.db)
    }
    expect(await auditCounts(api.world.db)).toEqual([])
    for (const organ of [committee, branchA]) {
      const { cells } = (
        await api.call(tokens.leader, servicesContract.counts, {
          query: { organization: organ.id, year: 2026 },
        })
      ).body
      expect(cells.length).toBeGreaterThan(4)
      for (const { month, kind, visits, minutes, records } of cells) {
        const { rows } = await sql`
          select count(*)::int as records, sum(visits)::int as visits, sum(minutes)::int as minutes from service_record s
          join organization o on o.id = s.organization_id
          where s.state = 'confirmed' and s.kind = ${kind} and to_char(s.served_on, 'YYYY-MM') = ${month} and o.path like ${`${organ.path}%`}`.execute(
          api.world.db,
        )
        expect(rows).toEqual([{ records, visits, minutes }])
        // The mark opens its rows, with the same number at the top.
        const { total, sum } = (
          await api.call(tokens.leader, servicesContract.list, {
            query: { organization: organ.id, month, kinds: [kind], states: ['confirmed'] },
          })
        ).body
        expect({ total, ...sum }).toEqual({
          total: records,
          visits,
          minutes,
          confirmed: { visits, minutes },
        })
      }
    }
    await rebuildCounts(api.world.db)
    expect(await auditCounts(api.world.db)).toEqual([])
  }, 240_000)

  it('sum every row of the filter, whether the counts or the rows answer', async () => {
    const { members, tokens, committee, branchB, inA1 } = await people()
    const made: { id: ServiceId; state: ServiceState }[] = []
    for (const [at, token] of members.entries())
      for (const visits of [1, 10, 100]) {
        const body = {
          kind: 'outreach' as const,
          servedOn: '2026-10-10',
          visits: visits + at,
          minutes: 60,
        }
        made.push((await api.call(token, servicesContract.create, { body })).body)
      }
    const first = made.filter((_, at) => at % 2 === 0).map(({ id }) => ({ id, version: 1 }))
    await api.call(tokens.organizer, servicesContract.confirmMany, { body: { records: first } })
    const wanted = async (token: string | null, query: object) => {
      const { total, sum, rows } = (
        await api.call(token, servicesContract.list, { query: { size: 100, ...query } })
      ).body
      expect(total).toBe(rows.length)
      expect(sum.visits).toBe(rows.reduce((all, row) => all + row.visits, 0))
      expect(sum.minutes).toBe(rows.reduce((all, row) => all + (row.minutes ?? 0), 0))
      const counting = rows.filter(({ state }) => state === 'confirmed')
      expect(sum.confirmed).toEqual({
        visits: counting.reduce((all, row) => all + row.visits, 0),
        minutes: counting.reduce((all, row) => all + (row.minutes ?? 0), 0),
      })
      return total
    }
    const year = 2026
    expect(await wanted(tokens.leader, { year })).toBe(12)
    expect(await wanted(tokens.leader, {})).toBe(12)
    expect(await wanted(tokens.leader, { year, states: ['confirmed'] })).toBe(6)
    expect(await wanted(tokens.leader, { year, states: ['logged'] })).toBe(6)
    expect(await wanted(tokens.leader, { year, organization: branchB.id })).toBe(3)
    expect(await wanted(tokens.leader, { year, kinds: ['reminder'] })).toBe(0)
    expect(await wanted(tokens.leader, { year, volunteer: 'true' })).toBe(0)
    expect(await wanted(tokens.leader, { year, member: inA1[1] })).toBe(3)
    expect(await wanted(tokens.leader, { year: 2025 })).toBe(0)
    expect(await wanted(tokens['branch-secretary'], { year })).toBe(9)
    expect(await wanted(tokens['group-leader'], { year })).toBe(6)
    expect(await wanted(tokens.member, { year })).toBe(3)
    expect(await wanted(tokens.member, { year, mine: 'false' })).toBe(0)
    expect(await wanted(members[3] ?? null, { year, states: ['confirmed'] })).toBeLessThan(3)
    expect(committee.id).toBeDefined()
  })

  it('let nobody see the rows of another branch', async () => {
    const { members, tokens } = await people()
    const body = { kind: 'reminder' as const, servedOn: '2026-10-10', visits: 5 }
    const { id } = (await api.call(members[3] ?? null, servicesContract.create, { body })).body
    for (const token of [tokens['branch-secretary'], tokens['group-leader'], tokens.member]) {
      const answer = await api.call(token, servicesContract.show, { params: { id } })
      expect(answer.status).toBe(404)
    }
  })
})

describe('hours, stars and certificates', () => {
  /** 王芳 with volunteer hours confirmed, hours on duty, and hours that wait. */
  async function served() {
    const made = await people()
    const log = async (given: object) =>
      (
        await api.call(made.tokens.member, servicesContract.create, {
          body: { kind: 'outreach', servedOn: '2026-10-10', visits: 2, ...given } as never,
        })
      ).body.id
    const volunteered = [
      await log({ isVolunteer: true, minutes: 600, servedOn: '2026-10-10' }),
      await log({ isVolunteer: true, minutes: 600, servedOn: '2026-10-11' }),
    ]
    const duty = await log({ minutes: 480, servedOn: '2026-10-12' })
    await log({ isVolunteer: true, minutes: 300, servedOn: '2026-10-13' })
    const records = [...volunteered, duty].map((id) => ({ id, version: 1 }))
    await api.call(made.tokens['group-leader'], servicesContract.confirmMany, { body: { records } })
    const member = made.inA1[1] as MemberId
    const standing = async () =>
      (
        await api.call(made.tokens.member, servicesContract.standing, {
          query: { member, year: 2026 },
        })
      ).body
    const certify = (token: string, to = '2026-11-01') =>
      api.call(token, servicesContract.certify, {
        body: { memberId: member, from: '2026-01-01', to },
      })
    return { ...made, member, volunteered, standing, certify }
  }

  it('stars come from confirmed volunteer hours only, by the ladder in force', async () => {
    const { standing, tokens } = await served()
    expect(await standing()).toMatchObject({
      volunteerMinutes: 1_200,
      star: 0,
      toNext: 4_800,
      waiting: 1,
      kinds: [{ kind: 'outreach', records: 3, visits: 6, minutes: 1_680 }],
    })
    await decide(api.world.db, 'volunteer.starHours', [10, 20, 40], '2026-06-01')
    await decide(api.world.db, 'volunteer.starHours', [1_000], '2026-12-01')
    expect(await standing()).toMatchObject({ star: 2, ladder: [10, 20, 40], toNext: 1_200 })
    expect(tokens.leader).toBeDefined()
  })

  it('a certificate says the hours of its period, and its number can be checked with the name', async () => {
    const { certify, tokens, member, volunteered } = await served()
    const made = (await certify(tokens['branch-secretary'])).body
    expect(made).toMatchObject({ memberName: '王芳', records: 2, visits: 4, minutes: 1_200 })
    expect(made.number).toMatch(/^FW2026(-[0-9A-Z]{4}){3}$/)
    const check = async (number: string, name = '王芳') =>
      (await api.call(tokens.leader, servicesContract.verify, { query: { number, name } })).body
    expect(await check(made.number)).toMatchObject({
      verdict: 'genuine',
      minutesNow: null,
      certificate: { minutes: 1_200, issuedOn: '2026-11-23' },
    })
    expect(await check(made.number.toLowerCase().replaceAll('-', ' '))).toMatchObject({
      verdict: 'genuine',
    })
    expect(await check(made.number, '王方')).toEqual({
      verdict: 'unknown',
      certificate: null,
      minutesNow: null,
    })
    expect((await check('FW2026-0000-0000-0000')).verdict).toBe('unknown')
    const id = volunteered[0]
    if (!id) throw new Error('nothing volunteered')
    await api.call(tokens.member, servicesContract.withdraw, {
      params: { id },
      version: 2,
      body: { reason: '记重了' },
    })
    expect(await check(made.number)).toMatchObject({ verdict: 'genuine', minutesNow: 600 })
    await api.world.db.updateTable('service_certificate').set({ minutes: 90_000 }).execute()
    expect(await check(made.number)).toEqual({
      verdict: 'altered',
      certificate: null,
      minutesNow: null,
    })
    expect(
      (await api.call(tokens.member, servicesContract.certificates, { query: { member } })).body,
    ).toHaveLength(1)
    const { id: certificateId } = made
    const shown = await api.call(tokens.member, servicesContract.certificate, {
      params: { id: certificateId },
    })
    expect(shown.body.number).toBe(made.number)
  })

  it('is issued for hours that are there, by oneself or the branch, not by who only looks', async () => {
    const { certify, tokens } = await served()
    expect((await certify(tokens.member)).status).toBe(200)
    for (const role of ['leader', 'discipline', 'group-leader'] as const)
      expect((await certify(tokens[role])).problem.code, `as ${role}`).toBe('forbidden')
    expect((await certify(tokens.member, '2026-11-24')).problem.fields).toHaveProperty(['body.to'])
    expect((await certify(tokens.member, '2025-12-31')).problem.fields).toHaveProperty(['body.to'])
    expect((await certify(tokens.member, '2026-10-09')).problem.fields).toEqual({
      'body.from': '这段时间没有已确认的志愿服务时长，不能出具证明',
    })
  })
})
