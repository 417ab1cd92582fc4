import { describe, expect, it } from 'vitest'
import { sessionContract } from '#domain/session.contract.ts'
import { addAccount, smallBureau } from '#tests/support/bureau.ts'
import { useApi } from '#tests/support/api.ts'
import { session } from './handlers.ts'

const api = useApi(session)

async function withPassword(login: string, password: string) {
  const account = await addAccount(api.world.db, { login, roles: [] })
  await api.world.db
    .updateTable('account')
    .set({ password_hash: await api.world.hasher.hash(password) })
    .where('id', '=', account.id)
    .execute()
  return account
}

const start = (login: string, password: string) => api.call(null, sessionContract.start, { body: { login, password } })

describe('sign-in', () => {
  it('answers a session whose token works until it is ended', async () => {
    await withPassword('zhang', 'a long enough one')
    const answer = await start('ZHANG', 'a long enough one')
    expect(answer.body.session?.login).toBe('zhang')
    const token = answer.headers.get('x-session-token')
    expect((await api.call(token, sessionContract.show)).body.session?.login).toBe('zhang')
    await api.call(token, sessionContract.end)
    expect((await api.call(token, sessionContract.show)).body.session).toBeNull()
  })

  it('answers a wrong password and an unknown account alike, and locks both after five failures with a time', async () => {
    await withPassword('zhang', 'a long enough one')
    for (const login of ['zhang', 'nobody']) {
      for (let i = 1; i < 5; i++) expect((await start(login, 'wrong')).problem).toMatchObject({ code: 'sign_in_failed' })
      expect((await start(login, 'wrong')).problem).toMatchObject({ code: 'locked_out', message: expect.stringContaining('10:15') })
    }
    expect((await start('zhang', 'a long enough one')).status).toBe(429)
    api.world.setNow('2026-11-23T02:16:00Z')
    expect((await start('zhang', 'a long enough one')).status).toBe(200)
    api.world.setNow('2026-11-23T02:00:00Z')
  })

  it('ends a session after 30 idle minutes, and after 12 hours in any case', async () => {
    await withPassword('zhang', 'a long enough one')
    const token = (await start('zhang', 'a long enough one')).headers.get('x-session-token')
    for (let minutes = 25; minutes < 12 * 60; minutes += 25) {
      api.world.setNow(new Date(Date.parse('2026-11-23T02:00:00Z') + minutes * 60_000).toISOString())
      expect((await api.call(token, sessionContract.show)).body.session, `${minutes} minutes`).not.toBeNull()
    }
    api.world.setNow('2026-11-23T14:01:00Z')
    expect((await api.call(token, sessionContract.show)).body.session).toBeNull()
    api.world.setNow('2026-11-23T02:00:00Z')
    const idle = (await start('zhang', 'a long enough one')).headers.get('x-session-token')
    api.world.setNow('2026-11-23T02:31:00Z')
    expect((await api.call(idle, sessionContract.show)).body.session).toBeNull()
    api.world.setNow('2026-11-23T02:00:00Z')
  })

  it('offers one-click accounts only in a demo store', async () => {
    await smallBureau(api.world.db)
    expect((await api.call(null, sessionContract.startDemo, { body: { login: 'leader' } })).status).toBe(404)
    expect((await api.call(null, sessionContract.show)).body.demoAccounts).toEqual([])
    await api.world.db.updateTable('installation').set({ demo: true }).execute()
    const roles = (await api.call(null, sessionContract.show)).body.demoAccounts.map(({ role }) => role)
    expect(roles).toEqual(['member', 'group-leader', 'branch-secretary', 'organizer', 'leader', 'discipline', 'system-admin', 'security-admin', 'auditor'])
    expect((await api.call(null, sessionContract.startDemo, { body: { login: 'leader' } })).status).toBe(200)
  })
})
