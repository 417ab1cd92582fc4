import { sql } from 'kysely'
import { problem } from '#domain/errors.ts'
import type { AttendanceRecord, MeetingRecord } from '#domain/meetings.ts'
import { rosterOf } from '#domain/meetings.rules.ts'
import { countedStatuses } from '#domain/meetings.states.ts'
import { assess } from '#domain/meetings.verdicts.ts'
import { pathInScope } from '#domain/permissions.ts'
import type { Door } from '#server/door.ts'
import { openMembers, reachesPath } from '#server/db/tree.ts'
import { makeupsOfMeeting } from '#server/features/makeups/queries.ts'
import { parameterOn } from '#server/db/parameterOn.ts'
import { rowColumns, rowSource } from './queries.ts'
import { organOn, peopleOf } from './roster.ts'

/** What stands in the tables; everything else of a record is computed or joined. */
type Stored = Omit<MeetingRecord, 'attendance' | 'corrections' | 'makeups' | 'hands'>

/**
 * A whole record as the actor may see it. A draft's should-attend list, numbers and verdicts are computed anew from the
 * roster of its day; from submission on they are as they were frozen.
 *
 * @throws not_found, also for a member's own meeting that is not signed yet
 */
export async function readRecord(door: Door, id: string): Promise<MeetingRecord> {
  const { path, ...stored } = await readStored(door, id)
  const hands = {
    record: reachesPath(door, 'meetings.record', path),
    sign: reachesPath(door, 'meetings.sign', path),
  }
  const inTree = pathInScope(door.scope, path)
  if (!inTree && !countedStatuses.some((status) => status === stored.status))
    throw problem('not_found')
  const attendance = await readAttendance(door, id)
  const corrections = await readCorrections(door, id)
  const makeups = await makeupsOfMeeting(door, id)
  if (stored.status === 'draft') {
    const draft = await recomputed(door, stored, attendance)
    return {
      ...stored,
      ...draft,
      attendance: await withDoors(door, draft.attendance),
      corrections,
      makeups,
      hands,
    }
  }
  const { self } = door.scope
  const seen = inTree ? attendance : attendance.map((one) => withoutReason(one, self))
  return {
    ...stored,
    attendance: await withDoors(door, seen),
    corrections,
    makeups: inTree ? makeups : makeups.filter((one) => one.memberId === self),
    hands,
  }
}

/** To a member the others' reasons (illness, family) are nobody's business. */
const withoutReason = (one: AttendanceRecord, self: string | null): AttendanceRecord =>
  one.memberId === self ? one : { ...one, reason: null }

/** Whose own page opens to the actor: some have moved away since, and a member's opens to oneself alone. */
async function withDoors(
  door: Door,
  attendance: readonly AttendanceRecord[],
): Promise<MeetingRecord['attendance']> {
  const open = await openMembers(
    door,
    attendance.map(({ memberId }) => memberId),
  )
  return attendance.map((one) => ({ ...one, mayOpen: open.has(one.memberId) }))
}

async function readStored(door: Door, id: string): Promise<Stored & { path: string }> {
  const { rows } = await sql<Stored & { path: string; nameThen: string }>`
    select ${rowColumns}, coalesce(m.organization_name, o.name) as "nameThen", o.path, m.chair_id as "chairId", m.chair_name as "chairName",
      m.recorder_id as "recorderId", m.recorder_name as "recorderName", m.assessment_year as "assessmentYear",
      m.agenda, m.minutes, m.lecturer, m.lecture_minutes as "lectureMinutes", m.voters, m.voters_present as "votersPresent",
      m.guests, m.speeches, m.resolutions, m.verdicts, coalesce(m.created_by_name, creator.name, '—') as "createdBy", m.created_at as "createdAt",
      m.submitted_at as "submittedAt", coalesce(m.signed_by_name, signer.name) as "signedBy", m.signed_at as "signedAt", m.archived_at as "archivedAt",
      (select n.id from announcement n where n.meeting_id = m.id) as "announcementId"
    from ${rowSource}
    left join account creator on creator.id = m.created_by
    left join account signer on signer.id = m.signed_by
    where m.id = ${id}`.execute(door.db)
  const [found] = rows
  if (!found) throw problem('not_found')
  const { nameThen, ...stored } = found
  return { ...stored, organizationName: nameThen }
}

async function readAttendance(door: Door, id: string): Promise<AttendanceRecord[]> {
  const { rows } = await sql<AttendanceRecord>`
    select member_id as "memberId", name, stage, organization_name as "organizationName", has_vote as "hasVote", status,
      reason, written_opinion as "writtenOpinion"
    from attendance where meeting_id = ${id} order by ordinal`.execute(door.db)
  return rows
}

async function readCorrections(door: Door, id: string): Promise<MeetingRecord['corrections']> {
  const { rows } = await sql<MeetingRecord['corrections'][number]>`
    select id, field, wrong, "right", reason, by_name as by, at
    from correction where meeting_id = ${id} order by at, id`.execute(door.db)
  return rows
}

/** A draft under the roster as it is known now. */
async function recomputed(door: Door, stored: Stored, marks: readonly AttendanceRecord[]) {
  const { heldOn, types, resolutions } = stored
  const organ = await organOn(door.db, stored.organizationId, heldOn)
  const { entries } = rosterOf(await peopleOf(door.db, organ, heldOn), organ, types, heldOn)
  const basis = await parameterOn(door.db, 'election.basis', heldOn)
  const draft = assess({ types, heldOn, resolutions, attendance: marks }, entries, basis)
  const { tally, ...computed } = draft
  return { ...computed, ...tally }
}
