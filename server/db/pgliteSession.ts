import { SqlError, sqlErrorFields } from './failures.ts'
import type { SqlResult, SqlSession } from './session.ts'
import { toParameter } from './values.ts'
import { readAnswer } from './wireAnswer.ts'
import type { Answer, SqlTable } from './wireAnswer.ts'
import { Request } from './wireRequest.ts'

/** What we use of a PGlite instance. Named here because the server imports no driver. */
export interface PGlite {
  readonly closed: boolean
  execProtocolRawStream(
    message: Uint8Array,
    options: { syncToFs: boolean; onRawData(data: Uint8Array): void },
  ): Promise<void>
  exec(sql: string): Promise<{ command?: string }[]>
  runExclusive<T>(work: () => Promise<T>): Promise<T>
  syncToFs(): Promise<void>
  close(): Promise<void>
}

/** A session over a PGlite instance, which becomes ours. Rows equal those of a PostgreSQL server. */
export function pgliteSession(pglite: PGlite): SqlSession {
  const engine = new PgliteEngine(pglite)
  return {
    query: async (sql, parameters) =>
      asObjects(await engine.query(sql, parameters.map(toParameter))),
    exec: (sql) => engine.exec(sql),
    async close() {
      if (!pglite.closed) await pglite.close()
    },
  }
}

/**
 * PostgreSQL ends every statement with its command and its state. PGlite answers with nothing at all, and
 * no error, when the engine was torn out of a statement (a stack overflow does it), and goes on so for ever.
 */
const BROKEN = 'the engine is broken: it gave no answer'
/** Statements that stay prepared. */
const KEPT = 300
/** The plan no longer fits the tables, or somebody else let it go: ask again without a name. */
const STALE = new Set(['0A000', '26000'])

/** Runs statements on PGlite, those that come again by their prepared name. */
export class PgliteEngine {
  readonly #pglite: PGlite
  readonly #request = new Request()
  /** SQL → name, the least recently used first. */
  readonly #names = new Map<string, string>()
  readonly #seen = new Set<string>()
  #count = 0
  /** Names that the engine still has to let go. */
  #dropped: string[] = []
  #received = new Uint8Array(1 << 16)

  constructor(pglite: PGlite) {
    this.#pglite = pglite
  }

  /** One statement. Rejects with `SqlError`; with any other error when the engine is beyond use. */
  query(sql: string, parameters: readonly (string | null)[]): Promise<SqlTable> {
    return this.#pglite.runExclusive(async () => {
      let answer = await this.#ask(sql, parameters)
      if (
        answer.error &&
        STALE.has(answer.error.code) &&
        this.#drop(sql) &&
        answer.status === 'I'
      ) {
        answer = await this.#ask(sql, parameters)
      }
      if (answer.status === 'I') await this.#pglite.syncToFs()
      if (answer.error) throw new SqlError(answer.error)
      if (answer.command === undefined || !answer.status) throw new Error(BROKEN)
      if (answer.command === 'ROLLBACK' && !/^\s*(?:rollback|abort)\b/i.test(sql))
        throw abortedCommit()
      return answer.table
    })
  }

  /** Several statements without parameters, in one implicit transaction unless they say otherwise. */
  async exec(sql: string): Promise<void> {
    try {
      const results = await this.#pglite.exec(sql)
      if (results.every(({ command }) => command === undefined)) throw new Error(BROKEN)
    } catch (error) {
      // PGlite hangs the statement onto its errors: keep the SQL fields only.
      const fields = sqlErrorFields(error)
      throw fields ? new SqlError(fields) : error
    } finally {
      // A script may have changed tables under the prepared statements.
      this.#dropped.push(...this.#names.values())
      this.#names.clear()
    }
  }

  async #ask(sql: string, parameters: readonly (string | null)[]): Promise<Answer> {
    let name = this.#names.get(sql)
    const known = name !== undefined
    if (name === undefined) {
      name = this.#seen.delete(sql) ? `s${++this.#count}` : ''
      if (!name) this.#notice(sql)
      const [oldest] = this.#names.keys()
      if (name && oldest !== undefined && this.#names.size >= KEPT) this.#drop(oldest)
    }
    const request = this.#request.begin()
    for (const dropped of this.#dropped.splice(0)) request.forget(dropped)
    if (!known) request.parse(name, sql)
    const answer = readAnswer(await this.#talk(request.run(name, parameters).bytes))
    if (name && (known || answer.parsed)) {
      this.#names.delete(sql)
      this.#names.set(sql, name)
    }
    return answer
  }

  /** The answer's bytes; valid until the next statement. */
  async #talk(message: Uint8Array): Promise<Uint8Array> {
    let length = 0
    if (this.#received.length > 1 << 20) this.#received = new Uint8Array(1 << 16)
    await this.#pglite.execProtocolRawStream(message, {
      syncToFs: false,
      // The data lies in the engine's memory and is gone when this returns.
      onRawData: (data) => {
        if (length + data.length > this.#received.length) {
          const larger = new Uint8Array((length + data.length) * 2)
          larger.set(this.#received.subarray(0, length))
          this.#received = larger
        }
        this.#received.set(data, length)
        length += data.length
      },
    })
    return this.#received.subarray(0, length)
  }

  /** Gives a name up; false when the statement had none. */
  #drop(sql: string): boolean {
    const name = this.#names.get(sql)
    if (name === undefined) return false
    this.#names.delete(sql)
    this.#dropped.push(name)
    return true
  }

  #notice(sql: string): void {
    if (this.#seen.size >= KEPT) this.#seen.clear()
    this.#seen.add(sql)
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
