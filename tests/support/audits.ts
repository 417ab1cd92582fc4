import type { Kysely } from 'kysely'
import type { Day } from '#domain/dates.ts'
import * as audit from '#server/counts/audit.ts'
import type { Recount } from '#server/counts/recount/recount.ts'
import * as work from '#server/counts/recount/work.ts'
import type { Tables } from '#server/db/tables.ts'

async function everywhere<Row>(
  db: Kysely<Tables>,
  found: (slice: audit.Slice) => Promise<readonly Row[]>,
): Promise<Row[]> {
  const rows: Row[] = []
  for await (const slice of audit.slices(db, 200)) rows.push(...(await found(slice)))
  return rows
}

/** The audits of the counts over all organizations and years. */
export const auditCounts = (db: Kysely<Tables>) =>
  everywhere(db, (slice) => audit.auditCounts(db, slice))

export const auditHeld = (db: Kysely<Tables>) =>
  everywhere(db, (slice) => audit.auditHeld(db, slice))

export const auditOwn = (db: Kysely<Tables>, recounts: readonly Recount[], today: Day) =>
  everywhere(db, (slice) => work.auditOwn(db, recounts, today, slice))
