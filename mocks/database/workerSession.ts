import { SqlError, StoreUnavailable } from '#server/db/failures.ts'
import { asObjects } from '#server/db/pgliteSession.ts'
import type { SqlSession } from '#server/db/session.ts'
import { toParameter } from '#server/db/values.ts'
import type { SqlTable } from '#server/db/wireAnswer.ts'
import type { Opening, Reply, Statement } from './messages.ts'

interface Call {
  resolve(table: SqlTable | undefined): void
  reject(error: Error): void
}

const waitForOpening = (worker: Worker, progress: (share: number) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const done = new AbortController()
    const { signal } = done
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<Reply>) => {
        if (data.kind === 'progress') progress(data.share)
        if (data.kind !== 'opened' && data.kind !== 'closed') return
        done.abort()
        if (data.kind === 'opened') resolve()
        else reject(new StoreUnavailable(data.reason))
      },
      { signal },
    )
    worker.addEventListener('error', ({ message }) => reject(new StoreUnavailable(message)), {
      signal,
    })
  })

/** A session of the database in the worker. Closing ends the worker. */
export async function openWorkerSession(
  opening: Omit<Opening, 'kind'>,
  progress: (share: number) => void,
): Promise<SqlSession> {
  const worker = new Worker(new URL('./databaseWorker.ts', import.meta.url), {
    type: 'module',
    name: 'database',
  })
  const opened = waitForOpening(worker, progress)
  worker.postMessage({ kind: 'open', ...opening } satisfies Opening)
  try {
    await opened
  } catch (error) {
    worker.terminate()
    throw error
  }

  const calls = new Map<number, Call>()
  let count = 0
  let gone: StoreUnavailable | undefined
  const end = (reason: string): void => {
    gone ??= new StoreUnavailable(reason)
    for (const call of calls.values()) call.reject(gone)
    calls.clear()
  }
  worker.addEventListener('error', ({ message }) => end(message))
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    if (data.kind === 'progress' || data.kind === 'opened' || data.kind === 'closed') return
    const call = calls.get(data.id)
    calls.delete(data.id)
    if (data.kind === 'done') call?.resolve(data.table)
    else if (data.kind === 'failed') call?.reject(new SqlError(data.error))
    else call?.reject(new StoreUnavailable(data.reason))
  })

  const run = (statement: Omit<Statement, 'kind' | 'id'>): Promise<SqlTable | undefined> =>
    new Promise((resolve, reject) => {
      if (gone) return reject(gone)
      const id = ++count
      calls.set(id, { resolve, reject })
      worker.postMessage({ kind: 'run', id, ...statement } satisfies Statement)
    })

  return {
    async query(sql, parameters) {
      const table = await run({ sql, parameters: parameters.map(toParameter), script: false })
      if (!table) throw new StoreUnavailable('the engine gave no rows')
      return asObjects(table)
    },
    async exec(sql) {
      await run({ sql, parameters: [], script: true })
    },
    close() {
      end('the database was closed')
      worker.terminate()
      return Promise.resolve()
    },
  }
}
