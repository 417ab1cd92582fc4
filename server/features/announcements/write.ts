import type { Updateable } from 'kysely'
import type { z } from 'zod'
import { checkAnnouncement } from '#domain/announcements.rules.ts'
import type {
  announcementChange,
  AnnouncementContent,
  AnnouncementRecord,
  newAnswer,
} from '#domain/announcements.ts'
import { invalid, problem } from '#domain/errors.ts'
import { newId } from '#domain/ids.ts'
import { hasCommittee } from '#domain/meetings.rules.ts'
import type { Tables } from '#server/db/tables.ts'
import { actorOf, type Door } from '#server/door.ts'
import { organOn, peopleOf } from '#server/features/meetings/roster.ts'
import { readAnnouncement } from './record.ts'

/** Holds content against the rules and the roster of its day. @throws invalid */
async function judge(door: Door, content: AnnouncementContent): Promise<void> {
  const organ = await organOn(door.db, content.organizationId, content.heldOn)
  const people = await peopleOf(door.db, organ, content.heldOn)
  const fields = checkAnnouncement(content, {
    today: door.today,
    organ: { ...organ, hasCommittee: hasCommittee(people, organ.kind) },
  })
  if (Object.keys(fields).length > 0) throw problem('invalid', { fields })
}

const columnsOf = (content: AnnouncementContent) => ({
  types: content.types,
  title: content.title,
  held_on: content.heldOn,
  started_at: content.startedAt,
  place: content.place,
  agenda: JSON.stringify(content.agenda),
})

/** Stores a new announcement and answers its id. @throws invalid */
export async function insertAnnouncement(
  door: Door,
  content: AnnouncementContent,
): Promise<string> {
  await judge(door, content)
  const id = newId()
  const { accountId, name } = actorOf(door)
  await door.db
    .insertInto('announcement')
    .values({
      id,
      organization_id: content.organizationId,
      ...columnsOf(content),
      created_by: accountId,
      created_by_name: name,
      created_at: door.now,
    })
    .execute()
  return id
}

/** Says something else now, and why; another day or hour asks everybody anew. @throws invalid, version_conflict */
export async function changeAnnouncement(
  door: Door,
  record: AnnouncementRecord,
  { reason, ...change }: z.output<typeof announcementChange>,
): Promise<void> {
  const changed = { ...record, ...change }
  await judge(door, changed)
  const { heldOn, startedAt, place } = record
  const isAnew = changed.heldOn !== heldOn || changed.startedAt !== startedAt
  await putAnnouncement(door, record, {
    ...columnsOf(changed),
    change_reason: reason,
    round: record.round + (isAnew ? 1 : 0),
    ...((isAnew || changed.place !== place) && {
      moved_from: JSON.stringify({ heldOn, startedAt, place, reason }),
      moved_at: door.now,
    }),
  })
}

/** Changes the row in the version that was read. @throws version_conflict with the current record */
export async function putAnnouncement(
  door: Door,
  { id, version }: AnnouncementRecord,
  columns: Updateable<Tables['announcement']>,
): Promise<void> {
  const updated = await door.db
    .updateTable('announcement')
    .set({ ...columns, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (updated.numUpdatedRows === 0n)
    throw problem('version_conflict', { detail: await readAnnouncement(door, id) })
}

/** Keeps what the asker says, in place of what was said before. @throws invalid */
export async function keepAnswer(
  door: Door,
  record: AnnouncementRecord,
  { answer, reason }: z.output<typeof newAnswer>,
): Promise<void> {
  const { self } = door.scope
  if (!self) throw problem('not_found')
  if (answer === 'leave' && !reason) throw invalid('body.reason', '请填写请假的原因')
  const said = {
    round: record.round,
    answer,
    reason: answer === 'leave' ? reason : null,
    answered_at: door.now,
  }
  await door.db
    .insertInto('announcement_answer')
    .values({
      announcement_id: record.id,
      organization_id: record.organizationId,
      member_id: self,
      ...said,
    })
    .onConflict((one) => one.columns(['announcement_id', 'member_id']).doUpdateSet(said))
    .execute()
}
