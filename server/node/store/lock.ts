import {
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import type { Server } from 'node:net'
import { hostname } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { FolderInUse, isAlive, readHolder } from './holder.ts'
import type { FolderLock, Holder } from './holder.ts'
import { takePidFile } from './pidFile.ts'

/** A holder we cannot ask (other container, other machine on a shared disk) touches its file this often. */
const BEAT_MS = 5000
const DEAD_MS = 20_000

/**
 * Takes the folder for this process alone, or rejects with `FolderInUse` within a second. Two PGlite on
 * one folder lose rows without any error, so this comes before anything is opened.
 *
 * The lock is a name that the kernel gives to one process and takes back when that process ends,
 * however it ends: an abstract socket on Linux, a named pipe on Windows; elsewhere a pid file. The name
 * comes from device and inode, so a symlink or a bind mount is the same folder. Abstract names are seen
 * within one network namespace only; for other containers the holder's file tells by its age.
 */
export async function takeFolder(
  folder: string,
  how: 'kernel' | 'pidFile' = kernelNames() ? 'kernel' : 'pidFile',
): Promise<FolderLock> {
  const file = path.join(folder, 'store.lock')
  if (how === 'pidFile') return takePidFile(folder, file, self())
  const { dev, ino } = statSync(folder, { bigint: true })
  const server = await claim(`six-chains-${dev}-${ino}`)
  if (!server) throw new FolderInUse(folder, await livingHolder(file))
  const before = readHolder(file)
  if (before && before.space !== self().space && ageOf(file) < DEAD_MS) {
    await closed(server)
    throw new FolderInUse(
      folder,
      before,
      `it runs in another container or on another machine; if it has ended, try again in ${DEAD_MS / 1000} seconds`,
    )
  }
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(self()))
  renameSync(`${file}.${process.pid}`, file)
  const beat = setInterval(() => touch(file), BEAT_MS)
  beat.unref()
  return {
    async release() {
      clearInterval(beat)
      if (readHolder(file)?.pid === process.pid) rmSync(file, { force: true })
      await closed(server)
    },
  }
}

function kernelNames(): boolean {
  return process.platform === 'linux' || process.platform === 'win32'
}

/** Listens under the name; undefined when somebody else does. */
function claim(name: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy())
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(undefined)
      else reject(error)
    })
    // `exclusive`: in a cluster the name would otherwise be shared by all workers.
    server.listen(
      {
        path: process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : `\0${name}`,
        exclusive: true,
      },
      () => {
        server.unref()
        resolve(server)
      },
    )
  })
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()))
}

/** The holder may have the name and not yet have written its file: look for up to half a second. */
async function livingHolder(file: string): Promise<Holder | undefined> {
  for (let round = 0; round < 10; round++) {
    const holder = readHolder(file)
    if (holder && holder.space === self().space && isAlive(holder.pid)) return holder
    await sleep(50)
  }
  return undefined
}

let known: Holder | undefined
function self(): Holder {
  known ??= { pid: process.pid, host: hostname(), space: `${bootId()} ${networkNamespace()}` }
  return known
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return hostname()
  }
}

function networkNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/net')
  } catch {
    return ''
  }
}

function ageOf(file: string): number {
  try {
    return Date.now() - statSync(file).mtimeMs
  } catch {
    return Number.POSITIVE_INFINITY
  }
}

function touch(file: string): void {
  const now = Date.now() / 1000
  try {
    utimesSync(file, now, now)
  } catch {
    // The kernel's name still protects the folder; a missing file only hides the pid.
  }
}
