import { describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { membersContract } from '#domain/members.contract.ts'
import { organizationsContract } from '#domain/organizations.contract.ts'
import { sessionContract } from '#domain/session.contract.ts'
import { accountsContract, auditContract, rolesContract } from '#domain/system.contract.ts'
import { features } from '#server/features/all.ts'
import { sealAudit } from '#server/features/audit/seal.ts'
import { useApi } from '#tests/support/api.ts'
import { smallBureau } from '#tests/support/bureau.ts'
import { firstOf } from '#tests/support/meetings.ts'

const api = useApi(features)

describe('three administrators (GB/T 22239-2019 §8.1.4)', () => {
  it('takes two of them to let somebody in, and a role change acts on the next request', async () => {
    const { tokens, branchB } = await smallBureau(api.world.db)
    const made = await api.call(tokens['system-admin'], accountsContract.create, {
      body: { login: 'chen.ming', name: '陈明' },
    })
    // Copied by hand: no sign of it can be taken for another.
    expect(made.body.code).toMatch(/^[A-HJ-NP-Z2-9]{16}$/)
    await api.call(null, accountsContract.accept, {
      body: { login: 'chen.ming', code: made.body.code, password: 'seven quiet rivers' },
    })
    const token = (
      await api.call(null, sessionContract.start, {
        body: { login: 'chen.ming', password: 'seven quiet rivers' },
      })
    ).headers.get('x-session-token')
    expect((await api.call(token, organizationsContract.roots)).status).toBe(403)
    const granted = await api.call(tokens['security-admin'], rolesContract.grant, {
      body: { accountId: made.body.account.id, role: 'leader', organizationId: branchB.id },
    })
    expect((await api.call(token, organizationsContract.roots)).status).not.toBe(403)
    await api.call(tokens['security-admin'], rolesContract.revoke, {
      params: { id: granted.body.id },
      version: granted.body.version,
    })
    expect((await api.call(token, organizationsContract.roots)).status).toBe(403)
  })

  it('keeps the three apart: no other role beside one of them, nothing for oneself', async () => {
    const { tokens } = await smallBureau(api.world.db)
    const accounts = (await api.call(tokens['security-admin'], rolesContract.accounts)).body.rows
    const idOf = (login: string) =>
      firstOf(accounts.filter((account) => account.login === login)).id
    const grant = (login: string, role: 'auditor' | 'system-admin') =>
      api.call(tokens['security-admin'], rolesContract.grant, {
        body: { accountId: idOf(login), role },
      })
    expect((await grant('sysadmin', 'auditor')).problem.fields).toHaveProperty(['body.role'])
    expect((await grant('leader', 'system-admin')).problem.fields).toHaveProperty(['body.role'])
    expect((await grant('secadmin', 'auditor')).problem.code).toBe('state')
  })

  it('shows none of them party records, and nobody else the audit log', async () => {
    const { tokens } = await smallBureau(api.world.db)
    for (const role of ['system-admin', 'security-admin', 'auditor'] as const) {
      expect([role, (await api.call(tokens[role], membersContract.list)).status]).toEqual([
        role,
        403,
      ])
    }
    for (const role of ['organizer', 'leader', 'system-admin', 'security-admin'] as const) {
      expect([role, (await api.call(tokens[role], auditContract.list)).status]).toEqual([role, 403])
    }
    expect((await api.call(tokens.auditor, auditContract.list)).status).toBe(200)
  })

  it('lets a code be used once and not after seven days', async () => {
    const { tokens } = await smallBureau(api.world.db)
    const made = await api.call(tokens['system-admin'], accountsContract.create, {
      body: { login: 'late', name: '迟到' },
    })
    const accept = () =>
      api.call(null, accountsContract.accept, {
        body: { login: 'late', code: made.body.code, password: 'seven quiet rivers' },
      })
    api.world.setNow('2026-12-01T02:00:00Z')
    expect((await accept()).status).toBe(401)
    api.world.setNow('2026-11-23T02:00:00Z')
    expect((await accept()).status).toBe(200)
    expect((await accept()).status).toBe(401)
  })
})

describe('the audit chain', () => {
  async function sealedEntries() {
    const { tokens } = await smallBureau(api.world.db)
    for (let i = 0; i < 6; i++)
      await api.call(tokens['system-admin'], accountsContract.create, {
        body: { login: `a${i}x`, name: '新人' },
      })
    while ((await sealAudit(api.world.db, 4)) > 0);
    return tokens.auditor
  }
  const verify = async (auditor: string) => (await api.call(auditor, auditContract.verify)).body

  it('is whole after writing', async () => {
    expect(await verify(await sealedEntries())).toMatchObject({ ok: true, checked: 6, pending: 0 })
  })

  it.each([
    [
      'edited',
      sql`update audit_entry set actor = 'nobody' where id = (select entry_id from audit_seal where seq = 3)`,
    ],
    [
      'deleted',
      sql`with s as (delete from audit_seal where seq = 3 returning entry_id) delete from audit_entry where id in (select entry_id from s)`,
    ],
    [
      'reordered',
      sql`update audit_seal set seq = case seq when 3 then 103 else 3 end where seq in (3, 4)`,
    ],
  ])('names the first bad link when an entry was %s behind our back', async (_, tamper) => {
    const auditor = await sealedEntries()
    await tamper.execute(api.world.db)
    const check = await verify(auditor)
    expect(check.ok).toBe(false)
    expect(check.firstBad).toMatch(/^#(3|4) /)
  })

  it('cannot be changed by the role that the application runs as', async () => {
    await sealedEntries()
    for (const statement of [
      sql`update audit_entry set actor = 'x'`,
      sql`delete from audit_entry`,
      sql`update audit_seal set hash = 'x'`,
      sql`delete from audit_seal`,
    ]) {
      const attempt = api.world.db.transaction().execute(async (db) => {
        await sql`set local role sixchains_app`.execute(db)
        await statement.execute(db)
      })
      await expect(attempt).rejects.toThrow(/permission denied/)
    }
  })
})
