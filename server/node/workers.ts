import { fold } from '#server/counts/fold.ts'
import { recount, turnDay } from '#server/counts/recount/work.ts'
import { sealAudit } from '#server/features/audit/seal.ts'
import { applyStates } from '#server/features/members/states.ts'
import { recounts } from '#server/features/recounts.ts'
import { businessDay } from './businessDay.ts'
import { forgetOld } from './forget.ts'
import { verifyNightly } from './verifyNightly.ts'
import type { World } from '#server/world.ts'

export interface Work {
  name: string
  everyMs: number
  /** It does not rest while the store is read-only. */
  always?: boolean
  /** Long work ends early where the signal says so. */
  run: (world: World, ending: AbortSignal) => Promise<unknown>
}

const works: readonly Work[] = [
  { name: 'fold', everyMs: 2_000, run: ({ db }) => fold(db) },
  { name: 'recount', everyMs: 2_000, run: recountMarked },
  { name: 'seal', everyMs: 2_000, run: ({ db }) => sealAudit(db) },
  { name: 'forget', everyMs: 3_600_000, run: forgetOld },
  { name: 'verify', everyMs: 600_000, run: verifyNightly },
]

/**
 * With a new day, the members whose change was for this day become what it says. A day that does not turn is told of
 * and tried again; the marks are worked off meanwhile.
 */
async function recountMarked({ db, clock }: World): Promise<void> {
  const now = clock()
  const today = await businessDay(db, now)
  try {
    await turnDay(db, today, (transaction) => applyStates(transaction, { now, today }))
  } finally {
    while ((await recount(db, recounts, today)) > 0);
  }
}

/**
 * A database that is away for a moment is nothing to report, and one that is away for an hour not with each turn: the
 * second, fourth, eighth … failure in a row.
 */
const isWorthALine = (times: number): boolean => times > 1 && Number.isInteger(Math.log2(times))

const attempt = async (work: Work, world: World, ending: AbortSignal): Promise<void> => {
  if (work.always || !world.store.readOnly()) await work.run(world, ending)
}

/**
 * Background work of one server, with what its kind of store needs besides. Two servers on
 * one PostgreSQL take turns through row locks.
 */
export function startWorkers(world: World, more: readonly Work[]): { stop(): Promise<void> } {
  const ending = new AbortController()
  const timers = new Set<NodeJS.Timeout>()
  const running = new Set<Promise<void>>()
  const plan = (work: Work, failed = 0): void => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      const turn = attempt(work, world, ending.signal)
        .then(
          () => 0,
          (error: unknown) => {
            const times = failed + 1
            if (isWorthALine(times) || !world.store.isUnavailable(error))
              world.log.error(
                { work: work.name, error: String(error), times },
                'background work failed',
              )
            return times
          },
        )
        .then((times) => {
          running.delete(turn)
          if (!ending.signal.aborted) plan(work, times)
        })
      running.add(turn)
    }, work.everyMs)
    timer.unref()
    timers.add(timer)
  }
  for (const work of [...works, ...more]) plan(work)
  return {
    async stop() {
      ending.abort()
      for (const timer of timers) clearTimeout(timer)
      await Promise.all(running)
    },
  }
}
