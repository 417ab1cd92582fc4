import { sql, type RawBuilder, type Updateable } from 'kysely'
import { addDays, type Day } from '#domain/dates.ts'
import { invalid, problem } from '#domain/errors.ts'
import { newId } from '#domain/ids.ts'
import { daysToRemind } from '#domain/integrity.rules.ts'
import {
  whyNotVerify,
  type NewResponsibility,
  type OwnResponsibilityFilter,
  type Responsibility,
  type ResponsibilityEvent,
  type ResponsibilityFilter,
} from '#domain/responsibilities.ts'
import { isGone, type Standing } from '#domain/rules/membership.ts'
import { pageOf } from '#server/db/page.ts'
import type { Tables } from '#server/db/tables.ts'
import { mayReach, narrowed } from '#server/db/tree.ts'
import { actorOf, expectVersion, type Door } from '#server/door.ts'

export const responsibilityState = (today: string) =>
  sql<string>`case when r.done_on is not null then 'done' when r.reported_on is not null and r.return_reason is null then 'reported' when r.due_on < ${today}::date then 'overdue' else 'open' end`

const columns = (door: Door) => sql<Responsibility>`
  r.id, r.organization_id as "organizationId", o.name as "organizationName", r.year, r.layer, r.title,
  r.owner_id as "ownerId", r.owner_name as "ownerName", r.due_on as "dueOn", r.done_on as "doneOn", r.evidence,
  r.checked_by as "checkedBy", r.reported_on as "reportedOn", r.report, r.return_reason as "returnReason", r.events,
  ${responsibilityState(door.today)} as state,
  ${mayReach(door, 'integrity.record', 'o.path')} as "mayRecord", r.version`

const source = sql`responsibility r join organization o on o.id = r.organization_id`

const orders: Record<ResponsibilityFilter['sort'], RawBuilder<unknown>> = {
  dueOn: sql`r.done_on is not null, r.due_on, r.id`,
  '-dueOn': sql`r.due_on desc, r.id desc`,
  organization: sql`o.path, r.due_on, r.id`,
  '-organization': sql`o.path desc, r.due_on desc, r.id desc`,
}

const toDo = (door: Door) =>
  sql`(r.done_on is null and (r.reported_on is not null or r.return_reason is not null
    or r.due_on <= ${addDays(door.today, daysToRemind)}::date))`

/** The asker's own, of every organization and year. */
export function listOwn(door: Door, { states, due, ...paging }: OwnResponsibilityFilter) {
  const where = [
    sql`r.owner_id = ${door.scope.self}::uuid`,
    !!states && sql`${responsibilityState(door.today)} = any (${states}::text[])`,
    !!due && toDo(door),
  ].filter((one) => one !== false)
  const listing = { columns: columns(door), from: source, where, order: orders.dueOn }
  return pageOf(door.db, listing, paging)
}

/** What is owed first, by day; then what is done. */
export async function listResponsibilities(door: Door, filter: ResponsibilityFilter) {
  const { organization, year, layers, states, due, hand, owner, sort } = filter
  const where: (RawBuilder<unknown> | false)[] = [
    await narrowed(door, 'o.path', organization),
    !!year && sql`r.year = ${year}`,
    !!owner && sql`r.owner_id = ${owner}`,
    !!layers && sql`r.layer = any (${layers}::text[])`,
    !!states && sql`${responsibilityState(door.today)} = any (${states}::text[])`,
    !!due && toDo(door),
    hand !== undefined && sql`${mayReach(door, 'integrity.record', 'o.path')} = ${hand}`,
  ]
  return pageOf(
    door.db,
    {
      columns: columns(door),
      from: source,
      where: where.filter((one) => one !== false),
      order: orders[sort],
    },
    filter,
  )
}

/** @throws not_found */
async function find(door: Door, id: string): Promise<Responsibility> {
  const { rows } =
    await sql<Responsibility>`select ${columns(door)} from ${source} where r.id = ${id}`.execute(
      door.db,
    )
  const [found] = rows
  if (!found) throw problem('not_found')
  return found
}

export async function createResponsibility(
  door: Door,
  body: NewResponsibility,
): Promise<Responsibility> {
  const owner = await door.db
    .selectFrom('member')
    .select(['name', 'standing'])
    .where('id', '=', body.ownerId)
    .executeTakeFirst()
  if (!owner) throw invalid('body.ownerId', '该同志已不在本组织，请另选责任人')
  if (isGone(owner.standing as Standing))
    throw invalid('body.ownerId', '该同志已不在本组织，请另选责任人')
  if (!body.dueOn.startsWith(`${body.year}-`))
    throw invalid('body.dueOn', '完成期限应在清单所属年度内')
  const id = newId()
  await door.db
    .insertInto('responsibility')
    .values({
      id,
      organization_id: body.organizationId,
      year: body.year,
      layer: body.layer,
      title: body.title,
      owner_id: body.ownerId,
      owner_name: owner.name,
      due_on: body.dueOn,
      done_on: null,
      evidence: null,
      checked_by: null,
    })
    .execute()
  door.note({ organizationId: body.organizationId, detail: { title: body.title } })
  return find(door, id)
}

