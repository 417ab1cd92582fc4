import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isDue } from '#server/node/night.ts'
import type { Work } from '#server/node/workers.ts'
import type { Log } from '#server/world.ts'
import { backupFolder, backupsIn, writeBackup } from './files.ts'

const HOUR = 3_600_000

interface Kept {
  dataDir: string
  dump: () => Promise<Uint8Array>
  log: Log
  clock: () => Date
}

/** The newest backup of a folder, and since when its database is there. */
export const backupsKept = (dataDir: string): { last: Date | null; began: Date } => ({
  last: backupsIn(backupFolder(dataDir))[0]?.at ?? null,
  began: fs.statSync(path.join(dataDir, 'database')).birthtime,
})

/**
 * Background work of a server on the embedded store, whose folder nobody else may open: a backup each night, and
 * one whenever `npm run backup` asks for it by a file beside the others. Nobody can write while it is made (a
 * second for the demo bureau).
 */
export function backupWork({ dataDir, dump, log, clock }: Kept) {
  const folder = backupFolder(dataDir)
  const { wanted, refused } = requestsIn(folder)
  let notBefore = 0
  const run = async () => {
    const asked = fs.existsSync(wanted)
    const now = clock()
    const { last, began } = backupsKept(dataDir)
    if (!asked && (now.getTime() < notBefore || !isDue(now, last ?? began))) return
    try {
      const file = writeBackup(folder, await dump(), now)
      log.info({ file }, 'backed up')
    } catch (error) {
      // Not every two seconds: a full disk stays full for a while.
      notBefore = now.getTime() + HOUR
      if (asked) fs.writeFileSync(refused, error instanceof Error ? error.message : String(error))
      throw error
    } finally {
      if (asked) fs.rmSync(wanted, { force: true })
    }
  }
  // Of a full disk, too, whoever asks is told.
  return { name: 'backup', everyMs: 2_000, always: true, run } satisfies Work
}

/**
 * Asks the server that holds the folder for a backup and waits for it, ten minutes at most.
 *
 * @throws Error with what the server said, or that none answered.
 */
export async function askForBackup(dataDir: string, patience = 600_000): Promise<string> {
  const folder = backupFolder(dataDir)
  const { wanted, refused } = requestsIn(folder)
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  const before = backupsIn(folder)[0]?.file
  fs.rmSync(refused, { force: true })
  fs.writeFileSync(wanted, '')
  const until = Date.now() + patience
  while (fs.existsSync(wanted)) {
    if (Date.now() > until) {
      fs.rmSync(wanted, { force: true })
      throw new Error('服务没有答复，没有备份 the server did not answer, nothing was backed up')
    }
    await sleep(200)
  }
  const newest = backupsIn(folder)[0]?.file
  if (newest && newest !== before) return newest
  const said = fs.existsSync(refused) ? fs.readFileSync(refused, 'utf8') : ''
  throw new Error(`没有备份 nothing was backed up: ${said}`)
}

const requestsIn = (folder: string) => ({
  wanted: path.join(folder, 'wanted'),
  refused: path.join(folder, 'refused'),
})
