import { sql, type Kysely } from 'kysely'
import { moveTotals } from '#server/counts/moveTotals.ts'
import { inSubtree, lock } from '#server/db/tree.ts'
import type { Tables } from '#server/db/tables.ts'

/**
 * Hangs an organization under another parent as the move of the API does: path, totals, one lock.
 * Answers false, and does nothing, where that would make a circle.
 */
export function reparent(db: Kysely<Tables>, id: string, parentId: string): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    await lock(trx, 'tree')
    const pathOf = (one: string) =>
      trx.selectFrom('organization').select('path').where('id', '=', one).executeTakeFirstOrThrow()
    const [{ path: before }, { path: parent }] = [await pathOf(id), await pathOf(parentId)]
    if (parent.startsWith(before)) return false
    const after = `${parent}${before.split('.').at(-2)}.`
    await trx
      .updateTable('organization')
      .set({ path: sql<string>`${after}::text || substr(path, ${before.length + 1}::int)` })
      .where(inSubtree('path', before))
      .execute()
    await trx
      .updateTable('organization')
      .set({ parent_id: parentId })
      .where('id', '=', id)
      .execute()
    await moveTotals(trx, id, before, after)
    return true
  })
}
