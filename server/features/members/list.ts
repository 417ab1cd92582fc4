import { sql, type RawBuilder } from 'kysely'
import type { Received, Returned } from '#domain/contract.ts'
import type { membersContract } from '#domain/members.contract.ts'
import { nameMatches } from '#server/db/search.ts'
import { inSubtree, pathOf, reached } from '#server/db/tree.ts'
import type { Door } from '#server/door.ts'
import { placeJoins, rowColumns, toRow, type StoredRow } from './rows.ts'
import { readSearch } from './search.ts'

type Contract = typeof membersContract
type Query = Received<Contract['list']>['query']
type Condition = RawBuilder<unknown>

/**
 * The roster: filtered, sorted, counted and cut to a page in one statement. The subtree is a range of
 * paths; its people come from the index by place, which also holds the name, so that a search by
 * Chinese characters reads the table for its hits only. Names, branch and posts are fetched for the page.
 */
export async function list(
  door: Door,
  { query }: Received<Contract['list']>,
): Promise<Returned<Contract['list']>> {
  const { page, size } = query
  const within = query.organization
    ? await place(door, query.organization, query.direct ?? false)
    : sql`true`
  const q = readSearch(query.q)
  const matched = nameMatches('m', q)
  const filters = filtersOf(query)
  const order = orders[query.sort.replace('-', '') as keyof typeof orders](
    query.sort.startsWith('-') ? sql`desc` : sql`asc`,
  )
  const found = people(door, sql`${within} and ${matched ?? sql`true`}`)
  // Characters are in the index, pinyin is not: only then is it worth reading the table in a second step.
  const candidates =
    matched && !isLatin(q)
      ? sql`named as materialized (${found(sql`m.id`, sql`true`)}),
          hits as (select ${sortColumns} from member m ${placeJoins} where m.id in (select id from named) and ${filters})`
      : sql`hits as (${found(sortColumns, filters)})`
  const { rows } = await sql<StoredRow & { total: number }>`
    with ${candidates},
    page as (select id, row_number() over (order by ${order}) as place from hits order by ${order} limit ${size} offset ${(page - 1) * size})
    select ${rowColumns(door.today)}, (select count(*) from hits) as total
    from page join member m on m.id = page.id ${placeJoins} order by page.place`.execute(door.db)
  const total = rows[0]?.total ?? (page === 1 ? 0 : await totalOf(door, candidates))
  return { rows: rows.map((row) => toRow(withoutTotal(row), door.today)), total, page, size }
}

function withoutTotal(row: StoredRow & { total: number }): StoredRow {
  const { total: _, ...rest } = row
  return rest
}

const isLatin = (q: string | undefined): boolean => /^[a-z' ]+$/i.test(q ?? '')

/** A page behind the last one has no rows to carry the total. */
async function totalOf(door: Door, candidates: Condition): Promise<number> {
  const { rows } = await sql<{
    total: number
  }>`with ${candidates} select count(*) as total from hits`.execute(door.db)
  return rows[0]?.total ?? 0
}

async function place(door: Door, organizationId: string, direct: boolean): Promise<Condition> {
  return direct
    ? sql`o.id = ${organizationId}`
    : inSubtree('o.path', await pathOf(door.db, organizationId))
}

/** Everybody the actor reaches: by place in the tree, and oneself where the right reaches no further. */
function people(door: Door, where: Condition) {
  const { everything, paths, self } = door.scope
  const parts: Condition[] = []
  if (everything || paths.length > 0) parts.push(reached('o.path', door.scope))
  if (self && !everything) parts.push(sql`m.id = ${self}`)
  if (parts.length === 0) parts.push(sql`false`)
  return (columns: Condition, filters: Condition) =>
    sql.join(
      parts.map(
        (part) =>
          sql`select ${columns} from member m ${placeJoins} where ${part} and ${where} and ${filters}`,
      ),
      sql` union `,
    )
}

function filtersOf(query: Query): Condition {
  const parts: Condition[] = []
  const among = (column: string, values: readonly string[] | undefined) => {
    if (values) parts.push(sql`${sql.ref(column)} = any (${values}::text[])`)
  }
  among('m.stage', query.stages)
  among('m.standing', query.standings)
  among('m.rights', query.rights)
  among('m.relation', query.relations)
  if (query.mobile !== undefined) parts.push(sql`m.mobile = ${query.mobile}`)
  if (query.lost !== undefined) parts.push(sql`m.lost = ${query.lost}`)
  return parts.length > 0 ? sql.join(parts, sql` and `) : sql`true`
}

/** Branches stand in the official order of their siblings, then their groups, then people by name. */
const sortColumns = sql`m.id, m.name_sort, m.joined_on, m.full_on,
  coalesce(b.parent_id, o.parent_id) as above, coalesce(b.rank, o.rank) as branch_rank, coalesce(b.name_pinyin, o.name_pinyin) as branch_name,
  coalesce(b.id, o.id) as branch_id, case when b.id is null then '' else o.name_pinyin end as group_name,
  case when b.id is null then -1 else o.rank end as group_rank, o.id as place_id`

const orders = {
  name: (way: Condition) => sql`name_sort ${way}, id`,
  organization: (way: Condition) =>
    sql`above ${way} nulls first, branch_rank ${way}, branch_name ${way}, branch_id, group_rank ${way}, group_name ${way}, place_id, name_sort, id`,
  joinedOn: (way: Condition) => sql`joined_on ${way} nulls last, name_sort, id`,
  fullOn: (way: Condition) => sql`full_on ${way} nulls last, name_sort, id`,
}
