import { Kysely, sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { addDays } from '#domain/dates.ts'
import { auditCounts, auditHeld } from '#tests/support/audits.ts'
import type { Tables } from '#server/db/tables.ts'
import { openPostgres } from '#server/node/store/postgres.ts'
import { ask, oneConnection, signInDemo, type Ask } from './client.ts'
import { draftsOf } from './drafts.ts'
import { postgres, type Cluster } from './machine.ts'
import { dataFolder, demoKey, startServer } from './server.ts'
import { openStore } from './store.ts'

const many = 40
/** A record as it stood when it was answered. */
type Stood = { id: string; version: number }
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }

let cluster: Cluster
beforeAll(async () => void (cluster = await postgres({ like: inject('demoCluster') })), 60_000)
afterAll(() => cluster.stop())

/**
 * Every write takes 0.3 s between its own statements and its commit. Were one to wait for the other, as for a row of
 * their branch, the last would be due after 12 s, and none may wait longer than 5.
 */
const slowly = [
  'create function slow_down() returns trigger language plpgsql as $$ begin perform pg_sleep(0.3); return new; end $$',
  'create trigger slow_down before insert on audit_entry for each row execute function slow_down()',
]

const stores = {
  postgres: async () => {
    const env = { DATA_DIR: dataFolder(), DATABASE_URL: cluster.url, DATA_KEY: demoKey }
    const open = () => {
      const { dialect } = openPostgres({ url: cluster.url, poolSize: 2, log: quiet })
      return Promise.resolve(new Kysely<Tables>({ dialect }))
    }
    const server = await startServer({ env })
    const db = await open()
    for (const statement of slowly) await sql.raw(statement).execute(db)
    await db.destroy()
    return { server, open }
  },
  // It has one session, so its writes take turns: slowed down they would only be slow.
  embedded: async () => {
    const folder = dataFolder(inject('demoFolder'))
    const server = await startServer({ env: { DATA_DIR: folder } })
    return { server, open: async () => (await openStore(folder)).db }
  },
}

test.each(['postgres', 'embedded'] as const)(
  '%s: 40 people who write in one branch at once are all served, and it is counted right',
  { timeout: 120_000 },
  async (name) => {
    const { server, open } = await stores[name]()
    const people = await Promise.all(
      Array.from({ length: many }, () => signInDemo(server.url, 'branch-secretary')),
    )
    const [first = ''] = people
    const logger = await signInDemo(server.url, 'member')
    const agents = people.map(oneConnection)
    type Press = Omit<Ask, 'agent'> & { path: string }
    const atOnce = async (press: (index: number) => Press): Promise<Stood[]> => {
      const replies = await Promise.all(
        people.map((cookie, index) => {
          const { path, headers, body = {}, ...rest } = press(index)
          const all = { ...rest, body, headers: { cookie, ...headers }, agent: agents[index] }
          return ask(`${server.url}/api${path}`, all)
        }),
      )
      expect(replies.filter(({ status }) => status !== 200).map(({ text }) => text)).toEqual([])
      return replies.map(({ json }) => json as Stood)
    }
    const next = (of: readonly Stood[], move: (id: string) => string) => (index: number) => {
      const { id = '', version = 0 } = of[index] ?? {}
      return { path: move(id), headers: { 'if-match': `"v${version}"` } }
    }

    const draft = await draftsOf(server.url, first)
    const { heldOn, ...rest } = draft('同时办理') as { heldOn: string }
    const meeting = (index: number) => ({
      ...rest,
      heldOn: addDays(heldOn, -14),
      startedAt: `${String(7 + Math.floor(index / 4)).padStart(2, '0')}:${(index % 4) * 15 || '00'}`,
      endedAt: '22:00',
      agenda: ['学习'],
      minutes: '集体学习。',
      attendance: [],
    })
    const drafts = await atOnce((index) => ({ path: '/meetings', body: meeting(index) }))
    const submitted = await atOnce(next(drafts, (id) => `/meetings/${id}/submit`))
    await atOnce(next(submitted, (id) => `/meetings/${id}/sign`))

    const entries = people.map((_, index) => ({
      kind: 'assisted',
      servedOn: addDays(heldOn, -index),
      visits: 2,
    }))
    const { json: batch } = await ask(`${server.url}/api/services/batch`, {
      headers: { cookie: logger },
      body: { entries },
    })
    const logged = (batch?.kept ?? []) as Stood[]
    expect(logged).toHaveLength(many)
    await atOnce(next(logged, (id) => `/services/${id}/confirm`))

    const { json: list } = await ask(`${server.url}/api/members?size=50`, {
      headers: { cookie: first },
    })
    const members = await Promise.all(
      ((list?.rows ?? []) as { id: string }[])
        .slice(0, many)
        .map(({ id }) => ask(`${server.url}/api/members/${id}`, { headers: { cookie: first } })),
    )
    const opened = members.map(({ json }) => json as Stood)
    expect(opened).toHaveLength(many)
    await atOnce((index) => ({
      ...next(opened, (id) => `/members/${id}`)(index),
      method: 'PATCH',
      body: { job: '窗口综合受理' },
    }))

    await server.end()
    const db = await open()
    const { rows } = await sql<{ signed: number; confirmed: number; edited: number }>`select
      (select count(*) from meeting where title = '同时办理' and status = 'signed') as signed,
      (select count(*) from service_record where state = 'confirmed' and id = any (${logged.map(({ id }) => id)}::uuid[])) as confirmed,
      (select count(*) from member where job = '窗口综合受理') as edited`.execute(db)
    expect(rows).toEqual([{ signed: many, confirmed: many, edited: many }])
    expect(await auditHeld(db)).toEqual([])
    expect(await auditCounts(db)).toEqual([])
    await db.destroy()
  },
)
