import {
  AbortedTransactionError,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import type {
  CompiledQuery,
  DatabaseConnection,
  Dialect,
  Driver,
  QueryResult,
  TransactionSettings,
} from 'kysely'
import { begins, goesAhead, lastOf, onlyReads } from './ahead.ts'
import { sqlState } from './failures.ts'
import type { SqlResult, SqlSession } from './session.ts'
import { turnsOf } from './turns.ts'

export interface SingleSessionOptions {
  /** How long a caller may wait for its turn, in ms. */
  waitLimit?: number
}

/**
 * Kysely over an engine that has one session. Every statement and every transaction takes its turn
 * (`turns.ts`), so nothing from outside can run inside somebody's transaction and see their
 * `set_config(…, true)`. `db.destroy()` closes the session.
 */
export function singleSessionDialect(
  session: SqlSession,
  options: SingleSessionOptions = {},
): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new SingleSessionDriver(session, options.waitLimit ?? 30_000),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
}

/** Transactions are opened by `db.transaction()` only: a `begin` sent by hand would outlive its turn. */
const CONTROL =
  /^\s*(?:begin|start\s+transaction|commit|end|abort|rollback|prepare\s+transaction)\b(?!\s+(?:work\s+|transaction\s+)?to\b)/i

/** The session for the length of one turn. */
class Turn implements DatabaseConnection {
  readonly #session: SqlSession
  readonly end: () => void
  inTransaction = false
  onlyReads = false
  /** Why no statement is accepted at the moment. */
  closed: string | undefined
  /** Sent with the next statement: begin, and what goes ahead. */
  #waiting: (readonly [sql: string, parameters: readonly unknown[]])[] = []
  /** The answer to begin, once it was sent. */
  #begun: Promise<unknown> = Promise.resolve()

  constructor(session: SqlSession, end: () => void) {
    this.#session = session
    this.end = end
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.closed) throw new Error(`statement came too late: ${this.closed}`)
    if (CONTROL.test(query.sql))
      throw new Error('begin, commit and rollback are for db.transaction() alone')
    if (this.inTransaction && goesAhead(query.sql)) {
      this.#waiting.push([query.sql, query.parameters])
      return { rows: [] }
    }
    const { rows, affected } = await this.send(query.sql, query.parameters)
    return { rows: rows as R[], numAffectedRows: BigInt(affected) }
  }

  /** Begins just before the first statement. */
  begin(sql: string): void {
    this.inTransaction = true
    this.onlyReads = onlyReads(sql)
    this.#waiting = [[sql, []]]
  }

  /** Something of the transaction is still to be sent. */
  get waits(): boolean {
    return this.#waiting.length > 0
  }

  /** Nothing of the transaction was sent, or only what need not be. */
  forget(how: 'commit' | 'rollback'): boolean {
    const unsent = this.#waiting.some(([sql]) => begins(sql))
    if (how === 'commit') return unsent && this.#waiting.length === 1
    this.#waiting = []
    return unsent
  }

  /**
   * One statement, and with it what waits. Begin alone is waited for: without it each of the others
   * would commit by itself, and under nobody's scope.
   */
  async send(sql: string, parameters: readonly unknown[] = []): Promise<SqlResult> {
    const [first, ...rest] = this.#waiting
    const begin = first && begins(first[0]) ? first : undefined
    const ahead = begin ? rest : this.#waiting
    this.#waiting = []
    if (begin) this.#begun = this.#session.query(...begin)
    await this.#begun.catch((error: unknown) => {
      if (sql !== 'rollback') throw error
    })
    return lastOf([...ahead, [sql, parameters] as const].map((one) => this.#session.query(...one)))
  }

  streamQuery(): never {
    throw new Error('this database has one session and cannot stream: read in pages')
  }
}

class SingleSessionDriver implements Driver {
  readonly #session: SqlSession
  readonly #waitLimit: number

  constructor(session: SqlSession, waitLimit: number) {
    this.#session = session
    this.#waitLimit = waitLimit
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return new Turn(this.#session, await turnsOf(this.#session).take(this.#waitLimit))
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    const turn = asTurn(connection)
    turn.closed = 'the connection was given back'
    if (turn.inTransaction) turnsOf(this.#session).dirty = true
    turn.end()
  }

  async beginTransaction(
    connection: DatabaseConnection,
    settings: TransactionSettings,
  ): Promise<void> {
    const level = settings.isolationLevel ? ` isolation level ${settings.isolationLevel}` : ''
    const mode = settings.accessMode ? ` ${settings.accessMode}` : ''
    asTurn(connection).begin(level || mode ? `start transaction${level}${mode}` : 'begin')
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await this.#end(asTurn(connection), 'commit')
    } catch (error) {
      // An earlier statement failed and the callback swallowed that: PostgreSQL rolled back instead.
      if (sqlState(error) === '25P02') {
        asTurn(connection).inTransaction = false
        throw new AbortedTransactionError({ cause: error })
      }
      throw error
    }
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await this.#end(asTurn(connection), 'rollback')
  }

  async savepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await asTurn(connection).send(`savepoint ${quoted(name)}`)
  }

  async rollbackToSavepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await asTurn(connection).send(`rollback to savepoint ${quoted(name)}`)
  }

  async releaseSavepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await asTurn(connection).send(`release savepoint ${quoted(name)}`)
  }

  async destroy(): Promise<void> {
    await this.#session.close()
  }

  /** A statement that is sent while the transaction ends would run after it, outside: refuse it. */
  async #end(turn: Turn, how: 'commit' | 'rollback'): Promise<void> {
    turn.closed = `the transaction ended with ${how}`
    if (how === 'commit' && turn.onlyReads && !turn.waits) {
      // The next turn comes behind it; what fails here is rolled back before that.
      turn.send(how).catch(() => (turnsOf(this.#session).dirty = true))
    } else if (!turn.forget(how)) await turn.send(how)
    turn.inTransaction = false
    turn.closed = undefined
  }
}

function asTurn(connection: DatabaseConnection): Turn {
  if (connection instanceof Turn) return connection
  throw new TypeError('not a connection of this driver')
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
