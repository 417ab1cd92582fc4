import { describe, expect, it } from 'vitest'
import { newId } from '#domain/ids.ts'
import type { GrantedRole } from '#domain/permissions.ts'
import { servicesContract } from '#domain/services.contract.ts'
import { services } from '#server/features/services/handlers.ts'
import { useApi } from '#tests/support/api.ts'
import { addAccount } from '#tests/support/bureau.ts'
import { servicesBureau } from '#tests/support/services.ts'

const api = useApi(services)
const reason = '两条记录登记有误，重新出具'

/** 王芳's ten hours, confirmed, and a certificate of them by the secretary. */
async function certified() {
  const bureau = await servicesBureau(api)
  const { id } = (await bureau.log({ isVolunteer: true, minutes: 600 })).body
  const { tokens } = bureau
  await api.call(tokens['group-leader'], servicesContract.confirm, { params: { id }, version: 1 })
  const certify = async () =>
    (
      await api.call(tokens['branch-secretary'], servicesContract.certify, {
        body: { memberId: bureau.own, from: '2026-01-01', to: '2026-11-23' },
      })
    ).body
  const made = await certify()
  const revoke = (
    token: string,
    over: { id?: typeof made.id; version?: number; reason?: string; key?: string } = {},
  ) =>
    api.call(token, servicesContract.revokeCertificate, {
      params: { id: over.id ?? made.id },
      version: over.version ?? 1,
      body: { reason: over.reason ?? reason },
      ...(over.key && { key: over.key }),
    })
  const listOf = async (token: string) =>
    (await api.call(token, servicesContract.certificates, { query: { member: bureau.own } })).body
  return { ...bureau, made, certify, revoke, listOf }
}

describe('a certificate of service that was revoked (67号令 Art. 3: true)', () => {
  it('stays with all that it said; sheet, list and check say so with the day and the reason', async () => {
    const { tokens, made, certify, revoke, listOf } = await certified()
    expect(made).toMatchObject({ revoked: null, version: 1, mayRevoke: true })
    const revoked = { on: '2026-11-23', by: 'secretary', reason }
    const answer = await revoke(tokens['branch-secretary'])
    expect(answer.body).toEqual({ ...made, revoked, version: 2 })
    const shown = await api.call(tokens.leader, servicesContract.certificate, {
      params: { id: made.id },
    })
    expect(shown.body).toEqual({ ...made, revoked, version: 2, mayRevoke: false })
    const { number } = made
    const check = await api.call(tokens.leader, servicesContract.verify, {
      query: { number, name: '王芳' },
    })
    expect(check.body).toMatchObject({
      verdict: 'genuine',
      certificate: { minutes: 600, revoked },
    })
    // Another may be issued, which holds.
    const again = await certify()
    expect(again.number).not.toBe(number)
    expect((await listOf(tokens.member)).map((one) => one.revoked?.on ?? null)).toEqual([
      null,
      '2026-11-23',
    ])
    const entries = await api.world.db
      .selectFrom('audit_entry')
      .select(['target_kind', 'target_id', 'organization_id', 'detail'])
      .where('action', '=', 'service.certificate-revoked')
      .execute()
    expect(entries).toMatchObject([
      { target_kind: 'certificate', target_id: made.id, detail: { number, reason } },
    ])
    expect(entries[0]?.organization_id).not.toBeNull()
  })

  it('is revoked once, in the version that was read, and a repeated call changes nothing', async () => {
    const { tokens, revoke } = await certified()
    const token = tokens['branch-secretary']
    expect((await revoke(token, { version: 7 })).problem.code).toBe('version_conflict')
    expect((await revoke(token, { reason: '有误' })).problem.fields).toHaveProperty(['body.reason'])
    const key = newId()
    const first = await revoke(token, { key })
    const repeated = await revoke(token, { key })
    expect([first.body, repeated.body.version]).toEqual([repeated.body, 2])
    expect((await revoke(token)).problem.code).toBe('version_conflict')
    const twice = await revoke(token, { version: 2 })
    expect([twice.problem.code, twice.problem.message]).toEqual([
      'state',
      expect.stringContaining('这份证明已于 2026-11-23 撤销'),
    ])
  })

  it('of two at once one revokes it', async () => {
    const { tokens, revoke } = await certified()
    const both = await Promise.all([revoke(tokens.organizer), revoke(tokens['branch-secretary'])])
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 412]))
  })

  it.each<[GrantedRole, boolean]>([
    ['member', true],
    ['branch-secretary', true],
    ['organizer', true],
    ['group-leader', false],
    ['leader', false],
    ['discipline', false],
    ['system-admin', false],
  ])('by those who may issue it: %s %s', async (role, may) => {
    const { tokens, revoke, listOf } = await certified()
    const answer = await revoke(tokens[role])
    expect(answer.status).toBe(may ? 200 : 403)
    const [one] = await listOf(tokens.organizer)
    expect(one?.revoked === null).toBe(!may)
  })

  it('is another branch’s secretary’s as little as one that does not exist', async () => {
    const { branchB, revoke, made } = await certified()
    const { token } = await addAccount(api.world.db, {
      login: 'secretary-b',
      roles: [{ role: 'branch-secretary', at: branchB }],
    })
    const [other, none] = [
      await revoke(token),
      await revoke(token, { id: newId() as typeof made.id }),
    ]
    expect([other.status, other.problem]).toEqual([404, none.problem])
    expect(made.revoked).toBeNull()
  })
})
