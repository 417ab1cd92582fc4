import { describe, expect, it } from 'vitest'
import { meetingsContract } from '#domain/meetings.contract.ts'
import { sessionContract } from '#domain/session.contract.ts'
import { newId } from '#domain/ids.ts'
import { smallBureau } from '#tests/support/bureau.ts'
import { aMeeting, firstOf } from '#tests/support/meetings.ts'
import { sha256 } from '#server/digest.ts'
import { useApi } from '#tests/support/api.ts'
import { withPassword } from '#tests/support/passwords.ts'
import { parametersContract } from '#domain/system.contract.ts'

const api = useApi()

const start = (login: string, password: string) =>
  api.call(null, sessionContract.start, { body: { login, password } })

describe('sign-in', () => {
  it('answers a session whose token works until it is ended', async () => {
    await withPassword(api.world, 'zhang', 'a long enough one')
    const answer = await start('ZHANG', 'a long enough one')
    expect(answer.body.session?.login).toBe('zhang')
    const token = answer.headers.get('x-session-token')
    expect((await api.call(token, sessionContract.show)).body.session?.login).toBe('zhang')
    await api.call(token, sessionContract.end)
    expect((await api.call(token, sessionContract.show)).body.session).toBeNull()
  })

  it('is in the log under the name of who signed in', async () => {
    const account = await withPassword(api.world, 'zhang', 'a long enough one')
    await start('zhang', 'a long enough one')
    const row = await api.world.db
      .selectFrom('audit_entry')
      .select(['actor', 'account_id'])
      .where('action', '=', 'session.started')
      .executeTakeFirstOrThrow()
    const { name } = await api.world.db
      .selectFrom('account')
      .select('name')
      .where('id', '=', account.id)
      .executeTakeFirstOrThrow()
    expect(row).toEqual({ actor: name, account_id: account.id })
  })

  it('answers a wrong password and an unknown account alike, and locks both after five failures with a time', async () => {
    await withPassword(api.world, 'zhang', 'a long enough one')
    for (const login of ['zhang', 'nobody']) {
      for (let i = 1; i < 5; i++)
        expect((await start(login, 'wrong')).problem).toMatchObject({ code: 'sign_in_failed' })
      expect((await start(login, 'wrong')).problem).toMatchObject({
        code: 'locked_out',
        message: expect.stringContaining('10:15'),
      })
    }
    expect((await start('zhang', 'a long enough one')).status).toBe(429)
    api.world.setNow('2026-11-23T02:16:00Z')
    expect((await start('zhang', 'a long enough one')).status).toBe(200)
    api.world.setNow('2026-11-23T02:00:00Z')
  })

  it('ends a session after 30 idle minutes, and after 12 hours in any case', async () => {
    await withPassword(api.world, 'zhang', 'a long enough one')
    const token = (await start('zhang', 'a long enough one')).headers.get('x-session-token')
    for (let minutes = 25; minutes < 12 * 60; minutes += 25) {
      api.world.setNow(
        new Date(Date.parse('2026-11-23T02:00:00Z') + minutes * 60_000).toISOString(),
      )
      expect(
        (await api.call(token, sessionContract.show)).body.session,
        `${minutes} minutes`,
      ).not.toBeNull()
    }
    api.world.setNow('2026-11-23T14:01:00Z')
    expect((await api.call(token, sessionContract.show)).body.session).toBeNull()
    api.world.setNow('2026-11-23T02:00:00Z')
    const idle = (await start('zhang', 'a long enough one')).headers.get('x-session-token')
    api.world.setNow('2026-11-23T02:31:00Z')
    expect((await api.call(idle, sessionContract.show)).body.session).toBeNull()
    api.world.setNow('2026-11-23T02:00:00Z')
  })

  it('idles out behind a page that asks by its own clock while nobody touches it', async () => {
    await withPassword(api.world, 'zhang', 'a long enough one')
    const token = (await start('zhang', 'a long enough one')).headers.get('x-session-token')
    const untouched = { headers: { 'X-Untouched': '1' } }
    for (const [minute, there] of [
      ['05', true],
      ['25', true],
      ['31', false],
    ] as const) {
      api.world.setNow(`2026-11-23T02:${minute}:00Z`)
      const { body } = await api.call(token, sessionContract.show, untouched)
      expect([minute, body.session !== null]).toEqual([minute, there])
    }
    api.world.setNow('2026-11-23T02:00:00Z')
  })

  it('makes a new key for drafts with the last session that is signed out, not over one that ran out', async () => {
    const account = await withPassword(api.world, 'zhang', 'a long enough one')
    await api.world.db.deleteFrom('session').where('account_id', '=', account.id).execute()
    const enter = async () => {
      const answer = await start('zhang', 'a long enough one')
      return {
        token: answer.headers.get('x-session-token'),
        key: answer.body.session?.draftKey,
      }
    }
    const office = await enter()
    api.world.setNow('2026-11-23T03:00:00Z')
    const home = await enter()
    await api.call(home.token, sessionContract.end)
    const again = await enter()
    expect(again.key).toBe(office.key)

    await api.world.db
      .updateTable('session')
      .set({ ended_at: '2026-11-23T03:00:00Z' })
      .where('idle_until', '<', '2026-11-23T03:00:00Z')
      .execute()
    await api.call(again.token, sessionContract.end)
    expect((await enter()).key).not.toBe(office.key)
    api.world.setNow('2026-11-23T02:00:00Z')
  })

  it('does nothing in the name of who signed in beside a page: that page is asked to sign in again', async () => {
    const { branchA, inA2, tokens } = await smallBureau(api.world.db)
    const token = tokens['branch-secretary']
    const own = (await api.call(token, sessionContract.show)).body.session?.accountId ?? ''
    const from = (account: string) => ({ headers: { 'X-Account': account } })
    const body = aMeeting(branchA, firstOf(inA2))
    const record = (account: string) =>
      api.call(token, meetingsContract.create, { body, ...from(account) })
    expect((await record(newId())).problem).toMatchObject({ code: 'not_signed_in' })
    expect((await api.call(token, sessionContract.end, from(newId()))).status).toBe(401)
    expect((await record(own)).status).toBe(200)
  })

  it('offers one-click accounts only in a demo store', async () => {
    await smallBureau(api.world.db)
    expect(
      (await api.call(null, sessionContract.startDemo, { body: { login: 'leader' } })).status,
    ).toBe(404)
    expect((await api.call(null, sessionContract.show)).body.demoAccounts).toEqual([])
    await api.world.db.updateTable('installation').set({ demo: true }).execute()
    const roles = (await api.call(null, sessionContract.show)).body.demoAccounts.map(
      ({ role }) => role,
    )
    expect(roles).toEqual([
      'member',
      'group-leader',
      'branch-secretary',
      'organizer',
      'leader',
      'discipline',
      'system-admin',
      'security-admin',
      'auditor',
    ])
    expect(
      (await api.call(null, sessionContract.startDemo, { body: { login: 'leader' } })).status,
    ).toBe(200)
  })
})

