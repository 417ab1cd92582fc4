import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openEmbedded } from './embedded.ts'

/** A new database takes 5 s on a quiet machine and several times that on a busy one. */
const CREATE_LIMIT = 120_000
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
const dataDir = mkdtempSync(path.join(tmpdir(), 'six-chains-killed-'))

/** Writes pairs of rows, each pair in one transaction, and says every number when it is committed. */
const WRITER = `
  const { openEmbedded } = await import(${JSON.stringify(new URL('./embedded.ts', import.meta.url).href)})
  const { singleSessionDialect } = await import(${JSON.stringify(new URL('../../db/singleSession.ts', import.meta.url).href)})
  const { Kysely } = await import('kysely')
  const quiet = { info() {}, warn() {}, error() {} }
  const store = await openEmbedded({ dataDir: ${JSON.stringify(dataDir)}, log: quiet, maintenanceEvery: 300 })
  const db = new Kysely({ dialect: singleSessionDialect(store.session) })
  const round = Number(process.argv[1])
  let number = 0
  await Promise.all([1, 2, 3, 4].map(async () => {
    for (;;) {
      const id = round * 1000000 + number++
      await db.transaction().execute(async (trx) => {
        await trx.insertInto('pair').values({ id, half: 'left' }).execute()
        await trx.insertInto('pair').values({ id, half: 'right' }).execute()
      })
      process.stdout.write(id + '\\n')
    }
  }))`

/** Starts a writer and kills it `life` ms after its first acknowledged pair; gives what it acknowledged. */
function writeUntilKilled(round: number, life: number): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', WRITER, String(round)], {
      cwd: import.meta.dirname,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const acknowledged: number[] = []
    createInterface({ input: child.stdout })
      .on('line', (line) => {
        if (acknowledged.push(Number(line)) === 1) setTimeout(() => child.kill('SIGKILL'), life)
      })
      .on('close', () => resolve(acknowledged))
    child.once('error', reject)
  })
}

beforeAll(async () => {
  const store = await openEmbedded({ dataDir, log: quiet })
  await store.session.exec('create table pair (id int, half text, primary key (id, half))')
  await store.close()
}, CREATE_LIMIT)
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

test(
  'kill -9 loses no acknowledged row and leaves no half transaction',
  { timeout: 60_000 },
  async () => {
    const acknowledged: number[] = []
    for (const [round, life] of [150, 700, 30].entries()) {
      acknowledged.push(...(await writeUntilKilled(round, life)))
      const store = await openEmbedded({ dataDir, log: quiet })
      const { rows } = await store.session.query(
        'select id, count(*) as halves from pair group by id',
        [],
      )
      const stored = new Map(rows.map(({ id, halves }) => [id, halves]))
      expect(acknowledged.filter((id) => stored.get(id) !== 2)).toEqual([])
      expect(rows.filter(({ halves }) => halves !== 2)).toEqual([])
      await store.close()
    }
    expect(acknowledged.length).toBeGreaterThan(10)
  },
)
