import type { Kysely } from 'kysely'
import { newId } from '#domain/ids.ts'
import type { Tables } from '#server/db/tables.ts'
import { testNow } from './world.ts'

/** A meeting that one member attended, a make-up of it, and an announced one, for the matrix. */
export async function meetingAt(
  db: Kysely<Tables>,
  own: { organization_id: string; member_id: string },
  memberName: string,
) {
  const meeting = newId()
  await db
    .insertInto('meeting')
    .values({
      id: meeting,
      organization_id: own.organization_id,
      types: ['group-meeting'],
      title: '会议',
      held_on: '2026-11-10',
      started_at: '09:00',
      place: '会议室',
      chair_id: own.member_id,
      recorder_id: own.member_id,
      agenda: '[]',
      guests: '[]',
      speeches: '[]',
      resolutions: '[]',
      status: 'signed',
      expected: 1,
      present: 1,
      voters: 1,
      voters_present: 1,
      created_by: newId(),
      created_at: testNow,
    })
    .execute()
  await db
    .insertInto('attendance')
    .values({
      meeting_id: meeting,
      ...own,
      ordinal: 0,
      name: memberName,
      stage: 'full',
      organization_name: '组织',
      has_vote: true,
      status: 'present',
    })
    .execute()
  const makeup = newId()
  await db
    .insertInto('makeup')
    .values({ id: makeup, meeting_id: meeting, due_on: '2026-12-01', ...own })
    .execute()
  const announcement = newId()
  await db
    .insertInto('announcement')
    .values({
      id: announcement,
      organization_id: own.organization_id,
      types: ['group-meeting'],
      title: '通知',
      held_on: '2026-12-01',
      started_at: '09:00',
      place: '会议室',
      agenda: '[]',
      created_by: newId(),
      created_by_name: '某人',
      created_at: testNow,
    })
    .execute()
  return { meeting, makeup, announcement }
}
