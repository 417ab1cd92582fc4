import type { SqlSession } from '#server/db/session.ts'
import { exclusively } from '#server/db/turns.ts'
import type { StoreLog } from './storeLog.ts'

export interface MaintenanceOptions {
  session: SqlSession
  log: StoreLog
  every: number
  /** Runs a maintenance statement without the session's limits. */
  exec(sql: string): Promise<unknown>
  /** Number of statements so far; nothing is done when it stood still. */
  statements(): number
}

export interface Maintainer {
  maintain(): Promise<void>
  checkpointAgeMs(): number | undefined
  /** Ends the timer, vacuums what needs it for at most a few seconds and writes a checkpoint. */
  stop(): Promise<void>
}

/** PostgreSQL's own rule of autovacuum, which this engine does not have. */
const DUE = `
  select format('%I.%I', t.schemaname, t.relname) as name from pg_stat_user_tables t join pg_class on pg_class.oid = t.relid
  where n_dead_tup > 50 + 0.2 * greatest(reltuples, 0) or n_mod_since_analyze > 50 + 0.1 * greatest(reltuples, 0)
  order by n_dead_tup + n_mod_since_analyze desc`
const AT_CLOSE_MS = 4000

/**
 * What a PostgreSQL server does by itself and this engine does not: checkpoints (else the log of changes
 * grows without end) and vacuum and analyze (else a table only grows and the planner knows nothing).
 */
export function maintainer({
  session,
  log,
  every,
  exec,
  statements,
}: MaintenanceOptions): Maintainer {
  let checkpointAt: number | undefined
  let seen = 0
  let running: Promise<void> | undefined

  async function checkpoint(): Promise<void> {
    await exclusively(session, () => exec('checkpoint'))
    checkpointAt = performance.now()
  }

  /** One turn for each table, so that requests wait for one table at most. */
  async function vacuumDue(until: number): Promise<void> {
    const { rows } = await exclusively(session, () => session.query(DUE, []))
    for (const { name } of rows) {
      if (performance.now() > until) return
      await exclusively(session, () => exec(`vacuum (analyze) ${String(name)}`))
    }
  }

  async function round(until: number): Promise<void> {
    if (statements() === seen) return
    try {
      await vacuumDue(until)
      await checkpoint()
    } catch (error) {
      log.warn({ err: error }, 'maintenance of the embedded database failed')
    }
    seen = statements()
  }

  const timer = setInterval(() => {
    running ??= round(Number.POSITIVE_INFINITY).finally(() => (running = undefined))
  }, every)
  timer.unref()

  return {
    async maintain() {
      await exclusively(session, () => exec('vacuum (analyze)'))
      await checkpoint()
    },
    checkpointAgeMs: () =>
      checkpointAt === undefined ? undefined : Math.round(performance.now() - checkpointAt),
    async stop() {
      clearInterval(timer)
      await running
      await round(performance.now() + AT_CLOSE_MS)
    },
  }
}
