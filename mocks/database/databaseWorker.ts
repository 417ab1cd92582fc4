import { PgliteEngine } from '#server/db/pgliteSession.ts'
import { sqlErrorFields } from '#server/db/failures.ts'
import { keep } from './keep.ts'
import { openStore } from './openStore.ts'
import type { Order, Reply, Statement } from './messages.ts'

/**
 * The demo's PostgreSQL, away from the thread that paints. Statements run one by one in the order in
 * which they came; what they changed is kept in IndexedDB when the engine has nothing else to do.
 */
const scope = self as unknown as DedicatedWorkerGlobalScope
const send = (reply: Reply): void => scope.postMessage(reply)

let last: Promise<void> = Promise.resolve()
const inTurn = (work: () => Promise<void>): void => {
  last = last.then(work)
}

scope.addEventListener('message', ({ data }: MessageEvent<Order>) => {
  if (data.kind === 'open') inTurn(() => open(data))
  else inTurn(() => run(data))
})

let run = async ({ id }: Statement): Promise<void> =>
  send({ kind: 'broken', id, reason: 'the database is not open' })

async function open(order: Extract<Order, { kind: 'open' }>): Promise<void> {
  try {
    const pglite = await openStore(order, (share) => send({ kind: 'progress', share }))
    const keeper = keep(pglite, inTurn)
    // The engine asks for a sync after each statement outside a transaction; the keeper knows a better moment.
    const engine = new PgliteEngine({
      get closed() {
        return pglite.closed
      },
      execProtocolRawStream: (message, options) => pglite.execProtocolRawStream(message, options),
      exec: (sql) => pglite.exec(sql),
      runExclusive: (work) => pglite.runExclusive(work),
      syncToFs: () => Promise.resolve(),
      close: () => pglite.close(),
    })
    run = async ({ id, sql, parameters, script }) => {
      keeper.notice(sql)
      try {
        if (script) await engine.exec(sql)
        const table = script ? undefined : await engine.query(sql, parameters)
        await keeper.settle()
        send({ kind: 'done', id, table })
      } catch (error) {
        const fields = sqlErrorFields(error)
        if (fields) send({ kind: 'failed', id, error: fields })
        else send({ kind: 'broken', id, reason: String(error) })
      }
      keeper.rest()
    }
    send({ kind: 'opened' })
  } catch (error) {
    send({ kind: 'closed', reason: String(error) })
  }
}
