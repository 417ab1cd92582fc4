import { sql, type RawBuilder } from 'kysely'
import { lastDay, type Day } from '#domain/dates.ts'
import type { StudyCountFilter, StudyCounts, StudyFilter, StudyRow } from '#domain/studies.ts'
import { pageOf } from '#server/db/page.ts'
import { mayReach, visibleTo } from '#server/db/tree.ts'
import type { Door } from '#server/door.ts'

/** A row of the list; `s` is the activity, `o` its organization. */
export const rowColumns = sql<StudyRow>`
  s.id, s.organization_id as "organizationId", o.name as "organizationName", s.kind, s.series, s.topic,
  s.held_on as "heldOn", s.ends_on as "endsOn", s.minutes, s.place, s.lecturer_name as lecturer, s.status, s.invited, s.present,
  jsonb_array_length(s.guests) as "guestCount", s.person_minutes as "personMinutes", s.version`

export const rowSource = sql`study s join organization o on o.id = s.organization_id`

export async function listStudies(door: Door, filter: StudyFilter) {
  const where = [await visible(door, filter.organization), ...conditions(door, filter)]
  const listing = { columns: rowColumns, from: rowSource, where, order: orders[filter.sort] }
  const page = await pageOf(door.db, listing, filter)
  const { rows } = await sql<{ sum: number }>`
    select coalesce(sum(s.person_minutes) filter (where s.status = 'closed'), 0)::bigint as sum
    from ${rowSource} where ${sql.join(where, sql` and `)}`.execute(door.db)
  return { ...page, sum: rows[0]?.sum ?? 0 }
}

/** The closed ones among the rows that the list has under this filter, by month and kind. */
export async function countClosedRows(door: Door, filter: StudyCountFilter) {
  const closed = { ...filter, statuses: ['closed' as const] }
  const where = [await visible(door, filter.organization), ...conditions(door, closed)]
  const { rows } = await sql<StudyCounts['cells'][number]>`
    select to_char(s.held_on, 'YYYY-MM') as month, s.kind, count(*)::int as count,
      sum(s.person_minutes)::bigint as minutes
    from ${rowSource} where ${sql.join(where, sql` and `)} group by 1, 2 order by 1, 2`.execute(
    door.db,
  )
  return rows
}

/** Series in use in the scope, the latest first. */
export async function listSeries(door: Door, within: string | undefined) {
  const { rows } = await sql<{ series: string; total: number }>`
    select s.series, count(*)::int as total from ${rowSource}
    where s.series is not null and ${await visible(door, within)}
    group by s.series order by max(s.held_on) desc, s.series limit 100`.execute(door.db)
  return rows
}

/** What the actor may see: the subtree, and as a member the activities to which they were invited. */
const visible = (door: Door, within: string | undefined) =>
  visibleTo(door, 'o.path', within, invited)

const invited = (memberId: string) =>
  sql`exists (select 1 from study_attendance a where a.study_id = s.id and a.member_id = ${memberId})`

function conditions(door: Door, filter: Partial<StudyFilter>): RawBuilder<unknown>[] {
  const { today } = door
  const { organization, direct, year, month, kinds, statuses, series, due, from, member, q } =
    filter
  const wanted: (RawBuilder<unknown> | false)[] = [
    !!organization && !!direct && sql`s.organization_id = ${organization}`,
    !!year && between(`${year}-01-01`, `${year}-12-31`),
    !!month && between(`${month}-01`, lastDay(month)),
    !!kinds && sql`s.kind = any (${kinds}::text[])`,
    !!statuses && sql`s.status = any (${statuses}::text[])`,
    !!series && sql`s.series = ${series}`,
    due !== undefined && (due ? waiting(today) : sql`not ${waiting(today)}`),
    !!from && sql`coalesce(s.ends_on, s.held_on) >= ${from}::date`,
    filter.hand !== undefined &&
      sql`${mayReach(door, 'studies.record', 'o.path')} = ${filter.hand}`,
    !!member && invited(member),
    !!q &&
      sql`(strpos(lower(s.topic), lower(${q})) > 0 or strpos(lower(coalesce(s.lecturer_name, '')), lower(${q})) > 0)`,
  ]
  return wanted.filter((one) => one !== false)
}

/** What can be done: a plan whose day has come is recorded, what is over is closed. */
const waiting = (today: Day) =>
  sql`((s.status = 'held' and coalesce(s.ends_on, s.held_on) <= ${today}::date) or (s.status = 'planned' and s.held_on <= ${today}::date))`

const between = (from: string, to: string) => sql`s.held_on between ${from}::date and ${to}::date`

const life = sql`array_position(array['planned', 'held', 'closed'], s.status)`
const newest = sql`s.held_on desc, s.id desc`

const orders: Record<StudyFilter['sort'], RawBuilder<unknown>> = {
  heldOn: sql`s.held_on, s.id`,
  '-heldOn': newest,
  organization: sql`o.name_pinyin, o.id, ${newest}`,
  '-organization': sql`o.name_pinyin desc, o.id desc, ${newest}`,
  status: sql`${life}, ${newest}`,
  '-status': sql`${life} desc, ${newest}`,
}
