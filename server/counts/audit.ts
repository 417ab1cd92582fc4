import { sql, type Kysely } from 'kysely'
import type { Tables } from '#server/db/tables.ts'
import { ancestorPaths } from './fold.ts'
import { countedMeetings, heldMeetings, ofMeetings } from './sources.ts'

export interface WrongCount {
  organizationId: string
  kind: string
  month: string
  /** Rollup and pending together, as a reader is told. */
  stored: number
  /** Counted anew from the meetings. */
  counted: number
}

/**
 * Recomputes the counts of every organization, with all below it, from the meetings and answers the
 * cells that differ: none, or something wrote a meeting and not its counts. One statement, one snapshot.
 */
export async function auditCounts(db: Kysely<Tables>, atMost = 1_000): Promise<WrongCount[]> {
  const { rows } = await sql<WrongCount>`
    with counted as (${inclusive(countedMeetings)}), stored as (
      select organization_id, kind, month, sum(count)::bigint as count, sum(minutes)::bigint as minutes
      from (
        select organization_id, kind, month, count, minutes from rollup where ${ofMeetings}
        union all
        ${inclusive(sql`select organization_id, kind, month, count, minutes from delta where ${ofMeetings}`)}
      ) s group by organization_id, kind, month
    )
    select organization_id as "organizationId", kind, month, coalesce(s.count, 0) as stored, coalesce(c.count, 0) as counted
    from stored s full join counted c using (organization_id, kind, month)
    where coalesce(s.count, 0) <> coalesce(c.count, 0) or coalesce(s.minutes, 0) <> coalesce(c.minutes, 0)
    order by organization_id, kind, month limit ${atMost}`.execute(db)
  return rows
}

/** Rows of own counts, summed up to every organization above them. */
function inclusive(own: ReturnType<typeof sql>) {
  return sql`select a.id as organization_id, x.kind, x.month, sum(x.count)::bigint as count, sum(x.minutes)::bigint as minutes
    from (${own}) x join organization o on o.id = x.organization_id join organization a on a.path = any (${ancestorPaths('o.path')})
    group by a.id, x.kind, x.month`
}

export interface WrongHeld {
  organizationId: string
  year: number
  duty: string
}

/** The rows of `held` that differ from the meetings. */
export async function auditHeld(db: Kysely<Tables>, atMost = 1_000): Promise<WrongHeld[]> {
  const nothing = sql`array_fill(0, array[12])`
  const same = (column: string) =>
    sql`coalesce(${sql.ref(`s.${column}`)}, ${nothing}) = coalesce(${sql.ref(`c.${column}`)}, ${nothing})`
  const { rows } = await sql<WrongHeld>`
    select organization_id as "organizationId", year, duty
    from held s full join (${heldMeetings}) c using (year, organization_id, duty)
    where not (${same('held')} and ${same('late')} and ${same('awaiting')})
    order by organization_id, year, duty limit ${atMost}`.execute(db)
  return rows
}

/**
 * Repair, and first filling after meetings were inserted without their counts (seeds): counts anew.
 * Meetings cannot be written meanwhile, and nothing folds or moves.
 */
export function rebuildCounts(db: Kysely<Tables>): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    await sql`select name from locks where name = 'tree' for update`.execute(transaction)
    await sql`lock table meeting in share mode`.execute(transaction)
    await sql`delete from delta where ${ofMeetings}`.execute(transaction)
    await sql`delete from rollup where ${ofMeetings}`.execute(transaction)
    await sql`insert into rollup (organization_id, kind, month, count, minutes)
      select organization_id, kind, month, count, minutes from (${inclusive(countedMeetings)}) c`.execute(
      transaction,
    )
  })
}

/** The same for `held`. */
export function rebuildHeld(db: Kysely<Tables>): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    await sql`lock table meeting in share mode`.execute(transaction)
    await sql`delete from held`.execute(transaction)
    await sql`insert into held (year, organization_id, duty, held, late, awaiting) ${heldMeetings}`.execute(
      transaction,
    )
  })
}
