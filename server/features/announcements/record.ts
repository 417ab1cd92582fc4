import { sql } from 'kysely'
import { whyNot, type AnnouncementMove } from '#domain/announcements.rules.ts'
import type { AnnouncementRecord, AttendanceAnswer, CalledMember } from '#domain/announcements.ts'
import { problem } from '#domain/errors.ts'
import { rosterOf } from '#domain/meetings.rules.ts'
import { pathInScope } from '#domain/permissions.ts'
import { reachesPath } from '#server/db/tree.ts'
import type { Door } from '#server/door.ts'
import { organOn, peopleOf } from '#server/features/meetings/roster.ts'
import { rowColumns, rowSource } from './queries.ts'

type Stored = Omit<AnnouncementRecord, 'roster' | 'hand'> & { path: string }

/** An announcement as the actor may see it: who answered what is told in the subtree only. @throws not_found */
export async function readAnnouncement(door: Door, id: string): Promise<AnnouncementRecord> {
  const { rows } = await sql<Stored>`
    select ${rowColumns(door)}, o.path, a.agenda, a.round, case when own.round = a.round then own.reason end as reason,
      coalesce(own.round < a.round, false) as "askedAnew", a.created_by_name as "announcedBy",
      a.created_at as "announcedAt", a.change_reason as "changeReason"
    from ${rowSource(door)} where a.id = ${id}`.execute(door.db)
  const [stored] = rows
  if (!stored) throw problem('not_found')
  const { path, ...record } = stored
  return {
    ...record,
    roster: pathInScope(door.scope, path) ? await readRoster(door, record) : [],
    hand: reachesPath(door, 'meetings.record', path),
  }
}

/** The announcement that a move is about. @throws not_found, state */
export async function readForMove(door: Door, id: string, move: AnnouncementMove) {
  const record = await readAnnouncement(door, id)
  const reason = whyNot(move, record.state)
  if (reason) throw problem('state', { params: { reason } })
  return record
}

/** Everybody of the day's roster, as it is known now, with the answer that holds. */
async function readRoster(
  door: Door,
  { id, organizationId, heldOn, types, round }: Omit<Stored, 'path'>,
): Promise<CalledMember[]> {
  const organ = await organOn(door.db, organizationId, heldOn)
  const people = await peopleOf(door.db, organ, heldOn)
  const given = await door.db
    .selectFrom('announcement_answer')
    .select(['member_id', 'answer', 'reason'])
    .where('announcement_id', '=', id)
    .where('round', '=', round)
    .execute()
  const answers = new Map(given.map((one) => [one.member_id, one]))
  return rosterOf(people, organ, types, heldOn).entries.map(
    ({ memberId, name, organizationName }) => {
      const found = answers.get(memberId)
      return {
        memberId,
        name,
        organizationName,
        answer: (found?.answer ?? null) as AttendanceAnswer | null,
        reason: found?.reason ?? null,
      }
    },
  )
}
