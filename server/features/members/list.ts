import { sql } from 'kysely'
import type { Received, Returned } from '#domain/contract.ts'
import { addMonths, type Day } from '#domain/dates.ts'
import type { membersContract } from '#domain/members.contract.ts'
import { invalid } from '#domain/errors.ts'
import { monthsLost } from '#domain/rules/membership.ts'
import { onRoster } from '#server/db/standings.ts'
import { isSpelled, nameMatches } from '#server/db/search.ts'
import { mayReach } from '#server/db/tree.ts'
import type { Door } from '#server/door.ts'
import { peopleOn } from './asOf.ts'
import { dueOf, endings, type Ending } from './probationEnds.ts'
import { atPlaces, placesOf, type Condition, type Places } from './places.ts'
import { placeJoins, rowColumns, toRows, type StoredRow } from './rows.ts'
import { readSearch } from './search.ts'

type Contract = typeof membersContract
type Query = Received<Contract['list']>['query']

/** No column is asked about, or the one that the indexes of places hold. */
const anybody: Condition = sql`true`
const here: Condition = onRoster('m.standing')

/**
 * The roster: filtered, sorted, counted and cut to a page in one statement; organizations, branch and
 * posts are fetched for the page only. Three ways to the page, by what the indexes of places hold:
 * Chinese characters are in one of them, so that a search reads the table for its hits only; the
 * order by organization and name is another, so that a page is read without sorting everybody. The roster of a past
 * day is made from the states and then filtered alike.
 */
export async function list(
  door: Door,
  { query }: Received<Contract['list']>,
): Promise<Returned<Contract['list']>> {
  const { page, size } = query
  const on = query.on ?? door.today
  if (on > door.today) throw invalid('query.on', '截至日期不能晚于今天')
  const past = on < door.today
  const places = await placesOf(door, query.organization, query.direct)
  const q = readSearch(query.q)
  const matched = nameMatches('m', q)
  const there = atPlaces(places, 'm.organization_id', 'm.id')
  const asksEnds = query.probationDue !== undefined || query.sort.endsWith('probationEndsOn')
  if (past && asksEnds)
    throw invalid('query.on', '按过去某一天查看时，不能按预备期将满筛选或排序，请去掉其中一项')
  const ending = asksEnds ? await endings(door) : null
  const filters = filtersOf(door, query, on, ending)
  const cut = sql`limit ${size} offset ${(page - 1) * size}`
  const people = past
    ? sql`with ${peopleOn(places, on)}, hits as materialized (select * from people m where ${matched ?? sql`true`} and ${filters})`
    : matched
      ? sql`with hits as materialized (${named(query, sql`${there} and ${matched}`, q, filters)})`
      : sql`with hits as not materialized (select * from member m where ${there} and ${filters})`
  const { rows } = await sql<StoredRow & { total: number }>`
    ${people}, ${pageOf(query, places, matched === null && !past, filters, cut, ending)}
    select ${rowColumns(on, past ? sql`m.elsewhere` : undefined)}, (select count(*) from hits) as total
    from page join ${past ? sql`people` : sql`member`} m on m.id = page.id ${placeJoins}
    where ${size > A_PAGE ? sql`true` : sql`m.id = any (array(select id from page))`} order by page.place`.execute(
    door.db,
  )
  const [first] = rows
  // A page behind the last one has no row to carry the total.
  const total = first?.total ?? (page === 1 ? 0 : await countOnly(door, people))
  return { rows: await toRows(door, rows.map(withoutTotal), on), total, page, size }
}

/**
 * The rows of so many are looked up by name of each, whatever the planner thinks of the page. Of more, as in an export,
 * each row would be looked for among all names again where it thinks of few.
 */
const A_PAGE = 200

/** The columns of days that a list is sorted by. */
const dayColumns: Record<string, string> = {
  joinedOn: 'joined_on',
  letterUntil: 'letter_until',
  lostSince: 'lost_since',
  probationEndsOn: 'ends_on',
}

