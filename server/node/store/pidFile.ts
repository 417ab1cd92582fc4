import { execFileSync } from 'node:child_process'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { FolderInUse, isAlive } from './holder.ts'
import type { FolderLock, Holder } from './holder.ts'

type Entry = Holder & { started: string }

/**
 * The lock where the kernel has no names to give (macOS): a file with the pid, which is taken over only
 * from a process that is gone. A pid that was given to another process meanwhile is told by its start time.
 */
export async function takePidFile(folder: string, file: string, self: Holder): Promise<FolderLock> {
  const mine = JSON.stringify({ ...self, started: startOf(self.pid) } satisfies Entry)
  const draft = `${file}.${self.pid}`
  writeFileSync(draft, mine)
  try {
    for (let round = 0; round < 5; round++) {
      if (linked(draft, file)) return { release: async () => release(file, mine) }
      const found = textOf(file)
      if (found === undefined) continue
      const entry = parsed(found)
      if (entry && isAlive(entry.pid) && (!entry.started || entry.started === startOf(entry.pid)))
        throw new FolderInUse(folder, entry)
      removeStale(file, found, `${draft}.stale`)
    }
  } finally {
    rmSync(draft, { force: true })
  }
  throw new FolderInUse(folder, undefined)
}

/** Creates the file with its content in one step; false when it exists. */
function linked(draft: string, file: string): boolean {
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Two processes may find the same dead holder: whoever moved a living one's file puts it back. */
function removeStale(file: string, expected: string, aside: string): void {
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  if (textOf(aside) !== expected) linked(aside, file)
  rmSync(aside, { force: true })
}

function release(file: string, mine: string): void {
  if (textOf(file) === mine) rmSync(file, { force: true })
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function parsed(text: string): Entry | undefined {
  try {
    const entry = JSON.parse(text) as Partial<Entry>
    return typeof entry.pid === 'number'
      ? {
          pid: entry.pid,
          host: String(entry.host),
          space: String(entry.space),
          started: entry.started ?? '',
        }
      : undefined
  } catch {
    return undefined
  }
}

/** When a process began, in the words of `ps`; empty when it cannot be told. */
function startOf(pid: number): string {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return ''
  }
}
