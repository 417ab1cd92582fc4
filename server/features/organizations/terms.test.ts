import { describe, expect, it } from 'vitest'
import type { OrganizationId } from '#domain/ids.ts'
import { organizationsContract as contract } from '#domain/organizations.contract.ts'
import { addOrganization, smallBureau } from '#tests/support/bureau.ts'
import { useApi } from '#tests/support/api.ts'
import { meetings } from '#server/features/meetings/handlers.ts'
import { organizations } from './handlers.ts'

const api = useApi([...organizations, ...meetings])
const bureau = () => smallBureau(api.world.db)

describe('terms and posts', () => {
  it('gives groups no term, and a term no more years than the regulations', async () => {
    const { tokens, groupA1, branchA, committee } = await bureau()
    const start = (id: OrganizationId, years: number, startedOn = '2024-01-10') =>
      api.call(tokens.organizer, contract.startTerm, { params: { id }, body: { startedOn, years } })
    expect((await start(groupA1.id, 3)).problem.code).toBe('state')
    expect((await start(branchA.id, 5)).problem.fields?.['body.years']).toContain('3')
    expect((await start(committee.id, 5)).body.term?.endsOn).toBe('2029-01-09')
    await start(branchA.id, 3)
    expect((await start(branchA.id, 3, '2026-11-10')).body.term).toMatchObject({
      startedOn: '2026-11-10',
    })
    const terms = await api.world.db
      .selectFrom('term')
      .select(['started_on', 'ended_on'])
      .where('organization_id', '=', branchA.id)
      .orderBy('started_on')
      .execute()
    expect(terms).toEqual([
      { started_on: '2024-01-10', ended_on: '2026-11-09' },
      { started_on: '2026-11-10', ended_on: null },
    ])
  })

  it('that was never entered is told on the card and listed apart, until it is', async () => {
    const { tokens, committee, branchA, branchB } = await bureau()
    const unknown = async () =>
      (await api.call(tokens.leader, contract.termsUnknown)).body.rows.map(({ name }) => name)
    const told = async (id: OrganizationId) =>
      (await api.call(tokens.leader, contract.show, { params: { id } })).body.verdicts.flatMap(
        ({ code, facts }) => (code.startsWith('term.') ? [[code, facts.years]] : []),
      )
    await addOrganization(api.world.db, {
      kind: 'branch',
      name: '临时支部',
      parent: committee,
      branchKind: 'temporary',
    })
    expect((await unknown()).toSorted()).toEqual(
      ['乙支部', '测试市行政审批局机关党委', '甲支部'].toSorted(),
    )
    expect(await told(committee.id)).toEqual([['term.unknown', 5]])
    expect(await told(branchA.id)).toEqual([['term.unknown', 3]])
    for (const id of [branchA.id, branchB.id])
      await api.call(tokens.organizer, contract.startTerm, {
        params: { id },
        body: { startedOn: '2026-02-01', years: 3 },
      })
    expect(await unknown()).toEqual(['测试市行政审批局机关党委'])
    expect(await told(branchA.id)).toEqual([['term.calm', undefined]])
  })

  it('extends a term by a year at most, and lists what is due soonest first', async () => {
    const { tokens, branchA, branchB } = await bureau()
    const start = (id: OrganizationId, startedOn: string) =>
      api.call(tokens.organizer, contract.startTerm, {
        params: { id },
        body: { startedOn, years: 3 },
      })
    const term = (await start(branchA.id, '2023-10-01')).body.term
    await start(branchB.id, '2024-02-01')
    const due = async () =>
      (await api.call(tokens.leader, contract.termsDue)).body.rows.map(
        ({ name, stage, daysLeft }) => [name, stage, daysLeft],
      )
    expect(await due()).toEqual([
      ['甲支部', 'overdue', -54],
      ['乙支部', 'd120', 69],
    ])
    // Also behind the last page as many are told.
    const behind = await api.call(tokens.leader, contract.termsDue, {
      query: { page: 2, size: 20 },
    })
    expect(behind.body).toMatchObject({ rows: [], total: 2, page: 2 })
    const params = { id: term?.id as never }
    const long = await api.call(tokens.organizer, contract.extendTerm, {
      params,
      body: { until: '2027-10-01', documentNumber: '机党〔2026〕3号' },
      version: 1,
    })
    expect(long.problem.fields?.['body.until']).toContain('1 年')
    await api.call(tokens.organizer, contract.extendTerm, {
      params,
      body: { until: '2027-09-30', documentNumber: '机党〔2026〕3号' },
      version: 1,
    })
    expect(await due()).toEqual([['乙支部', 'd120', 69]])
  })

  it('begins on the day of an election that was held, and what was entered wrongly is put right with its reason', async () => {
    const { tokens, branchA } = await bureau()
    const params = { id: branchA.id }
    const start = (startedOn: string) =>
      api.call(tokens.organizer, contract.startTerm, { params, body: { startedOn, years: 3 } })
    expect((await start('2026-11-24')).problem.fields?.['body.startedOn']).toContain('今天')
    await start('2020-03-01')
    const { term } = (await start('2025-03-01')).body
    const id = term?.id as never
    await api.call(tokens.organizer, contract.extendTerm, {
      params: { id },
      body: { until: '2028-09-01', documentNumber: '机党〔2026〕3号' },
      version: 1,
    })
    const correct = (body: object, version = 2) =>
      api.call(tokens.organizer, contract.correctTerm, {
        params: { id },
        body: { startedOn: '2023-03-01', years: 3, reason: '录入笔误', ...body },
        version,
      })
    const refused = async (body: object) => (await correct(body)).problem.fields
    expect(await refused({ startedOn: '2027-01-01' })).toHaveProperty(['body.startedOn'])
    expect(await refused({ startedOn: '2020-03-01' })).toHaveProperty(['body.startedOn'])
    expect(await refused({ startedOn: '2025-03-01' })).toHaveProperty(['body.startedOn'])
    expect(await refused({ years: 4 })).toHaveProperty(['body.years'])
    expect((await correct({}, 1)).status).toBe(412)

    // An extension that outlasts the new end by more than a year is none any more.
    expect((await correct({})).body.term).toMatchObject({
      startedOn: '2023-03-01',
      endsOn: '2026-02-28',
      extendedTo: null,
      corrections: [
        {
          by: 'organizer',
          reason: '录入笔误',
          startedOn: '2025-03-01',
          endsOn: '2028-02-29',
          extendedTo: '2028-09-01',
          extensionDocument: '机党〔2026〕3号',
        },
      ],
      version: 3,
    })
    const ended = await api.world.db
      .selectFrom('term')
      .select('ended_on')
      .where('started_on', '=', '2020-03-01')
      .execute()
    expect(ended).toEqual([{ ended_on: '2023-02-28' }])
    await start('2026-03-01')
    expect((await correct({}, 4)).problem.message).toContain('已经结束')
  })
})
