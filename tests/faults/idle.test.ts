import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, inject, test } from 'vitest'
import { ask } from './client.ts'
import { dataFolder, startServer } from './server.ts'
import { openStore } from './store.ts'

/** How often the main thread of a process has gone to sleep so far: once for each time it was woken. */
const slept = (pid: number): number =>
  Number(
    /^voluntary_ctxt_switches:\s+(\d+)/m.exec(
      readFileSync(`/proc/${pid}/task/${pid}/status`, 'utf8'),
    )?.[1],
  )

test('a server that nobody asks anything sleeps, and still tells how busy it is', async () => {
  const env = { DATA_DIR: dataFolder(inject('demoFolder')), METRICS_TOKEN: 'a token of the tests' }
  const server = await startServer({ env })
  const metrics = async () => {
    const headers = { authorization: `Bearer ${env.METRICS_TOKEN}` }
    return (await ask(`${server.url}/metrics`, { headers })).text
  }
  await metrics()
  // What is left to do after a start, and one round of the background work.
  await sleep(5_000)
  const before = slept(server.pid)
  await sleep(4_000)
  // A timer of 10 ms alone would wake it four hundred times.
  expect(slept(server.pid) - before).toBeLessThan(200)
  const told = await metrics()
  const share = Number(/^nodejs_eventloop_utilization (\S+)$/m.exec(told)?.[1])
  expect(share).toBeGreaterThan(0)
  expect(share).toBeLessThan(0.5)
  expect(told).toMatch(/^nodejs_eventloop_lag_seconds \d/m)
  expect(told).not.toContain('nodejs_eventloop_lag_p99')
  await server.end()
})

test('the demo bureau is vacuumed and known to the planner before the first request', async () => {
  // Its first start was killed: ended in order, it would do it at its end at the latest.
  const { db, close } = await openStore(dataFolder(inject('loadedFolder')))
  const { rows } = await sql<{ name: string; rows: number; visible: number; known: number }>`
    select relname as name, reltuples::int as rows, relallvisible as visible,
      (select count(*) from pg_stats where tablename = relname) as known
    from pg_class where relname in ('meeting', 'attendance', 'member', 'rollup') and relkind = 'r' order by relname`.execute(
    db,
  )
  expect(rows.map(({ name }) => name)).toEqual(['attendance', 'meeting', 'member', 'rollup'])
  for (const table of rows)
    expect({ ...table, done: table.rows > 0 && table.visible > 0 && table.known > 0 }).toEqual({
      ...table,
      done: true,
    })
  await close()
})
