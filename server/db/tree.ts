import { sql, type RawBuilder, type Transaction } from 'kysely'
import { problem } from '#domain/errors.ts'
import { pathInScope, scopeOf, type Permission, type Scope } from '#domain/permissions.ts'
import type { Door } from '#server/door.ts'
import { ahead } from './ahead.ts'
import type { Tables } from './tables.ts'

/**
 * The tree is text: each organization's path is its ancestors' short ids and its own, each followed
 * by a dot, in byte order. Everything at or below 'a.b.' lies from 'a.b.' to before 'a.b/' ('/' is
 * the byte after '.'), which a btree answers (handbook/data.md D: 2.5 times faster than ltree).
 */
export const inSubtree = (column: string, path: string): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(column)} >= ${path} collate "C" and ${sql.ref(column)} < ${endOf(path)} collate "C")`

/** The first path behind a subtree. */
export const endOf = (path: string): string => `${path.slice(0, -1)}/`

/** Paths that the scope reaches. `column` is a path column of `organization`. */
export function reached(column: string, scope: Scope): RawBuilder<boolean> {
  if (scope.everything) return sql<boolean>`true`
  if (scope.paths.length === 0) return sql<boolean>`false`
  return sql<boolean>`(${sql.join(
    scope.paths.map((path) => inSubtree(column, path)),
    sql` or `,
  )})`
}

/** What the buttons of a row may: whether the actor reaches it with another permission than that of the operation. */
export function mayReach(
  { actor }: Pick<Door, 'actor'>,
  permission: Permission,
  column: string,
): RawBuilder<boolean> {
  const scope = actor ? scopeOf(permission, actor) : null
  return scope ? reached(column, scope) : sql<boolean>`false`
}

/** The same of one organization whose path is known. */
export function reachesPath(
  { actor }: Pick<Door, 'actor'>,
  permission: Permission,
  path: string,
): boolean {
  const scope = actor ? scopeOf(permission, actor) : null
  return scope !== null && pathInScope(scope, path)
}

/**
 * Whether somebody's own page opens to the actor: by where the person stands today, as `members.show` does, or as one's
 * own. `column` holds the member's id.
 */
export function mayOpenMember({ actor }: Pick<Door, 'actor'>, column: string): RawBuilder<boolean> {
  const scope = actor ? scopeOf('members.read', actor) : null
  if (!scope) return sql<boolean>`false`
  return sql<boolean>`exists (select 1 from ${openedBy(scope)} and opened.id = ${sql.ref(column)})`
}

/** Of these members those who open so. By their names in the index: as a condition on a list of them, everybody is read. */
export async function openMembers(
  { db, actor }: Pick<Door, 'db' | 'actor'>,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const scope = actor ? scopeOf('members.read', actor) : null
  if (!scope || ids.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    select opened.id from ${openedBy(scope)} and opened.id = any (${[...ids]}::uuid[])`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

const openedBy = (scope: Scope) =>
  sql`member opened join organization place on place.id = opened.organization_id
    where (${reached('place.path', scope)} or opened.id = ${scope.self}::uuid)`

/** The path of an organization that the pipeline has found in scope. @throws not_found */
export async function pathOf(
  { db, paths }: Pick<Door, 'db' | 'paths'>,
  organizationId: string,
): Promise<string> {
  const found = paths.get(organizationId)
  if (found !== undefined) return found
  const row = await db
    .selectFrom('organization')
    .select('path')
    .where('id', '=', organizationId)
    .executeTakeFirst()
  if (!row) throw problem('not_found')
  return row.path
}

/** The scope, narrowed to one organization and all below where one is named. */
export async function narrowed(
  door: Door,
  column: string,
  within: string | undefined,
): Promise<RawBuilder<boolean>> {
  const mine = reached(column, door.scope)
  if (!within) return mine
  const below = inSubtree(column, await pathOf(door, within))
  return sql<boolean>`(${mine} and ${below})`
}

/**
 * What the actor may see of what stands in the tree: the subtree's, and as a member the own wherever it stands, narrowed
 * alike. `own` says which are a member's.
 */
export async function visibleTo(
  door: Door,
  column: string,
  within: string | undefined,
  own: (memberId: string) => RawBuilder<unknown>,
): Promise<RawBuilder<unknown>> {
  const inTree = await narrowed(door, column, within)
  const { self } = door.scope
  if (!self) return inTree
  const below = within ? inSubtree(column, await pathOf(door, within)) : sql`true`
  return sql`(${inTree} or (${own(self)} and ${below}))`
}

/**
 * Serialises everything that changes the shape of the tree, and folding with it. It is sent with the statement that
 * follows, which sees what was committed before the lock was given.
 */
export async function lock(
  db: Transaction<Tables>,
  name: 'tree' | 'fold' | 'seal' | 'recount',
): Promise<void> {
  await db
    .selectFrom('locks')
    .select('name')
    .where('name', '=', name)
    .forUpdate()
    .modifyEnd(ahead)
    .execute()
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/** A new short id for a path: 8 letters and digits, unique by the column's constraint. */
export function pathStep(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8))
  return `${Array.from(bytes, (byte) => alphabet[byte & 31]).join('')}.`
}
