import { sql, type RawBuilder } from 'kysely'
import { inSubtree, pathOf, reached } from '#server/db/tree.ts'
import type { Door } from '#server/door.ts'

export type Condition = RawBuilder<unknown>

export interface Places {
  /** Condition on `organization o`: where people may be. */
  where: Condition
  /** No organization is left out. */
  everywhere: boolean
  /** The own member, where that is reached beside the organizations. */
  self: string | null
}

/** Where the actor's right and the question both reach: below an organization, or directly at it. */
export async function placesOf(
  door: Door,
  organizationId?: string,
  direct = false,
): Promise<Places> {
  const { everything, self } = door.scope
  const mine = reached('o.path', door.scope)
  if (organizationId) {
    // The pipeline has found it in the scope, and a record of one's own outside the scope is not below it.
    const below = direct
      ? sql`o.id = ${organizationId}`
      : inSubtree('o.path', await pathOf(door, organizationId))
    return { where: sql`${mine} and ${below}`, everywhere: false, self: null }
  }
  return { where: mine, everywhere: everything, self: everything ? null : self }
}

/**
 * Condition on a table of people's records by its place column. An array, not a join: the planner then
 * asks the index place by place instead of reading everybody.
 */
export function atPlaces(
  { where, everywhere, self }: Places,
  place: string,
  member: string,
): Condition {
  if (everywhere) return sql`true`
  const there = sql`${sql.ref(place)} = any (array(select o.id from organization o where ${where}))`
  return self ? sql`(${there} or ${sql.ref(member)} = ${self})` : there
}
