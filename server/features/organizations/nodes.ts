import { sql, type RawBuilder } from 'kysely'
import type { OrganizationHit, OrganizationNode } from '#domain/organizations.ts'
import type { Door } from '#server/door.ts'

/** A node as the statements below answer it; the path stays inside the server. */
export type NodeRow = Omit<OrganizationNode, 'memberCount'> & { path: string }

/** Columns of a node, for `organization o`: for the rows of one page, since children are counted for each. */
export const nodeColumns: RawBuilder<NodeRow> = sql`
  o.id, o.parent_id as "parentId", o.kind, o.branch_kind as "branchKind", o.name, o.closed_on as "closedOn", o.version, o.path,
  (select count(*) from organization c where c.parent_id = o.id and c.closed_on is null) as "childCount"`

/** Adds the party members of each place, in one statement: row-level security then weighs on it once. */
export async function toNodes(door: Door, rows: readonly NodeRow[]): Promise<OrganizationNode[]> {
  const ids = rows.map(({ id }) => id)
  const counted = await sql<{ id: string; count: number }>`
    select organization_id as id, count(*) as count from member
    where organization_id = any (${ids}::uuid[]) and standing = 'normal' and stage in ('probationary', 'full')
    group by organization_id`.execute(door.db)
  const counts = new Map(counted.rows.map(({ id, count }) => [id, count]))
  return rows.map(({ id, parentId, kind, branchKind, name, childCount, closedOn, version }) => {
    const memberCount = counts.get(id) ?? 0
    return { id, parentId, kind, branchKind, name, childCount, memberCount, closedOn, version }
  })
}

/** Paths of everything above, root first. */
export const pathsAbove = (path: string): string[] => {
  const steps = path.split('.').slice(0, -2)
  return steps.map((_, index) => `${steps.slice(0, index + 1).join('.')}.`)
}

type Step = OrganizationHit['trail'][number]

/** Adds to each node the names on the way to it, root first, itself not included. */
export async function withTrails(door: Door, rows: readonly NodeRow[]): Promise<OrganizationHit[]> {
  const above = [...new Set(rows.flatMap((row) => pathsAbove(row.path)))]
  const steps = new Map<string, Step>()
  if (above.length > 0) {
    const found = await sql<
      Step & { path: string }
    >`select id, name, kind, path from organization where path = any (${above}::text[])`.execute(
      door.db,
    )
    for (const { path, ...step } of found.rows) steps.set(path, step)
  }
  const nodes = await toNodes(door, rows)
  return nodes.map((node, index) => ({
    ...node,
    trail: pathsAbove(rows[index]?.path ?? '').flatMap((path) => steps.get(path) ?? []),
  }))
}
