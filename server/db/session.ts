/**
 * The smallest thing we ask of a database engine that has one session (the embedded store in a
 * worker thread, PGlite in a page's worker, PGlite in a test): run one statement at a time.
 * Values arrive normalised on every engine: `date` as 'YYYY-MM-DD', `int8` as a number that was
 * checked to be safe, `timestamptz` as an ISO string in UTC, `interval` as text, json parsed.
 */
export interface SqlSession {
  /** One statement with positional parameters ($1…). Rejects with an error that carries the SQLSTATE in `code`. */
  query(sql: string, parameters: readonly unknown[]): Promise<SqlResult>
  /** Several statements without parameters, as a migration file has them. */
  exec(sql: string): Promise<void>
  close(): Promise<void>
}

export interface SqlResult {
  rows: Record<string, unknown>[]
  /** Rows touched by an INSERT, UPDATE or DELETE. */
  affected: number
}
