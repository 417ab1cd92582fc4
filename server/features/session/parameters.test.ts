import { afterEach, describe, expect, it } from 'vitest'
import { sessionContract } from '#domain/session.contract.ts'
import { useApi } from '#tests/support/api.ts'
import { withPassword } from '#tests/support/passwords.ts'
import { decide } from '#tests/support/decide.ts'

const api = useApi()
const began = Date.parse('2026-11-23T02:00:00Z')
const minutesLater = (minutes: number) =>
  api.world.setNow(new Date(began + minutes * 60_000).toISOString())
afterEach(() => minutesLater(0))

const password = 'a long enough one'
const known = async (login: string, setAt: string | null = null): Promise<string> =>
  (await withPassword(api.world, login, password, setAt)).id
const start = (login: string, given = password) =>
  api.call(null, sessionContract.start, { body: { login, password: given } })
const tokenOf = async (login: string) => (await start(login)).headers.get('x-session-token')
const isIn = async (token: string | null) =>
  (await api.call(token, sessionContract.show)).body.session !== null
const change = (token: string | null, current: string, next: string) =>
  api.call(token, sessionContract.changePassword, { body: { current, next } })

// 等保 8.1.4.1 b): when a session ends and when sign-in is closed is decided by the bureau.
describe('what the bureau decided of sessions holds', () => {
  it('an unused session ends after its minutes, and use moves its end by as many', async () => {
    await decide(api.world.db, 'session.idleMinutes', 10)
    await known('zhang')
    const [used, unused] = [await tokenOf('zhang'), await tokenOf('zhang')]
    minutesLater(8)
    expect(await isIn(used)).toBe(true)
    minutesLater(11)
    expect([await isIn(used), await isIn(unused)]).toEqual([true, false])
    minutesLater(22)
    expect(await isIn(used)).toBe(false)
  })

  it('a session that is under way keeps to a decision of today from its next use on', async () => {
    await known('zhang')
    const token = await tokenOf('zhang')
    await decide(api.world.db, 'session.idleMinutes', 5)
    minutesLater(6)
    expect(await isIn(token)).toBe(true)
    minutesLater(12)
    expect(await isIn(token)).toBe(false)
  })

  it('a session in use ends after its hours', async () => {
    await decide(api.world.db, 'session.absoluteHours', 1)
    await known('zhang')
    const token = await tokenOf('zhang')
    minutesLater(29)
    expect(await isIn(token)).toBe(true)
    minutesLater(58)
    expect(await isIn(token)).toBe(true)
    minutesLater(61)
    expect(await isIn(token)).toBe(false)
  })

  it('sign-in closes after so many failures for so many minutes; what is decided for tomorrow waits', async () => {
    await decide(api.world.db, 'login.lockFailures', 3)
    await decide(api.world.db, 'login.lockMinutes', 60)
    await decide(api.world.db, 'login.lockFailures', 10, '2026-11-24')
    await known('zhang')
    const codes = []
    for (let turn = 0; turn < 3; turn++) codes.push((await start('zhang', 'wrong')).problem.code)
    expect(codes).toEqual(['sign_in_failed', 'sign_in_failed', 'locked_out'])
    expect((await start('zhang')).problem.message).toContain('请在 11:00 后再试')
    minutesLater(59)
    expect((await start('zhang')).status).toBe(429)
    minutesLater(61)
    expect((await start('zhang')).status).toBe(200)
  })
})

it('a sign-in that closes for a day says of which day its time is', async () => {
  await decide(api.world.db, 'login.lockFailures', 3)
  await decide(api.world.db, 'login.lockMinutes', 1440)
  await known('zhang')
  for (let turn = 0; turn < 3; turn++) await start('zhang', 'wrong')
  expect((await start('zhang')).problem.message).toContain('请在 2026-11-24 10:00 后再试')
})

// 等保 8.1.4.1 a) asks for 复杂度 and 定期更换, NIST SP 800-63B-4 forbids both: the bureau chooses.
describe('the policy of passwords', () => {
  it.each([
    ['seven quiet rivers', false],
    ['SEVEN quiet rivers', true],
    ['seven rivers 77', true],
    ['sevenrivers77', false],
    ['七条安静的河流啊啊啊', false],
    ['Baseball12!', false],
    ['Quiet77!', true],
  ])('等保: %s is let through: %s', async (next, allowed) => {
    await decide(api.world.db, 'password.policy', 'dengbao')
    await known('zhang', '2026-11-20T00:00:00Z')
    const answer = await change(await tokenOf('zhang'), password, next)
    const refused = { status: 422, problem: { fields: { 'body.next': expect.any(String) } } }
    expect(answer).toMatchObject(allowed ? { status: 200 } : refused)
  })

  it.each([
    ['dengbao', '2026-08-26T00:00:00Z', false],
    ['dengbao', '2026-08-24T00:00:00Z', true],
    ['dengbao', null, true],
    ['nist', '2020-01-01T00:00:00Z', false],
  ] as const)('%s: a password set on %s must be changed: %s', async (policy, setAt, due) => {
    await decide(api.world.db, 'password.policy', policy)
    await known('zhang', setAt)
    expect((await start('zhang')).body.session?.mustChangePassword).toBe(due)
  })

  it('takes a password alike from every keyboard, also after it was changed', async () => {
    await known('zhang')
    expect(
      (await change(await tokenOf('zhang'), password, 'ｓｅｖｅｎ calm rivers ７')).status,
    ).toBe(200)
    expect((await start('zhang', 'ｓｅｖｅｎ calm rivers ７')).status).toBe(200)
    expect((await start('zhang', 'seven calm rivers 7')).status).toBe(200)
  })
})
