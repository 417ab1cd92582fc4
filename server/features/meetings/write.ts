import type { UpdateObject } from 'kysely'
import { daysBetween, type Day } from '#domain/dates.ts'
import { problem } from '#domain/errors.ts'
import { newId } from '#domain/ids.ts'
import type { MeetingContent, MeetingRecord } from '#domain/meetings.ts'
import type { Assessment } from '#domain/meetings.verdicts.ts'
import { recordHeld } from '#server/counts/held.ts'
import { ahead } from '#server/db/ahead.ts'
import { sqlState } from '#server/db/failures.ts'
import { insertRows } from '#server/db/insertRows.ts'
import type { Tables } from '#server/db/tables.ts'
import { actorOf, type Door } from '#server/door.ts'
import { judge, type Judged } from './judge.ts'
import { parameterOn } from '#server/db/parameterOn.ts'
import { readRecord } from './record.ts'

/** Stores a new draft and answers its id. @throws invalid */
export async function insertMeeting(door: Door, content: MeetingContent): Promise<string> {
  const judged = await judge(door, content)
  const id = newId()
  const enteredLate = await isLate(door, content.heldOn)
  await door.db
    .insertInto('meeting')
    .values({
      id,
      organization_id: content.organizationId,
      ...contentColumns(content),
      ...judgedColumns(judged),
      entered_late: enteredLate,
      created_by: actorOf(door).accountId,
      created_at: door.now,
    })
    .modifyEnd(ahead)
    .execute()
  await writeAttendance(door, id, content.organizationId, judged)
  recordHeld(door, null, { ...content, status: 'draft', enteredLate })
  return id
}

/** Replaces a draft's content. @throws invalid, version_conflict */
export async function updateMeeting(
  door: Door,
  record: MeetingRecord,
  content: MeetingContent,
): Promise<void> {
  const judged = await judge(door, content, record.id)
  // Entered in time stays so while it is edited; another day is entered today.
  const moved = content.heldOn !== record.heldOn
  await putMeeting(door, record, {
    ...contentColumns(content),
    ...judgedColumns(judged),
    entered_late: moved ? await isLate(door, content.heldOn) : record.enteredLate,
  })
  await writeAttendance(door, record.id, record.organizationId, judged)
}

/** Changes the row in the version that was read. @throws version_conflict with the current record */
export async function putMeeting(
  door: Door,
  record: MeetingRecord,
  columns: UpdateObject<Tables, 'meeting'>,
): Promise<void> {
  const { id, version } = record
  const updated = await door.db
    .updateTable('meeting')
    .set({ ...columns, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning(['types', 'held_on', 'assessment_year', 'status', 'entered_late'])
    .executeTakeFirst()
  if (!updated) throw problem('version_conflict', { detail: await readRecord(door, id) })
  recordHeld(door, record, {
    organizationId: record.organizationId,
    types: updated.types as MeetingRecord['types'],
    heldOn: updated.held_on,
    assessmentYear: updated.assessment_year,
    status: updated.status as MeetingRecord['status'],
    enteredLate: updated.entered_late,
  })
}

/**
 * Withdraws a draft in the version that was read. One that was signed once may have withdrawn records left that name it.
 * @throws version_conflict, state
 */
export async function removeDraft(door: Door, record: MeetingRecord): Promise<void> {
  const { id, version } = record
  const removed = await door.db
    .deleteFrom('meeting')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
    .catch((error: unknown) => {
      if (sqlState(error) === '23503')
        throw problem('state', {
          params: {
            reason: '有已撤回的推荐或警示教育仍写明这次会议，记录不能删除，可以修改后再提交',
          },
        })
      throw error
    })
  if (removed.numDeletedRows === 0n)
    throw problem('version_conflict', { detail: await readRecord(door, id) })
  recordHeld(door, record, null)
}

/** The should-attend list with its marks, in place of the one before. */
export async function writeAttendance(
  door: Door,
  meetingId: string,
  organizationId: string,
  { attendance }: Assessment,
): Promise<void> {
  await door.db
    .deleteFrom('attendance')
    .where('meeting_id', '=', meetingId)
    .modifyEnd(ahead)
    .execute()
  await insertRows(
    door.db,
    'attendance',
    attendance.map((one, ordinal) => ({
      meeting_id: meetingId,
      organization_id: organizationId,
      member_id: one.memberId,
      ordinal,
      name: one.name,
      stage: one.stage,
      organization_name: one.organizationName,
      has_vote: one.hasVote,
      status: one.status,
      reason: one.reason,
      written_opinion: one.writtenOpinion,
    })),
  )
}

const contentColumns = (content: MeetingContent) => ({
  types: content.types,
  title: content.title,
  held_on: content.heldOn,
  started_at: content.startedAt,
  ended_at: content.endedAt,
  place: content.place,
  chair_id: content.chairId,
  recorder_id: content.recorderId,
  assessment_year: content.assessmentYear,
  agenda: JSON.stringify(content.agenda),
  minutes: content.minutes,
  lecturer: content.lecturer,
  lecture_minutes: content.lectureMinutes,
  guests: JSON.stringify(content.guests),
  speeches: JSON.stringify(content.speeches),
})

/** What the rules made of it: kept beside the content, so that a submitted record keeps its numbers and verdicts. */
export const judgedColumns = ({ tally, resolutions, verdicts, verdict, ...names }: Judged) => ({
  chair_name: names.chairName,
  recorder_name: names.recorderName,
  verdicts: JSON.stringify(verdicts),
  resolutions: JSON.stringify(resolutions),
  resolution_count: resolutions.length,
  verdict,
  expected: tally.expected,
  present: tally.present,
  on_leave: tally.leave,
  absent: tally.absent,
  voters: tally.voters,
  voters_present: tally.votersPresent,
})

/** 补录: entered later than the bureau's number of days after the meeting. */
async function isLate(door: Door, heldOn: Day): Promise<boolean> {
  const days = await parameterOn(door.db, 'meeting.lateEntryDays', door.today)
  return daysBetween(heldOn, door.today) > days
}
