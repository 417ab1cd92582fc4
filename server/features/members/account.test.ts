import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { OrganizationId } from '#domain/ids.ts'
import { membersContract as contract } from '#domain/members.contract.ts'
import { servicesContract } from '#domain/services.contract.ts'
import { sessionContract } from '#domain/session.contract.ts'
import { accountsContract, rolesContract } from '#domain/system.contract.ts'
import { useApi } from '#tests/support/api.ts'
import { addAccount, addMember, smallBureau } from '#tests/support/bureau.ts'
import { applyStates } from './states.ts'

const api = useApi()

/** Branch 乙 with one more member, and an account in their name that nobody is linked to. */
async function unlinked(name = '阿依努尔·买买提') {
  const bureau = await smallBureau(api.world.db)
  const id = await addMember(api.world.db, { name, at: bureau.branchB })
  const person = await addAccount(api.world.db, { login: 'ayinuer', name, roles: [] })
  const link = (login: string, token = bureau.tokens.organizer, member = id) =>
    api.call(token, contract.linkAccount, { params: { id: member }, body: { login } })
  const unlink = (version: number, token = bureau.tokens.organizer) =>
    api.call(token, contract.unlinkAccount, { params: { id }, version })
  return { ...bureau, id, person, link, unlink }
}
const roleOf = async (token: string) =>
  (await api.call(token, sessionContract.show)).body.session?.roles.map(
    ({ role, organizationName }) => `${role} ${organizationName}`,
  )

