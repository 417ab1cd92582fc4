import { sql } from 'kysely'
import { addDays, type Day } from '#domain/dates.ts'
import { invalid } from '#domain/errors.ts'
import { newId } from '#domain/ids.ts'
import type { z } from 'zod'
import type { organizationPast } from '#domain/organizations.ts'
import { ahead } from '#server/db/ahead.ts'
import type { Door } from '#server/door.ts'

type Past = z.infer<typeof organizationPast>

/** What an organization was called and where it hung, newest first. */
export async function history(door: Door, organizationId: string): Promise<Past[]> {
  const { rows } = await sql<Past>`
    select h.name, h.parent_id as "parentId", p.name as "parentName", h.valid_from as "validFrom", h.valid_to as "validTo", h.reason
    from organization_history h left join organization p on p.id = h.parent_id
    where h.organization_id = ${organizationId} order by h.valid_from desc, h.id desc`.execute(
    door.db,
  )
  return rows
}

interface Stretch {
  organizationId: string
  name: string
  parentId: string | null
  on: Day
  reason: string | null
  /** Where the day was given. */
  field: string
}

/**
 * Begins a new stretch of the past on a day; a change of the same day replaces the stretch that began
 * then. What was before stays as it was.
 *
 * @throws invalid at `field` when the day is in the future or before the running stretch
 */
export async function turnPage(door: Door, stretch: Stretch): Promise<void> {
  const { organizationId, name, parentId, on, reason, field } = stretch
  const running = await runningStretch(door, organizationId, on, field)
  const what = { name, parent_id: parentId, reason }
  if (running && running.valid_from === on) {
    await door.db
      .updateTable('organization_history')
      .set(what)
      .where('id', '=', running.id)
      .modifyEnd(ahead)
      .execute()
    return
  }
  if (running) await endStretch(door, running.id, addDays(on, -1))
  await door.db
    .insertInto('organization_history')
    .values({
      id: newId(),
      organization_id: organizationId,
      valid_from: on,
      valid_to: null,
      ...what,
    })
    .modifyEnd(ahead)
    .execute()
}

/**
 * The past begins on another day: the founding was recorded wrongly, or the organization is older than its
 * record here.
 *
 * @throws invalid at `body.foundedOn` when the day is in the future, or when something is recorded before it
 */
export async function moveFounding(door: Door, organizationId: string, on: Day): Promise<void> {
  if (on > door.today) throw invalid('body.foundedOn', '成立日期不能晚于今天')
  const { rows } = await sql<{ first: Day }>`
    select first from (
      select valid_from as first, false as turned from member_state where organization_id = ${organizationId}
      union all select held_on, false from meeting where organization_id = ${organizationId}
      union all select held_on, false from study where organization_id = ${organizationId}
      union all select started_on, false from term where organization_id = ${organizationId}
      union all select started_on, false from post where organization_id = ${organizationId}
      union all select valid_from, true from organization_history
        where organization_id = ${organizationId} and reason is not null
    ) as recorded
    where first < ${on}::date or (turned and first = ${on}::date) order by first limit 1`.execute(
    door.db,
  )
  const [recorded] = rows
  if (recorded)
    throw invalid('body.foundedOn', `这个组织自 ${recorded.first} 起已有记录，成立日期须早于它`)
  await sql`
    update organization_history set valid_from = ${on}::date
    where id = (select id from organization_history where organization_id = ${organizationId} order by valid_from, id limit 1)`.execute(
    door.db,
  )
}

/** The last day of the past. @throws invalid at `body.on` as {@link turnPage} does. */
export async function closeBook(door: Door, organizationId: string, on: Day): Promise<void> {
  const running = await runningStretch(door, organizationId, on, 'body.on')
  if (running) await endStretch(door, running.id, on)
}

async function runningStretch(door: Door, organizationId: string, on: Day, field: string) {
  if (on > door.today) throw invalid(field, '日期不能晚于今天，请在生效当天或之后登记')
  const running = await door.db
    .selectFrom('organization_history')
    .select(['id', 'valid_from'])
    .where('organization_id', '=', organizationId)
    .where('valid_to', 'is', null)
    .executeTakeFirst()
  if (running && on < running.valid_from) {
    throw invalid(field, `日期不能早于 ${running.valid_from}（最近一次变更或成立的日期）`)
  }
  return running
}

const endStretch = (door: Door, id: string, on: Day) =>
  door.db
    .updateTable('organization_history')
    .set({ valid_to: on })
    .where('id', '=', id)
    .modifyEnd(ahead)
    .execute()
