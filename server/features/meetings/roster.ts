import { sql, type RawBuilder, type Transaction } from 'kysely'
import type { Day } from '#domain/dates.ts'
import { problem } from '#domain/errors.ts'
import type { BranchPerson } from '#domain/meetings.rules.ts'
import { hasTeam, type OrganizationKind } from '#domain/rules/structure.ts'
import type { Tables } from '#server/db/tables.ts'
import { heldThen } from './heldThen.ts'
import { teamOf } from './team.ts'

/** The organ that met, and the branch whose people its chair and recorder come from; a 党委 or 党总支 is its own. */
export interface Organ {
  id: string
  path: string
  kind: OrganizationKind
  foundedOn: Day
  closedOn: Day | null
  branchId: string
}

/** What an organization was called on a day, as part of a statement. */
export const nameOn = (organizationId: string, on: Day): RawBuilder<string> => sql<string>`coalesce(
  (select h.name from organization_history h where h.organization_id = ${organizationId} and ${heldThen('h', on)} order by h.valid_from desc limit 1),
  (select name from organization where id = ${organizationId}))`

/** The organ with the branch it belonged to on the day. @throws not_found */
export async function organOn(db: Transaction<Tables>, id: string, on: Day): Promise<Organ> {
  const { rows } = await sql<Organ>`
    select o.id, o.path, o.kind, o.founded_on as "foundedOn", o.closed_on as "closedOn",
      case o.kind when 'group' then coalesce(h.parent_id, o.parent_id) else o.id end as "branchId"
    from organization o
    left join organization_history h on h.organization_id = o.id and ${heldThen('h', on)}
    where o.id = ${id}`.execute(db)
  const [organ] = rows
  if (!organ) throw problem('not_found')
  return organ
}

/**
 * Who is asked when an organ meets: of a 党委 or 党总支 its leading body (`teamOf`); else everybody on the rolls of the
 * branch and its groups on a day, in the order of the attendance list: the branch itself,
 * its groups as they are ranked, within them by name. Status, place and the group's name are those of that day.
 *
 * Places come first and as an array, so that the index is asked place by place: a join reads everybody.
 *
 * Somebody who has since moved out of the actor's reach keeps name and place on that day's list (`roster_names`).
 */
export const peopleOf = (
  db: Transaction<Tables>,
  { kind, branchId }: Organ,
  on: Day,
): Promise<BranchPerson[]> =>
  hasTeam(kind) ? teamOf(db, branchId, on) : branchPeople(db, branchId, on)

async function branchPeople(
  db: Transaction<Tables>,
  branchId: string,
  on: Day,
): Promise<BranchPerson[]> {
  const { rows } = await sql<BranchPerson>`
    with place as materialized (
      select h.organization_id, h.name, o.rank, o.name_pinyin
      from organization_history h join organization o on o.id = h.organization_id
      where (h.organization_id = ${branchId} or h.parent_id = ${branchId}) and ${heldThen('h', on)}
    ), stretch as (
      select s.*, p.organization_id <> ${branchId} as in_group, p.name as organization_name, p.rank, p.name_pinyin
      from member_state s join place p on p.organization_id = s.organization_id
      where s.organization_id = any (array(select organization_id from place)) and ${heldThen('s', on)}
    )
    select s.member_id as "memberId", n.name, s.organization_id as "organizationId",
      s.organization_name as "organizationName", s.stage, s.standing, s.rights, s.relation,
      array(
        select p.post from post p
        where p.organization_id = ${branchId} and p.member_id = s.member_id
          and ${heldThen('p', on, 'started_on', 'ended_on')}
      ) as posts
    from stretch s
    join roster_names(array(select member_id from stretch)) n on n.id = s.member_id
    order by s.in_group, s.rank, s.name_pinyin, s.organization_id, n.name_sort, s.member_id`.execute(
    db,
  )
  return rows
}
