import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { sessionContract } from '#domain/session.contract.ts'
import { accountsContract, rolesContract } from '#domain/system.contract.ts'
import { useApi } from '#tests/support/api.ts'
import { smallBureau } from '#tests/support/bureau.ts'
import { firstOf } from '#tests/support/meetings.ts'

const api = useApi()

async function anAccount() {
  const { tokens } = await smallBureau(api.world.db)
  const admin = tokens['system-admin']
  const { account, code } = (
    await api.call(admin, accountsContract.create, { body: { login: 'chen', name: '陈明' } })
  ).body
  await api.call(null, accountsContract.accept, {
    body: { login: 'chen', code, password: 'seven quiet rivers' },
  })
  const now = async () => {
    const { rows } = (await api.call(admin, accountsContract.list, { query: { q: 'chen' } })).body
    return firstOf(rows.filter(({ login }) => login === 'chen'))
  }
  const signIn = async (password = 'seven quiet rivers') =>
    api.call(null, sessionContract.start, { body: { login: 'chen', password } })
  return { admin, tokens, id: account.id, now, signIn }
}

describe('accounts', () => {
  it('of two who change one at the same moment one is told', async () => {
    const { admin, id, now } = await anAccount()
    for (const operation of ['disable', 'enable', 'invite', 'unlock'] as const) {
      const { version } = await now()
      const both = await Promise.all(
        [1, 2].map(() => api.call(admin, accountsContract[operation], { params: { id }, version })),
      )
      const statuses = both.map(({ status }) => status).toSorted((a, b) => a - b)
      expect([operation, ...statuses]).toEqual([operation, 200, 412])
    }
  })

  it('are disabled at once, with their sessions, and enabled again', async () => {
    const { admin, id, now, signIn } = await anAccount()
    const token = (await signIn()).headers.get('x-session-token')
    await api.call(admin, accountsContract.disable, {
      params: { id },
      version: (await now()).version,
    })
    expect((await api.call(token, sessionContract.show)).body.session).toBeNull()
    expect((await signIn()).status).toBe(401)
    // A code for it would open nothing.
    expect(
      (
        await api.call(admin, accountsContract.invite, {
          params: { id },
          version: (await now()).version,
        })
      ).problem,
    ).toMatchObject({ code: 'state', message: expect.stringContaining('请先启用') })
    await api.call(admin, accountsContract.enable, {
      params: { id },
      version: (await now()).version,
    })
    expect((await signIn()).status).toBe(200)
  })

  it('are unlocked before the time is over', async () => {
    const { admin, id, now, signIn } = await anAccount()
    for (let i = 0; i < 5; i++) await signIn('wrong')
    expect((await now()).lockedUntil).not.toBeNull()
    await api.call(admin, accountsContract.unlock, {
      params: { id },
      version: (await now()).version,
    })
    expect((await now()).lockedUntil).toBeNull()
    expect((await signIn()).status).toBe(200)
  })

  it('are invited again with a new code; the old password works until it is used', async () => {
    const { admin, id, now, signIn } = await anAccount()
    const { code } = (
      await api.call(admin, accountsContract.invite, {
        params: { id },
        version: (await now()).version,
      })
    ).body
    expect((await signIn()).status).toBe(200)
    await api.call(null, accountsContract.accept, {
      body: { login: 'chen', code, password: 'eight loud mountains' },
    })
    expect((await signIn()).status).toBe(401)
    expect((await signIn('eight loud mountains')).status).toBe(200)
  })

  it('refuse a login that is taken at its field, and a version that is old', async () => {
    const { admin, id } = await anAccount()
    const taken = await api.call(admin, accountsContract.create, {
      body: { login: 'CHEN', name: '陈明' },
    })
    expect(taken.problem.fields).toHaveProperty(['body.login'])
    expect(
      (await api.call(admin, accountsContract.disable, { params: { id }, version: 99 })).status,
    ).toBe(412)
  })
})

