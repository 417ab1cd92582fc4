import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { sqlErrorFields } from '#server/db/failures.ts'
import type { SqlErrorFields } from '#server/db/failures.ts'
import { PgliteEngine } from '#server/db/pgliteSession.ts'
import type { SqlTable } from '#server/db/wireAnswer.ts'
import { DurableFs, durableStartParams } from './durableFs.ts'

/** What the thread is started with. */
export interface WorkerStart {
  folder: string
  /** A dump to begin a new database from. */
  snapshot: Uint8Array | undefined
  /** Statements for the session of every newly opened engine. */
  settings: string | undefined
}

export type Operation = 'query' | 'exec' | 'dump' | 'close'
/** Requests come in batches and are answered one by one, in their order. */
export type Request = readonly [
  operation: Operation,
  sql: string,
  parameters: readonly (string | null)[],
]
export type Reply =
  | { kind: 'opened' }
  | { kind: 'done'; table?: SqlTable; bytes?: Uint8Array; inTransaction: boolean }
  | { kind: 'failed'; error: SqlErrorFields; inTransaction: boolean }
  /** The engine is gone; the thread has to be started anew. */
  | { kind: 'broken'; error: string }

const port = parentPort
if (!port) throw new Error('embeddedWorker.ts is the inside of a worker thread')
const { folder, snapshot, settings } = workerData as WorkerStart

function send(reply: Reply, transfer: ArrayBuffer[] = []): void {
  port?.postMessage(reply, transfer)
}

const pglite = await PGlite.create({
  fs: new DurableFs(folder),
  startParams: durableStartParams(),
  ...(snapshot && { loadDataDir: new Blob([snapshot.slice()]) }),
})
const engine = new PgliteEngine(pglite)
if (settings) await engine.exec(settings)

async function run([operation, sql, parameters]: Request): Promise<void> {
  switch (operation) {
    case 'query':
      return send({
        kind: 'done',
        table: await engine.query(sql, parameters),
        inTransaction: pglite.isInTransaction(),
      })
    case 'exec':
      await engine.exec(sql)
      return send({ kind: 'done', inTransaction: pglite.isInTransaction() })
    case 'dump': {
      const bytes = new Uint8Array(await (await pglite.dumpDataDir('gzip')).arrayBuffer())
      return send({ kind: 'done', bytes, inTransaction: pglite.isInTransaction() }, [bytes.buffer])
    }
    case 'close':
      await pglite.close()
      return send({ kind: 'done', inTransaction: false })
  }
}

/** An SQL error leaves the engine whole; anything else came out of its ruins. */
function report(error: unknown): void {
  const fields = sqlErrorFields(error)
  if (fields && fields.severity !== 'PANIC' && fields.severity !== 'FATAL')
    send({ kind: 'failed', error: fields, inTransaction: pglite.isInTransaction() })
  else
    send({
      kind: 'broken',
      error: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    })
}

let last: Promise<void> = Promise.resolve()
port.on('message', (batch: readonly Request[]) => {
  for (const request of batch) last = last.then(() => run(request).catch(report))
})
send({ kind: 'opened' })
