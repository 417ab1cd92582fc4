import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { ask, signInDemo } from './client.ts'
import { draftsOf, submit } from './drafts.ts'
import { postgres, type Cluster } from './machine.ts'
import { dataFolder, demoKey, startServer, type RunningServer } from './server.ts'

let cluster: Cluster
let server: RunningServer
beforeAll(async () => {
  cluster = await postgres({ like: inject('demoCluster') })
  server = await startServer({
    env: { DATA_DIR: dataFolder(), DATABASE_URL: cluster.url, DATA_KEY: demoKey },
  })
}, 60_000)
afterAll(async () => {
  await server.end()
  await cluster.stop()
})

/** Milliseconds until /readyz says 200 again. */
async function recovery(): Promise<number> {
  const since = performance.now()
  while ((await ask(`${server.url}/readyz`)).status !== 200) await sleep(50)
  return performance.now() - since
}

test.each(['SIGINT', 'SIGQUIT'] as const)(
  'PostgreSQL ended by %s: requests are told to come again, and the server recovers unaided',
  async (signal) => {
    const cookie = await signInDemo(server.url, 'branch-secretary')
    const draft = await draftsOf(server.url, cookie)
    const write = (key: string) =>
      submit(server.url, cookie, draft, { key, title: `数据库演练 ${key}` })
    // Every connection of the pool has been used, and some are busy, when the database goes.
    const under = Array.from({ length: 24 }, (_, index) => write(`${signal}-under-${index}`))
    await sleep(20)
    await cluster.halt(signal)
    for (const { status, headers } of await Promise.all(under)) {
      const told = status === 503 ? Number(headers['retry-after']) > 0 : status === 200
      expect({ status, told }).toEqual({ status, told: true })
    }
    const away = await Promise.all([
      ask(`${server.url}/api/session`),
      ask(`${server.url}/api/meetings`, { headers: { cookie } }),
      write(`${signal}-away`),
    ])
    for (const { status, headers, json, ms } of away) {
      expect(status).toBe(503)
      expect(json?.code).toBe('unavailable')
      expect(Number(headers['retry-after'])).toBeGreaterThan(0)
      expect(ms).toBeLessThan(3000)
    }
    const ready = await ask(`${server.url}/readyz`)
    expect(ready).toMatchObject({ status: 503, json: { ready: false, reason: 'database' } })
    expect(ready.ms).toBeLessThan(2000)
    expect((await ask(`${server.url}/livez`)).status).toBe(200)

    await cluster.resume()
    expect(await recovery()).toBeLessThan(5000)
    // The same submissions again: all are written once, whatever became of them before.
    const written = new Set<unknown>()
    for (const key of [...under.keys()].map((index) => `${signal}-under-${index}`)) {
      const { status, json } = await write(key)
      expect({ status, json }).toMatchObject({ status: 200 })
      written.add(json?.id)
    }
    expect(written.size).toBe(under.length)
    expect(() => process.kill(server.pid, 0)).not.toThrow()
    expect(server.output()).not.toContain('unhandled')
  },
)
