import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { StoreUnavailable } from '#server/db/failures.ts'
import { isPatient } from '#server/db/migrate.ts'
import { asObjects } from '#server/db/pgliteSession.ts'
import type { SqlSession } from '#server/db/session.ts'
import { exclusively } from '#server/db/turns.ts'
import { toParameter } from '#server/db/values.ts'
import { databaseFolder } from './folder.ts'
import { guardFreeSpace } from './freeSpace.ts'
import type { FreeSpaceOptions } from './freeSpace.ts'
import { takeFolder } from './lock.ts'
import { maintainer } from './maintenance.ts'
import type { StoreLog } from './storeLog.ts'
import { WorkerLink } from './workerLink.ts'

export interface EmbeddedOptions {
  /** The folder of this installation; the database lies in `database` below it, the lock beside it. */
  dataDir: string
  log: StoreLog
  /** How often to run CHECKPOINT and vacuum what needs it, in ms (5 minutes). */
  maintenanceEvery?: number
  /** The longest a statement may take, in ms (30 s). A longer one costs a restart of the engine. */
  statementTimeout?: number
  /** Statements for the session, run again whenever the engine is reopened. */
  settings?: string
  /** Gives a dump to begin with; asked when there is no database yet. Without it one is made from nothing. */
  snapshot?: () => Promise<Uint8Array | undefined>
  /** Begin from the dump though there is a database, which is moved aside: to restore a backup. */
  replace?: boolean
  /** Called when the folder is ours, while the engine is being loaded by a thread of its own. */
  onOpening?: (() => void) | undefined
  /** For tests of the free-space guard. */
  freeSpace?: Pick<FreeSpaceOptions, 'minimum' | 'every' | 'statfs'>
}

export interface EmbeddedStats {
  openedInMs: number
  /** False while the engine is being reopened. */
  open: boolean
  restarts: number
  statements: number
  waiting: number
  freeBytes: number
  readOnly: boolean
  /** Age of the last CHECKPOINT in ms, or undefined before the first. */
  checkpointAgeMs: number | undefined
}

export interface EmbeddedStore {
  /** Statements that write reject with `StoreFull` while `readOnly()`. */
  session: SqlSession
  readOnly(): boolean
  stats(): EmbeddedStats
  /** CHECKPOINT and VACUUM (ANALYZE) of everything: after an import. */
  maintain(): Promise<void>
  /** The whole database as a gzipped tar, to be given to `snapshot` of a new store. */
  dump(): Promise<Uint8Array>
  /** Vacuums what needs it, writes a checkpoint, closes, and gives the folder free. */
  close(): Promise<void>
}

/** Scripts, dumps and vacuums may take as long as a large import. */
const LONG = 600_000

/**
 * Opens the embedded database. Rejects with `FolderInUse` when another process has it, with
 * `StoreUnavailable` when the engine does not start.
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedStore> {
  const { dataDir, log, statementTimeout = 30_000 } = options
  const since = performance.now()
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const lock = await takeFolder(path.resolve(dataDir))
  let link: WorkerLink
  try {
    const folder = await databaseFolder(
      dataDir,
      log,
      (draft) => create(draft, options),
      options.replace,
    )
    const opening = WorkerLink.open({
      folder,
      snapshot: undefined,
      log,
      settings: options.settings,
    })
    options.onOpening?.()
    link = await opening
  } catch (error) {
    await lock.release()
    throw error
  }
  const openedInMs = Math.round(performance.now() - since)
  log.info({ dataDir, ms: openedInMs }, 'the embedded database is open')
  const guard = guardFreeSpace({ folder: dataDir, log, ...options.freeSpace })

  let closing: Promise<void> | undefined
  const session: SqlSession = {
    async query(sql, parameters) {
      guard.allow(sql)
      const limit = isPatient(sql) ? LONG : statementTimeout
      const { table } = await link.call('query', sql, parameters.map(toParameter), limit)
      if (!table) throw new StoreUnavailable('the engine gave no result')
      return asObjects(table)
    },
    async exec(sql) {
      guard.allow(sql)
      await link.call('exec', sql, [], LONG)
    },
    close: () => (closing ??= close()),
  }
  const care = maintainer({
    session,
    log,
    every: options.maintenanceEvery ?? 300_000,
    exec: (sql) => link.call('exec', sql, [], LONG),
    statements: () => link.statements,
  })

  async function close(): Promise<void> {
    guard.stop()
    await care.stop()
    try {
      await exclusively(session, () => link.call('close', '', [], 30_000), 10_000)
    } catch (error) {
      log.warn(
        { err: error },
        'the embedded database was not closed in good order; it recovers when it is opened next',
      )
    }
    await link.stop()
    await lock.release()
  }

  return {
    session,
    readOnly: guard.readOnly,
    stats: () => ({
      openedInMs,
      open: link.isOpen,
      restarts: link.restarts,
      statements: link.statements,
      waiting: link.waiting,
      freeBytes: guard.freeBytes(),
      readOnly: guard.readOnly(),
      checkpointAgeMs: care.checkpointAgeMs(),
    }),
    maintain: care.maintain,
    dump: () =>
      exclusively(session, async () => {
        await link.call('exec', 'checkpoint', [], LONG)
        const { bytes } = await link.call('dump', '', [], LONG)
        if (!bytes) throw new StoreUnavailable('the engine gave no dump')
        return bytes
      }),
    close: session.close,
  }
}

/** A new database in an empty folder, opened and closed once. */
async function create(folder: string, { log, snapshot }: EmbeddedOptions): Promise<void> {
  const link = await WorkerLink.open({
    folder,
    snapshot: await snapshot?.(),
    settings: undefined,
    log,
  })
  await link.call('close', '', [], LONG)
  await link.stop()
}