describe('the lists of accounts and roles', () => {
  const logins = ({ rows }: { rows: { login: string }[] }) => rows.map(({ login }) => login)

  it('are narrowed by how an account stands; a lock that has passed is none', async () => {
    const { admin, id, now, signIn } = await anAccount()
    await api.call(admin, accountsContract.create, { body: { login: 'new', name: '新人' } })
    const of = async (...states: ('active' | 'locked' | 'invited' | 'disabled')[]) =>
      logins((await api.call(admin, accountsContract.list, { query: { states } })).body)
    await api.world.db
      .updateTable('account')
      .set({ password_hash: 'set' })
      .where('login', 'not in', ['new'])
      .execute()
    expect(await of('invited')).toEqual(['new'])
    expect(await of('active')).toContain('chen')
    for (let i = 0; i < 5; i++) await signIn('wrong')
    expect(await of('locked')).toEqual(['chen'])
    expect(await of('active')).not.toContain('chen')
    expect(await of('locked', 'invited')).toEqual(['chen', 'new'])
    api.world.setNow('2026-11-23T03:00:00Z')
    expect(await of('locked')).toEqual([])
    api.world.setNow('2026-11-23T02:00:00Z')
    const { version } = await now()
    await api.call(admin, accountsContract.disable, { params: { id }, version })
    expect(await of('disabled')).toEqual(['chen'])
  })

  it('are sorted by the pinyin of the name, and by when somebody was last there', async () => {
    const { admin, id, now } = await anAccount()
    await api.call(admin, accountsContract.create, { body: { login: 'aa', name: '张三' } })
    await api.call(admin, accountsContract.create, { body: { login: 'zz', name: '安静' } })
    const sorted = async (sort: 'name' | '-name' | 'lastSeen' | '-lastSeen') =>
      (await api.call(admin, accountsContract.list, { query: { sort } })).body.rows
    const names = async (sort: 'name' | '-name') =>
      (await sorted(sort)).map(({ name }) => name).filter((name) => /\p{Script=Han}/u.test(name))
    expect(await names('name')).toEqual(['安静', '陈明', '张三'])
    expect(await names('-name')).toEqual(['张三', '陈明', '安静'])
    const body = { name: '赵明' }
    await api.call(admin, accountsContract.change, {
      params: { id },
      body,
      version: (await now()).version,
    })
    expect(await names('name')).toEqual(['安静', '张三', '赵明'])
    // As members are, on every engine.
    const { rows: collations } = await sql`
      select distinct pg_collation_for(a.name_sort) = pg_collation_for(m.name_sort) as same
      from account a left join member m on true`.execute(api.world.db)
    expect(collations).toEqual([{ same: true }])
    // Who never came is the longest away.
    const seen = (await sorted('lastSeen')).map(({ lastSeenAt }) => lastSeenAt)
    const never = seen.findIndex((at) => at !== null)
    expect(never).toBeGreaterThan(0)
    expect(seen.slice(never)).not.toContain(null)
    expect((await sorted('-lastSeen')).map(({ lastSeenAt }) => lastSeenAt)[0]).not.toBeNull()
  })

  it('of roles are narrowed to some and sorted', async () => {
    const { tokens } = await anAccount()
    const list = async (query: object) =>
      (await api.call(tokens['security-admin'], rolesContract.list, { query })).body.rows
    const some = await list({ roles: ['leader', 'auditor'] })
    expect(new Set(some.map(({ role }) => role))).toEqual(new Set(['leader', 'auditor']))
    expect(logins({ rows: await list({ roles: ['leader', 'auditor'], sort: '-name' }) })).toEqual([
      'leader',
      'auditor',
    ])
  })
})

describe('roles', () => {
  it('are bound to organizations of the right kind of role, found by name only', async () => {
    const { tokens, id } = await anAccount()
    const security = tokens['security-admin']
    const [branch] = (
      await api.call(security, rolesContract.organizations, { query: { q: 'jiazhibu' } })
    ).body
    expect(branch).toMatchObject({ name: '甲支部', parentName: '测试市行政审批局机关党委' })
    const without = await api.call(security, rolesContract.grant, {
      body: { accountId: id, role: 'leader' },
    })
    expect(without.problem.fields).toHaveProperty(['body.organizationId'])
    const body = { accountId: id, role: 'leader' as const, organizationId: branch?.id ?? null }
    await api.call(security, rolesContract.grant, { body })
    expect((await api.call(security, rolesContract.grant, { body })).problem.code).toBe('duplicate')
    expect(
      (await api.call(security, rolesContract.list, { query: { q: 'chen' } })).body.rows,
    ).toMatchObject([{ role: 'leader', organizationName: '甲支部' }])
  })
})
