import { sql } from 'kysely'
import { problem } from '#domain/errors.ts'
import { pathInScope, scopeOf } from '#domain/permissions.ts'
import type { AudienceMember, StudyRecord } from '#domain/studies.ts'
import { actorOf, type Door } from '#server/door.ts'
import { rowColumns, rowSource } from './queries.ts'

/** A whole record as the actor may see it. @throws not_found */
export async function readStudy(door: Door, id: string): Promise<StudyRecord> {
  const { rows } = await sql<Omit<StudyRecord, 'audience' | 'hand'> & { path: string }>`
    select ${rowColumns}, o.path, s.lecturer_id as "lecturerId",
      case when s.lecturer_id is null then s.lecturer_name end as "lecturerName",
      s.meeting_id as "meetingId", g.title as "meetingTitle", s.summary, s.guests, s.events, s.history
    from ${rowSource}
    left join meeting g on g.id = s.meeting_id
    where s.id = ${id}`.execute(door.db)
  const [stored] = rows
  if (!stored) throw problem('not_found')
  const { path, ...record } = stored
  const audience = await readAudience(door, id)
  return { ...record, audience, hand: await handOf(door, path, { ...record, audience }) }
}

/** Whether the actor may change it, as the screen shows before anybody presses. */
async function handOf(
  door: Door,
  path: string,
  { audience, events, lecturerId }: Omit<StudyRecord, 'hand'>,
): Promise<StudyRecord['hand']> {
  const scope = scopeOf('studies.record', actorOf(door))
  if (!scope || !pathInScope(scope, path)) return 'other-organ'
  const named = new Set<string>([
    ...audience.map(({ memberId }) => memberId),
    ...events.flatMap(({ entries }) => entries.flatMap(({ memberIds }) => memberIds)),
    ...(lecturerId ? [lecturerId] : []),
  ])
  if (named.size === 0) return 'own'
  // Row-level security leaves those who stand, or once stood, in the actor's reach.
  const { rows } = await sql<{ seen: number }>`
    select count(distinct member_id)::int as seen from member_state where member_id = any (${[...named]}::uuid[])`.execute(
    door.db,
  )
  return rows[0]?.seen === named.size ? 'own' : 'other-people'
}

async function readAudience(door: Door, id: string): Promise<AudienceMember[]> {
  const { rows } = await sql<AudienceMember>`
    select member_id as "memberId", name, organization_name as "organizationName", present, minutes
    from study_attendance where study_id = ${id} order by ordinal`.execute(door.db)
  return rows
}
