import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { ServiceId } from '#domain/ids.ts'
import { servicesContract } from '#domain/services.contract.ts'
import { serviceKind, type ServiceState } from '#domain/services.ts'
import { auditCounts } from '#tests/support/audits.ts'
import { rebuildCounts } from '#server/counts/rebuild.ts'
import { foldAll } from '#server/counts/fold.ts'
import { services } from '#server/features/services/handlers.ts'
import { useApi } from '#tests/support/api.ts'
import { servingBureau } from '#tests/support/services.ts'

const api = useApi(services)

/** Numbers that look random and are the same in every run. */
function dice(seed: number) {
  let state = seed
  return (n: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * n)
  }
}

describe('counts of services', () => {
  it('are what counting the rows gives, after hundreds of random writes, moves and withdrawals', async () => {
    const { members, tokens, committee, branchA } = await servingBureau(api)
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
    const { members, tokens, committee, branchB, inA1 } = await servingBureau(api)
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
    const { members, tokens } = await servingBureau(api)
    const body = { kind: 'reminder' as const, servedOn: '2026-10-10', visits: 5 }
    const { id } = (await api.call(members[3] ?? null, servicesContract.create, { body })).body
    for (const token of [tokens['branch-secretary'], tokens['group-leader'], tokens.member]) {
      const answer = await api.call(token, servicesContract.show, { params: { id } })
      expect(answer.status).toBe(404)
    }
  })
})
