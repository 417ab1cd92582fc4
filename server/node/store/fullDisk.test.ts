import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Kysely } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '#server/app.ts'
import { isUnavailable } from '#server/db/failures.ts'
import { singleSessionDialect } from '#server/db/singleSession.ts'
import type { Tables } from '#server/db/tables.ts'
import { features } from '#server/features/all.ts'
import { withPassword } from '#tests/support/passwords.ts'
import { empty, testWorld, type TestWorld } from '#tests/support/world.ts'
import { openEmbedded, type EmbeddedStore } from './embedded.ts'
import { makeEmptyStore } from './emptyStore.ts'

const MiB = 1024 * 1024
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
const dataDir = mkdtempSync(path.join(tmpdir(), 'six-chains-full-'))
const password = 'a long enough one'
let free = 500 * MiB
let store: EmbeddedStore
let world: TestWorld
let app: ReturnType<typeof createApp>

beforeAll(async () => {
  store = await openEmbedded({
    dataDir,
    log: quiet,
    snapshot: makeEmptyStore,
    freeSpace: { every: 10, statfs: () => ({ bavail: free / 4096, bsize: 4096 }) },
  })
  const db = new Kysely<Tables>({ dialect: singleSessionDialect(store.session) })
  await empty(db)
  world = { ...(await testWorld()), db, store: { readOnly: store.readOnly, isUnavailable } }
  app = createApp(world, features)
}, 120_000)
afterAll(async () => {
  await store.close()
  rmSync(dataDir, { recursive: true, force: true })
})

async function leaves(bytes: number): Promise<void> {
  free = bytes
  await expect.poll(() => store.stats().freeBytes).toBe(bytes)
}

const ask = (token: string | null, to: string, body?: unknown) =>
  app.request(`/api${to}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': crypto.randomUUID(),
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })

test('with the disk nearly full one goes on reading, signs in and out, and writes nothing else', async () => {
  const { token } = await withPassword(world, 'zhang', password)
  const signIn = (given: string) => ask(null, '/session', { login: 'zhang', password: given })
  const change = { current: password, next: 'seven quiet rivers' }

  await leaves(40 * MiB)
  // Longer ago than a minute: use of the session would be written.
  world.setNow('2026-11-23T02:05:00Z')
  expect(await (await ask(token, '/session')).json()).toMatchObject({ session: { login: 'zhang' } })
  expect((await ask(token, '/session/password', change)).status).toBe(507)
  expect((await signIn('wrong')).status).toBe(401)
  const second = (await signIn(password)).headers.get('x-session-token')
  expect((await ask(second, '/session/end', {})).status).toBe(200)
  expect(await (await ask(second, '/session')).json()).toMatchObject({ session: null })

  await leaves(20 * MiB)
  world.setNow('2026-11-23T02:10:00Z')
  expect((await signIn(password)).status).toBe(507)
  expect(await (await ask(token, '/session')).json()).toMatchObject({ session: { login: 'zhang' } })
})
