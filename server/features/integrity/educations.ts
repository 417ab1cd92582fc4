import { sql, type RawBuilder } from 'kysely'
import { monthOf, type Day } from '#domain/dates.ts'
import { invalid, problem } from '#domain/errors.ts'
import { newId } from '#domain/ids.ts'
import type {
  EducationFilter,
  EducationRecord,
  EducationRow,
  NewEducation,
  NewEducationFollowUp,
} from '#domain/integrity.ts'
import { addCounts } from '#server/counts/deltas.ts'
import { markMembers } from '#server/counts/recount/mark.ts'
import { insertRows } from '#server/db/insertRows.ts'
import { sqlState } from '#server/db/failures.ts'
import { mayReach, narrowed, pathOf } from '#server/db/tree.ts'
import { actorOf, expectVersion, type Door } from '#server/door.ts'
import { addMeasures, measuresOf } from './measures.ts'
import { rosterBelow } from './roster.ts'

const columns = sql<EducationRow>`
  e.id, e.organization_id as "organizationId", o.name as "organizationName", e.title, e.theme, e.held_on as "heldOn",
  e.place, e.meeting_id as "meetingId", e.expected, e.present, e.withdrawn_at is not null as withdrawn, e.version`

const source = sql`warning_education e join organization o on o.id = e.organization_id`

const newest = sql`e.held_on desc, e.id desc`
const orders: Record<EducationFilter['sort'], RawBuilder<unknown>> = {
  heldOn: sql`e.held_on, e.id`,
  '-heldOn': newest,
  present: sql`e.present, ${newest}`,
  '-present': sql`e.present desc, ${newest}`,
  organization: sql`o.name_pinyin, o.id, ${newest}`,
  '-organization': sql`o.name_pinyin desc, o.id desc, ${newest}`,
}

/** With the attendances of all rows, so that a figure's number stands at the top of the list it opens. */
export async function listEducations(door: Door, filter: EducationFilter) {
  const { organization, year, withdrawn, q, sort, page, size } = filter
  const wanted: (RawBuilder<unknown> | false)[] = [
    await narrowed(door, 'o.path', organization),
    !withdrawn && sql`e.withdrawn_at is null`,
    !!year && sql`e.held_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date`,
    !!q && sql`strpos(lower(e.title || ' ' || e.theme), lower(${q})) > 0`,
  ]
  const where = sql.join(
    wanted.filter((one) => one !== false),
    sql` and `,
  )
  const { rows } = await sql<{ rows: EducationRow[]; total: number; sum: number }>`
    select count(*)::int as total, coalesce(sum(e.present) filter (where e.withdrawn_at is null), 0)::int as sum,
      (select coalesce(json_agg(listed), '[]') from (
        select ${columns} from ${source} where ${where} order by ${orders[sort]} limit ${size} offset ${(page - 1) * size}
      ) listed) as rows
    from ${source} where ${where}`.execute(door.db)
  const [found] = rows
  return { rows: found?.rows ?? [], total: found?.total ?? 0, sum: found?.sum ?? 0, page, size }
}

/** @throws not_found */
export async function readEducation(door: Door, id: string): Promise<EducationRecord> {
  const { rows } = await sql<Omit<EducationRecord, 'attendance' | 'followUps'>>`
    select ${columns}, e.follow_up as "followUp", m.title as "meetingTitle", e.recorded_by as "recordedBy",
      e.recorded_at as "recordedAt", e.withdraw_reason as "withdrawReason",
      ${mayReach(door, 'integrity.record', 'o.path')} as "mayRecord"
    from ${source} left join meeting m on m.id = e.meeting_id where e.id = ${id}`.execute(door.db)
  const [found] = rows
  if (!found) throw problem('not_found')
  const attendance = await sql<EducationRecord['attendance'][number]>`
    select member_id as "memberId", name, organization_name as "organizationName", present
    from education_attendance where education_id = ${id} order by ordinal`.execute(door.db)
  return { ...found, attendance: attendance.rows, followUps: await measuresOf(door, id) }
}

interface Attended {
  placeId: string
  memberId: string
  name: string
  organizationName: string
  present: boolean
}

/** Stores it with its attendance and counts. @throws invalid */
export async function recordEducation(door: Door, body: NewEducation): Promise<EducationRecord> {
  if (body.heldOn > door.today) throw invalid('body.heldOn', '召开日期不能晚于今天')
  const attended = body.meetingId
    ? await attendedMeeting(door, body, body.meetingId)
    : await attendedRoster(door, body)
  const present = attended.filter((one) => one.present).length
  if (present === 0) throw invalid('body.absentIds', '没有人到会，不能登记为警示教育')
  const id = newId()
  await onceForMeeting(
    door.db
      .insertInto('warning_education')
      .values({
        id,
        organization_id: body.organizationId,
        title: body.title,
        theme: body.theme,
        held_on: body.heldOn,
        place: body.place,
        follow_up: body.followUp,
        meeting_id: body.meetingId,
        expected: attended.length,
        present,
        recorded_by: actorOf(door).name,
        recorded_at: door.now,
        withdrawn_at: null,
        withdraw_reason: null,
      })
      .execute(),
  )
  await insertRows(
    door.db,
    'education_attendance',
    attended.map((one, ordinal) => ({
      education_id: id,
      organization_id: body.organizationId,
      place_id: one.placeId,
      member_id: one.memberId,
      ordinal,
      name: one.name,
      organization_name: one.organizationName,
      present: one.present,
    })),
  )
  const { organizationId, heldOn } = body
  await addMeasures(
    door,
    { id: id as EducationRecord['id'], organizationId, heldOn },
    body.followUps,
    (at, name) => `body.followUps.${at}.${name}`,
  )
  await count(door, { ...body, present }, 1)
  await markMembers(
    door.db,
    attended.map(({ memberId }) => memberId),
  )
  door.note({
    organizationId: body.organizationId,
    detail: { title: body.title, heldOn: body.heldOn },
  })
  return readEducation(door, id)
}

