import { describe, expect, it } from 'vitest'
import { membersContract as contract } from '#domain/members.contract.ts'
import { smallBureau, type SmallBureau } from '#tests/support/bureau.ts'
import { useApi } from '#tests/support/api.ts'
import { decide } from '#tests/support/decide.ts'
import { members } from './handlers.ts'

const api = useApi(members)
const bureau = () => smallBureau(api.world.db)

const idNumber = '11010519491231002X'
const person = {
  name: '钱学',
  sex: 'female' as const,
  stage: 'full' as const,
  on: '2026-01-05',
  birthOn: '1949-12-31',
  idNumber,
  phone: '１３８ 1234 5678',
  address: '承德市双桥区武烈路 7 号',
  joinedOn: '2010-06-01',
  fullOn: '2011-06-01',
}

const create = (token: string, organizationId: SmallBureau['branchB']['id'], more: object = {}) =>
  api.call(token, contract.create, { body: { ...person, organizationId, ...more } })

describe('what is kept of a person', () => {
  it('is sealed and masked: no column, answer or log holds the number, phone or address', async () => {
    const { tokens, branchB } = await bureau()
    const made = (await create(tokens.organizer, branchB.id)).body
    expect(made).toMatchObject({
      idNumber: '1****************X',
      phone: '138****5678',
      address: '承德市双桥区****',
      partyAge: 15,
      warnings: [],
      version: 1,
    })
    const stored = await api.world.db
      .selectFrom('member')
      .selectAll()
      .where('id', '=', made.id)
      .executeTakeFirstOrThrow()
    const audit = await api.world.db.selectFrom('audit_entry').selectAll().execute()
    const kept = await api.world.db.selectFrom('idempotency').selectAll().execute()
    const everything = JSON.stringify([stored, audit, kept, api.world.logged])
    for (const secret of [idNumber, '13812345678', '武烈路'])
      expect(everything).not.toContain(secret)
    expect(await api.world.secrets.decrypt(stored.phone_cipher ?? '')).toBe('13812345678')
  })

  // 细则 Art. 31: a year from the day of acceptance, itself counted; some bureaux write the same day.
  it('tells a probationary member the end of probation, by the way of counting of the day of acceptance', async () => {
    const { tokens, branchB } = await bureau()
    const ends = async (joinedOn: string, stage: 'probationary' | 'full' = 'probationary') =>
      (
        await create(tokens.organizer, branchB.id, {
          stage,
          joinedOn,
          fullOn: stage === 'full' ? '2026-06-01' : null,
          idNumber: null,
        })
      ).body.probationEndsOn
    expect(await ends('2026-03-01')).toBe('2027-02-28')
    expect(await ends('2025-06-01', 'full')).toBeNull()
    await decide(api.world.db, 'probation.end', 'same-day', '2026-06-01')
    expect(await ends('2026-03-01')).toBe('2027-02-28')
    expect(await ends('2026-06-01')).toBe('2027-06-01')
  })

  it('is shown in full for a purpose, which the audit log keeps without the value', async () => {
    const { tokens, branchB, inA1 } = await bureau()
    const { id } = (await create(tokens.organizer, branchB.id)).body
    const look = (token: string, field: 'idNumber' | 'phone' | 'address') =>
      api.call(token, contract.reveal, {
        params: { id },
        body: { field, purpose: '核对组织关系介绍信' },
      })
    expect((await look(tokens.organizer, 'idNumber')).body).toEqual({ value: idNumber })
    expect((await look(tokens.organizer, 'address')).body.value).toContain('武烈路')
    expect((await look(tokens.leader, 'phone')).status).toBe(403)
    expect((await look(tokens['branch-secretary'], 'phone')).status).toBe(404)
    const audit = await api.world.db
      .selectFrom('audit_entry')
      .select(['detail', 'target_id', 'organization_id'])
      .where('action', '=', 'member.revealed')
      .orderBy('id')
      .execute()
    expect(audit).toEqual(
      ['idNumber', 'address'].map((field) => ({
        detail: { field, purpose: '核对组织关系介绍信' },
        target_id: id,
        organization_id: branchB.id,
      })),
    )
    const own = await api.call(tokens.member, contract.reveal, {
      params: { id: inA1[1] as typeof id },
      body: { field: 'phone', purpose: '查看本人信息' },
    })
    expect(own.body).toEqual({ value: null })
  })

  it('has one id number in the installation, and does not say where', async () => {
    const { tokens, branchA, branchB } = await bureau()
    await create(tokens.organizer, branchB.id)
    const again = await create(tokens['branch-secretary'], branchA.id, {
      name: '孙二',
      idNumber: '11010519491231002x',
    })
    expect(again.problem).toEqual({
      code: 'invalid',
      message: expect.any(String),
      fields: { 'body.idNumber': '该证件号码已在册' },
    })
    const other = (
      await create(tokens['branch-secretary'], branchA.id, { name: '孙二', idNumber: null })
    ).body
    const changed = await api.call(tokens['branch-secretary'], contract.change, {
      params: { id: other.id },
      body: { idNumber },
      version: 1,
    })
    expect(changed.problem.fields).toEqual({ 'body.idNumber': '该证件号码已在册' })
  })

  it('may differ from the card, which is told and not refused', async () => {
    const { tokens, branchB } = await bureau()
    const made = await create(tokens.organizer, branchB.id, { birthOn: '1950-01-31', sex: 'male' })
    expect(made.body.warnings).toEqual(['id-number.birth-differs', 'id-number.sex-differs'])
  })

  it('changes where it is named, under a version; a stale one gets the current record', async () => {
    const { tokens, branchB } = await bureau()
    const { id } = (await create(tokens.organizer, branchB.id)).body
    const params = { id }
    const changed = await api.call(tokens.organizer, contract.change, {
      params,
      body: { job: '窗口负责人', name: '钱学森' },
      version: 1,
    })
    expect(changed.body).toMatchObject({
      name: '钱学森',
      job: '窗口负责人',
      idNumber: '1****************X',
      phone: '138****5678',
      joinedOn: '2010-06-01',
      version: 2,
    })
    expect(
      (await api.call(tokens.organizer, contract.list, { query: { q: 'qxs' } })).body.total,
    ).toBe(1)
    const stale = await api.call(tokens.organizer, contract.change, {
      params,
      body: { job: '其他' },
      version: 1,
    })
    expect(stale).toMatchObject({
      status: 412,
      problem: { detail: { id, version: 2, job: '窗口负责人' } },
    })
    const earlier = await api.call(tokens.organizer, contract.change, {
      params,
      body: { fullOn: '2010-01-01' },
      version: 2,
    })
    expect(earlier.problem.fields).toHaveProperty('body.fullOn')
    const cleared = await api.call(tokens.organizer, contract.change, {
      params,
      body: { phone: null },
      version: 2,
    })
    expect(cleared.body).toMatchObject({ phone: null, idNumber: '1****************X' })
  })

  it('belongs to a branch or a group that is open', async () => {
    const { tokens, committee, branchB } = await bureau()
    expect(
      (await create(tokens.organizer, committee.id)).problem.fields?.['body.organizationId'],
    ).toContain('党支部')
    expect(
      (await create(tokens.organizer, branchB.id, { on: '2026-11-24' })).problem.fields,
    ).toHaveProperty('body.on')
    await api.world.db
      .updateTable('organization')
      .set({ closed_on: '2026-11-01' })
      .where('id', '=', branchB.id)
      .execute()
    expect((await create(tokens.organizer, branchB.id)).problem.fields).toHaveProperty(
      'body.organizationId',
    )
  })
})
