import { sql } from 'kysely'
import type { Day } from '#domain/dates.ts'
import { shouldAttendOn } from '#server/db/standings.ts'
import { inSubtree } from '#server/db/tree.ts'
import type { Door } from '#server/door.ts'

/** The people of an organization and all below it on a day, in the order of the official list. */
export async function rosterBelow(door: Door, path: string, on: Day) {
  const { rows } = await sql<{
    memberId: string
    placeId: string
    name: string
    organizationName: string
  }>`
    with there as (
      select s.member_id, o.id as place_id, o.path, o.rank, o.name as organization_name
      from member_state s join organization o on o.id = s.organization_id
      where ${inSubtree('o.path', path)} and ${shouldAttendOn(on)}
    )
    select t.member_id as "memberId", t.place_id as "placeId", n.name, t.organization_name as "organizationName"
    from there t join roster_names(array(select member_id from there)) n on n.id = t.member_id
    order by t.rank, t.path, n.name_sort, t.member_id`.execute(door.db)
  return rows
}
