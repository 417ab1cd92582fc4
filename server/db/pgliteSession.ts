import { SqlError, sqlErrorFields } from './failures.ts'
import type { SqlResult, SqlSession } from './session.ts'
import { rowParsers, toParameter } from './values.ts'

/** What we use of a PGlite instance. Named here because the server imports no driver. */
export interface PGlite {
  readonly closed: boolean
  parsers: Record<string | number, (text: string, oid?: number) => unknown>
  serializers: Record<string | number, unknown>
  query(
    sql: string,
    parameters: (string | null)[],
    options: { rowMode: 'array' },
  ): Promise<{
    rows: unknown[][]
    fields: { name: string }[]
    affectedRows?: number
    command?: string
  }>
  exec(sql: string): Promise<{ command?: string }[]>
  close(): Promise<void>
}

/**
 * PostgreSQL ends every statement with its command. PGlite answers with nothing at all, and no error, when
 * the engine was torn out of a statement (a stack overflow does it), and then goes on so for ever.
 */
const BROKEN = 'the engine is broken: it gave no answer'

/** A result as columns and plain rows: half the size of objects on the way between two threads. */
export interface SqlTable {
  columns: string[]
  rows: unknown[][]
  affected: number
}

/**
 * A session over a PGlite instance, which becomes ours: its own parsers and serializers are replaced
 * by `values.ts`, so that the rows equal those of a PostgreSQL server.
 */
export function pgliteSession(pglite: PGlite): SqlSession {
  adopt(pglite)
  return {
    query: async (sql, parameters) => asObjects(await queryPglite(pglite, sql, parameters)),
    exec: (sql) => execPglite(pglite, sql),
    async close() {
      if (!pglite.closed) await pglite.close()
    },
  }
}

/** Makes an instance speak `values.ts`. Array parsers of PGlite look their element parser up, so they follow. */
export function adopt(pglite: PGlite): void {
  Object.assign(pglite.parsers, rowParsers)
  for (const oid of Object.keys(pglite.serializers)) delete pglite.serializers[oid]
}

/** One statement on an adopted instance. */
export async function queryPglite(
  pglite: PGlite,
  sql: string,
  parameters: readonly unknown[],
): Promise<SqlTable> {
  try {
    const result = await pglite.query(sql, parameters.map(toParameter), {
      rowMode: 'array',
    })
    if (result.command === undefined) throw new Error(BROKEN)
    if (result.command === 'ROLLBACK' && !/^\s*(?:rollback|abort)\b/i.test(sql))
      throw abortedCommit()
    return {
      columns: result.fields.map((field) => field.name),
      rows: result.rows,
      affected: result.affectedRows ?? 0,
    }
  } catch (error) {
    throw cleaned(error)
  }
}

/** Several statements without parameters, in one implicit transaction unless they say otherwise. */
export async function execPglite(pglite: PGlite, sql: string): Promise<void> {
  try {
    const results = await pglite.exec(sql)
    if (results.every(({ command }) => command === undefined)) throw new Error(BROKEN)
  } catch (error) {
    throw cleaned(error)
  }
}

/** Rows as objects; of two columns with one name the last one counts, as everywhere in PostgreSQL's drivers. */
export function asObjects({ columns, rows, affected }: SqlTable): SqlResult {
  const objects = rows.map((row) => {
    const object: Record<string, unknown> = {}
    for (let at = 0; at < columns.length; at++) object[columns[at] ?? ''] = row[at]
    return object
  })
  return { rows: objects, affected }
}

/** `commit` of a failed transaction succeeds as a rollback; nobody may take that for a commit. */
function abortedCommit(): SqlError {
  return new SqlError({
    code: '25P02',
    message: 'the transaction was rolled back instead of committed',
  })
}

/** PGlite hangs the parameters onto its errors: keep the SQL fields only. */
function cleaned(error: unknown): unknown {
  const fields = sqlErrorFields(error)
  return fields && !(error instanceof SqlError) ? new SqlError(fields) : error
}
