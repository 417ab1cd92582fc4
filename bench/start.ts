/**
 * `node bench/start.ts`: from `npm start` until /readyz answers 200; the screen is built before: on a new
 * embedded store (schema, demo bureau) and on one that is there. Each time in a folder of its own.
 */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { resolve } from 'node:path'
import { ask } from '#tests/faults/client.ts'
import { dataFolder } from '#tests/faults/server.ts'
import { options, report, round, verdict } from './support/figures.ts'
import { median } from './support/load.ts'

const { json, quick } = options({ quick: { type: 'boolean', default: false } })
const times = quick ? 1 : 3
const root = resolve(import.meta.dirname, '..')
// `npm start` builds what is older than its sources, which is not what is measured.
execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'ignore' })

const isReady = (port: number): Promise<boolean> =>
  ask(`http://127.0.0.1:${port}/readyz`).then(
    ({ status }) => status === 200,
    () => false,
  )

// What was started ends with the bench, also when that is stopped.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

const first: number[] = []
const later: number[] = []
for (let turn = 0; turn < times; turn++) {
  const folder = dataFolder()
  first.push(await secondsToReady(folder))
  later.push(await secondsToReady(folder))
}
const row = (start: string, seconds: readonly number[], most: number) => ({
  start,
  median: round(median(seconds)),
  each: seconds.map((one) => round(one)).join(' '),
  target: verdict(round(median(seconds)), most),
})
report(
  'Seconds from npm start to ready, embedded store',
  [row('new store, with the demo bureau', first, 15), row('store that is there', later, 3)],
  { json: json === true },
)

async function secondsToReady(folder: string): Promise<number> {
  const port = await freePort()
  const since = performance.now()
  // A group of its own: npm, its shell and the server end together.
  const child = spawn('npm', ['start', '--silent'], {
    cwd: root,
    env: { ...process.env, DATA_DIR: folder, PORT: String(port), LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
  })
  const ended = once(child, 'exit')
  const stop = () => {
    if (child.pid && child.exitCode === null) process.kill(-child.pid, 'SIGTERM')
  }
  process.once('exit', stop)
  try {
    while (!(await isReady(port))) {
      if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}`)
      if (performance.now() - since > 120_000) throw new Error('not ready after two minutes')
      await new Promise((go) => setTimeout(go, 20))
    }
    return (performance.now() - since) / 1000
  } finally {
    stop()
    await ended
    process.off('exit', stop)
    await released(port)
  }
}

/** npm may be gone before the server, which still closes its store. */
async function released(port: number): Promise<void> {
  for (let turn = 0; turn < 500; turn++) {
    const answers = await ask(`http://127.0.0.1:${port}/livez`).then(
      () => true,
      () => false,
    )
    if (!answers) break
    await new Promise((go) => setTimeout(go, 20))
  }
  // The port closes first, then the store.
  await new Promise((go) => setTimeout(go, 1_000))
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  return typeof address === 'object' && address ? address.port : 0
}
