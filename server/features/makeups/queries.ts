import { sql, type RawBuilder } from 'kysely'
import { problem } from '#domain/errors.ts'
import type { Makeup, MakeupFilter } from '#domain/makeups.ts'
import { nameMatches } from '#server/db/search.ts'
import { mayOpenMember, mayReach, visibleTo } from '#server/db/tree.ts'
import type { Door } from '#server/door.ts'
import { pageOf } from '#server/db/page.ts'

/** A make-up is open until it is done, and overdue from the day after it was due. */
const stateOf = (today: string) =>
  sql`case when k.done_on is not null then 'done' when k.due_on < ${today}::date then 'overdue' else 'open' end`

const columns = (door: Door) => sql<Makeup>`
  k.id, k.organization_id as "organizationId", k.meeting_id as "meetingId", m.title as "meetingTitle", m.held_on as "heldOn", k.member_id as "memberId",
  a.name as "memberName", o.name as "organizationName", k.due_on as "dueOn", k.done_on as "doneOn", k.how,
  ${stateOf(door.today)} as state, ${mayReach(door, 'makeups.confirm', 'o.path')} as "mayConfirm",
  ${mayOpenMember(door, 'k.member_id')} as "mayOpen", k.version`

// The name as it stood on the meeting's list: the member may have moved since, and then only that one is found.
const from = sql`makeup k
  join meeting m on m.id = k.meeting_id
  join organization o on o.id = k.organization_id
  join attendance a on a.meeting_id = k.meeting_id and a.member_id = k.member_id
  left join member n on n.id = k.member_id`

const usual = sql`k.done_on is not null, k.due_on, k.id`
const sortable = {
  member: [sql`n.name_pinyin`, sql`a.name collate "C"`],
  dueOn: [sql`coalesce(k.done_on, k.due_on)`],
  heldOn: [sql`m.held_on`],
}

/** What is owed first, by day, then what is done; or by a column. */
function orderOf(sort: MakeupFilter['sort']): RawBuilder<unknown> {
  if (!sort) return usual
  const back = sort.startsWith('-')
  const key = (back ? sort.slice(1) : sort) as keyof typeof sortable
  const way = back ? sql`desc` : sql`asc`
  return sql.join([...sortable[key].map((by) => sql`${by} ${way}`), usual])
}

export async function listMakeups(door: Door, filter: MakeupFilter) {
  const where = [await visible(door, filter.organization)]
  if (filter.member) where.push(sql`k.member_id = ${filter.member}`)
  if (filter.meeting) where.push(sql`k.meeting_id = ${filter.meeting}`)
  if (filter.mine) where.push(sql`k.member_id = ${door.actor?.memberId ?? null}::uuid`)
  const named = nameMatches('n', filter.q)
  if (named) where.push(sql`(${named} or strpos(a.name, ${filter.q}) > 0)`)
  if (filter.states) where.push(sql`${stateOf(door.today)} = any (${filter.states}::text[])`)
  if (filter.hand !== undefined)
    where.push(sql`${mayReach(door, 'makeups.confirm', 'o.path')} = ${filter.hand}`)
  return pageOf(
    door.db,
    { columns: columns(door), from, where, order: orderOf(filter.sort) },
    filter,
  )
}

/** The subtree's make-ups, and the actor's own. */
const visible = (door: Door, within: string | undefined) =>
  visibleTo(door, 'o.path', within, (self) => sql`k.member_id = ${self}`)

export async function findMakeups(door: Door, ids: readonly string[]): Promise<Makeup[]> {
  const { rows } = await sql<Makeup>`
    select ${columns(door)} from ${from} where k.id = any (${ids}::uuid[])`.execute(door.db)
  return rows
}

/** @throws not_found */
export async function findMakeup(door: Door, id: string): Promise<Makeup> {
  const [makeup] = await findMakeups(door, [id])
  if (!makeup) throw problem('not_found')
  return makeup
}

export async function makeupsOfMeeting(door: Door, meetingId: string): Promise<Makeup[]> {
  const { rows } = await sql<Makeup>`
    select ${columns(door)} from ${from} where k.meeting_id = ${meetingId} order by a.ordinal`.execute(
    door.db,
  )
  return rows
}
