import { Worker } from 'node:worker_threads'
import { StoreUnavailable } from '#server/db/failures.ts'
import type { WorkerStart } from './embeddedWorker.ts'

/** Recovery after a crash can take a while; an engine that hangs must not be waited for for ever. */
const OPEN_LIMIT = 120_000

/** A thread in which the engine is open. Rejects with `StoreUnavailable`, and then no thread is left. */
export async function startThread({ folder, snapshot, settings }: WorkerStart): Promise<Worker> {
  const worker = new Worker(new URL('./embeddedWorker.ts', import.meta.url), {
    workerData: { folder, snapshot, settings } satisfies WorkerStart,
    execArgv: [],
    name: 'store',
  })
  try {
    await opened(worker)
    return worker
  } catch (error) {
    await worker.terminate()
    throw new StoreUnavailable(`cannot open the database in ${folder}: ${textOf(error)}`, {
      cause: error,
    })
  }
}

/** Waits for the thread's first word. */
function opened(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`not open after ${OPEN_LIMIT} ms`)), OPEN_LIMIT)
    worker.once('message', () => resolve())
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the thread ended with code ${code}`)))
    const settle = (): void => clearTimeout(timer)
    for (const event of ['message', 'error', 'exit'] as const) worker.once(event, settle)
  })
}

export function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
