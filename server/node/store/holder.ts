import { readFileSync } from 'node:fs'

/** Who holds a folder. `space` tells within which kernel and network namespace its lock counts. */
export interface Holder {
  pid: number
  host: string
  space: string
}

export interface FolderLock {
  release(): Promise<void>
}

/** Another process holds the folder. `pid` is undefined only when it could not be found out. */
export class FolderInUse extends Error {
  readonly pid: number | undefined

  constructor(folder: string, holder: Holder | undefined, remedy = 'stop that process first') {
    super(
      `${folder} is in use by ${holder ? `process ${holder.pid} on ${holder.host}` : 'another process'}: ${remedy}`,
    )
    this.name = 'FolderInUse'
    this.pid = holder?.pid
  }
}

export function readHolder(file: string): Holder | undefined {
  try {
    const { pid, host, space } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Holder>
    return typeof pid === 'number' ? { pid, host: String(host), space: String(space) } : undefined
  } catch {
    return undefined
  }
}

/** True as long as the process exists, also when it belongs to somebody else. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
