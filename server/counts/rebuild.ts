import { sql, type Kysely, type Transaction } from 'kysely'
import { lock } from '#server/db/tree.ts'
import type { Tables } from '#server/db/tables.ts'
import { patience } from './audit.ts'
import { foldAll, intoRollup, monthAndYear, yearKey } from './fold.ts'
import { countedAll, heldMeetings, ofSources, sources, yearsOf } from './sources.ts'

/**
 * Repair, and first filling after records were inserted without their counts (seeds): counts anew.
 *
 * What the rollup says of an organization itself is its row less its children's. Of a few hundred organizations at
 * a time the difference between that, with what is pending, and the records is added to them and to all above.
 * Each transaction leaves what it has looked at right, so a server may go on beside it: nothing folds or moves and
 * no counted record is written only while one of them runs. Stopped half-way it can be called again.
 */
export async function rebuildCounts(db: Kysely<Tables>, atATime = 200): Promise<void> {
  await foldAll(db)
  const years = await db.transaction().execute(yearsOf)
  let last: string | null = null
  for (;;) {
    const ids = await following(db, last, atATime)
    for (const year of years) await rebuildYear(db, ids, year)
    if (ids.length < atATime) return
    last = ids.at(-1) ?? null
  }
}

/** By id, which no move changes. */
async function following(
  db: Kysely<Tables>,
  last: string | null,
  atMost: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom('organization')
    .select('id')
    .where(sql<boolean>`${last}::uuid is null or id > ${last}::uuid`)
    .orderBy('id')
    .limit(atMost)
    .execute()
  return rows.map(({ id }) => id)
}

function rebuildYear(db: Kysely<Tables>, ids: readonly string[], year: number): Promise<void> {
  const among = sql`= any (${[...ids]}::uuid[])`
  const months = sql`month between ${`${year}-01`} and ${`${year}-12`}`
  const ofYear = sql`${ofSources} and (${months} or month = ${yearKey(year)})`
  return db.transaction().execute(async (transaction) => {
    await patience(transaction)
    await lock(transaction, 'tree')
    await noWriters(
      transaction,
      sources.map(({ table }) => table),
    )
    await sql`
      with counted as (
        select organization_id, kind, ${monthAndYear('month')} as month, count, minutes
        from (${countedAll(year)}) c where organization_id ${among}
      ), stored as (
        select organization_id, kind, month, count, minutes from rollup where organization_id ${among} and ${ofYear}
        union all
        select o.parent_id, kind, month, -count, -minutes
        from (select id, parent_id from organization where parent_id ${among}) o
          join rollup on organization_id = o.id
        where ${ofYear}
        union all
        select organization_id, kind, ${monthAndYear('month')}, count, minutes
        from delta where organization_id ${among} and ${ofSources} and ${months}
      ), cells as (
        select organization_id, kind, month, sum(count) as count, sum(minutes) as minutes
        from (
          select * from counted union all select organization_id, kind, month, -count, -minutes from stored
        ) x
        group by 1, 2, 3 having sum(count) <> 0 or sum(minutes) <> 0
      ), ${intoRollup('cells')}
      select 1`.execute(transaction)
  })
}

/** The same for `held`, at once. */
export function rebuildHeld(db: Kysely<Tables>): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    await patience(transaction)
    await noWriters(transaction, ['meeting'])
    const years = await yearsOf(transaction)
    await sql`delete from held`.execute(transaction)
    for (const year of years)
      await sql`insert into held (year, organization_id, duty, held, late, awaiting)
        ${heldMeetings(year)}`.execute(transaction)
  })
}

const noWriters = (transaction: Transaction<Tables>, tables: readonly (keyof Tables)[]) =>
  sql`lock table ${sql.join(tables.map((table) => sql.table(table)))} in share mode`.execute(
    transaction,
  )
