import { afterEach, expect, it } from 'vitest'
import { sessionContract } from '#domain/session.contract.ts'
import { useApi } from '#tests/support/api.ts'
import { withPassword } from '#tests/support/passwords.ts'
import { testNow } from '#tests/support/world.ts'

const api = useApi()
afterEach(() => api.world.setNow(testNow))

const password = 'seven quiet rivers'
const known = (login: string) => withPassword(api.world, login, password)
const start = (login: string, given: string) =>
  api.call(null, sessionContract.start, { body: { login, password: given } })

it('whoever tries one password on many accounts is slowed down, and nobody at another address', async () => {
  await known('zhang')
  const startFrom = (address: string) =>
    api.app.request('/api/session', {
      method: 'POST',
      headers: {
        'X-Client-Address': address,
        'Idempotency-Key': 'elsewhere',
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({ login: 'zhang', password }),
    })
  for (let tried = 0; tried < 60; tried++)
    expect((await start(`nobody-${tried}`, 'spring 2026')).problem.code).toBe('sign_in_failed')
  const slowed = await start('zhang', password)
  expect([slowed.problem.code, slowed.status]).toEqual(['slow_down', 429])
  expect(slowed.headers.get('retry-after')).toBe('15')
  expect((await startFrom('10.0.0.9')).status).toBe(200)

  api.world.setNow('2026-11-23T02:00:15Z')
  expect((await start('zhang', 'spring 2026')).status).toBe(401)
  expect((await start('zhang', password)).status).toBe(429)
  api.world.setNow('2026-11-23T02:00:30Z')
  // Who guesses may have an account of their own: signing in forgets nothing.
  expect((await start('zhang', password)).status).toBe(200)
  expect((await start('nobody', 'spring 2026')).status).toBe(401)
  expect((await start('zhang', password)).status).toBe(429)
})

it('of many guesses at once each is counted', async () => {
  await known('zhang')
  await Promise.all(Array.from({ length: 12 }, () => start('zhang', 'wrong')))
  expect((await start('zhang', password)).problem.code).toBe('locked_out')
})

it('a wrong current password counts as at sign-in, is in the log and in nothing that is kept', async () => {
  const { token, id } = await known('zhang')
  const change = (current: string) =>
    api.call(token, sessionContract.changePassword, {
      body: { current, next: 'eight quiet rivers' },
    })
  for (let turn = 1; turn < 5; turn++) {
    const { status, problem } = await change('wrong')
    expect([status, problem.fields]).toEqual([400, { 'body.current': expect.any(String) }])
  }
  expect((await change('wrong')).problem.code).toBe('locked_out')
  expect((await change(password)).problem.code).toBe('locked_out')
  expect((await start('zhang', password)).problem.code).toBe('locked_out')
  const { db } = api.world
  const told = await db.selectFrom('audit_entry').select(['action', 'account_id']).execute()
  expect(told).toEqual(
    Array.from({ length: 5 }, () => ({ action: 'password.refused', account_id: id })),
  )
  expect(await db.selectFrom('idempotency').selectAll().execute()).toEqual([])

  api.world.setNow('2026-11-23T02:16:00Z')
  expect((await change(password)).status).toBe(200)
  expect((await start('zhang', 'eight quiet rivers')).status).toBe(200)
})
