import { sql, type RawBuilder } from 'kysely'
import type { z } from 'zod'
import type { exemption } from '#domain/duties.ts'
import { problem } from '#domain/errors.ts'
import type { OrganizationId } from '#domain/ids.ts'
import { pageOf } from '#server/db/page.ts'
import { mayReach, narrowed } from '#server/db/tree.ts'
import type { Door } from '#server/door.ts'

export type ExemptionView = z.infer<typeof exemption>

const view = (door: Door) => sql<ExemptionView>`
  e.id, e.organization_id as "organizationId", o.name as "organizationName", e.duty, e.from_day as "from", e.to_day as "to",
  e.reason, coalesce(a.name, '—') as "approvedBy", e.document_number as "documentNumber",
  ${mayReach(door, 'exemptions.manage', 'o.path')} as "mayWithdraw", e.version`

const source = sql`exemption e join organization o on o.id = e.organization_id left join account a on a.id = e.approved_by`

const inForce = (where: RawBuilder<unknown>) => sql`e.withdrawn_at is null and ${where}`

/** A page of the exemptions that were not withdrawn, the latest first. */
export async function listExemptions(
  door: Door,
  filter: { organization?: OrganizationId | undefined; page: number; size: number },
) {
  const where = [inForce(await narrowed(door, 'o.path', filter.organization))]
  const order = sql`e.from_day desc, e.id desc`
  return pageOf(door.db, { columns: view(door), from: source, where, order }, filter)
}

/** @throws not_found, also when it was withdrawn */
export async function findExemption(door: Door, id: string): Promise<ExemptionView> {
  const { rows } =
    await sql<ExemptionView>`select ${view(door)} from ${source} where ${inForce(sql`e.id = ${id}`)}`.execute(
      door.db,
    )
  const [row] = rows
  if (!row) throw problem('not_found')
  return row
}
