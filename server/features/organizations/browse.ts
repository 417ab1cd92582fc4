import { sql } from 'kysely'
import type { Received, Returned } from '#domain/contract.ts'
import type { organizationsContract } from '#domain/organizations.contract.ts'
import type { OrganizationHit } from '#domain/organizations.ts'
import { pageOf } from '#server/db/page.ts'
import type { Door } from '#server/door.ts'
import { nodeColumns, toNodes, withTrails, type NodeRow } from './nodes.ts'

type Contract = typeof organizationsContract

/** The tops of what the actor sees; a top below another is left out. */
export async function roots(door: Door): Promise<OrganizationHit[]> {
  const { paths, everything } = door.scope
  const tops = paths.filter(
    (path) => !paths.some((other) => other !== path && path.startsWith(other)),
  )
  const { rows } = await sql<NodeRow>`
    select ${nodeColumns} from organization o
    where ${everything ? sql`o.parent_id is null` : sql`o.path = any (${tops}::text[])`}
    order by o.path`.execute(door.db)
  return withTrails(door, rows)
}

/** One page of the children in official order: rank, then name. */
export async function children(
  door: Door,
  { params, query }: Received<Contract['children']>,
): Promise<Returned<Contract['children']>> {
  const { size } = query
  const open = (column: string) => (query.closed ? sql`true` : sql`${sql.ref(column)} is null`)
  const before = query.around
    ? await sql<{ count: number }>`
        select count(*) as count from organization c, organization a
        where a.id = ${query.around} and a.parent_id = ${params.id} and c.parent_id = ${params.id} and ${open('c.closed_on')}
          and (c.rank, c.name_pinyin, c.id) < (a.rank, a.name_pinyin, a.id)`.execute(door.db)
    : null
  const page = before ? Math.floor((before.rows[0]?.count ?? 0) / size) + 1 : query.page
  const listing = {
    columns: nodeColumns,
    from: sql`organization o`,
    where: [sql`o.parent_id = ${params.id}`, open('o.closed_on')],
    order: sql`o.rank, o.name_pinyin, o.id`,
  }
  const found = await pageOf(door.db, listing, { page, size })
  return { ...found, rows: await toNodes(door, found.rows) }
}
