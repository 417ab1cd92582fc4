import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Tables } from '#server/db/tables.ts'
import { openPostgres } from '#server/node/store/postgres.ts'
import { smallBureau } from '#tests/support/bureau.ts'
import { ask, signInDemo } from './client.ts'
import { command } from './command.ts'
import { postgres, type Cluster } from './machine.ts'
import { dataFolder, startServer } from './server.ts'
import { openStore } from './store.ts'

let cluster: Cluster
beforeAll(async () => void (cluster = await postgres()), 60_000)
afterAll(() => cluster.stop())

/** One value for all rows of all tables but `without`. */
async function contentOf(db: Kysely<Tables>, without: string[] = []): Promise<string[]> {
  const { rows } = await sql<{
    name: string
  }>`select tablename as name from pg_tables where schemaname = 'public' order by tablename`.execute(
    db,
  )
  const digests: string[] = []
  for (const { name } of rows.filter((table) => !without.includes(table.name))) {
    const digest = await sql<{
      digest: string
    }>`select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as digest from ${sql.table(name)} t`.execute(
      db,
    )
    digests.push(`${name} ${digest.rows[0]?.digest}`)
  }
  return digests
}

test('embedded: the running server makes a backup, and after a disaster everything is as it was then', async () => {
  const env = { DATA_DIR: dataFolder(inject('demoFolder')) }
  const server = await startServer({ env })
  const said = await command('backup', env)
  const file = /backed up: (\S+\.tar\.gz)/.exec(said)?.[1] ?? ''
  // After the backup: gone with the restore.
  await signInDemo(server.url, 'member')
  await expect(command('restore', env, file)).rejects.toThrow(`in use by process ${server.pid}`)
  await server.end()

  const before = await openStore(env.DATA_DIR)
  // Signed in after the backup, and what the server's works went on with.
  const counts = ['delta', 'held', 'own_count', 'recount_mark', 'recount_year', 'rollup']
  const changing = ['session', 'audit_entry', 'audit_seal', 'audit_unsealed', ...counts]
  const content = await contentOf(before.db, changing)
  await sql`truncate attendance`.execute(before.db)
  await before.close()

  expect(await command('restore', env, file)).toContain('restored')
  const after = await openStore(env.DATA_DIR)
  expect(await contentOf(after.db, changing)).toEqual(content)
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from session`.execute(
    after.db,
  )
  expect(rows).toEqual([{ n: 0 }])
  await after.close()
  expect(readdirSync(env.DATA_DIR)).toContain('database.replaced-1')

  const again = await startServer({ env })
  expect((await ask(`${again.url}/readyz`)).status).toBe(200)
  await again.end()
  // Nobody has the folder: the command opens it itself.
  expect(await command('backup', env)).toContain(join(env.DATA_DIR, 'backups'))
}, 120_000)

test('postgres: its own tools, refused while somebody is connected, and whole again in an empty database', async () => {
  const env = { DATA_DIR: dataFolder(), DATABASE_URL: cluster.url }
  await (await startServer({ env, args: ['--empty'] })).end()
  const open = () =>
    new Kysely<Tables>({
      dialect: openPostgres({
        url: cluster.url,
        poolSize: 1,
        log: { info() {}, warn() {}, error() {} },
      }).dialect,
    })
  let db = open()
  await smallBureau(db)
  const content = await contentOf(db)
  const said = await command('backup', env)
  const file = /backed up: (\S+\.dump)/.exec(said)?.[1] ?? ''
  await expect(command('restore', env, file)).rejects.toThrow('stop the servers')
  await sql`drop schema public cascade`.execute(db)
  await sql`create schema public`.execute(db)
  await db.destroy()

  await expect(command('restore', env, join(env.DATA_DIR, 'data.key'))).rejects.toThrow(
    'pg_restore',
  )
  expect(await command('restore', env, file)).toContain('restored')
  db = open()
  expect(await contentOf(db)).toEqual(content)
  await db.destroy()
  await (await startServer({ env })).end()
}, 120_000)

test('without a database or a file the commands say so', async () => {
  const env = { DATA_DIR: dataFolder() }
  await expect(command('backup', env)).rejects.toThrow('there is no database')
  await expect(command('restore', env)).rejects.toThrow('name the file')
})
