import { sql, type RawBuilder } from 'kysely'
import { addDays } from '#domain/dates.ts'
import { invalid, problem } from '#domain/errors.ts'
import { newId } from '#domain/ids.ts'
import { daysToRemind } from '#domain/integrity.rules.ts'
import type { NewResponsibility, Responsibility, ResponsibilityFilter } from '#domain/integrity.ts'
import { isGone, type Standing } from '#domain/rules/membership.ts'
import { pageOf } from '#server/db/page.ts'
import { mayReach, narrowed } from '#server/db/tree.ts'
import { actorOf, expectVersion, type Door } from '#server/door.ts'

export const responsibilityState = (today: string) =>
  sql<string>`case when r.done_on is not null then 'done' when r.due_on < ${today}::date then 'overdue' else 'open' end`

const columns = (door: Door) => sql<Responsibility>`
  r.id, r.organization_id as "organizationId", o.name as "organizationName", r.year, r.layer, r.title,
  r.owner_id as "ownerId", r.owner_name as "ownerName", r.due_on as "dueOn", r.done_on as "doneOn", r.evidence,
  r.checked_by as "checkedBy", ${responsibilityState(door.today)} as state,
  ${mayReach(door, 'integrity.record', 'o.path')} as "mayRecord", r.version`

const source = sql`responsibility r join organization o on o.id = r.organization_id`

const orders: Record<ResponsibilityFilter['sort'], RawBuilder<unknown>> = {
  dueOn: sql`r.done_on is not null, r.due_on, r.id`,
  '-dueOn': sql`r.due_on desc, r.id desc`,
  organization: sql`o.path, r.due_on, r.id`,
  '-organization': sql`o.path desc, r.due_on desc, r.id desc`,
}

/** What is owed first, by day; then what is done. */
export async function listResponsibilities(door: Door, filter: ResponsibilityFilter) {
  const { organization, year, layers, states, due, owner, sort } = filter
  const where: (RawBuilder<unknown> | false)[] = [
    await narrowed(door, 'o.path', organization),
    !!year && sql`r.year = ${year}`,
    !!owner && sql`r.owner_id = ${owner}`,
    !!layers && sql`r.layer = any (${layers}::text[])`,
    !!states && sql`${responsibilityState(door.today)} = any (${states}::text[])`,
    !!due && sql`r.done_on is null and r.due_on <= ${addDays(door.today, daysToRemind)}::date`,
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

/** Ticked off with what proves it. */
export async function checkResponsibility(
  door: Door,
  id: string,
  { doneOn, evidence }: { doneOn: string; evidence: string },
): Promise<Responsibility> {
  const record = await readOpen(door, id)
  if (doneOn > door.today) throw invalid('body.doneOn', '落实日期不能晚于今天')
  if (doneOn < `${record.year}-01-01`) throw invalid('body.doneOn', '落实日期不能早于清单所属年度')
  const { numUpdatedRows } = await door.db
    .updateTable('responsibility')
    .set({
      done_on: doneOn,
      evidence,
      checked_by: actorOf(door).name,
      version: record.version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', record.version)
    .executeTakeFirst()
  const current = await find(door, id)
  if (numUpdatedRows === 0n) throw problem('version_conflict', { detail: current })
  door.note({ organizationId: record.organizationId, detail: { title: record.title } })
  return current
}

/** Ticked off by mistake: the log keeps what was said and why it is taken back. */
export async function reopenResponsibility(
  door: Door,
  id: string,
  reason: string,
): Promise<Responsibility> {
  const record = await find(door, id)
  expectVersion(door, record)
  const { title, doneOn, evidence } = record
  if (!doneOn) throw problem('state', { params: { reason: '这一项还没有登记落实' } })
  const { numUpdatedRows } = await door.db
    .updateTable('responsibility')
    .set({ done_on: null, evidence: null, checked_by: null, version: record.version + 1 })
    .where('id', '=', id)
    .where('version', '=', record.version)
    .executeTakeFirst()
  const current = await find(door, id)
  if (numUpdatedRows === 0n) throw problem('version_conflict', { detail: current })
  door.note({ organizationId: record.organizationId, detail: { title, reason, doneOn, evidence } })
  return current
}

export async function removeResponsibility(door: Door, id: string): Promise<void> {
  const record = await readOpen(door, id)
  const { numDeletedRows } = await door.db
    .deleteFrom('responsibility')
    .where('id', '=', id)
    .where('version', '=', record.version)
    .executeTakeFirst()
  if (numDeletedRows === 0n) throw problem('version_conflict', { detail: await find(door, id) })
  door.note({ organizationId: record.organizationId, detail: { title: record.title } })
}

async function readOpen(door: Door, id: string): Promise<Responsibility> {
  const record = await find(door, id)
  expectVersion(door, record)
  if (record.doneOn) throw problem('state', { params: { reason: '这一项已经登记落实' } })
  return record
}