describe('the password', () => {
  const change = (token: string | null, current: string, next: string) =>
    api.call(token, sessionContract.changePassword, { body: { current, next } })

  it('changes only with the current one, and ends every other session', async () => {
    await withPassword(api.world, 'zhang', 'a long enough one')
    const here = (await start('zhang', 'a long enough one')).headers.get('x-session-token')
    const there = (await start('zhang', 'a long enough one')).headers.get('x-session-token')
    expect((await change(here, 'wrong', 'seven quiet rivers')).problem.fields).toHaveProperty([
      'body.current',
    ])
    expect((await change(here, 'a long enough one', 'seven quiet rivers')).status).toBe(200)
    expect((await api.call(here, sessionContract.show)).body.session).not.toBeNull()
    expect((await api.call(there, sessionContract.show)).body.session).toBeNull()
    expect((await start('zhang', 'a long enough one')).status).toBe(401)
  })

  // NIST SP 800-63B-4: a blocklist and the person's own words instead of composition rules.
  it.each([
    ['river quiet 77', '至少 15 位'],
    ['党的建设工作手册二零二六年版', '至少 15 位'],
    ['aaaaaaaaaaaaaaaaaa', '重复的字符太多'],
    ['quiet quiet quiet ', '重复的字符太多'],
    ['ｑｗｅｒｔｙｕｉｏｐ１２３４５', '过于常见，容易被猜到'],
    ['1QAZ2wsx3edc4rfv!', '过于常见，容易被猜到'],
    ['dangjian19210701', '过于常见，容易被猜到'],
    ['ceshishi xingzhengshenpiju 2026', '过于常见，容易被猜到'],
    ['测试市行政审批局党建工作20261001', '过于常见，容易被猜到'],
    ['zhangwei-zhangwei-1990', '不能由自己的姓名或账号组成'],
  ])('may not be %s: %s', async (weak, reason) => {
    const account = await withPassword(api.world, 'zhangwei', 'a long enough one')
    await api.world.db
      .updateTable('account')
      .set({ name: '张伟' })
      .where('id', '=', account.id)
      .execute()
    expect((await change(account.token, 'a long enough one', weak)).problem).toMatchObject({
      code: 'password_policy',
      fields: { 'body.next': reason },
    })
  })

  it('is not the one that it replaces, however a keyboard wrote it', async () => {
    const { token } = await withPassword(api.world, 'zhangwei', 'seven quiet rivers 7')
    const { problem } = await change(token, 'seven quiet rivers 7', 'seven quiet rivers ７')
    expect(problem.fields?.['body.next']).toContain('相同')
  })

  it('may be long and plain', async () => {
    const { token } = await withPassword(api.world, 'zhangwei', 'a long enough one')
    for (const [from, to] of [
      ['a long enough one', 'seven quiet rivers'],
      ['seven quiet rivers', '清晨的河边有七只安静的白鹭鸟儿飞'],
    ] as const)
      expect((await change(token, from, to)).status).toBe(200)
  })

  it('must be changed before anything else where somebody else has set it', async () => {
    const account = await withPassword(api.world, 'zhang', 'a long enough one')
    await api.world.db
      .updateTable('account')
      .set({ must_change: true })
      .where('id', '=', account.id)
      .execute()
    const next = await withPassword(api.world, 'li', 'a long enough one')
    expect(
      (await api.call(account.token, sessionContract.show)).body.session?.mustChangePassword,
    ).toBe(true)
    expect((await api.call(account.token, parametersContract.list)).problem.code).toBe('state')
    expect((await api.call(next.token, parametersContract.list)).status).toBe(200)
    await change(account.token, 'a long enough one', 'seven quiet rivers')
    expect((await api.call(account.token, parametersContract.list)).status).toBe(200)
  })
})

