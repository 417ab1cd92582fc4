import { sql } from 'kysely'
import type { Received } from '#domain/contract.ts'
import { invalid, problem } from '#domain/errors.ts'
import type { organizationsContract } from '#domain/organizations.contract.ts'
import type { OrganizationCard } from '#domain/organizations.ts'
import { moveTotals } from '#server/counts/moveTotals.ts'
import { markOrganizations } from '#server/counts/recount/mark.ts'
import { ahead } from '#server/db/ahead.ts'
import { inSubtree, lock } from '#server/db/tree.ts'
import type { Door } from '#server/door.ts'
import { card } from './card.ts'
import { checkDepth, checkPlace, checkSiblings, locked, lockedOpen } from './checks.ts'
import { turnPage } from './past.ts'
import { checkVersion, refuseRoot } from './write.ts'

/**
 * Hangs an organization, with everything below, under another parent. One at a time: both are read
 * after the tree's lock, so of two opposite moves the second one sees the first.
 */
export async function move(
  door: Door,
  { params, body }: Received<(typeof organizationsContract)['move']>,
): Promise<OrganizationCard> {
  await lock(door.db, 'tree')
  const moved = await lockedOpen(door, params.id)
  const target = await locked(door, body.parentId)
  await checkVersion(door, moved)
  refuseRoot(moved, '调整')
  if (target.path.startsWith(moved.path))
    throw problem('cycle', {
      fields: { 'body.parentId': '不能选它自己或它的下级，请选择其他上级组织' },
    })
  if (target.id === moved.parent_id)
    throw invalid('body.parentId', '已在这个组织之下，请选择其他上级组织')
  checkPlace(target, moved.kind)
  if (body.on < target.founded_on)
    throw invalid('body.on', `新的上级组织成立于 ${target.founded_on}，调整日期不能早于它`)
  await checkDepth(door, target, moved.path)
  await checkSiblings(door, target.id, moved.name, 'body.parentId')
  await turnPage(door, {
    organizationId: moved.id,
    name: moved.name,
    parentId: target.id,
    on: body.on,
    reason: body.reason,
    field: 'body.on',
  })
  const path = `${target.path}${moved.path.split('.').at(-2)}.`
  await door.db
    .updateTable('organization')
    .set({ path: sql<string>`${path}::text || substr(path, ${moved.path.length + 1}::int)` })
    .where(inSubtree('path', moved.path))
    .modifyEnd(ahead)
    .execute()
  await door.db
    .updateTable('organization')
    .set({ parent_id: target.id, version: moved.version + 1 })
    .where('id', '=', moved.id)
    .where('version', '=', moved.version)
    .modifyEnd(ahead)
    .execute()
  await moveTotals(door.db, moved.id, moved.path, path)
  door.moved(moved.path, path)
  // A group's people decide what its branch owes.
  await markOrganizations(door.db, [moved.id, moved.parent_id, target.id])
  door.note({
    organizationId: moved.id,
    detail: { from: moved.parent_id, to: target.id, on: body.on, reason: body.reason },
  })
  return card(door, moved.id)
}