function pageOf(
  query: Query,
  places: Places,
  unnamed: boolean,
  filters: Condition,
  cut: Condition,
  ending: Ending | null,
): Condition {
  const way = query.sort.startsWith('-') ? sql`desc` : sql`asc`
  const by = query.sort.replace('-', '')
  if (by !== 'organization') {
    const order =
      by === 'name'
        ? sql`name_sort ${way}, id`
        : sql`${sql.ref(dayColumns[by] ?? 'full_on')} ${way} nulls last, name_sort, id`
    const ends = ending
      ? sql`left join unnest(${ending.ids}::uuid[], ${ending.days}::date[]) as ending (id, ends_on) using (id)`
      : sql``
    return sql`page as (select id, row_number() over (order by ${order}) as place from hits ${ends} order by ${order} ${cut})`
  }
  const order = sql`ordinal ${way} nulls last, name_sort, id`
  const streams = unnamed && !places.self
  const people = streams
    ? sql`(select * from ordered order by ordinal ${way} nulls last) p cross join lateral
          (select m.id, m.name_sort from member m where m.organization_id = p.place_id and ${filters} order by m.name_sort, m.id) m`
    : sql`hits m left join ordered p on p.place_id = m.organization_id`
  return sql`ordered as materialized (${orderedPlaces(streams ? places.where : sql`o.id = any (array(select organization_id from hits))`)}),
    found as (select m.id, m.name_sort, p.ordinal from ${people} order by ${order} ${cut}),
    page as (select id, row_number() over (order by ${order}) as place from found)`
}

/** Branches in the official order of their siblings, the groups of a branch after it. */
const orderedPlaces = (where: Condition) => sql`
  select o.id as place_id, row_number() over (order by
    coalesce(b.parent_id, o.parent_id) nulls first, coalesce(b.rank, o.rank), coalesce(b.name_pinyin, o.name_pinyin), coalesce(b.id, o.id),
    b.id is not null, o.rank, o.name_pinyin, o.id) as ordinal
  from organization o
  left join lateral (select * from organization b where b.id = o.parent_id and o.kind = 'group' offset 0) b on true
  where ${where}`

async function countOnly(door: Door, people: Condition): Promise<number> {
  const { rows } = await sql<{
    count: number
  }>`${people} select count(*) as count from hits`.execute(door.db)
  return rows[0]?.count ?? 0
}

/**
 * Who has the name: characters are found in the index, which also holds what a page by organization or name
 * is ordered by; for anything else the hits, and only they, are read from the table.
 */
function named(
  { sort }: Query,
  matched: Condition,
  q: string | undefined,
  filters: Condition,
): Condition {
  const indexed = sql`select m.id, m.organization_id, m.name_sort from member m where ${matched} and ${filters}`
  if ((filters === anybody || filters === here) && /^-?(?:organization|name)$/.test(sort))
    return indexed
  const one = isSpelled(q ?? '')
    ? matched
    : sql`m.id = any (array(select m.id from member m where ${matched}))`
  return sql`select m.id, m.organization_id, m.name_sort, m.joined_on, m.full_on, m.letter_until, m.lost_since from member m where ${one} and ${filters}`
}

function withoutTotal(row: StoredRow & { total: number }): StoredRow {
  const { total: _, ...rest } = row
  return rest
}

/** Names and places beyond an index are told by `in`: an array of thousands would be gone through for each row. */
function filtersOf(door: Door, query: Query, today: Day, ending: Ending | null): Condition {
  const parts: Condition[] = []
  const among = (column: string, values: readonly string[] | undefined) => {
    if (values) parts.push(sql`${sql.ref(column)} = any (${values}::text[])`)
  }
  among('m.stage', query.stages)
  among('m.standing', query.standings)
  if (query.leavings)
    parts.push(
      sql`m.standing = 'left' and coalesce(m.leaving, 'unknown') = any (${query.leavings}::text[])`,
    )
  among('m.rights', query.rights)
  among('m.relation', query.relations)
  // Said once more in the words of the index of those on the way, who are few.
  if (query.overdue || (query.relations && !query.relations.includes('registered')))
    parts.push(sql`m.relation <> 'registered'`)
  if (query.overdue !== undefined)
    parts.push(sql`coalesce(m.letter_until < ${today}, false) = ${query.overdue}`)
  if (query.mobile !== undefined) parts.push(sql`m.mobile = ${query.mobile}`)
  if (query.lost !== undefined) parts.push(sql`m.lost = ${query.lost}`)
  if (query.probationDue !== undefined && ending) {
    const due = sql`m.id in (select unnest(${dueOf(ending, today)}::uuid[]))`
    parts.push(query.probationDue ? due : sql`not ${due}`)
  }
  if (query.lostLong !== undefined) {
    const long = sql`(m.lost and m.standing = 'normal' and m.lost_since <= ${addMonths(today, -monthsLost)}::date)`
    parts.push(query.lostLong ? long : sql`${long} is not true`)
  }
  if (query.hand !== undefined)
    parts.push(sql`(m.organization_id in (
      select k.id from organization k where ${mayReach(door, 'members.manage', 'k.path')})) = ${query.hand}`)
  if (query.standings || query.leavings || query.gone)
    return parts.length > 0 ? sql.join(parts, sql` and `) : anybody
  return parts.length > 0 ? sql.join([here, ...parts], sql` and `) : here
}