describe('the first run', () => {
  const body = {
    code: 'the-code',
    bureauName: '某市行政审批局机关党委',
    login: 'first',
    name: '蒋以宁',
    password: 'seven quiet rivers',
    securityAdmin: { login: 'second', name: '龚守正' },
    auditor: { login: 'third', name: '贺知行' },
  }

  it('takes the one-time code once, and names three administrators', async () => {
    await api.world.db
      .updateTable('installation')
      .set({ set_up_at: null, bureau_name: null, setup_code_hash: await sha256('the-code') })
      .execute()
    expect((await api.call(null, sessionContract.show)).body.installation.needsSetup).toBe(true)
    expect(
      (await api.call(null, sessionContract.setup, { body: { ...body, code: 'guess' } })).problem
        .code,
    ).toBe('setup_code')
    const { view, invitations } = (await api.call(null, sessionContract.setup, { body })).body
    expect(view.session?.roles.map(({ role }) => role)).toEqual(['system-admin'])
    expect(invitations.map(({ login, role }) => [login, role])).toEqual([
      ['second', 'security-admin'],
      ['third', 'auditor'],
    ])
    expect((await api.call(null, sessionContract.setup, { body })).problem.code).toBe('setup_done')
  })
})

it('writes the use of a session with the next request that is kept, where one was refused', async () => {
  api.world.setNow('2026-11-25T02:00:00.000Z')
  const { tokens } = await smallBureau(api.world.db)
  const seen = async () =>
    (
      await api.world.db
        .selectFrom('session')
        .select('seen_at')
        .where('id_hash', '=', await sha256(tokens.organizer))
        .executeTakeFirstOrThrow()
    ).seen_at
  api.world.setNow('2026-11-25T02:10:00.000Z')
  const params = { id: crypto.randomUUID() }
  expect((await api.call(tokens.organizer, meetingsContract.show, { params })).status).toBe(404)
  expect((await api.call(tokens.organizer, meetingsContract.list)).status).toBe(200)
  expect(new Date(await seen()).toISOString()).toBe('2026-11-25T02:10:00.000Z')
})
