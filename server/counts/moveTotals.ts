import { sql, type Transaction } from 'kysely'
import { ahead } from '#server/db/ahead.ts'
import type { Tables } from '#server/db/tables.ts'

const above = (path: string): string[] => {
  const steps = path.split('.').slice(0, -2)
  return steps.map((_, index) => `${steps.slice(0, index + 1).join('.')}.`)
}

/**
 * Carries the totals of a moved organization, which hold everything below it, from the organizations
 * it leaves to those it comes under. The caller holds the tree's lock and has not folded in between;
 * pending deltas need nothing, they are folded into the chain that stands then.
 */
export async function moveTotals(
  db: Transaction<Tables>,
  organizationId: string,
  oldPath: string,
  newPath: string,
): Promise<void> {
  const before = above(oldPath)
  const after = above(newPath)
  await addTotals(
    db,
    organizationId,
    before.filter((path) => !after.includes(path)),
    -1,
  )
  await addTotals(
    db,
    organizationId,
    after.filter((path) => !before.includes(path)),
    1,
  )
}

async function addTotals(
  db: Transaction<Tables>,
  organizationId: string,
  paths: readonly string[],
  sign: 1 | -1,
): Promise<void> {
  if (paths.length === 0) return
  await sql`
    insert into rollup (organization_id, kind, month, count, minutes)
    select a.id, r.kind, r.month, r.count * ${sign}, r.minutes * ${sign}
    from rollup r cross join organization a
    where r.organization_id = ${organizationId} and a.path = any (${[...paths]}::text[])
    on conflict (organization_id, kind, month)
    do update set count = rollup.count + excluded.count, minutes = rollup.minutes + excluded.minutes ${ahead}`.execute(
    db,
  )
}
