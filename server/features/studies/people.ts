import { sql } from 'kysely'
import type { Day } from '#domain/dates.ts'
import { invalid } from '#domain/errors.ts'
import type { AudienceMember, StudyContent } from '#domain/studies.ts'
import { shouldAttendOn } from '#server/db/standings.ts'
import { inSubtree, pathOf } from '#server/db/tree.ts'
import type { Door } from '#server/door.ts'

/** As many as one activity takes. */
const most = 5_000

const columns = sql`s.member_id as "memberId", n.name, o.name as "organizationName", false as present, null::int as minutes`
const order = sql`o.path, n.name_sort, s.member_id`

/** Party members of an organization and all below it, as the roster stood on the day. @throws invalid when there are too many */
export async function audienceOf(
  door: Door,
  organizationId: string,
  on: Day,
): Promise<AudienceMember[]> {
  const path = await pathOf(door, organizationId)
  const { rows } = await sql<AudienceMember>`
    with stretch as (
      select s.member_id, s.organization_id from member_state s join organization o on o.id = s.organization_id
      where ${inSubtree('o.path', path)} and ${shouldAttendOn(on)} limit ${most + 1}
    )
    select ${columns} from stretch s join organization o on o.id = s.organization_id
    join roster_names(array(select member_id from stretch)) n on n.id = s.member_id
    order by ${order}`.execute(door.db)
  if (rows.length > most) throw invalid('query.organization', `超过 ${most} 人，请按支部邀请`)
  return rows
}

/** Everybody the content names who was a party member that day, in roster order. */
export async function namedIn(door: Door, content: StudyContent): Promise<AudienceMember[]> {
  const ids = [
    ...content.audience.map(({ memberId }) => memberId),
    ...content.events.flatMap(({ entries }) => entries.flatMap(({ memberIds }) => memberIds)),
    ...(content.lecturerId ? [content.lecturerId] : []),
  ]
  if (ids.length === 0) return []
  const { rows } = await sql<AudienceMember>`
    select ${columns} from member_state s join organization o on o.id = s.organization_id
    join roster_names(${ids}::uuid[]) n on n.id = s.member_id
    where s.member_id = any (${ids}::uuid[]) and ${shouldAttendOn(content.heldOn)}
    order by ${order}`.execute(door.db)
  return rows
}
