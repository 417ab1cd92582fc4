import { existsSync, mkdirSync, renameSync } from 'node:fs'
import path from 'node:path'
import { syncFolder, syncTree } from './durableFs.ts'
import type { StoreLog } from './storeLog.ts'

/** @throws Error where the data folder holds no database: a command makes none. */
export function expectDatabase(dataDir: string): void {
  if (!existsSync(path.join(dataDir, 'database')))
    throw new Error(`${path.resolve(dataDir)} 里没有数据库 there is no database (DATA_DIR)`)
}

/**
 * Gives the folder of the database inside `dataDir`, made by `create` when there is none.
 *
 * A new database is made under another name and renamed when it is complete and on disk, so a folder
 * that is named `database` was complete once. What a crash left half made is moved aside, never deleted.
 * Rejects when a database is damaged: to start with an empty one instead would look like lost data and
 * open the first-run page to whoever comes first. With `replace` a new one is made all the same, and what stood
 * there is moved aside once it is complete.
 */
export async function databaseFolder(
  dataDir: string,
  log: StoreLog,
  create: (folder: string) => Promise<void>,
  replace = false,
): Promise<string> {
  const folder = path.join(dataDir, 'database')
  const draft = path.join(dataDir, 'database.new')
  if (existsSync(draft)) moveAside(draft, log)
  if (existsSync(folder) && !replace) {
    const missing = ['PG_VERSION', 'global/pg_control'].filter(
      (file) => !existsSync(path.join(folder, file)),
    )
    if (missing.length === 0) return folder
    if (missing.length === 1) {
      throw new Error(
        `${folder} is damaged: ${missing[0]} is missing. Restore a backup, or move the folder away to begin with an empty database`,
      )
    }
    moveAside(folder, log)
  }
  mkdirSync(draft, { mode: 0o700 })
  await create(draft)
  await syncTree(draft)
  if (existsSync(folder)) renameSync(folder, freeName(`${folder}.replaced`))
  renameSync(draft, folder)
  syncFolder(dataDir)
  return folder
}

function moveAside(folder: string, log: StoreLog): void {
  const aside = freeName(`${folder.replace(/\.new$/, '')}.half-made`)
  renameSync(folder, aside)
  log.warn({ folder, aside }, 'a half-made database was moved aside')
}

function freeName(base: string): string {
  let number = 1
  while (existsSync(`${base}-${number}`)) number++
  return `${base}-${number}`
}