type Done = { doneOn: string; evidence: string }

/** Ticked off with what proves it, by somebody else than who answers for it. */
export const checkResponsibility = (door: Door, id: string, { doneOn, evidence }: Done) =>
  put(door, id, (record) => {
    expectOther(door, record)
    expectDay(door, record, doneOn)
    return {
      set: { done_on: doneOn, evidence, checked_by: actorOf(door).name },
      event: { action: 'checked', doneOn, evidence, reason: null },
    }
  })

/** Handed in by who answers for it, to be checked. */
export const reportResponsibility = (door: Door, id: string, { doneOn, evidence }: Done) =>
  put(door, id, (record) => {
    expectDay(door, record, doneOn)
    return {
      set: { reported_on: doneOn, report: evidence, return_reason: null },
      event: { action: 'reported', doneOn, evidence, reason: null },
    }
  })

/** What was handed in stays: its owner mends it instead of writing it anew. */
export const returnResponsibility = (door: Door, id: string, reason: string) =>
  put(door, id, (record) => {
    expectOther(door, record)
    const { state, reportedOn, report } = record
    if (state !== 'reported') throw problem('state', { params: { reason: '责任人还没有提交佐证' } })
    return {
      set: { return_reason: reason },
      event: { action: 'returned', doneOn: reportedOn, evidence: report, reason },
    }
  })

function expectOther(door: Door, record: Responsibility): void {
  const reason = whyNotVerify(record, actorOf(door).memberId)
  if (reason) throw problem('state', { params: { reason } })
}

function expectDay(door: Door, { year }: Responsibility, doneOn: Day): void {
  if (doneOn > door.today) throw invalid('body.doneOn', '落实日期不能晚于今天')
  if (doneOn < `${year}-01-01`) throw invalid('body.doneOn', '落实日期不能早于清单所属年度')
}

interface Change {
  set: Updateable<Tables['responsibility']>
  event: Omit<ResponsibilityEvent, 'at' | 'by'>
}

/** Changes an item that is not done, in the version that was read. @throws not_found, version_conflict, state */
async function put(door: Door, id: string, make: (record: Responsibility) => Change) {
  const record = await readOpen(door, id)
  return change(door, record, make(record))
}

/** Its history and the log keep the same. @throws version_conflict */
async function change(
  door: Door,
  { id, organizationId, title, version }: Responsibility,
  { set, event }: Change,
): Promise<Responsibility> {
  const happened = { at: door.now.toISOString(), by: actorOf(door).name, ...event }
  const { numUpdatedRows } = await door.db
    .updateTable('responsibility')
    .set({
      ...set,
      events: sql`events || ${JSON.stringify([happened])}::jsonb`,
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  const current = await find(door, id)
  if (numUpdatedRows === 0n) throw problem('version_conflict', { detail: current })
  const { doneOn, evidence, reason } = event
  door.note({ organizationId, detail: { title, doneOn, evidence, ...(reason && { reason }) } })
  return current
}

/** Ticked off by mistake: what was said and why it is taken back stay. */
export async function reopenResponsibility(
  door: Door,
  id: string,
  reason: string,
): Promise<Responsibility> {
  const record = await find(door, id)
  expectVersion(door, record)
  const { doneOn, evidence } = record
  if (!doneOn) throw problem('state', { params: { reason: '这一项还没有登记落实' } })
  return change(door, record, {
    set: { done_on: null, evidence: null, checked_by: null },
    event: { action: 'reopened', doneOn, evidence, reason },
  })
}

/** Its row goes with what happened to it, of which the log has every step; the last evidence stands beside. */
export async function removeResponsibility(door: Door, id: string): Promise<void> {
  const record = await readOpen(door, id)
  const { numDeletedRows } = await door.db
    .deleteFrom('responsibility')
    .where('id', '=', id)
    .where('version', '=', record.version)
    .executeTakeFirst()
  if (numDeletedRows === 0n) throw problem('version_conflict', { detail: await find(door, id) })
  const { organizationId, title, ownerName, reportedOn, report } = record
  door.note({
    organizationId,
    detail: { title, ownerName, doneOn: reportedOn, evidence: report },
  })
}

async function readOpen(door: Door, id: string): Promise<Responsibility> {
  const record = await find(door, id)
  expectVersion(door, record)
  if (record.doneOn) throw problem('state', { params: { reason: '这一项已经登记落实' } })
  return record
}
