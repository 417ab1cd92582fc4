import { sql, type RawBuilder } from 'kysely'
import type { AnnouncementFilter, AnnouncementRow } from '#domain/announcements.ts'
import { pageOf } from '#server/db/page.ts'
import { mayReach, reached, visibleTo } from '#server/db/tree.ts'
import type { Door } from '#server/door.ts'

const state = sql`case when a.meeting_id is not null then 'recorded' when a.call_off_reason is not null then 'called-off' else 'open' end`

/** Whether a member is on the roster of the day of `a`. */
const calls = (member: RawBuilder<unknown>) =>
  sql`is_called(a.organization_id, a.held_on, a.types, ${member})`
const selfOf = ({ scope }: Door) => sql`${scope.self}::uuid`

/** Of those who are called now, and in the round that holds. */
const answered = (answer: string) =>
  sql`(select count(*)::int from announcement_answer n
    where n.announcement_id = a.id and n.round = a.round and n.answer = ${answer} and ${calls(sql`n.member_id`)})`

/** A row of the list; `a` is the announcement, `o` its organ, `own` the asker's answer of any round. */
export const rowColumns = (door: Door) => {
  const inTree = reached('o.path', door.scope)
  return sql<AnnouncementRow>`
    a.id, a.organization_id as "organizationId", o.name as "organizationName", a.types, a.title, a.held_on as "heldOn",
    a.started_at as "startedAt", a.place, ${state} as state,
    case when ${inTree} then ${answered('attend')} end as attending,
    case when ${inTree} then ${answered('leave')} end as leaving,
    ${calls(selfOf(door))} as called, case when own.round = a.round then own.answer end as answer,
    a.moved_from as "movedFrom", a.call_off_reason as "callOffReason", a.meeting_id as "meetingId", a.version`
}

export const rowSource = (door: Door) => sql`announcement a
  join organization o on o.id = a.organization_id
  left join announcement_answer own on own.announcement_id = a.id and own.member_id = ${selfOf(door)}`

const order = sql`a.held_on, a.started_at, a.id`
const newest = sql`a.held_on desc, a.started_at desc, a.id desc`
const orders: Record<AnnouncementFilter['sort'], RawBuilder<unknown>> = {
  heldOn: order,
  '-heldOn': newest,
  organization: sql`o.name_pinyin, o.id, ${newest}`,
  '-organization': sql`o.name_pinyin desc, o.id desc, ${newest}`,
}

export async function listAnnouncements(door: Door, filter: AnnouncementFilter) {
  const where = [await visible(door, filter.organization), ...conditions(door, filter)]
  const listing = {
    columns: rowColumns(door),
    from: rowSource(door),
    where,
    order: orders[filter.sort],
  }
  return pageOf(door.db, listing, filter)
}

/** The subtree's, and those that call the asker. */
const visible = (door: Door, within: string | undefined) =>
  visibleTo(door, 'o.path', within, () => callsAsker(door))

const callsAsker = (door: Door) =>
  sql`(a.organization_id in (select calling(${selfOf(door)})) and ${calls(selfOf(door))})`

const isOpen = sql`a.meeting_id is null and a.call_off_reason is null`

function conditions(door: Door, filter: AnnouncementFilter): RawBuilder<unknown>[] {
  const { organization, direct, from, to, states, q } = filter
  const wanted: (RawBuilder<unknown> | false)[] = [
    !!organization && !!direct && sql`a.organization_id = ${organization}`,
    !!from && sql`a.held_on >= ${from}::date`,
    !!to && sql`a.held_on <= ${to}::date`,
    !!states && sql`${state} = any (${states}::text[])`,
    !!filter.mine && callsAsker(door),
    // What nobody answered before its day is no longer asked for.
    !!filter.toAnswer &&
      sql`(${isOpen} and a.held_on >= ${door.today}::date and own.round is distinct from a.round and ${callsAsker(door)})`,
    // Who has not answered since is asked, and told with that.
    !!filter.toKnow &&
      sql`(a.meeting_id is null and a.held_on >= ${door.today}::date and ${callsAsker(door)}
        and (a.call_off_reason is not null or (own.round = a.round and own.answered_at <= a.moved_at)))`,
    !!filter.toRecord && sql`(${isOpen} and a.held_on <= ${door.today}::date)`,
    filter.hand !== undefined &&
      sql`${mayReach(door, 'meetings.record', 'o.path')} = ${filter.hand}`,
    !!q && sql`strpos(lower(a.title), lower(${q})) > 0`,
  ]
  return wanted.filter((one) => one !== false)
}
