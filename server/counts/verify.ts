import type { Kysely } from 'kysely'
import type { Day } from '#domain/dates.ts'
import type { Tables } from '#server/db/tables.ts'
import { auditCounts, auditHeld, slices, type Slice } from './audit.ts'
import { repairCounts, repairHeld } from './rebuild.ts'
import { markOrganizations } from './recount/mark.ts'
import type { Recount } from './recount/recount.ts'
import { auditOwn } from './recount/work.ts'

/** Counts of one organization and year that differ from what they are counted or made from. */
export interface Wrong {
  organizationId: string
  year: number
  /** Meetings by duty, counts made from the state, or sums of records. */
  what: 'held' | 'own' | 'counts'
  /** Which: duties, or kinds with their months. */
  cells: string[]
}

interface Verification {
  recounts: readonly Recount[]
  today: Day
  repair: boolean
  tell: (wrong: Wrong) => void
  /** A few organizations that could not be looked at now: the others are. Without it the first error ends the work. */
  failed?: (error: unknown, slice: Slice) => void
  signal?: AbortSignal
  /** Organizations of one transaction. */
  atATime?: number
}

/**
 * Compares every count that is kept with what it comes from, a few organizations and a year at a time, beside a server that
 * goes on. What is repaired: rows of `held` are made anew, sums get what they lack, and what is made from the state is
 * marked for the worker that does so.
 *
 * @returns how much differed
 */
export async function verifyCounts(
  db: Kysely<Tables>,
  { recounts, today, repair, tell, failed, signal, atATime = 50 }: Verification,
): Promise<number> {
  let found = 0
  for await (const slice of slices(db, atATime)) {
    if (signal?.aborted) break
    try {
      const all = await verifySlice(db, slice, { recounts, today, repair })
      all.forEach(tell)
      found += all.length
    } catch (error) {
      if (!failed) throw error
      failed(error, slice)
    }
  }
  return found
}

async function verifySlice(
  db: Kysely<Tables>,
  slice: Slice,
  { recounts, today, repair }: Pick<Verification, 'recounts' | 'today' | 'repair'>,
): Promise<Wrong[]> {
  const held = await auditHeld(db, slice)
  if (repair && held.length > 0) await repairHeld(db, only(slice, held))
  const own = await auditOwn(db, recounts, today, slice)
  if (repair && own.length > 0)
    await db.transaction().execute((transaction) => markOrganizations(transaction, own))
  const counts = await auditCounts(db, slice)
  if (repair && counts.length > 0) await repairCounts(db, only(slice, counts))
  return [
    ...told(
      slice,
      'held',
      held.map((row) => [row.organizationId, row.duty]),
    ),
    ...told(
      slice,
      'own',
      own.map((id) => [id]),
    ),
    ...told(
      slice,
      'counts',
      counts.map((row) => [row.organizationId, `${row.kind} ${row.month}`]),
    ),
  ]
}

const only = (slice: Slice, rows: readonly { organizationId: string }[]): Slice => ({
  ...slice,
  ids: [...new Set(rows.map(({ organizationId }) => organizationId))],
})

function told(
  { year }: Slice,
  what: Wrong['what'],
  rows: readonly (readonly [organizationId: string, cell?: string])[],
): Wrong[] {
  const cells = new Map<string, string[]>()
  for (const [id, cell] of rows) cells.set(id, [...(cells.get(id) ?? []), ...(cell ? [cell] : [])])
  return [...cells].map(([organizationId, own]) => ({ organizationId, year, what, cells: own }))
}