export async function addFollowUp(
  door: Door,
  id: string,
  body: NewEducationFollowUp,
): Promise<EducationRecord> {
  const record = await readEducation(door, id)
  if (record.withdrawn) throw problem('state', { params: { reason: '这次警示教育已经撤回' } })
  await addMeasures(door, record, [body], (_, name) => `body.${name}`)
  door.note({ organizationId: record.organizationId, detail: { dueOn: body.dueOn } })
  return readEducation(door, id)
}

export async function withdrawEducation(
  door: Door,
  id: string,
  reason: string,
): Promise<EducationRecord> {
  const record = await readEducation(door, id)
  expectVersion(door, record)
  if (record.withdrawn) throw problem('state', { params: { reason: '这次警示教育已经撤回' } })
  const { numUpdatedRows } = await door.db
    .updateTable('warning_education')
    .set({ withdrawn_at: door.now, withdraw_reason: reason, version: record.version + 1 })
    .where('id', '=', id)
    .where('version', '=', record.version)
    .executeTakeFirst()
  const current = await readEducation(door, id)
  if (numUpdatedRows === 0n) throw problem('version_conflict', { detail: current })
  await count(door, record, -1)
  await markMembers(
    door.db,
    record.attendance.map(({ memberId }) => memberId),
  )
  door.note({ organizationId: record.organizationId, detail: { title: record.title, reason } })
  return current
}

/** Once in the month it was held, and every attendance. */
const count = (
  door: Door,
  { organizationId, heldOn, present }: { organizationId: string; heldOn: Day; present: number },
  sign: 1 | -1,
) =>
  addCounts(door.db, organizationId, [
    { month: monthOf(heldOn), kind: 'integrity:warning-education', count: sign },
    { month: monthOf(heldOn), kind: 'integrity:educated', count: sign * present },
  ])

/** Recorded once: who was there is what the signed minutes say. */
async function attendedMeeting(
  door: Door,
  body: NewEducation,
  meetingId: string,
): Promise<Attended[]> {
  const meeting = await door.db
    .selectFrom('meeting')
    .select(['organization_id', 'held_on', 'status'])
    .where('id', '=', meetingId)
    // Its signature is not taken back meanwhile.
    .forShare()
    .executeTakeFirst()
  if (!meeting) throw problem('not_found')
  if (meeting.status !== 'signed' && meeting.status !== 'archived')
    throw invalid('body.meetingId', '会议审签后才能计入警示教育，请先审签')
  if (meeting.organization_id !== body.organizationId)
    throw invalid('body.meetingId', '这次会议不是该组织召开的')
  if (meeting.held_on !== body.heldOn)
    throw invalid('body.heldOn', `与会议日期 ${meeting.held_on} 不一致`)
  if (body.absentIds.length > 0) throw invalid('body.absentIds', '到会情况以会议记录为准，不必另填')
  const { rows } = await sql<Attended>`
    select coalesce(s.organization_id, a.organization_id) as "placeId", a.member_id as "memberId", a.name,
      a.organization_name as "organizationName", a.status = 'present' as present
    from attendance a
    left join lateral (
      select s.organization_id from member_state s where s.member_id = a.member_id
        and s.valid_from <= ${body.heldOn}::date and (s.valid_to is null or s.valid_to >= ${body.heldOn}::date)
      limit 1
    ) s on true
    where a.meeting_id = ${meetingId} order by a.ordinal`.execute(door.db)
  return rows
}

/** Everybody of the roster of that day but those marked as missing. */
async function attendedRoster(door: Door, body: NewEducation): Promise<Attended[]> {
  const path = await pathOf(door, body.organizationId)
  const people = await rosterBelow(door, path, body.heldOn)
  const absent = new Set<string>(body.absentIds)
  const strangers = [...absent].filter((id) => !people.some(({ memberId }) => memberId === id))
  if (strangers.length > 0)
    throw invalid('body.absentIds', '缺席名单中有人当日不在花名册上，请重新选择')
  if (people.length === 0) throw invalid('body.organizationId', '该组织当日没有在册党员')
  return people.map((one) => ({ ...one, present: !absent.has(one.memberId) }))
}

/** Two who link the same meeting at once: the index lets one. */
async function onceForMeeting(insert: Promise<unknown>): Promise<void> {
  try {
    await insert
  } catch (error) {
    if (sqlState(error) === '23505') throw invalid('body.meetingId', '这次会议已经登记过警示教育')
    throw error
  }
}
