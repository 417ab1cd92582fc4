import { sql, type RawBuilder } from 'kysely'
import { grants, roles } from '#domain/permissions.ts'
import type { Door } from '#server/door.ts'

const confirming = roles.filter((role) => grants[role]['services.confirm'] === 'subtree')

/**
 * Whether the actor is one of those who decide an appeal (`s` the record, `o` its organization); true of whatever
 * is not one. 67号令 (handbook §8): the volunteer may demand correction, the organization
 * verifies; that it is not the person who returned the record is inferred [D]. In line stand the accounts with an office
 * that confirms at the record's organization or above it, but for the member's own. Of them decide all whose office
 * stands as high as that of whoever returned it, or higher, but not that person. Where there is nobody else so
 * high (the topmost office returned it), the appeal must not lie: then it is who returned it that decides, with
 * the reasons in the record. Was the office of who returned it taken away, everybody in line decides.
 */
export function mayDecide({ actor }: Pick<Door, 'actor'>): RawBuilder<boolean> {
  const account = actor?.accountId ?? null
  return sql<boolean>`(s.state <> 'appealed' or (
    with line as (
      select a.id, min(length(p.path)) as depth
      from assignment x join account a on a.id = x.account_id join organization p on p.id = x.organization_id
      where x.revoked_at is null and a.disabled_at is null and x.role = any (${confirming}::text[])
        and starts_with(o.path, p.path) and a.member_id is distinct from s.member_id
      group by a.id
    ), others as (
      select l.id from line l
      where l.id is distinct from s.returned_by
        and l.depth <= coalesce((select r.depth from line r where r.id = s.returned_by), l.depth)
    )
    select case when exists (select 1 from others) then exists (select 1 from others where id = ${account}::uuid)
      else exists (select 1 from line where id = ${account}::uuid and id = s.returned_by) end))`
}
