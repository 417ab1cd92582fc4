import { sql, type Transaction } from 'kysely'
import type { Day } from '#domain/dates.ts'
import type { BranchPerson } from '#domain/meetings.rules.ts'
import { postKind } from '#domain/organizations.ts'
import type { Tables } from '#server/db/tables.ts'
import { heldThen } from './heldThen.ts'

/**
 * Whoever held a post of a 党委 or 党总支 on a day, wherever below it they stood, in the order of the posts: its leading
 * body, who hold its 民主生活会. Status, place and the place's name are those of that day.
 */
export async function teamOf(
  db: Transaction<Tables>,
  organizationId: string,
  on: Day,
): Promise<BranchPerson[]> {
  const { rows } = await sql<BranchPerson>`
    with team as materialized (
      select p.member_id, array_agg(p.post) as posts, min(array_position(${[...postKind.options]}::text[], p.post)) as place
      from post p
      where p.organization_id = ${organizationId} and ${heldThen('p', on, 'started_on', 'ended_on')}
      group by p.member_id
    )
    select s.member_id as "memberId", n.name, s.organization_id as "organizationId",
      coalesce(h.name, o.name) as "organizationName", s.stage, s.standing, s.rights, s.relation, t.posts
    from team t
    join member_state s on s.member_id = t.member_id and ${heldThen('s', on)}
    join organization o on o.id = s.organization_id
    left join organization_history h on h.organization_id = o.id and ${heldThen('h', on)}
    join roster_names(array(select member_id from team)) n on n.id = s.member_id
    order by t.place, n.name_sort, s.member_id`.execute(db)
  return rows
}
