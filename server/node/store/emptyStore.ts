import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Kysely } from 'kysely'
import { migrate } from '#server/db/migrate.ts'
import { migrations } from '#server/db/migrations/index.ts'
import { pgliteSession } from '#server/db/pgliteSession.ts'
import { singleSessionDialect } from '#server/db/singleSession.ts'
import type { Tables } from '#server/db/tables.ts'
import { sha256 } from '#server/digest.ts'

const root = path.resolve(import.meta.dirname, '../../..')
const folder = path.join(root, 'node_modules/.cache/six-chains')

/** Another schema or another engine is another file. */
async function file(): Promise<string> {
  const engine = path.join(root, 'node_modules/@electric-sql/pglite/package.json')
  const { version } = JSON.parse(readFileSync(engine, 'utf8')) as { version: string }
  const key = await sha256([version, ...migrations.map(({ sql }) => sql)].join('\n'))
  return path.join(folder, `empty-store-${key.slice(0, 16)}.bin`)
}

/**
 * A database with the newest schema and nothing in it, as a gzipped tar that a new store begins with: to make a
 * database by `initdb` and all migrations takes longer than everything else of a first start. Undefined where no
 * build has made it; a store is then made from nothing.
 */
export async function readEmptyStore(): Promise<Uint8Array | undefined> {
  const made = await file()
  return existsSync(made) ? readFileSync(made) : undefined
}

/** Made once for each schema and engine, and older ones removed. Nothing in it is of one installation. */
export async function makeEmptyStore(): Promise<Uint8Array> {
  const stands = await readEmptyStore()
  if (stands) return stands
  const pglite = await PGlite.create()
  const db = new Kysely<Tables>({ dialect: singleSessionDialect(pgliteSession(pglite)) })
  await migrate(db, new Date().toISOString())
  const dump = new Uint8Array(await (await pglite.dumpDataDir('gzip')).arrayBuffer())
  await db.destroy()
  mkdirSync(folder, { recursive: true })
  const made = await file()
  // Under another name until it is whole: several processes may make it at once.
  writeFileSync(`${made}.${process.pid}`, dump)
  renameSync(`${made}.${process.pid}`, made)
  for (const name of globSync('empty-store-*.bin', { cwd: folder }))
    if (name !== path.basename(made)) rmSync(path.join(folder, name), { force: true })
  return dump
}
