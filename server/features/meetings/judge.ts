import { sql } from 'kysely'
import { problem } from '#domain/errors.ts'
import type { MeetingContent, Resolution } from '#domain/meetings.ts'
import { checkMeeting } from '#domain/meetings.checks.ts'
import { branchMembers, hasCommittee, rosterOf } from '#domain/meetings.rules.ts'
import { assess, type Assessment } from '#domain/meetings.verdicts.ts'
import type { Door } from '#server/door.ts'
import { ahead } from '#server/db/ahead.ts'
import { parameterOn } from '#server/db/parameterOn.ts'
import { organOn, peopleOf } from './roster.ts'

/** What the rules say, and the names that the minutes keep. */
export interface Judged extends Assessment {
  chairName: string
  recorderName: string
}

/**
 * Holds content against the rules and the roster of its day.
 *
 * @param id of the record, where it exists already
 * @returns the should-attend list with marks, numbers and verdicts, to be stored
 * @throws invalid with a sentence per field
 */
export async function judge(door: Door, content: MeetingContent, id?: string): Promise<Judged> {
  const { organizationId, heldOn, types } = content
  const organ = await organOn(door.db, organizationId, heldOn)
  const people = await peopleOf(door.db, organ, heldOn)
  const roster = rosterOf(people, organ, types, heldOn)
  const fields = checkMeeting(content, {
    today: door.today,
    organ: { ...organ, hasCommittee: hasCommittee(people, organ.kind) },
    roster,
    branch: new Set(branchMembers(people).map(({ memberId }) => memberId)),
  })
  const twin = await titleOfTwin(door, content, id)
  if (twin) fields['body.startedAt'] = `同一时间已有同类会议《${twin}》，请勿重复记录`
  if (Object.keys(fields).length > 0) throw problem('invalid', { fields })
  const resolutions = await withSubjects(door, content.resolutions)
  const basis = await parameterOn(door.db, 'election.basis', heldOn)
  const nameOf = (id: string) => people.find(({ memberId }) => memberId === id)?.name ?? ''
  return {
    ...assess({ ...content, resolutions }, roster.entries, basis),
    chairName: nameOf(content.chairId),
    recorderName: nameOf(content.recorderId),
  }
}

/** Each with the name of whom it is about, who need not be one of those who vote. */
async function withSubjects(door: Door, resolutions: readonly Resolution[]) {
  const ids = resolutions.flatMap(({ subjectMemberId }) => subjectMemberId ?? [])
  if (ids.length === 0) return resolutions
  const { rows } = await sql<{
    id: string
    name: string
  }>`select id, name from roster_names(${ids}::uuid[])`.execute(door.db)
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return resolutions.map((one) => ({
    ...one,
    subjectName: one.subjectMemberId && (names.get(one.subjectMemberId) ?? null),
  }))
}

/** A record of the same organ, type and hour that is submitted or further: the same meeting told twice would count twice. */
async function titleOfTwin(
  door: Door,
  content: MeetingContent,
  id: string | undefined,
): Promise<string | null> {
  const { rows } = await sql<{ title: string }>`
    select title from meeting
    where organization_id = ${content.organizationId} and held_on = ${content.heldOn}::date
      and started_at = ${content.startedAt} and types && ${content.types}::text[]
      and status <> 'draft' and id is distinct from ${id ?? null}::uuid
    limit 1`.execute(door.db)
  return rows[0]?.title ?? null
}

/**
 * Waits until nobody else is submitting a meeting of the same organ and hour, to the end of the transaction: of two
 * twins submitted at once the second sees the first; other meetings of the organ do not wait. Whoever is to submit
 * takes it before any record is written, so nobody waits in a circle.
 */
export async function takeHour(
  { db }: Door,
  { organizationId, heldOn, startedAt }: MeetingContent,
): Promise<void> {
  const hour = `${organizationId} ${heldOn} ${startedAt}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${hour}, 0)) ${ahead}`.execute(db)
}
