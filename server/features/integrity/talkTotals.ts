import { sql } from 'kysely'
import type { TalkKind } from '#domain/integrity.ts'
import { fewest, heldBack, splitOrNothing } from '#domain/rules/suppression.ts'
import { pathInScope, scopeOf } from '#domain/permissions.ts'
import type { Door } from '#server/door.ts'
import { actorOf } from '#server/door.ts'
import { ancestorPaths } from '#server/counts/fold.ts'

interface Node {
  id: string
  parentId: string | null
  path: string
  count: number
}

/** How many talks a reader is told of, at an organization and directly below it. */
export interface TalkTotals {
  own: number | null
  below: ReadonlyMap<string, number | null>
  byKind: Record<TalkKind, number> | null
  exact: boolean
}

/**
 * The year's talks as this actor may know them. Who may open the talks is told the number. Everybody else is
 * told what the rules of suppression leave, decided for the whole tree from its root down and so the same
 * for every reader: two readers, or one reader of two places, cannot subtract one answer from another.
 * By year only, and by kind only at the root, so that no second table crosses the first. The talks
 * themselves are not read, only the counts.
 */
export async function talkTotals(
  door: Door,
  organizationId: string,
  path: string,
  year: number,
): Promise<TalkTotals> {
  const nodes = await alongThePath(door, path, year)
  const children = nodes.filter(({ parentId }) => parentId === organizationId)
  const own = nodes.find(({ id }) => id === organizationId)
  const scope = scopeOf('integrity.detail', actorOf(door))
  const isRoot = own?.parentId === null
  if (scope && pathInScope(scope, path))
    return {
      own: own?.count ?? 0,
      below: new Map(children.map(({ id, count }) => [id, count])),
      byKind: await byKind(door, organizationId, year),
      exact: true,
    }
  const told = tellable(nodes)
  return {
    own: told.get(organizationId) ?? null,
    below: new Map(children.map(({ id }) => [id, told.get(id) ?? null])),
    byKind:
      isRoot && told.has(organizationId)
        ? splitOrNothing(await byKind(door, organizationId, year))
        : null,
    exact: false,
  }
}

/** What can be told of each organization, by its path from the root: a part is told only where its whole is. */
function tellable(nodes: readonly Node[]): Map<string, number> {
  const told = new Map<string, number>()
  for (const node of nodes.toSorted((a, b) => a.path.length - b.path.length)) {
    if (node.parentId === null && node.count >= fewest) told.set(node.id, node.count)
    if (!told.has(node.id)) continue
    const parts = nodes.filter(({ parentId }) => parentId === node.id)
    const held = heldBack(new Map(parts.map(({ id, count }) => [id, count])))
    for (const { id, count } of parts) if (!held.has(id)) told.set(id, count)
  }
  return told
}

/** The organizations above the path, it itself, and all directly below any of them, with their talks of the year. */
async function alongThePath(door: Door, path: string, year: number): Promise<Node[]> {
  const { rows } = await sql<Node>`
    with line as (
      select o.id from organization o
      where o.path = any ((select ${ancestorPaths('p.path')} from (select ${path}::text as path) p)::text[])
    ), near as (
      select o.id, o.parent_id, o.path from organization o where o.id in (select id from line) or o.parent_id in (select id from line)
    )
    select n.id, n.parent_id as "parentId", n.path, (coalesce((
        select sum(r.count) from rollup r
        where r.organization_id = n.id and r.kind = 'integrity:talk' and r.month between ${`${year}-01`} and ${`${year}-12`}
      ), 0) + coalesce((
        select sum(d.count) from delta d join organization o on o.id = d.organization_id
        where d.kind = 'integrity:talk' and d.month between ${`${year}-01`} and ${`${year}-12`}
          and o.path >= n.path and o.path < left(n.path, -1) || '/'
      ), 0))::int as count
    from near n`.execute(door.db)
  return rows
}

async function byKind(
  door: Door,
  organizationId: string,
  year: number,
): Promise<Record<TalkKind, number>> {
  const { rows } = await sql<{ kind: TalkKind; count: number }>`
    select split_part(kind, ':', 3) as kind, sum(count)::int as count from (
      select kind, month, count from rollup where organization_id = ${organizationId} and kind like 'integrity:talk:%'
      union all
      select d.kind, d.month, d.count
      from organization a join organization o on o.path >= a.path and o.path < left(a.path, -1) || '/'
      join delta d on d.organization_id = o.id
      where a.id = ${organizationId} and d.kind like 'integrity:talk:%'
    ) c where month between ${`${year}-01`} and ${`${year}-12`} group by 1`.execute(door.db)
  const of = (kind: TalkKind) => rows.find((row) => row.kind === kind)?.count ?? 0
  return { 'integrity-talk': of('integrity-talk'), 'reminder-talk': of('reminder-talk') }
}
