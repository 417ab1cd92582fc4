import { hash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { styleText } from 'node:util'
import { serve } from '@hono/node-server'
import { isUnavailable } from '#server/db/failures.ts'
import { isBehind, migrate } from '#server/db/migrate.ts'
import { createSecrets } from '#server/secrets.ts'
import type { Log, World } from '#server/world.ts'
import { backupFolder, writeBackup } from './backups/files.ts'
import { backupsKept, backupWork } from './backups/keeper.ts'
import { keptCommit } from './commit.ts'
import { openDatabase, type Database } from './database.ts'
import { dataKey, expectKey } from './dataKey.ts'
import { envOrExit, type Env } from './env.ts'
import { firstRun } from './firstRun.ts'
import { createHasher } from './hasher.ts'
import { cannotListen, expectAddress } from './listening.ts'
import { openLog } from './log.ts'
import { loadScreen } from './screen.ts'
import { stopGracefully } from './stop.ts'

/** Read while the store's own thread opens the database, which takes as long. */
const restOfProgram = () => Promise.all([import('./site.ts'), import('./workers.ts')])

/**
 * How long a request may take to arrive, ms: its head, and all of it, which for the largest body is 35 KB a second.
 * Whoever sends slower holds a connection that others need, and is answered 408.
 */
const arrival = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 5000,
}

/** Screen and API on one port. */
async function main(env: Env): Promise<void> {
  const began = performance.now()
  const log = openLog(env.LOG_LEVEL)
  const database = await openDatabase(env, log, () => void restOfProgram())
  try {
    await expectAddress(env)
    await serveFrom(database, env, log, began)
  } catch (error) {
    await database.close()
    throw error
  }
}

async function serveFrom(database: Database, env: Env, log: Log, began: number): Promise<void> {
  const root = path.resolve(import.meta.dirname, '../..')
  const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    version: string
  }
  const [{ createSite }, { startWorkers }] = await restOfProgram()
  const { dump } = database
  // An update cannot be undone by an older program.
  if (dump && (await isBehind(database.db)))
    writeBackup(backupFolder(env.DATA_DIR), await dump(), new Date())
  const schema = await migrate(database.db, new Date().toISOString())
  const installed = await database.db.selectFrom('installation').select('id').executeTakeFirst()
  const secrets = await createSecrets(
    dataKey({ dataDir: env.DATA_DIR, given: env.DATA_KEY, mayMake: !installed }),
  )
  if (installed) await expectKey(database.db, secrets)
  const { demo, loaded, setupCode } = await firstRun(database.db, secrets, env.SIX_CHAINS_EMPTY)
  if (!installed) await expectKey(database.db, secrets)
  if (loaded || schema.from !== schema.to) await database.maintain()

  const world: World = {
    db: database.db,
    clock: () => new Date(),
    hasher: createHasher(),
    secrets,
    sha256: (text) => hash('sha256', text),
    log,
    store: { readOnly: database.readOnly, isUnavailable },
    version,
    plainHttp: env.COOKIE_INSECURE,
    checkResponses: false,
    ...(dump && { backups: () => backupsKept(env.DATA_DIR) }),
  }
  const screen = await loadScreen(path.join(root, 'dist'))
  const workers = startWorkers(
    world,
    dump ? [backupWork({ ...world, dataDir: env.DATA_DIR, dump })] : [],
  )
  let stopping = false
  const site = createSite({
    world,
    env,
    database,
    commit: keptCommit(),
    screen,
    stopping: () => stopping,
  })

  const listening = { hostname: env.HOST, port: env.PORT, serverOptions: arrival }
  const server = serve({ fetch: site.fetch, ...listening }, ({ port }) => {
    const host = env.HOST.includes(':') ? `[${env.HOST}]` : env.HOST
    const lines = [
      '',
      `  六链 · 机关党建管理平台 ${version}`,
      `  http://${host}:${port}`,
      `  ${database.kind === 'embedded' ? `内置数据库 embedded store: ${path.resolve(env.DATA_DIR)}` : 'PostgreSQL'} · ${Math.round(performance.now() - began)} ms`,
      ...(demo ? ['  演示数据 demo data: every role signs in with one click.'] : []),
      ...(env.COOKIE_INSECURE
        ? [
            '',
            styleText(
              'red',
              '  警告：COOKIE_INSECURE=1，登录会话可以经明文 http 传送，同一网络上的人可能截获。',
            ),
            styleText(
              'red',
              '  WARNING: sessions may travel by plain http; whoever listens can take them over.',
            ),
          ]
        : []),
      ...(setupCode ? [`  初始化口令 one-time setup code: ${setupCode}`] : []),
      '',
    ]
    process.stdout.write(`${lines.join('\n')}\n`)
  })
  const close = async () => {
    stopping = true
    await workers.stop()
    await database.close()
  }
  server.on('error', (error) => void close().finally(() => tellAndExit(cannotListen(error, env))))
  stopGracefully(server, log, close)
}

function tellAndExit(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  if (process.env.LOG_LEVEL === 'debug' && error instanceof Error)
    process.stderr.write(`${error.stack}\n`)
  return process.exit(1)
}

try {
  await main(envOrExit())
} catch (error) {
  tellAndExit(error)
}
