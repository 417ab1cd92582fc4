import { sql } from 'kysely'
import type { z } from 'zod'
import { addDays } from '#domain/dates.ts'
import { problem } from '#domain/errors.ts'
import { newId } from '#domain/ids.ts'
import type { advance, MeetingContent, MeetingRecord, newCorrection } from '#domain/meetings.ts'
import { incomplete, notBegun } from '#domain/meetings.complete.ts'
import { owesMakeup } from '#domain/meetings.rules.ts'
import { whyNot, type MeetingMove } from '#domain/meetings.states.ts'
import { insertRows } from '#server/db/insertRows.ts'
import { pathOf, reachesPath } from '#server/db/tree.ts'
import { actorOf, expectVersion, type Door } from '#server/door.ts'
import { countSigned } from './counts.ts'
import { judge, takeHour } from './judge.ts'
import { parameterOn } from '#server/db/parameterOn.ts'
import { readRecord } from './record.ts'
import { nameOn } from './roster.ts'
import { judgedColumns, putMeeting, writeAttendance } from './write.ts'

type Advance = z.output<typeof advance>

/** The record that a move is about. @throws not_found, version_conflict, state */
export async function readForMove(
  door: Door,
  id: string,
  move: MeetingMove,
): Promise<MeetingRecord> {
  const record = await readRecord(door, id)
  expectVersion(door, record)
  const reason = whyNot(move, record.status)
  if (reason) throw problem('state', { params: { reason } })
  return record
}

/** One move of an existing record, from reading it to the answer. */
export async function move(
  door: Door,
  id: string,
  name: MeetingMove,
  make: (door: Door, record: MeetingRecord) => Promise<void>,
): Promise<MeetingRecord> {
  const record = await readForMove(door, id, name)
  await make(door, record)
  return readRecord(door, id)
}

/** Before a record is saved that is to go on: signing is a right of its own. @throws forbidden */
export async function readyToAdvance(
  door: Door,
  content: MeetingContent,
  how: Advance,
): Promise<void> {
  if (how !== 'draft') await takeHour(door, content)
  if (how !== 'sign') return
  const path = await pathOf(door, content.organizationId)
  if (!reachesPath(door, 'meetings.sign', path)) throw problem('forbidden')
}

/** One press: from a saved draft as far as it is to go. */
export async function advanceDraft(door: Door, id: string, how: Advance): Promise<void> {
  if (how !== 'draft') await submit(door, await readRecord(door, id))
  if (how === 'sign') await sign(door, await readRecord(door, id))
}

/**
 * Freezes the should-attend list, the numbers and the verdicts as the roster is known now.
 * @throws invalid, also where the minutes do not say yet what they must (handbook §3.3)
 */
export async function submit(door: Door, record: MeetingRecord): Promise<void> {
  const fields = { ...incomplete(record), ...notBegun(record, door.now) }
  if (Object.keys(fields).length > 0) throw problem('invalid', { fields })
  await takeHour(door, record)
  const judged = await judge(door, record, record.id)
  await putMeeting(door, record, {
    ...judgedColumns(judged),
    status: 'submitted',
    submitted_at: door.now,
    organization_name: nameOn(record.organizationId, record.heldOn),
    created_by_name: sql`(select name from account where id = meeting.created_by)`,
    return_reason: null,
  })
  await writeAttendance(door, record.id, record.organizationId, judged)
}

/** Back to draft; the marks stay, the list is computed anew. */
export const sendBack = (door: Door, record: MeetingRecord, reason: string): Promise<void> =>
  putMeeting(door, record, asDraft(reason))

/** What a submitted record had frozen, given free again. */
export const asDraft = (reason: string) => ({
  status: 'draft',
  submitted_at: null,
  return_reason: reason,
  organization_name: null,
  created_by_name: null,
})

/** 审签: from now on the minutes are locked, count, and whoever was missing owes 补学. */
export async function sign(door: Door, record: MeetingRecord): Promise<void> {
  await putMeeting(door, record, {
    status: 'signed',
    signed_by: actorOf(door).accountId,
    signed_by_name: actorOf(door).name,
    signed_at: door.now,
  })
  await countSigned(door, record)
  await oweMakeups(door, record)
}

/** 补学 for everybody who was not present, on leave or absent, within the bureau's days from signing. */
async function oweMakeups(door: Door, record: MeetingRecord): Promise<void> {
  const missing = record.attendance.filter(({ status }) => status !== 'present')
  if (!owesMakeup(record.types)) return
  const days = await parameterOn(door.db, 'makeup.days', door.today)
  await insertRows(
    door.db,
    'makeup',
    missing.map(({ memberId }) => ({
      id: newId(),
      meeting_id: record.id,
      organization_id: record.organizationId,
      member_id: memberId,
      due_on: addDays(door.today, days),
    })),
  )
}

export const archive = (door: Door, record: MeetingRecord): Promise<void> =>
  putMeeting(door, record, { status: 'archived', archived_at: door.now })

/** 更正: a note beside the locked minutes, which stay as they were signed. */
export async function correct(
  door: Door,
  record: MeetingRecord,
  correction: z.output<typeof newCorrection>,
): Promise<void> {
  const actor = actorOf(door)
  await putMeeting(door, record, { correction_count: record.correctionCount + 1 })
  await door.db
    .insertInto('correction')
    .values({
      id: newId(),
      meeting_id: record.id,
      ...correction,
      by_account: actor.accountId,
      by_name: actor.name,
      at: door.now,
    })
    .execute()
}
