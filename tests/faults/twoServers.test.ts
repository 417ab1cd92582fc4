import { randomUUID } from 'node:crypto'
import { Kysely } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { auditCounts, auditHeld } from '#tests/support/audits.ts'
import type { Tables } from '#server/db/tables.ts'
import { openPostgres } from '#server/node/store/postgres.ts'
import { ask, signInDemo, type Reply } from './client.ts'
import { draftsOf, type Draft } from './drafts.ts'
import { postgres, type Cluster } from './machine.ts'
import { dataFolder, demoKey, startServer, type RunningServer } from './server.ts'

// Two servers on one PostgreSQL, used by two people at once: each keeps its own memory, the database is one.
let cluster: Cluster
let servers: [RunningServer, RunningServer]
let cookies: [string, string]
let draft: Draft
beforeAll(async () => {
  cluster = await postgres({ like: inject('demoCluster') })
  const start = () =>
    startServer({
      env: { DATA_DIR: dataFolder(), DATABASE_URL: cluster.url, DATA_KEY: demoKey },
    })
  const first = await start()
  servers = [first, await start()]
  cookies = [
    await signInDemo(servers[0].url, 'branch-secretary'),
    await signInDemo(servers[1].url, 'organizer'),
  ]
  draft = await draftsOf(servers[0].url, cookies[0])
}, 120_000)
afterAll(async () => {
  await Promise.all(servers.map((server) => server.end()))
  await cluster.stop()
})

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** A meeting that says all it must, at its own hour. */
const meeting = (minute: number, over: object = {}) => ({
  ...draft(`双机演练 ${minute}`),
  startedAt: `${String(6 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
  endedAt: '23:00',
  agenda: ['双机演练'],
  minutes: '照实记录。',
  advance: 'sign',
  ...over,
})

const send = (at: 0 | 1, body: object, key: string = randomUUID()): Promise<Reply> =>
  ask(`${servers[at].url}/api/meetings`, {
    body,
    headers: { cookie: cookies[at], 'idempotency-key': key },
  })

const get = async (at: 0 | 1, path: string, as = cookies[at]) =>
  (await ask(`${servers[at].url}/api${path}`, { headers: { cookie: as } })).json

test('what one server writes and who signs in there, the other knows at once', async () => {
  const { status, json } = await send(0, meeting(0))
  expect(status).toBe(200)
  expect(await get(1, `/meetings/${String(json?.id)}`)).toMatchObject({ status: 'signed' })
  expect(await get(1, `/meetings/${String(json?.id)}`, cookies[0])).toMatchObject({
    status: 'signed',
  })
})

test('one submission at both is one record, one meeting told at both is refused once', async () => {
  const key = randomUUID()
  const body = meeting(1)
  const replies = await Promise.all([
    send(0, body, key),
    ask(`${servers[1].url}/api/meetings`, {
      body,
      headers: { cookie: cookies[0], 'idempotency-key': key },
    }),
  ])
  const ids = new Set(replies.filter(({ status }) => status === 200).map(({ json }) => json?.id))
  expect(ids.size).toBe(1)
  // The other has the same answer, or is told to wait for it.
  for (const { status } of replies) expect([200, 409]).toContain(status)
  const twins = await Promise.all([send(0, meeting(2)), send(1, meeting(2))])
  expect(twins.map(({ status }) => `${status}`).toSorted()).toEqual(['200', '400'])
})

test('two editors at two servers: the second sees the difference', async () => {
  const { json } = await send(0, meeting(3, { advance: 'draft' }))
  const { organizationId: _, ...content } = meeting(3, { advance: 'draft' }) as Record<
    string,
    unknown
  >
  const edit = (at: 0 | 1, minutes: string) =>
    ask(`${servers[at].url}/api/meetings/${String(json?.id)}`, {
      method: 'PATCH',
      body: { ...content, minutes },
      headers: { cookie: cookies[at], 'if-match': '"v1"' },
    })
  const replies = await Promise.all([edit(0, '甲'), edit(1, '乙')])
  expect(replies.map(({ status }) => `${status}`).toSorted()).toEqual(['200', '412'])
  const refused = replies.find(({ status }) => status === 412)
  expect(refused?.json).toMatchObject({ code: 'version_conflict', detail: { version: 2 } })
})

test('after many writes at both, both tell the same figures, and they equal a recount', async () => {
  // Each person has several windows; both write of one branch, whose meetings are judged one after the other.
  const writers = ([0, 1] as const).flatMap((at) => [0, 1].map((nth) => ({ at, nth })))
  const replies = await Promise.all(
    writers.map(async ({ at, nth }) => {
      const answers: unknown[] = []
      for (let n = 0; n < 10; n += 1) {
        const { status, text } = await send(at, meeting(10 + n * 4 + at * 2 + nth))
        answers.push(status === 200 ? 200 : text)
      }
      return answers
    }),
  )
  expect(new Set(replies.flat())).toEqual(new Set([200]))

  const view = await get(1, '/session')
  const session = view?.session as { roles: { organizationId: string; role: string }[] }
  const root = session.roles.find(({ role }) => role === 'organizer')?.organizationId ?? ''
  const query = `organization=${root}&year=${String(view?.today).slice(0, 4)}`
  for (const path of [`/duties/summary?${query}`, `/meetings/counts?${query}`]) {
    const told = await Promise.all([get(0, path, cookies[1]), get(1, path)])
    expect(told[0]).toEqual(told[1])
    expect({ path, code: told[0]?.code }).toEqual({ path, code: undefined })
  }

  const store = openPostgres({
    url: cluster.url,
    poolSize: 2,
    log: quiet,
    statementTimeout: 60_000,
  })
  const db = new Kysely<Tables>({ dialect: store.dialect })
  const wrong = [await auditCounts(db), await auditHeld(db)]
  await db.destroy()
  expect(wrong).toEqual([[], []])
})
