import { sql } from 'kysely'
import type { Returned } from '#domain/contract.ts'
import type { membersContract } from '#domain/members.contract.ts'
import { reached } from '#server/db/tree.ts'
import type { Door } from '#server/door.ts'

type Integrity = Returned<(typeof membersContract)['integrity']>
type Attended = Integrity['educations'][number]

/** More than one member attends in a life's worth of the timeline. */
const most = 300

/** 警示教育 that stand, on whose roster the member was, newest first; opened only where the reader reaches who held it. */
export async function attendedBy(
  door: Door,
  memberId: string,
  from: string,
  to: string,
): Promise<Attended[]> {
  const { rows } = await sql<Attended>`
    select case when ${reached('o.path', door.scope)} then e.id end as "educationId", e.held_on as "heldOn", e.title, e.theme,
      o.name as "organizationName", a.present
    from education_attendance a
    join warning_education e on e.id = a.education_id
    join organization o on o.id = e.organization_id
    where a.member_id = ${memberId} and e.withdrawn_at is null and e.held_on between ${from}::date and ${to}::date
    order by e.held_on desc, e.id desc limit ${most}`.execute(door.db)
  return rows
}

/** One member's 警示教育 of a year. Talks are not read here, nor counted: of one person any number would tell. */
export async function integrity(door: Door, memberId: string, year: number): Promise<Integrity> {
  const educations = await attendedBy(door, memberId, `${year}-01-01`, `${year}-12-31`)
  return {
    year,
    expected: educations.length,
    present: educations.filter(({ present }) => present).length,
    educations,
  }
}
