import type { Worker } from 'node:worker_threads'
import { SqlError, StoreRestarted, StoreUnavailable } from '#server/db/failures.ts'
import type { Operation, Reply, Request, WorkerStart } from './embeddedWorker.ts'
import type { StoreLog } from './storeLog.ts'
import { startThread, textOf } from './workerThread.ts'

export interface LinkOptions extends WorkerStart {
  log: StoreLog
}

export type Done = Extract<Reply, { kind: 'done' }>

interface Call {
  request: Request
  limit: number
  resolve(done: Done): void
  reject(error: Error): void
}

/** The watch counts ticks, not time: a process that was stopped for a minute has no late statement. */
const TICK = 100
const RETRY_MAX = 10_000
const ROLLBACK = /^\s*(?:rollback|abort)\b(?!\s+(?:work\s+|transaction\s+)?to\b)/i
const BEGIN = /^\s*(?:begin|start\s+transaction)\b/i
const NOTHING: Done = {
  kind: 'done',
  table: { columns: [], rows: [], affected: 0 },
  inTransaction: false,
}

/**
 * The line to the engine in its worker thread. Calls are answered in their order. When a call outlasts
 * its limit, or the engine breaks, the thread is ended and a new one opened on the same folder; the call
 * that was late rejects as PostgreSQL does (57014), others under way with `StoreRestarted`, and so does what follows of the transaction that was open,
 * until its `rollback`: it must never run on as single statements.
 */
export class WorkerLink {
  restarts = 0
  statements = 0
  readonly #options: LinkOptions
  readonly #watch: ReturnType<typeof setInterval>
  #retry: ReturnType<typeof setTimeout> | undefined
  #worker: Worker | undefined
  #calls: Call[] = []
  /** Calls of this tick, sent as one message. */
  #batch: Request[] = []
  #headTicks = 0
  #inTransaction = false
  #lostTransaction = false
  #closed = false
  /** Resolves (never rejects) when an attempt to open is over. */
  #opening: Promise<void> | undefined
  #openError: unknown

  private constructor(options: LinkOptions) {
    this.#options = options
    this.#watch = setInterval(() => this.#tick(), TICK)
    this.#watch.unref()
  }

  /** Rejects with `StoreUnavailable` when the folder cannot be opened. */
  static async open(options: LinkOptions): Promise<WorkerLink> {
    const link = new WorkerLink(options)
    try {
      await link.#start()
    } catch (error) {
      await link.stop()
      throw error
    }
    return link
  }

  get waiting(): number {
    return this.#calls.length
  }

  /** False while the engine is being reopened. */
  get isOpen(): boolean {
    return this.#worker !== undefined
  }

  /** One operation, at most `limit` ms long. Rejects with `SqlError`, `StoreRestarted` or `StoreUnavailable`. */
  async call(
    operation: Operation,
    sql: string,
    parameters: readonly (string | null)[],
    limit: number,
  ): Promise<Done> {
    if (this.#lostTransaction) {
      const rollback = ROLLBACK.test(sql)
      if (!rollback && !BEGIN.test(sql))
        throw new StoreRestarted(
          'the database was restarted; this transaction is lost, nothing of it was kept',
        )
      this.#lostTransaction = false
      if (rollback) return NOTHING
    }
    if (this.#opening) await this.#opening
    if (this.#closed) throw new StoreUnavailable('the database is closed')
    if (!this.#worker)
      throw new StoreUnavailable('the database cannot be opened at the moment', {
        cause: this.#openError,
      })
    return this.#send(this.#worker, operation, sql, parameters, limit)
  }

  /** Ends the thread. Whoever wants the engine closed in good order calls `close` before. */
  async stop(): Promise<void> {
    this.#closed = true
    clearInterval(this.#watch)
    clearTimeout(this.#retry)
    await this.#opening
    const worker = this.#worker
    this.#worker = undefined
    await worker?.terminate()
    this.#rejectAll(new StoreUnavailable('the database was closed'))
  }

  #send(
    worker: Worker,
    operation: Operation,
    sql: string,
    parameters: readonly (string | null)[],
    limit: number,
  ): Promise<Done> {
    this.statements++
    return new Promise((resolve, reject) => {
      const request: Request = [operation, sql, parameters]
      if (this.#calls.push({ request, limit, resolve, reject }) === 1) this.#headTicks = 0
      if (this.#batch.push(request) === 1)
        queueMicrotask(
          () => worker === this.#worker && worker.postMessage(this.#batch.splice(0), []),
        )
    })
  }

  async #start(): Promise<void> {
    const worker = await startThread(this.#options)
    this.#worker = worker
    worker.on('message', (reply: Reply) => this.#answer(worker, reply))
    worker.on('error', (error) => this.#restart(worker, `the engine failed: ${textOf(error)}`))
    worker.on('exit', (code) => this.#restart(worker, `the engine ended with code ${code}`))
  }

  #answer(worker: Worker, reply: Reply): void {
    if (worker !== this.#worker || reply.kind === 'opened') return
    if (reply.kind === 'broken') return this.#restart(worker, `the engine broke: ${reply.error}`)
    this.#inTransaction = reply.inTransaction
    this.#headTicks = 0
    const call = this.#calls.shift()
    if (reply.kind === 'done') call?.resolve(reply)
    else call?.reject(new SqlError(reply.error))
  }

  #tick(): void {
    const head = this.#calls[0]
    if (!head || !this.#worker || ++this.#headTicks * TICK <= head.limit) return
    const message = `a statement took longer than ${head.limit} ms`
    // Its own sender is told so, for sent again it would end the engine again; the others did nothing wrong.
    this.#calls.shift()
    head.reject(new SqlError({ code: '57014', message }))
    this.#restart(this.#worker, message)
  }

  #restart(worker: Worker, reason: string): void {
    if (worker !== this.#worker || this.#closed) return
    this.#worker = undefined
    this.restarts++
    this.#options.log.warn(
      { reason, calls: this.#calls.length },
      'the embedded database is restarted',
    )
    const rollback = this.#calls.find((call) => ROLLBACK.test(call.request[1]))
    this.#lostTransaction = this.#inTransaction && !rollback
    this.#inTransaction = false
    this.#batch = []
    rollback?.resolve(NOTHING)
    this.#rejectAll(new StoreRestarted(`the database was restarted: ${reason}`))
    this.#opening = this.#reopen(worker, 500)
  }

  /** The old thread is gone for certain before a new one touches the folder. */
  async #reopen(old: Worker | undefined, pause: number): Promise<void> {
    const since = performance.now()
    try {
      await old?.terminate()
      await this.#start()
      this.#options.log.info(
        { ms: Math.round(performance.now() - since) },
        'the embedded database is open again',
      )
    } catch (error) {
      this.#openError = error
      this.#options.log.error(
        { err: error, retryInMs: pause },
        'the embedded database cannot be opened',
      )
      if (!this.#closed)
        this.#retry = setTimeout(() => this.#retryNow(Math.min(pause * 2, RETRY_MAX)), pause)
    } finally {
      this.#opening = undefined
    }
  }

  #retryNow(pause: number): void {
    this.#opening = this.#reopen(undefined, pause)
  }

  #rejectAll(error: Error): void {
    for (const call of this.#calls.splice(0)) call.reject(error)
  }
}
