import fs from 'node:fs'
import path from 'node:path'
import { command } from './backups/command.ts'
import { backupFolder, nameOf, writeBackup } from './backups/files.ts'
import { askForBackup } from './backups/keeper.ts'
import { dumpPostgres } from './backups/postgres.ts'
import { openEmbedded } from './store/embedded.ts'
import { expectDatabase } from './store/folder.ts'
import { FolderInUse } from './store/holder.ts'
import type { StoreLog } from './store/storeLog.ts'

/** `npm run backup`: one file with all that the database holds; the key of the data folder is not in it. */
await command(async ({ DATA_DIR, DATABASE_URL }, log) => {
  const file = DATABASE_URL ? ofPostgres(DATA_DIR, DATABASE_URL) : await ofFolder(DATA_DIR, log)
  const megabytes = (fs.statSync(file).size / 1_000_000).toFixed(1)
  return `已备份 backed up: ${file} (${megabytes} MB)`
})

function ofPostgres(dataDir: string, url: string): string {
  const file = path.join(backupFolder(dataDir), nameOf(new Date(), 'dump'))
  dumpPostgres(url, file)
  return file
}

/** By the server, where one has the folder: two engines on it would lose rows. */
async function ofFolder(dataDir: string, log: StoreLog): Promise<string> {
  expectDatabase(dataDir)
  try {
    const store = await openEmbedded({ dataDir, log })
    try {
      return writeBackup(backupFolder(dataDir), await store.dump(), new Date())
    } finally {
      await store.close()
    }
  } catch (error) {
    if (error instanceof FolderInUse) return askForBackup(dataDir)
    throw error
  }
}
