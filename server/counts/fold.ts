import { sql, type Kysely } from 'kysely'
import { lock } from '#server/db/tree.ts'
import type { Tables } from '#server/db/tables.ts'

/**
 * Folds pending deltas into the rollup of their organization and of every one above it, of their month and of its
 * year, and deletes them in the same transaction, so that every snapshot sees each delta exactly once. Folding and
 * re-parenting share the tree's lock: totals go to the chain that stands at that moment.
 *
 * @returns how many deltas were folded
 */
export function fold(db: Kysely<Tables>, atMost = 5_000): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    const waiting = await transaction.selectFrom('delta').select('id').limit(1).executeTakeFirst()
    if (!waiting) return 0
    await lock(transaction, 'tree')
    const { rows } = await sql<{ folded: number }>`
      with taken as (
        delete from delta where id in (select id from delta order by id limit ${atMost})
        returning organization_id, kind, month, count, minutes
      ), cells as (
        select organization_id, kind, ${monthAndYear('month')} as month, sum(count) as count, sum(minutes) as minutes
        from taken group by 1, 2, 3
      ), ${intoRollup('cells')}
      select count(*) as folded from taken`.execute(transaction)
    return rows[0]?.folded ?? 0
  })
}

/**
 * Adds cells (organization_id, kind, month, count, minutes; a year's are among them) to the rollup of their
 * organization and of every one above it: two more parts of a `with`.
 */
export const intoRollup = (cells: string) => sql`summed as (
    select a.id as organization_id, t.kind, t.month, sum(t.count) as count, sum(t.minutes) as minutes
    from ${sql.ref(cells)} t
    join organization o on o.id = t.organization_id
    join organization a on a.path = any (${ancestorPaths('o.path')})
    group by a.id, t.kind, t.month
  ), written as (
    insert into rollup (organization_id, kind, month, count, minutes)
    select organization_id, kind, month, count, minutes from summed
    on conflict (organization_id, kind, month)
    do update set count = rollup.count + excluded.count, minutes = rollup.minutes + excluded.minutes
  )`

/** SQL array of the paths of an organization and of all above it: 'a.', 'a.b.', 'a.b.c.'. */
export const ancestorPaths = (column: string) => {
  const steps = sql`string_to_array(rtrim(${sql.ref(column)}, '.'), '.')`
  return sql`array(select array_to_string((${steps})[1:n], '.') || '.' from generate_series(1, cardinality(${steps})) as n)`
}

/** Where the rollup keeps what a year's months add up to: after every month, so that no range of months holds it. */
export const yearKey = (year: number): string => `Y${year}`

/** A month counts in its year too: two rows. */
export const monthAndYear = (column: string) =>
  sql`unnest(array[${sql.ref(column)}, 'Y' || left(${sql.ref(column)}, 4)])`

/** Folds until nothing is left: after an import, before an audit. */
export async function foldAll(db: Kysely<Tables>): Promise<void> {
  while ((await fold(db)) > 0);
}
