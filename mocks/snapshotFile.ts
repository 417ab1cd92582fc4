import { createHash } from 'node:crypto'
import {
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Kysely } from 'kysely'
import { migrate } from '#server/db/migrate.ts'
import { pgliteSession } from '#server/db/pgliteSession.ts'
import { singleSessionDialect } from '#server/db/singleSession.ts'
import type { Tables } from '#server/db/tables.ts'
import { createSecrets } from '#server/secrets.ts'
import { sealAudit } from '#server/features/audit/seal.ts'
import { demoKey } from './demoKey.ts'
import { demoToday, instant } from './seed/clock.ts'
import { seedDemo } from './seed/seedDemo.ts'

const root = join(import.meta.dirname, '..')
const folder = join(root, 'node_modules/.cache/six-chains')
const sources = [
  'mocks/seed/**/*.ts',
  'mocks/snapshotFile.ts',
  'mocks/demoKey.ts',
  'domain/**/*.ts',
  'server/db/**/*.ts',
  'server/text/*.ts',
  'server/secrets.ts',
  'node_modules/@electric-sql/pglite/package.json',
]

/** Twelve letters that change whenever the snapshot would. */
export function snapshotKey(): string {
  const hash = createHash('sha256')
  for (const path of globSync(sources, { cwd: root, exclude: ['**/*.test.ts'] }).toSorted())
    hash.update(path).update(readFileSync(join(root, path)))
  return hash.digest('hex').slice(0, 12)
}

/** Where the snapshot of a key lies once it is made. The ending is no .gz: servers would unpack it on the way. */
export const snapshotPath = (key: string): string => join(folder, `demo-snapshot-${key}.bin`)

/** Makes the snapshot of the present sources where there is none yet, and removes older ones. */
export async function buildSnapshot(): Promise<{
  key: string
  path: string
  bytes: number
  built: boolean
}> {
  const key = snapshotKey()
  const path = snapshotPath(key)
  if (existsSync(path)) return { key, path, bytes: readFileSync(path).length, built: false }
  const snapshot = await makeSnapshot()
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${path}.${process.pid}`, snapshot)
  renameSync(`${path}.${process.pid}`, path)
  for (const name of readdirSync(folder))
    if (/^demo-snapshot-\w+\.bin$/.test(name) && !path.endsWith(name))
      rmSync(join(folder, name), { force: true })
  return { key, path, bytes: snapshot.length, built: true }
}

/**
 * A database folder that travels: small log segments, none kept for later, no template databases;
 * 2.5 MB instead of 11.
 */
async function makeSnapshot(): Promise<Uint8Array> {
  const pglite = await PGlite.create({
    initDbStartParams: ['--wal-segsize=1'],
    postgresqlconf: ['wal_recycle = off', 'min_wal_size = 2MB', 'random_page_cost = 1.1'],
  })
  const db = new Kysely<Tables>({ dialect: singleSessionDialect(pgliteSession(pglite)) })
  try {
    await migrate(db, instant(demoToday, '08:00'))
    await seedDemo(db, { secrets: await createSecrets(demoKey()) })
    while ((await sealAudit(db)) > 0);
    for (const statement of [
      'vacuum (full, analyze)',
      'update pg_database set datistemplate = false where datistemplate',
      'drop database template0',
      'drop database template1',
      'checkpoint',
      'select pg_switch_wal()',
      'checkpoint',
    ])
      await pglite.exec(statement)
    return new Uint8Array(await (await pglite.dumpDataDir('gzip')).arrayBuffer())
  } finally {
    await db.destroy()
  }
}
