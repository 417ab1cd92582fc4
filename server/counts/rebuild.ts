import { sql, type Kysely, type Transaction } from 'kysely'
import { lock } from '#server/db/tree.ts'
import type { Tables } from '#server/db/tables.ts'
import { among, lacking, slices, type Slice } from './audit.ts'
import { foldAll, intoRollup } from './fold.ts'
import { markOrganizations } from './recount/mark.ts'
import { heldMeetings, sources } from './sources.ts'

/**
 * Repair, and first filling after records were inserted without their counts (seeds): counts anew, of a few hundred
 * organizations at a time. Each transaction leaves what it has looked at right, so a server may go on beside it:
 * nothing folds or moves and no counted record is written only while one of them runs. Stopped half-way it can be
 * called again.
 */
export async function rebuildCounts(db: Kysely<Tables>, atATime = 200): Promise<void> {
  await foldAll(db)
  for await (const slice of slices(db, atATime)) await repairCounts(db, slice)
}

/** Adds to an organization and all above it what its counts lack. */
export function repairCounts(db: Kysely<Tables>, slice: Slice): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    await patience(transaction)
    await lock(transaction, 'tree')
    await noWriters(
      transaction,
      sources.map(({ table }) => table),
    )
    await sql`with ${lacking(slice)}, ${intoRollup('cells')} select 1`.execute(transaction)
  })
}

/** The same for `held`, at once. */
export async function rebuildHeld(db: Kysely<Tables>, atATime = 200): Promise<void> {
  for await (const slice of slices(db, atATime)) await repairHeld(db, slice)
}

/** The rows of `held` anew; what is made from them is marked. */
export function repairHeld(db: Kysely<Tables>, slice: Slice): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    await patience(transaction)
    await noWriters(transaction, ['meeting'])
    await sql`delete from held where year = ${slice.year} and organization_id ${among(slice)}`.execute(
      transaction,
    )
    await sql`insert into held (year, organization_id, duty, held, late, awaiting)
      select * from (${heldMeetings(slice.year)}) h where organization_id ${among(slice)}`.execute(
      transaction,
    )
    await markOrganizations(transaction, slice.ids)
  })
}

/** A year of half a million meetings takes longer than a request may. */
const patience = (transaction: Transaction<Tables>) =>
  sql`set local statement_timeout = '120s'`.execute(transaction)

const noWriters = (transaction: Transaction<Tables>, tables: readonly (keyof Tables)[]) =>
  sql`lock table ${sql.join(tables.map((table) => sql.table(table)))} in share mode`.execute(
    transaction,
  )
