import type { Writable } from 'node:stream'
import type { PoolClient, QueryResult } from 'pg'
import { begins, goesAhead, lastOf, onlyReads } from '#server/db/ahead.ts'
import { SqlError, sqlErrorFields } from '#server/db/failures.ts'
import { isPatient } from '#server/db/migrate.ts'
import { toParameter } from '#server/db/values.ts'

/** The client as Kysely's PostgreSQL driver wants it. */
export interface PreparingClient {
  readonly processID?: number
  connect(): Promise<PreparingClient>
  end(): void
  query(sql: string, parameters: readonly unknown[]): Promise<QueryResult>
  release(discard?: boolean): void
}

/** How long a migration's statement may take before the connection counts as lost. */
const PATIENCE_MS = 3_600_000
/** Texts that one connection keeps prepared; each costs the server some memory. */
const KEPT = 500
/** The server has forgotten the statement, or its result has changed shape since: the connection must go. */
const STALE = new Set(['26000', '42P05', '0A000'])

interface Statement {
  sql: string
  parameters: readonly unknown[]
}

/** What is told of a statement that is not sent yet, or need not be. */
const told = (command: string): QueryResult => ({
  command,
  rowCount: 0,
  oid: 0,
  fields: [],
  rows: [],
})

const clients = new WeakMap<PoolClient, Preparing>()

/** The same wrapper for the same client, so that what it has prepared is remembered between two uses. */
export function preparing(client: PoolClient, prepare: boolean): PreparingClient {
  let found = clients.get(client)
  if (!found) clients.set(client, (found = new Preparing(client, prepare)))
  return found
}

/**
 * Gives a statement a name when its text comes the second time on a connection: the server then parses
 * and plans it no more (two to three times the reads per second). Texts that come once stay unnamed, and
 * the least recently used are let go when there are too many, between two uses of the connection, when
 * no transaction can be hurt.
 *
 * What goes ahead (`ahead.ts`), and begin, waits for the next statement and leaves with it in one write: a
 * round trip costs more than most statements. The client must be in pipeline mode.
 */
class Preparing implements PreparingClient {
  readonly #client: PoolClient
  readonly #prepare: boolean
  /** In order of use, the oldest first. */
  readonly #named = new Map<string, string>()
  readonly #seen = new Set<string>()
  #count = 0
  #stale = false
  /** In a transaction: what waits for the next statement. */
  #waiting: Statement[] | undefined
  #onlyReads = false

  constructor(client: PoolClient, prepare: boolean) {
    this.#client = client
    this.#prepare = prepare
  }

  get processID(): number | undefined {
    const { processID } = this.#client as PoolClient & { processID?: unknown }
    return typeof processID === 'number' ? processID : undefined
  }

  async connect(): Promise<PreparingClient> {
    return this
  }

  end(): void {
    this.release(true)
  }

  async query(sql: string, parameters: readonly unknown[]): Promise<QueryResult> {
    const statement = { sql, parameters }
    if (begins(sql)) {
      this.#waiting = [statement]
      this.#onlyReads = onlyReads(sql)
      return told('BEGIN')
    }
    const waiting = this.#waiting
    if (!waiting) return this.#send(statement)
    if (goesAhead(sql)) {
      waiting.push(statement)
      return told('AHEAD')
    }
    const commits = sql === 'commit'
    const rollsBack = sql === 'rollback'
    this.#waiting = commits || rollsBack ? undefined : []
    const [first] = waiting
    // Nothing was asked in it, or nothing that should stay.
    if (first && begins(first.sql) && (rollsBack || (commits && waiting.length === 1)))
      return told(sql.toUpperCase())
    if (commits && this.#onlyReads && !first) {
      // Whoever uses the connection next comes behind it; a connection that fails it is not used again.
      this.#send(statement).catch(() => (this.#stale = true))
      return told('COMMIT')
    }
    return this.#together(rollsBack ? [statement] : [...waiting, statement])
  }

  /** Several statements in one write. */
  #together(statements: readonly Statement[]): Promise<QueryResult> {
    const { stream } = (this.#client as PoolClient & { connection: { stream: Writable } })
      .connection
    stream.cork()
    try {
      return lastOf(statements.map((statement) => this.#send(statement)))
    } finally {
      stream.uncork()
    }
  }

  async #send({ sql, parameters }: Statement): Promise<QueryResult> {
    const name = this.#nameOf(sql, parameters.length)
    try {
      return await this.#client.query({
        ...(name && { name }),
        text: sql,
        values: parameters.map(toParameter),
        ...(isPatient(sql) && { query_timeout: PATIENCE_MS }),
      })
    } catch (error) {
      const fields = sqlErrorFields(error)
      // Without an SQLSTATE the connection is lost, or still busy with a statement that nobody waits for.
      if (!fields || (name && STALE.has(fields.code))) this.#stale = true
      throw fields && fields.severity ? new SqlError(fields) : error
    }
  }

  release(discard = false): void {
    this.#waiting = undefined
    if (discard || this.#stale) return this.#client.release(true)
    const surplus = [...this.#named].slice(0, Math.max(0, this.#named.size - KEPT))
    if (surplus.length === 0) return this.#client.release()
    for (const [sql] of surplus) this.#named.delete(sql)
    this.#client.query(surplus.map(([, name]) => `deallocate ${name}`).join(';')).then(
      () => this.#client.release(),
      () => this.#client.release(true),
    )
  }

  #nameOf(sql: string, parameters: number): string | undefined {
    // Without parameters a text may hold several statements (a migration), which cannot be prepared.
    if (!this.#prepare || parameters === 0) return undefined
    const name = this.#named.get(sql) ?? (this.#seen.delete(sql) ? `s${++this.#count}` : undefined)
    if (name) {
      this.#named.delete(sql)
      this.#named.set(sql, name)
      return name
    }
    if (this.#seen.size >= KEPT) this.#seen.clear()
    this.#seen.add(sql)
    return undefined
  }
}
