import { sql, type RawBuilder } from 'kysely'
import type { Day } from '#domain/dates.ts'
import { problem } from '#domain/errors.ts'
import { newId } from '#domain/ids.ts'
import type {
  EducationFollowUp,
  EducationFollowUpFilter,
  EducationRecord,
  FollowUpRate,
  NewEducationFollowUp,
} from '#domain/integrity.ts'
import { checkFinish, checkMeasures } from '#domain/integrity.rules.ts'
import { pageOf } from '#server/db/page.ts'
import { mayReach, narrowed, pathOf, reached } from '#server/db/tree.ts'
import { actorOf, expectVersion, type Door } from '#server/door.ts'

const stateOf = (today: Day) =>
  sql<string>`case when f.done_on is not null then 'done' when f.due_on < ${today}::date then 'overdue' else 'open' end`

const columns = (door: Door) => sql<EducationFollowUp>`
  f.id, case when ${reached('o.path', door.scope)} then e.id end as "educationId", e.title as "educationTitle",
  f.place_id as "placeId", p.name as "placeName", f.what, f.due_on as "dueOn", f.done_on as "doneOn", f.result,
  f.checked_by as "checkedBy", f.reopened, ${stateOf(door.today)} as state,
  ${mayReach(door, 'integrity.record', 'p.path')} as "mayRecord", f.version`

const source = sql`education_follow_up f join warning_education e on e.id = f.education_id
  join organization o on o.id = f.organization_id join organization p on p.id = f.place_id`

const order = sql`f.done_on is not null, f.due_on, f.id`

/** What follows from 警示教育 that stand, listed where it is to be done; late first. */
export async function listMeasures(door: Door, filter: EducationFollowUpFilter) {
  const { organization, states, dueIn, hand } = filter
  const where: (RawBuilder<unknown> | false)[] = [
    await narrowed(door, 'p.path', organization),
    sql`e.withdrawn_at is null`,
    !!states && sql`${stateOf(door.today)} = any (${states}::text[])`,
    !!dueIn && wasDue(door, dueIn),
    hand !== undefined && sql`${mayReach(door, 'integrity.record', 'p.path')} = ${hand}`,
  ]
  const listing = { columns: columns(door), from: source, order }
  return pageOf(door.db, { ...listing, where: where.filter((one) => one !== false) }, filter)
}

const wasDue = (door: Door, year: number) =>
  sql`f.due_on between ${`${year}-01-01`}::date and least(${`${year}-12-31`}::date, ${door.today}::date)`

/** Of the rows that the list shows with `dueIn`. */
export async function rateOf(
  door: Door,
  organizationId: string,
  year: number,
): Promise<FollowUpRate> {
  const { rows } = await sql<FollowUpRate>`
    select count(*)::int as due, count(f.done_on)::int as done from ${source}
    where ${await narrowed(door, 'p.path', organizationId)} and e.withdrawn_at is null and ${wasDue(door, year)}`.execute(
    door.db,
  )
  return rows[0] ?? { due: 0, done: 0 }
}

export async function measuresOf(door: Door, educationId: string): Promise<EducationFollowUp[]> {
  const { rows } = await sql<EducationFollowUp>`
    select ${columns(door)} from ${source} where f.education_id = ${educationId} order by ${order}`.execute(
    door.db,
  )
  return rows
}

type Education = Pick<EducationRecord, 'id' | 'organizationId' | 'heldOn'>

/** @throws invalid at the field of the one that cannot be */
export async function addMeasures(
  door: Door,
  education: Education,
  measures: readonly NewEducationFollowUp[],
  field: (at: number, name: string) => string,
): Promise<void> {
  if (measures.length === 0) return
  const organ = await pathOf(door, education.organizationId)
  const placed = await Promise.all(
    measures.map(async (one) => {
      const place = one.placeId ?? education.organizationId
      return { ...one, placeId: place, below: (await pathOf(door, place)).startsWith(organ) }
    }),
  )
  const fields = checkMeasures(placed, education.heldOn, field)
  if (Object.keys(fields).length > 0) throw problem('invalid', { fields })
  await door.db
    .insertInto('education_follow_up')
    .values(
      placed.map(({ what, dueOn, placeId }) => ({
        id: newId(),
        education_id: education.id,
        organization_id: education.organizationId,
        place_id: placeId,
        what,
        due_on: dueOn,
        done_on: null,
        result: null,
        checked_by: null,
      })),
    )
    .execute()
}

/** With what is judged of the 警示教育 that it follows from. @throws not_found */
async function find(door: Door, id: string) {
  const { rows } = await sql<EducationFollowUp & { heldOn: Day; withdrawn: boolean }>`
    select ${columns(door)}, e.held_on as "heldOn", e.withdrawn_at is not null as withdrawn
    from ${source} where f.id = ${id}`.execute(door.db)
  const [found] = rows
  if (!found) throw problem('not_found')
  const { heldOn, withdrawn, ...measure } = found
  return { measure, heldOn, withdrawn }
}

/** Once, by whoever records where it was to be done. @throws invalid, state, version_conflict */
export async function finishMeasure(
  door: Door,
  id: string,
  body: { doneOn: Day; result: string },
): Promise<EducationFollowUp> {
  const { measure, heldOn, withdrawn } = await find(door, id)
  expectVersion(door, measure)
  if (withdrawn) throw problem('state', { params: { reason: '这次警示教育已经撤回' } })
  if (measure.doneOn) throw problem('state', { params: { reason: '这一事项已经登记完成' } })
  const fields = checkFinish(body.doneOn, { heldOn, today: door.today })
  if (Object.keys(fields).length > 0) throw problem('invalid', { fields })
  const { numUpdatedRows } = await door.db
    .updateTable('education_follow_up')
    .set({
      done_on: body.doneOn,
      result: body.result,
      checked_by: actorOf(door).name,
      version: measure.version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', measure.version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n)
    throw problem('version_conflict', { detail: (await find(door, id)).measure })
  door.note({ organizationId: measure.placeId, detail: { ...body } })
  return (await find(door, id)).measure
}

/** Said to be done by mistake: what was said and why it is taken back stay with it and in the log. @throws state, version_conflict */
export async function reopenMeasure(
  door: Door,
  id: string,
  reason: string,
): Promise<EducationFollowUp> {
  const { measure, withdrawn } = await find(door, id)
  expectVersion(door, measure)
  if (withdrawn) throw problem('state', { params: { reason: '这次警示教育已经撤回' } })
  const { doneOn, result, reopened } = measure
  if (!doneOn) throw problem('state', { params: { reason: '这一事项还没有登记完成' } })
  const taken = { by: actorOf(door).name, reason, doneOn, result: result ?? '' }
  const { numUpdatedRows } = await door.db
    .updateTable('education_follow_up')
    .set({
      done_on: null,
      result: null,
      checked_by: null,
      reopened: JSON.stringify([...reopened, taken]),
      version: measure.version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', measure.version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n)
    throw problem('version_conflict', { detail: (await find(door, id)).measure })
  door.note({ organizationId: measure.placeId, detail: { reason, doneOn, result } })
  return (await find(door, id)).measure
}
