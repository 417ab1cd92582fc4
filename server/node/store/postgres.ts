import { Client, Pool } from 'pg'
import type { PoolClient } from 'pg'
import { PostgresDialect } from 'kysely'
import type { Dialect, PostgresPool } from 'kysely'
import { Gate } from './gate.ts'
import { pgTypes } from './pgTypes.ts'
import { preparing } from './preparedStatements.ts'
import type { StoreLog } from './storeLog.ts'

export interface PostgresOptions {
  /** postgres://user:password@host:port/database */
  url: string
  poolSize: number
  log: StoreLog
  /** The longest a statement may take, in ms (5 s); 0 for no limit. A transaction may say `set local statement_timeout`. */
  statementTimeout?: number
  /** The longest to wait for a new connection, in ms (3 s). */
  connectTimeout?: number
  /** The longest to wait until one of `poolSize` connections is free, in ms (10 s). */
  patience?: number
  /** Named prepared statements for what is asked repeatedly; off behind a pooler in transaction mode. */
  prepare?: boolean
}

export interface PostgresStore {
  dialect: Dialect
  /** Resolves when the server answers, within 2 s or it rejects. */
  ping(): Promise<void>
  /** The version of the schema; rejects as `ping` does. */
  schema(): Promise<number>
  close(): Promise<void>
}

/** When the server is stopped rather than dead nothing arrives any more, not even its own time limit. */
const SILENCE_MS = 35_000
const PING_MS = 2000

/**
 * PostgreSQL 15 or newer. Does not connect yet: the first statement does. Errors that say "not now"
 * are told by `isUnavailable`.
 */
export function openPostgres({
  url,
  poolSize,
  log,
  statementTimeout = 5000,
  connectTimeout = 3000,
  patience = 10_000,
  prepare = true,
}: PostgresOptions): PostgresStore {
  const common = {
    connectionString: url,
    application_name: 'six-chains',
    connectionTimeoutMillis: connectTimeout,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    types: pgTypes,
    // Pinned, because a database may have other defaults and our values are parsed from this text. Compiling a
    // plan takes up to two seconds, which no statement of ours runs for.
    options:
      '-c jit=off -c timezone=UTC -c datestyle=ISO -c intervalstyle=postgres -c bytea_output=hex -c extra_float_digits=1',
  }
  const pool = new Pool({
    ...common,
    max: poolSize,
    // What is sent together is answered together (`preparedStatements.ts`).
    pipeline: true,
    idleTimeoutMillis: 30_000,
    statement_timeout: statementTimeout || undefined,
    query_timeout: statementTimeout ? Math.max(SILENCE_MS, statementTimeout + 5000) : undefined,
    idle_in_transaction_session_timeout: 60_000,
  })
  // Without these two an idle connection that dies, or a busy one between two statements, ends the process.
  pool.on('error', (error) => log.warn({ err: error }, 'an idle database connection was lost'))
  pool.on('connect', (client: PoolClient) =>
    client.on('error', (error) => log.warn({ err: error }, 'a database connection was lost')),
  )

  const gate = new Gate(poolSize)
  pool.on('release', () => gate.leave())
  const connect = async () => {
    await gate.enter(patience)
    try {
      return preparing(await pool.connect(), prepare)
    } catch (error) {
      gate.leave()
      throw error
    }
  }

  let closing: Promise<void> | undefined
  const close = (): Promise<void> => (closing ??= pool.end())
  // `db.destroy()` and `close()` may both come.
  const shared = {
    connect,
    end: close,
    options: pool.options,
  }

  /** By a connection of its own: a pool that is busy is no server that is down. */
  const probe = async (text: string): Promise<number> => {
    const client = new Client({
      ...common,
      connectionTimeoutMillis: PING_MS,
      query_timeout: PING_MS,
    })
    client.on('error', () => undefined)
    try {
      await client.connect()
      const { rows } = await client.query<{ value: number }>(text)
      return rows[0]?.value ?? 0
    } finally {
      void client.end().catch(() => undefined)
    }
  }

  return {
    // The cast leaves out cursors: nothing here streams.
    dialect: new PostgresDialect({ pool: shared as unknown as PostgresPool }),
    ping: async () => void (await probe('select 1 as value')),
    schema: () => probe('select max(version) as value from migration'),
    close,
  }
}
