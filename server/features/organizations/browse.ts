import { sql } from 'kysely'
import type { Received, Returned } from '#domain/contract.ts'
import type { organizationsContract } from '#domain/organizations.contract.ts'
import type { OrganizationHit } from '#domain/organizations.ts'
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
  const open = query.closed ? sql`true` : sql`c.closed_on is null`
  const before = query.around
    ? await sql<{ count: number }>`
        select count(*) as count from organization c, organization a
        where a.id = ${query.around} and a.parent_id = ${params.id} and c.parent_id = ${params.id} and ${open}
          and (c.rank, c.name_pinyin, c.id) < (a.rank, a.name_pinyin, a.id)`.execute(door.db)
    : null
  const page = before ? Math.floor((before.rows[0]?.count ?? 0) / size) + 1 : query.page
  const { rows } = await sql<NodeRow>`
    select ${nodeColumns} from (
      select * from organization c where c.parent_id = ${params.id} and ${open}
      order by c.rank, c.name_pinyin, c.id limit ${size} offset ${(page - 1) * size}
    ) o order by o.rank, o.name_pinyin, o.id`.execute(door.db)
  const total = await sql<{
    count: number
  }>`select count(*) as count from organization c where c.parent_id = ${params.id} and ${open}`.execute(
    door.db,
  )
  return { rows: await toNodes(door, rows), total: total.rows[0]?.count ?? 0, page, size }
}
