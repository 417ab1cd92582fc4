import type { Updateable } from 'kysely'
import { sql } from 'kysely'
import { problem } from '#domain/errors.ts'
import { newId } from '#domain/ids.ts'
import { placesOf } from '#domain/rules/placings.ts'
import { checkStudy } from '#domain/studies.checks.ts'
import type {
  AudienceMark,
  AudienceMember,
  CompetitionEvent,
  EventRecord,
  StudyContent,
  StudyRecord,
  StudyStatus,
} from '#domain/studies.ts'
import { insertRows } from '#server/db/insertRows.ts'
import type { Tables } from '#server/db/tables.ts'
import { actorOf, type Door } from '#server/door.ts'
import { namedIn } from './people.ts'
import { readStudy } from './record.ts'

interface Judged {
  audience: AudienceMember[]
  events: EventRecord[]
  lecturer: string | null
}

/**
 * Holds content against the rules, the roster of its day and what is recorded already.
 * @throws invalid with a sentence per field
 */
async function judge(
  door: Door,
  content: StudyContent,
  status: StudyStatus,
  id?: string,
): Promise<Judged> {
  const organ = await door.db
    .selectFrom('organization')
    .select(['founded_on', 'closed_on'])
    .where('id', '=', content.organizationId)
    // Of two twins saved at once the second sees the first.
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!organ) throw problem('not_found')
  const people = await namedIn(door, content)
  const names = new Map<string, string>(people.map(({ memberId, name }) => [memberId, name]))
  const fields = checkStudy(content, {
    today: door.today,
    status,
    organ: { foundedOn: organ.founded_on, closedOn: organ.closed_on },
    members: new Set(names.keys()),
    meetingOn: await meetingDay(door, content.meetingId),
  })
  Object.assign(fields, await twins(door, content, id))
  if (Object.keys(fields).length > 0) throw problem('invalid', { fields })
  const marks = new Map<string, AudienceMark>(content.audience.map((one) => [one.memberId, one]))
  return {
    audience: people.flatMap((one) => {
      const mark = marks.get(one.memberId)
      if (!mark) return []
      const minutes = partOf(mark, content)
      return [{ ...one, present: status !== 'planned' && mark.present, minutes }]
    }),
    events: content.events.map((event) => withPlaces(event, names)),
    lecturer: content.lecturerId ? (names.get(content.lecturerId) ?? null) : content.lecturerName,
  }
}

async function meetingDay(door: Door, meetingId: string | null): Promise<string | null> {
  if (meetingId === null) return null
  const found = await door.db
    .selectFrom('meeting')
    .select('held_on')
    .where('id', '=', meetingId)
    .executeTakeFirst()
  return found?.held_on ?? null
}

/** The same activity told twice would count twice; a meeting belongs to one activity. */
async function twins(door: Door, content: StudyContent, id: string | undefined) {
  const { organizationId, kind, heldOn, topic, meetingId } = content
  const { rows } = await sql<{ linked: boolean }>`
    select coalesce(meeting_id = ${meetingId}::uuid, false) as linked from study
    where id is distinct from ${id ?? null}::uuid and (meeting_id = ${meetingId}::uuid
      or (organization_id = ${organizationId} and kind = ${kind} and held_on = ${heldOn}::date and topic = ${topic}))`.execute(
    door.db,
  )
  const fields: Record<string, string> = {}
  for (const { linked } of rows) {
    if (linked) fields['body.meetingId'] = '这次会议已关联另一项学习活动'
    else fields['body.topic'] = '当天已有同名的同类活动，请勿重复记录'
  }
  return fields
}

function withPlaces(event: CompetitionEvent, names: ReadonlyMap<string, string>): EventRecord {
  const places = placesOf(event.ranking, event.entries)
  return {
    ...event,
    entries: event.entries.map(({ name, memberIds, score }, at) => {
      const memberNames = memberIds.map((id) => names.get(id) ?? '')
      return {
        name: name ?? memberNames.join('、'),
        memberIds,
        memberNames,
        score,
        place: places[at] ?? null,
      }
    }),
  }
}

/** Stores a new activity and answers its id. @throws invalid */
export async function insertStudy(
  door: Door,
  content: StudyContent,
  status: StudyStatus,
): Promise<string> {
  const judged = await judge(door, content, status)
  const id = newId()
  await door.db
    .insertInto('study')
    .values({
      id,
      organization_id: content.organizationId,
      ...columnsOf(content, judged, status),
      created_by: actorOf(door).accountId,
      created_at: door.now,
    })
    .execute()
  await writeAudience(door, id, content.organizationId, judged)
  return id
}

/** Replaces the content of one that is not closed. @throws invalid, version_conflict */
export async function updateStudy(
  door: Door,
  record: StudyRecord,
  content: StudyContent,
  status: StudyStatus,
): Promise<void> {
  const judged = await judge(door, content, status, record.id)
  await putStudy(door, record, columnsOf(content, judged, status))
  await writeAudience(door, record.id, record.organizationId, judged)
}

/** Changes the row in the version that was read. @throws version_conflict with the current record */
export async function putStudy(
  door: Door,
  { id, version }: Pick<StudyRecord, 'id' | 'version'>,
  columns: Updateable<Tables['study']>,
): Promise<void> {
  const updated = await door.db
    .updateTable('study')
    .set({ ...columns, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (updated.numUpdatedRows === 0n)
    throw problem('version_conflict', { detail: await readStudy(door, id) })
}

/** Takes a plan back in the version that was read. @throws version_conflict */
export async function removeStudy(door: Door, { id, version }: StudyRecord): Promise<void> {
  const removed = await door.db
    .deleteFrom('study')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (removed.numDeletedRows === 0n)
    throw problem('version_conflict', { detail: await readStudy(door, id) })
}

async function writeAudience(
  door: Door,
  studyId: string,
  organizationId: string,
  { audience }: Judged,
): Promise<void> {
  await door.db.deleteFrom('study_attendance').where('study_id', '=', studyId).execute()
  await insertRows(
    door.db,
    'study_attendance',
    audience.map(({ memberId, name, organizationName, present, minutes }, ordinal) => ({
      study_id: studyId,
      organization_id: organizationId,
      member_id: memberId,
      ordinal,
      name,
      organization_name: organizationName,
      present,
      minutes,
    })),
  )
}

/** All of it is no part. */
const partOf = ({ minutes }: { minutes: number | null }, whole: StudyContent) =>
  minutes === whole.minutes ? null : minutes

function columnsOf(content: StudyContent, judged: Judged, status: StudyStatus) {
  const held = status !== 'planned'
  const guests = content.guests.map((one) => ({ ...one, minutes: partOf(one, content) }))
  const came = held ? [...judged.audience.filter((one) => one.present), ...guests] : []
  return {
    kind: content.kind,
    series: content.series,
    topic: content.topic,
    held_on: content.heldOn,
    ends_on: content.endsOn === content.heldOn ? null : content.endsOn,
    minutes: content.minutes,
    place: content.place,
    lecturer_id: content.lecturerId,
    lecturer_name: judged.lecturer,
    meeting_id: content.meetingId,
    summary: content.summary,
    guests: JSON.stringify(guests),
    events: JSON.stringify(judged.events),
    status,
    invited: judged.audience.length,
    present: came.length,
    person_minutes: came.reduce((sum, one) => sum + (one.minutes ?? content.minutes), 0),
  }
}
