import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { syncFolder } from '#server/node/store/durableFs.ts'

const MiB = 1024 * 1024

/** So many are kept; with one a night, a week of them. */
export const kept = 7

export interface Backup {
  file: string
  at: Date
}

export const backupFolder = (dataDir: string): string => path.join(dataDir, 'backups')

/** By the clock on the wall in Shanghai: six-chains-20261129-023000.tar.gz. */
export function nameOf(at: Date, kind: 'tar.gz' | 'dump'): string {
  const wall = new Date(at.getTime() + 8 * 3_600_000).toISOString().replace(/[-:]/g, '')
  return `six-chains-${wall.slice(0, 8)}-${wall.slice(9, 15)}.${kind}`
}
const named = /^six-chains-(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)\.tar\.gz$/

/** Those that are complete, the newest first. */
export function backupsIn(folder: string): Backup[] {
  if (!fs.existsSync(folder)) return []
  const names = new Set(fs.readdirSync(folder))
  return [...names]
    .flatMap((name) => {
      const [, year, month, day, hour, minute, second] = named.exec(name) ?? []
      if (!year || !names.has(`${name}.sha256`)) return []
      const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}+08:00`)
      return [{ file: path.join(folder, name), at }]
    })
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
}

/**
 * Writes a dump as a backup and forgets the oldest beyond `kept`. The digest beside it, as `sha256sum -c` reads it,
 * comes last: what a crash left half written is no backup.
 */
export function writeBackup(folder: string, dump: Uint8Array, at: Date): string {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  const name = nameOf(at, 'tar.gz')
  const file = path.join(folder, name)
  const { bavail, bsize } = fs.statfsSync(folder)
  // What the store needs itself: below 64 MiB it writes nothing any more (freeSpace.ts).
  if (bavail * bsize < dump.length + 2 * 64 * MiB)
    throw new Error(`磁盘空间不足，没有备份 too little room for a backup in ${folder}`)
  writeSynced(file, dump)
  writeSynced(`${file}.sha256`, `${digestOf(dump)}  ${name}\n`)
  syncFolder(folder)
  for (const old of backupsIn(folder).slice(kept)) {
    fs.rmSync(`${old.file}.sha256`)
    fs.rmSync(old.file)
  }
  return file
}

/**
 * The dump of a backup, whole as it was written.
 *
 * @throws Error that says what is wrong with the file, in a sentence for who restores.
 */
export function readBackup(file: string): Uint8Array {
  if (!fs.existsSync(file)) throw new Error(`没有这个文件 there is no such file: ${file}`)
  const dump = fs.readFileSync(file)
  const beside = `${file}.sha256`
  const damaged = new Error(
    `备份文件已损坏，没有恢复 this backup is damaged, nothing was restored: ${file}`,
  )
  if (fs.existsSync(beside) && !fs.readFileSync(beside, 'utf8').startsWith(digestOf(dump)))
    throw damaged
  try {
    // A copy may have lost its digest; the archive carries a sum of its own.
    gunzipSync(dump)
  } catch {
    throw damaged
  }
  return dump
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

function writeSynced(file: string, content: Uint8Array | string): void {
  const descriptor = fs.openSync(file, 'w', 0o600)
  try {
    fs.writeFileSync(descriptor, content)
    fs.fsyncSync(descriptor)
  } finally {
    fs.closeSync(descriptor)
  }
}
