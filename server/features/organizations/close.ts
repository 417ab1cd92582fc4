import { sql } from 'kysely'
import type { Received } from '#domain/contract.ts'
import { invalid, problem } from '#domain/errors.ts'
import type { organizationsContract } from '#domain/organizations.contract.ts'
import type { Day } from '#domain/dates.ts'
import type { OrganizationCard } from '#domain/organizations.ts'
import { markOrganizations } from '#server/counts/recount/mark.ts'
import { onRoster } from '#server/db/standings.ts'
import { lock } from '#server/db/tree.ts'
import type { Door } from '#server/door.ts'
import { card } from './card.ts'
import { lockedOpen } from './checks.ts'
import { closeBook } from './past.ts'
import { checkVersion, refuseRoot } from './write.ts'

/**
 * Closes an organization that holds nobody and nothing: its term and posts end with it. Everything it
 * did stays.
 *
 * @throws not_empty with how many organizations and members must find a place first
 */
export async function close(
  door: Door,
  { params, body }: Received<(typeof organizationsContract)['close']>,
): Promise<OrganizationCard> {
  await lock(door.db, 'tree')
  const row = await lockedOpen(door, params.id)
  await checkVersion(door, row)
  refuseRoot(row, '撤销')
  const count = await stillHeld(door, row.id, body.on)
  if (count > 0) throw problem('not_empty', { params: { count } })
  await refuseEarlierThanRecords(door, row.id, body.on)
  await closeBook(door, row.id, body.on)
  await door.db
    .updateTable('organization')
    .set({ closed_on: body.on, closed_reason: body.reason, version: row.version + 1 })
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .execute()
  await door.db
    .updateTable('term')
    .set((eb) => ({ ended_on: body.on, version: eb('version', '+', 1) }))
    .where('organization_id', '=', row.id)
    .where('ended_on', 'is', null)
    .execute()
  await door.db
    .updateTable('post')
    .set((eb) => ({
      ended_on: sql`greatest(started_on, ${body.on}::date)`,
      version: eb('version', '+', 1),
    }))
    .where('organization_id', '=', row.id)
    .where('ended_on', 'is', null)
    .execute()
  await markOrganizations(door.db, [row.id])
  door.note({ organizationId: row.id, detail: { on: body.on, reason: body.reason } })
  return card(door, row.id)
}

/** Open children, and people of the roster on that day or on any later one. */
async function stillHeld(door: Door, organizationId: string, on: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from organization where parent_id = ${organizationId} and closed_on is null)
      + (select count(distinct member_id) from member_state
         where organization_id = ${organizationId} and ${onRoster('standing')} and (valid_to is null or valid_to >= ${on})) as count`.execute(
    door.db,
  )
  return rows[0]?.count ?? 0
}

/** What it did after its last day would stand in no period of it. @throws invalid at `body.on` */
async function refuseEarlierThanRecords(door: Door, organizationId: string, on: Day) {
  const { rows } = await sql<{ last: Day | null }>`
    select max(day) as last from (
      select max(held_on) as day from meeting where organization_id = ${organizationId}
      union all select max(held_on) from study where organization_id = ${organizationId} and status <> 'planned'
      union all select max(held_on) from warning_education where organization_id = ${organizationId} and withdrawn_at is null
      union all select max(started_on) from term where organization_id = ${organizationId}
      union all select max(closed_on) from organization where parent_id = ${organizationId}
    ) as recorded`.execute(door.db)
  const last = rows[0]?.last
  if (last && last > on) throw invalid('body.on', `这个组织到 ${last} 仍有记录，撤销日期不能早于它`)
}
