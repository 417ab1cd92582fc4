import { sql } from 'kysely'
import { verifyCounts } from '#server/counts/verify.ts'
import { recounts } from '#server/features/recounts.ts'
import type { World } from '#server/world.ts'
import { businessDay } from './businessDay.ts'
import { isDue } from './night.ts'

/**
 * Once a night every count that is kept is compared with what it comes from, repaired, and told of in the log: it says which
 * organization and year, never who. Interrupted, it begins anew the next night.
 */
export async function verifyNightly({ db, clock, log }: World, signal: AbortSignal): Promise<void> {
  const now = clock()
  const last = await db
    .selectFrom('installation')
    .select(['verified_at', 'set_up_at'])
    .executeTakeFirst()
  const since = last?.verified_at ?? last?.set_up_at
  if (!last || !since || !isDue(now, new Date(since))) return
  // Of two servers, one. What was read is cut to milliseconds (`instant`); a migration's now() has more.
  const { numUpdatedRows } = await db
    .updateTable('installation')
    .set({ verified_at: now })
    .where(sql`date_trunc('milliseconds', verified_at)`, 'is not distinct from', last.verified_at)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return
  const today = await businessDay(db, now)
  const wrong = await verifyCounts(db, {
    recounts,
    today,
    repair: true,
    signal,
    tell: (one) => log.error({ work: 'verify', ...one }, 'a count differed and was repaired'),
    failed: (err, { ids, year }) =>
      log.error({ work: 'verify', err, year, from: ids[0] }, 'some counts could not be verified'),
  })
  if (!signal.aborted) log.info({ work: 'verify', wrong }, 'counts were verified')
}
