import { sql } from 'kysely'
import { problem, invalid } from '#domain/errors.ts'
import { whyNot, type StudyMove } from '#domain/studies.states.ts'
import type {
  StudyAdvance,
  StudyContent,
  StudyEvent,
  StudyRecord,
  StudyStatus,
} from '#domain/studies.ts'
import { eventOf, expectVersion, type Door } from '#server/door.ts'
import { countClosed } from './counts.ts'
import { readStudy } from './record.ts'
import { insertStudy, putStudy, updateStudy } from './write.ts'

/** The record that a move is about. @throws not_found, version_conflict, state */
export async function readForMove(door: Door, id: string, move: StudyMove): Promise<StudyRecord> {
  const record = await readStudy(door, id)
  expectVersion(door, record)
  const reason = whyNot(move, record.status)
  if (reason) throw problem('state', { params: { reason } })
  return record
}

const statusOf: Record<StudyAdvance, StudyStatus> = {
  plan: 'planned',
  hold: 'held',
  close: 'closed',
}

/** A new activity, as far as it is to go. @throws invalid */
export async function createStudy(
  door: Door,
  content: StudyContent,
  advance: StudyAdvance,
): Promise<StudyRecord> {
  const id = await insertStudy(door, content, statusOf[advance])
  await tell(door, id, 'recorded')
  if (advance === 'close') await settle(door, id)
  return readStudy(door, id)
}

/** Saves and goes on; what was held does not become a plan again. @throws invalid, version_conflict */
export async function changeStudy(
  door: Door,
  record: StudyRecord,
  content: StudyContent,
  advance: StudyAdvance,
): Promise<StudyRecord> {
  if (record.status === 'held' && advance === 'plan')
    throw invalid('body.advance', '已经举办的活动不能改回计划')
  await updateStudy(door, record, content, statusOf[advance])
  if (advance === 'close') await settle(door, record.id)
  else if (record.status === 'planned' && advance === 'hold') await tell(door, record.id, 'held')
  return readStudy(door, record.id)
}

/** Closes what was recorded as held: the rules of closing are asked once more. @throws invalid */
export async function closeStudy(door: Door, record: StudyRecord): Promise<StudyRecord> {
  await updateStudy(door, record, contentOf(record), 'closed')
  await settle(door, record.id)
  return readStudy(door, record.id)
}

/** One step back: a closed one is open for correction and no longer counts; a held one is a plan, with nobody there. */
export async function reopenStudy(
  door: Door,
  record: StudyRecord,
  reason: string,
): Promise<StudyRecord> {
  if (record.status === 'held') {
    const { audience, ...content } = contentOf(record)
    const invited = audience.map(({ memberId }) => ({ memberId, present: false, minutes: null }))
    await updateStudy(door, record, { ...content, audience: invited }, 'planned')
    await tell(door, record.id, 'replanned', reason)
    return readStudy(door, record.id)
  }
  await putStudy(door, record, { status: 'held' })
  await tell(door, record.id, 'reopened', reason)
  await countClosed(door, record, -1)
  return readStudy(door, record.id)
}

/** From here it counts. */
async function settle(door: Door, id: string): Promise<void> {
  await tell(door, id, 'closed')
  await countClosed(door, await readStudy(door, id), 1)
}

/** What happened is kept with the record, also what was taken back. */
async function tell(door: Door, id: string, action: StudyEvent['action'], reason?: string) {
  const event = JSON.stringify([eventOf(door, action, reason)])
  await door.db
    .updateTable('study')
    .set({ history: sql`history || ${event}::jsonb` })
    .where('id', '=', id)
    .execute()
}

/** What was typed, back from the record. */
export const contentOf = (record: StudyRecord): StudyContent => ({
  organizationId: record.organizationId,
  kind: record.kind,
  series: record.series,
  topic: record.topic,
  heldOn: record.heldOn,
  endsOn: record.endsOn,
  minutes: record.minutes,
  place: record.place,
  lecturerId: record.lecturerId,
  lecturerName: record.lecturerName,
  meetingId: record.meetingId,
  summary: record.summary,
  audience: record.audience.map(({ memberId, present, minutes }) => ({
    memberId,
    present,
    minutes,
  })),
  guests: record.guests,
  events: record.events.map((event) => ({
    ...event,
    entries: event.entries.map(({ name, memberIds, score, place }) => ({
      name: event.form === 'individual' && memberIds.length > 0 ? null : name,
      memberIds,
      score,
      place,
    })),
  })),
})