describe('the account of a member', () => {
  it('lets them in as 党员 from the next request on, and out again when it is unlinked', async () => {
    const { id, person, link, unlink, tokens } = await unlinked()
    const own = { params: { id } }
    expect((await api.call(person.token, contract.show, own)).status).toBe(403)

    const { status, body } = await link('AyiNuer')
    expect([status, body.account]).toMatchObject([200, { login: 'ayinuer', version: 2 }])
    expect(await roleOf(person.token)).toEqual(['member 乙支部'])
    expect((await api.call(person.token, contract.show, own)).status).toBe(200)
    expect((await api.call(person.token, servicesContract.list)).status).toBe(200)
    expect((await api.call(tokens.organizer, contract.account, own)).body).toEqual(body)

    expect((await unlink(1)).status).toBe(412)
    expect((await unlink(2)).body).toEqual({ account: null })
    expect((await api.call(person.token, contract.show, own)).status).toBe(403)
    expect(await roleOf(person.token)).toEqual([])
    expect((await unlink(3)).status).toBe(409)
    // The same two once more: an ended role stands in nobody's way.
    expect((await link('ayinuer')).status).toBe(200)
  })

  it('is refused at its field with what is wrong: unknown, disabled, an administrator, taken, another name', async () => {
    const { link, id, branchB, inB } = await unlinked()
    const said = async (login: string, member = id) => {
      const { status, problem } = await link(login, undefined, member)
      return [status, problem.fields?.['body.login']]
    }
    await addAccount(api.world.db, { login: 'gone', name: '阿依努尔·买买提', roles: [] })
    await api.world.db
      .updateTable('account')
      .set({ disabled_at: '2026-01-01T00:00:00Z' })
      .where('login', '=', 'gone')
      .execute()
    await addAccount(api.world.db, {
      login: 'keeper',
      name: '阿依努尔·买买提',
      roles: [{ role: 'auditor' }],
    })
    for (const login of ['nobody', 'gone', 'keeper'])
      expect(await said(login)).toEqual([400, expect.stringContaining('没有可以关联的账号')])
    await addAccount(api.world.db, { login: 'other', name: '钱某某', roles: [] })
    expect(await said('other')).toEqual([400, expect.stringContaining('阿依努尔·买买提')])
    expect(await said('不是账号')).toEqual([400, expect.any(String)])

    expect((await link('ayinuer')).status).toBe(200)
    const twin = await addMember(api.world.db, { name: '阿依努尔·买买提', at: branchB })
    expect(await said('ayinuer', twin)).toEqual([400, expect.stringContaining('另一名党员')])
    expect(await said('ayinuer')).toEqual([400, expect.stringContaining('请先解除关联')])
    expect((await link('ayinuer', undefined, inB[0])).status).toBe(400)
  })

  it('of two who link it at the same moment one is told', async () => {
    const { link, branchB } = await unlinked()
    const twin = await addMember(api.world.db, { name: '阿依努尔·买买提', at: branchB })
    const done = await Promise.all([link('ayinuer'), link('ayinuer', undefined, twin)])
    expect(done.map(({ status }) => String(status)).toSorted()).toEqual(['200', '400'])
  })

  it('is linked by who keeps this roster, by nobody else', async () => {
    const { link, id, tokens } = await unlinked()
    for (const role of ['leader', 'group-leader', 'member', 'system-admin'] as const)
      expect([role, (await link('ayinuer', tokens[role])).status]).toEqual([role, 403])
    // The secretary of branch 甲: a member of 乙 is nobody they know.
    expect((await link('ayinuer', tokens['branch-secretary'])).status).toBe(404)
    const read = await api.call(tokens['branch-secretary'], contract.account, { params: { id } })
    expect(read.status).toBe(404)
  })

  it('goes where the member goes, and ends when they leave the Party', async () => {
    const { id, person, link, tokens, groupA1 } = await unlinked()
    await link('ayinuer')
    const set = (version: number, body: object) =>
      api.call(tokens.organizer, contract.changeStatus, {
        params: { id },
        body: { reason: '工作调动', on: '2026-11-01', ...body },
        version,
      })
    expect((await set(1, { organizationId: groupA1.id })).status).toBe(200)
    expect(await roleOf(person.token)).toEqual(['member 甲一小组'])
    expect((await set(2, { standing: 'left', leaving: 'resigned', on: '2026-11-02' })).status).toBe(
      200,
    )
    expect(await roleOf(person.token)).toEqual([])
    // Still linked.
    expect((await link('ayinuer')).status).toBe(409)
  })

  it('is 党员 again when the leave is taken back, by that or by a return, and not for what somebody took away', async () => {
    const { id, person, link, tokens, branchB } = await unlinked()
    await link('ayinuer')
    await api.call(tokens['security-admin'], rolesContract.grant, {
      body: { accountId: person.id, role: 'branch-secretary', organizationId: branchB.id },
    })
    const call = { params: { id } }
    const seen = async () => (await api.call(tokens.organizer, contract.show, call)).body.version
    const set = async (on: string, body: object) => {
      const asked = { ...call, body: { reason: '登记有误', on, ...body }, version: await seen() }
      expect((await api.call(tokens.organizer, contract.changeStatus, asked)).status).toBe(200)
    }
    await set('2026-11-02', { standing: 'left', leaving: 'struck' })
    expect(await roleOf(person.token)).toEqual([])
    const taken = { ...call, body: { reason: '登记有误' }, version: await seen() }
    expect((await api.call(tokens.organizer, contract.withdrawStatus, taken)).status).toBe(200)
    expect(await roleOf(person.token)).toEqual(['member 乙支部'])
    expect((await api.call(person.token, contract.show, call)).status).toBe(200)

    await set('2026-11-03', { standing: 'left', leaving: 'struck' })
    await set('2026-11-04', { standing: 'normal' })
    expect(await roleOf(person.token)).toEqual(['member 乙支部'])
    const told = await api.world.db
      .selectFrom('audit_entry')
      .select('detail')
      .where('action', '=', 'role.granted')
      .where('actor', '=', '—')
      .execute()
    const back = { accountId: person.id, role: 'member', by: 'roster' }
    expect(told.map(({ detail }) => detail)).toEqual([back, back])

    const query = { q: 'ayinuer' }
    const { body } = await api.call(tokens['security-admin'], rolesContract.list, { query })
    for (const { id: role, version } of body.rows) {
      const asked = { params: { id: role }, version }
      await api.call(tokens['security-admin'], rolesContract.revoke, asked)
    }
    await set('2026-11-05', { mobile: true })
    expect(await roleOf(person.token)).toEqual([])
  })

  it('leads a branch no longer once its member is on no roster; other roles wait for the security administrator', async () => {
    const { id, link, person, tokens, branchB, committee } = await unlinked()
    await link('ayinuer')
    const roles = [
      { role: 'branch-secretary' as const, at: branchB },
      { role: 'organizer' as const, at: committee },
    ]
    for (const { role, at } of roles) {
      const body = { accountId: person.id, role, organizationId: at.id }
      await api.call(tokens['security-admin'], rolesContract.grant, { body })
    }
    const { status } = await api.call(tokens.organizer, contract.changeStatus, {
      params: { id },
      body: { reason: '自行退党', on: '2026-11-20', standing: 'left', leaving: 'resigned' },
      version: 1,
    })
    expect(status).toBe(200)
    expect(await roleOf(person.token)).toEqual(['organizer 测试市行政审批局机关党委'])
    const { rows } = (
      await api.call(tokens['security-admin'], rolesContract.list, { query: { orphaned: 'true' } })
    ).body
    expect(rows).toMatchObject([{ login: 'ayinuer', role: 'organizer', orphaned: true }])
    const told = await api.world.db
      .selectFrom('audit_entry')
      .select(['actor', 'detail'])
      .where('action', '=', 'role.revoked')
      .execute()
    expect(told).toContainEqual({
      actor: '—',
      detail: expect.objectContaining({ role: 'branch-secretary', by: 'roster' }),
    })
  })

  it('bears the name of the roster: put right before the link by who opened it, afterwards by the roster', async () => {
    const { id, person, link, tokens } = await unlinked()
    const rename = (version: number, name: string) =>
      api.call(tokens['system-admin'], accountsContract.change, {
        params: { id: person.id },
        body: { name },
        version,
      })
    expect((await rename(1, '阿依努尔·买买')).body.name).toBe('阿依努尔·买买')
    expect((await link('ayinuer')).problem.fields?.['body.login']).toContain('姓名不是')
    expect((await rename(1, '阿依努尔·买买提')).status).toBe(412)
    expect((await rename(2, '阿')).problem.fields).toHaveProperty(['body.name'])
    expect((await rename(2, '阿依努尔·买买提')).status).toBe(200)
    expect((await link('ayinuer')).status).toBe(200)
    expect((await rename(4, '别人')).problem.message).toContain('随党员档案')

    const renamed = { params: { id }, version: 1, body: { name: '阿依努尔·麦麦提' } }
    expect((await api.call(tokens.organizer, contract.change, renamed)).status).toBe(200)
    const { body } = await api.call(tokens.organizer, contract.account, { params: { id } })
    expect(body.account?.name).toBe('阿依努尔·麦麦提')
  })

  it('is the only way to the role 党员: nobody grants it by hand', async () => {
    const { person, link, unlink, tokens, branchB } = await unlinked()
    const grant = (role: 'member' | 'auditor', organizationId: OrganizationId | null) =>
      api.call(tokens['security-admin'], rolesContract.grant, {
        body: { accountId: person.id, role: role as 'auditor', organizationId },
      })
    const byHand = async () => {
      const { status, problem } = await grant('member', branchB.id)
      expect([status, Object.keys(problem.fields ?? {})]).toEqual([400, ['body.role']])
    }
    await byHand()
    await link('ayinuer')
    await byHand()
    // 三员分立: whoever is somebody on a roster is none of the three, with 党员 or when it was taken away.
    expect((await grant('auditor', null)).problem.fields?.['body.role']).toContain('三员')
    const { body } = await api.call(tokens['security-admin'], rolesContract.list, {
      query: { q: 'ayinuer' },
    })
    for (const { id, version } of body.rows)
      await api.call(tokens['security-admin'], rolesContract.revoke, { params: { id }, version })
    expect(await roleOf(person.token)).toEqual([])
    expect((await grant('auditor', null)).problem.fields?.['body.role']).toContain('三员')
    // Whoever keeps the roster gives it back.
    expect((await unlink(2)).status).toBe(200)
    expect((await link('ayinuer')).status).toBe(200)
    expect(await roleOf(person.token)).toEqual(['member 乙支部'])
  })

  it('of two roles 党员 of an account keeps the one where the member stands', async () => {
    const { inB, branchA, branchB, groupA1 } = await unlinked()
    const [memberId] = inB
    const held = [branchA, branchB, groupA1].map((at) => ({ role: 'member' as const, at }))
    const { token } = await addAccount(api.world.db, { login: 'twice', memberId, roles: held })
    const today = '2026-11-24'
    api.world.setNow('2026-11-24T02:00:00.000Z')
    await api.world.db
      .transaction()
      .execute((db) => applyStates(db, { now: api.world.clock(), today }))
    expect(await roleOf(token)).toEqual(['member 乙支部'])
    const { rows } = await sql`
      select distinct revoked_at::timestamptz = ${api.world.clock()} as "byTheClock" from assignment
      where role = 'member' and revoked_at is not null`.execute(api.world.db)
    expect(rows).toEqual([{ byTheClock: true }])
  })

  it('is linked and unlinked by somebody else: an organizer cannot become 党委书记 by way of it', async () => {
    const { id, unlink, link, tokens, committee } = await unlinked()
    const roles = [{ role: 'organizer' as const, at: committee }]
    const own = { login: 'zhuan.gan', name: '阿依努尔·买买提', roles }
    const { token } = await addAccount(api.world.db, { ...own, memberId: id })
    expect((await unlink(1, token)).problem.message).toContain('其他党务专干')
    expect((await unlink(1)).status).toBe(200)
    expect((await link('zhuan.gan', token)).problem.fields?.['body.login']).toContain(
      '其他党务专干',
    )
    expect((await link('zhuan.gan', tokens.organizer)).status).toBe(200)
  })

  it('linked and made an auditor at the same moment, it becomes one of the two', async () => {
    const { person, link, tokens } = await unlinked()
    const done = await Promise.all([
      link('ayinuer'),
      api.call(tokens['security-admin'], rolesContract.grant, {
        body: { accountId: person.id, role: 'auditor', organizationId: null },
      }),
    ])
    expect(done.map(({ status }) => String(status)).toSorted()).toEqual(['200', '400'])
  })
})
