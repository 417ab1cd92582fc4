import { sql, type RawBuilder } from 'kysely'
import type { Returned } from '#domain/contract.ts'
import type { Day } from '#domain/dates.ts'
import { judgeHours, officerPosts, targetMinutes, type HourRule } from '#domain/rules/studyHours.ts'
import type { studiesContract } from '#domain/studies.contract.ts'
import type { HourSource, HoursFilter, HoursRow, MemberHours } from '#domain/studies.ts'
import { parameterOn } from '#server/db/parameterOn.ts'
import { nameMatches } from '#server/db/search.ts'
import { visibleTo } from '#server/db/tree.ts'
import type { Door } from '#server/door.ts'
import { peopleOn } from '#server/features/members/asOf.ts'
import { placesOf } from '#server/features/members/places.ts'

/** The day by which a year is judged: its last, or today while it runs. */
const judgedOn = ({ today }: Door, year: number): Day =>
  today < `${year}-12-31` ? today : `${year}-12-31`

const ruleOn = async (door: Door, day: Day): Promise<HourRule> => ({
  memberHours: await parameterOn(door.db, 'study.memberHours', day),
  officerHours: await parameterOn(door.db, 'study.officerHours', day),
  hourMinutes: await parameterOn(door.db, 'study.hourMinutes', day),
})

const sourcesOf = (ids: RawBuilder<unknown>, year: number) =>
  sql`study_sources(${ids}, ${`${year}-01-01`}::date, ${`${year}-12-31`}::date)`

const officersOf = (ids: RawBuilder<unknown>, day: Day) =>
  sql`study_officers(${ids}, ${[...officerPosts]}::text[], ${day}::date)`

/** One member's hours and where each came from, the latest first. A record out of the reader's reach is named but not linked. */
export async function memberHours(
  door: Door,
  memberId: string,
  year: number,
): Promise<Returned<typeof studiesContract.hours>> {
  const day = judgedOn(door, year)
  const rule = await ruleOn(door, day)
  const ids = sql`array[${memberId}::uuid]`
  const { rows } = await sql<HourSource>`
    select case when x.meeting_id is null then 'study' else 'meeting' end as source,
      (select g.id from meeting g where g.id = x.meeting_id) as "meetingId",
      (select s.id from study s where s.id = x.study_id) as "studyId",
      x.kind, x.held_on as "heldOn", x.title, x.organization_name as "organizationName", x.minutes, x.whole
    from ${sourcesOf(ids, year)} x
    order by x.held_on desc, coalesce(x.meeting_id, x.study_id) desc`.execute(door.db)
  const officers = await sql`select 1 from ${officersOf(ids, day)}`.execute(door.db)
  const officer = officers.rows.length > 0
  const minutes = rows.reduce((sum, row) => sum + row.minutes, 0)
  const courses = rows.filter(({ kind }) => kind === 'training').length
  const over = door.today > `${year}-12-31`
  return {
    memberId: memberId as MemberHours['memberId'],
    year,
    minutes,
    targetMinutes: targetMinutes(rule, officer),
    hourMinutes: rule.hourMinutes,
    officer,
    // A year that lies ahead has nothing to be judged by.
    verdicts:
      door.today < `${year}-01-01` ? [] : judgeHours({ minutes, courses, officer, over }, rule),
    sources: rows,
  }
}

/**
 * Everybody's hours of a year: the party members of today's roster, of a year that is over those of its last day; by
 * organization and name, never by hours.
 */
export async function listHours(
  door: Door,
  filter: HoursFilter,
): Promise<Returned<typeof studiesContract.hoursList>> {
  const { year, below, page, size, sort } = filter
  const day = judgedOn(door, year)
  const rule = await ruleOn(door, day)
  const people = await peopleOf(door, filter, day)
  const inShort = sql`h.minutes < h.target`
  const wanted = below === undefined ? sql`true` : below ? inShort : sql`not ${inShort}`
  const { rows } = await sql<Totals>`
    with ${people},
    studied as (
      select member_id, sum(minutes)::int as minutes, count(*) filter (where kind = 'training')::int as courses
      from ${sourcesOf(sql`array(select id from owing)`, year)} group by member_id
    ),
    officers as materialized (
      select distinct m as id from ${officersOf(sql`array(select id from owing)`, day)} m
    ),
    hours as materialized (
      select p.*, coalesce(s.minutes, 0) as minutes, coalesce(s.courses, 0) as courses, f.id is not null as officer,
        case when f.id is not null then ${targetMinutes(rule, true)}::int else ${targetMinutes(rule, false)}::int end as target
      from owing p left join studied s on s.member_id = p.id left join officers f on f.id = p.id
    )
    select (select count(*) from hours h where ${wanted})::int as total,
      (select coalesce(sum(h.minutes), 0) from hours h where ${wanted})::bigint as sum,
      (select count(*) from hours h where ${inShort})::int as below,
      (select coalesce(json_agg(listed), '[]') from (
        select h.id as "memberId", h.name, h.elsewhere, h.place as "organizationName", h.officer, h.minutes, h.target as "targetMinutes", h.courses
        from hours h where ${wanted} order by ${orders[sort]} limit ${size} offset ${(page - 1) * size}
      ) listed) as rows`.execute(door.db)
  const [found] = rows
  return {
    rows: found?.rows ?? [],
    total: found?.total ?? 0,
    sum: found?.sum ?? 0,
    below: found?.below ?? 0,
    hourMinutes: rule.hourMinutes,
    page,
    size,
  }
}

interface Totals {
  rows: HoursRow[]
  total: number
  sum: number
  below: number
}

/** `owing`: party members of the scope who had joined by then, and the actor's own row. */
async function peopleOf(door: Door, { organization, year, q }: HoursFilter, day: Day) {
  const wanted = sql`m.stage in ('full', 'probationary') and m.standing = 'normal'
    and coalesce(m.joined_on, '1921-07-23') <= ${`${year}-12-31`}::date
    and ${nameMatches('m', q) ?? sql`true`}`
  const columns = sql`m.id, m.name, m.name_sort, o.name as place, o.path`
  const isOver = `${year}-12-31` < door.today
  if (isOver)
    return sql`${peopleOn(await placesOf(door, organization), day)}, owing as materialized (
      select ${columns}, m.elsewhere from people m join organization o on o.id = m.organization_id where ${wanted})`
  const visible = await visibleTo(door, 'o.path', organization, (self) => sql`m.id = ${self}`)
  return sql`owing as materialized (
    select ${columns}, false as elsewhere from member m join organization o on o.id = m.organization_id
    where ${visible} and ${wanted})`
}

const orders: Record<HoursFilter['sort'], RawBuilder<unknown>> = {
  name: sql`h.name_sort, h.id`,
  '-name': sql`h.name_sort desc, h.id desc`,
  organization: sql`h.path, h.name_sort, h.id`,
  '-organization': sql`h.path desc, h.name_sort, h.id`,
}
