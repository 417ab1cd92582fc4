import { sql } from 'kysely'
import type { OrganizationId } from '#domain/ids.ts'
import { mayReach } from '#server/db/tree.ts'
import type { Door } from '#server/door.ts'

interface Named {
  organizationId: OrganizationId
  organizationName: string
  /** Of the branch that a group belongs to; a branch's own. */
  branchName: string
  mayRecord: boolean
  mayExempt: boolean
}

/** Names for the organs of one page, and what the account may do for them. */
export async function namesOf(door: Door, ids: readonly string[]): Promise<(id: string) => Named> {
  const { rows } = await sql<Named>`
    select o.id as "organizationId", o.name as "organizationName",
      case o.kind when 'group' then coalesce(p.name, o.name) else o.name end as "branchName",
      ${mayReach(door, 'meetings.record', 'o.path')} as "mayRecord",
      ${mayReach(door, 'exemptions.manage', 'o.path')} as "mayExempt"
    from organization o left join organization p on p.id = o.parent_id
    where o.id = any (${[...ids]}::uuid[])`.execute(door.db)
  const named = new Map<string, Named>(rows.map((row) => [row.organizationId, row]))
  return (id) => {
    const found = named.get(id)
    if (!found) throw new Error(`organ ${id} lost its name`)
    return found
  }
}
