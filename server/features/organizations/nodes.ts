import { sql, type RawBuilder } from 'kysely'
import type { OrganizationHit, OrganizationNode } from '#domain/organizations.ts'
import type { Door } from '#server/door.ts'

/** A node as the statements below answer it; the path stays inside the server. */
export type NodeRow = OrganizationNode & { path: string }

/** Columns of a node, for `organization o`: for the rows of one page, since it counts for each. */
export const nodeColumns: RawBuilder<unknown> = sql`
  o.id, o.parent_id as "parentId", o.kind, o.branch_kind as "branchKind", o.name, o.closed_on as "closedOn", o.version, o.path,
  (select count(*) from organization c where c.parent_id = o.id and c.closed_on is null) as "childCount",
  (select count(*) from member m where m.organization_id = o.id and m.standing = 'normal' and m.stage in ('probationary', 'full')) as "memberCount"`

export function toNode(row: NodeRow): OrganizationNode {
  const { id, parentId, kind, branchKind, name, childCount, memberCount, closedOn, version } = row
  return { id, parentId, kind, branchKind, name, childCount, memberCount, closedOn, version }
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
  return rows.map((row) => ({
    ...toNode(row),
    trail: pathsAbove(row.path).flatMap((path) => steps.get(path) ?? []),
  }))
}
