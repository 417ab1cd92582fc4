import { sql, type RawBuilder } from 'kysely'
import { onRoster } from '#server/db/standings.ts'

/**
 * The roles that come with a post, as rows like assignments: 党委书记 is the member who holds the post of
 * secretary of a root committee today (of a demo store: on its day). Secretaries of branches and of
 * committees below hold none: who was talked to is not their business (handbook §9.1), nor is it of who has left the Party.
 *
 * @param at instant of the request
 */
export const postRolesOf = (member: RawBuilder<unknown>, at: string): RawBuilder<unknown> => sql`
  select 'first-secretary' as role, c.id as "organizationId", c.name as "organizationName", c.kind as "organizationKind", c.path
  from post p join organization c on c.id = p.organization_id
  join member m on m.id = p.member_id and ${onRoster('m.standing')}
  cross join (
    select coalesce((select demo_today from installation), (${at}::timestamptz at time zone 'Asia/Shanghai')::date) as day
  ) today
  where p.member_id = ${member} and p.post = 'secretary'
    and c.kind = 'committee' and c.parent_id is null and c.closed_on is null
    and p.started_on <= today.day and (p.ended_on is null or p.ended_on >= today.day)`
