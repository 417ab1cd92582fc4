import { sql } from 'kysely'
import { whyNot } from '#domain/announcements.rules.ts'
import { invalid, problem } from '#domain/errors.ts'
import type { Door } from '#server/door.ts'

/**
 * The record that was made from an announcement: the first one only. A draft that is deleted sets it free again (0028).
 * @throws invalid, state
 */
export async function linkRecord(
  door: Door,
  announcementId: string,
  meeting: { id: string; organizationId: string },
): Promise<void> {
  const found = await door.db
    .selectFrom('announcement')
    .select(['organization_id', 'meeting_id', 'call_off_reason'])
    .where('id', '=', announcementId)
    // Of two records that are made at once the second sees the first.
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw problem('not_found')
  if (found.organization_id !== meeting.organizationId)
    throw invalid('body.announcementId', '通知的是另一个组织的会议')
  const state = found.meeting_id ? 'recorded' : found.call_off_reason ? 'called-off' : 'open'
  const reason = whyNot('record', state)
  if (reason) throw problem('state', { params: { reason } })
  await door.db
    .updateTable('announcement')
    .set({ meeting_id: meeting.id, version: sql`version + 1` })
    .where('id', '=', announcementId)
    .execute()
}
