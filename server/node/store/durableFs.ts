import { closeSync, fdatasyncSync, fsyncSync, openSync } from 'node:fs'
import { open, readdir } from 'node:fs/promises'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

type Module = Parameters<NodeFS['init']>[1]

/** What we use of Emscripten's NODEFS; the package's types do not tell. */
interface NodeFsModule {
  NODEFS: {
    realPath(node: unknown): string
    stream_ops: { fsync?(stream: { nfd?: number; node: unknown }): number }
  }
  FS: { ErrnoError: new (errno: number) => Error }
}

const EIO = 29

/**
 * PGlite's folder on disk with a real fsync. Stock PGlite never calls it: NODEFS has no such operation,
 * so a power cut could lose or tear what was acknowledged (electric-sql/pglite#1107). Needs
 * `durableStartParams`, because the stock ones switch fsync off in PostgreSQL as well.
 */
export class DurableFs extends NodeFS {
  override async init(pglite: PGlite, options: Module): Promise<{ emscriptenOpts: Module }> {
    const { emscriptenOpts } = await super.init(pglite, options)
    return {
      emscriptenOpts: {
        ...emscriptenOpts,
        preRun: [...(emscriptenOpts.preRun ?? []), (module) => addFsync(module)],
      },
    }
  }
}

function addFsync({ NODEFS, FS }: NodeFsModule): void {
  NODEFS.stream_ops.fsync = (stream) => {
    try {
      // Data and length of a file; a folder has no descriptor of its own here and needs the whole.
      if (stream.nfd === undefined) syncFolder(NODEFS.realPath(stream.node))
      else fdatasyncSync(stream.nfd)
      return 0
    } catch {
      // Only an ErrnoError reaches PostgreSQL, which then stops rather than trust the disk.
      throw new FS.ErrnoError(EIO)
    }
  }
}

/** Start parameters: PGlite's own without `-F` (no fsync), and a planner that knows the disk is no tape. */
export function durableStartParams(): string[] {
  return [
    ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
    // fdatasync is an empty stub in this build, fsync is the call that arrives.
    '-c',
    'fsync=on',
    '-c',
    'wal_sync_method=fsync',
    '-c',
    'synchronous_commit=on',
    '-c',
    'full_page_writes=on',
    '-c',
    'random_page_cost=1.1',
    '-c',
    'timezone=UTC',
    '-c',
    'datestyle=ISO, YMD',
    '-c',
    'intervalstyle=postgres',
  ]
}

/** Makes the entries of one folder durable. */
export function syncFolder(folder: string): void {
  // Windows cannot open a folder, and does not need it.
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Makes a whole new tree durable: PGlite writes a new database without any fsync. */
export async function syncTree(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries) {
    const name = path.join(folder, entry.name)
    if (entry.isDirectory()) await syncTree(name)
    else if (entry.isFile()) {
      const file = await open(name, 'r+')
      try {
        await file.sync()
      } finally {
        await file.close()
      }
    }
  }
  syncFolder(folder)
}
