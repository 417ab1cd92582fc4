import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Day } from '#domain/dates.ts'
import { invalid, problem } from '#domain/errors.ts'
import { pathInScope } from '#domain/permissions.ts'
import { mayContain, type OrganizationKind } from '#domain/rules/structure.ts'
import type { Tables } from '#server/db/tables.ts'
import { inSubtree } from '#server/db/tree.ts'
import type { Door } from '#server/door.ts'
import { pathsAbove } from './nodes.ts'

export type Organization = Selectable<Tables['organization']>

/** Levels of the tree: far beyond any bureau, and its path still fits an index entry. */
export const deepest = 64

/**
 * An organization, locked until the transaction ends. The scope is asked again, since the tree may
 * have changed between the pipeline's check and the lock.
 *
 * @throws not_found
 */
export async function locked(door: Door, id: string): Promise<Organization> {
  const row = await door.db
    .selectFrom('organization')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row || !pathInScope(door.scope, row.path)) throw problem('not_found')
  return row
}

/** @throws state when it is closed */
export async function lockedOpen(door: Door, id: string): Promise<Organization> {
  const row = await locked(door, id)
  if (row.closed_on)
    throw problem('state', { params: { reason: `该组织已于 ${row.closed_on} 撤销` } })
  return row
}

/** Refuses a place whose parent is closed or may not contain the kind. @throws invalid, placement */
export function checkPlace(parent: Organization, kind: string): void {
  if (parent.closed_on) throw invalid('body.parentId', '这个组织已撤销，请选择其他上级组织')
  if (!mayContain(parent.kind as OrganizationKind, kind as OrganizationKind)) {
    throw problem('placement', {
      fields: {
        'body.parentId': `${kindNames[parent.kind]}下不能设${kindNames[kind]}，请选择${parentsOf(kind)}`,
      },
    })
  }
}

const kindNames: Record<string, string> = {
  committee: '党委',
  'general-branch': '党总支',
  branch: '党支部',
  group: '党小组',
}

const parentsOf = (kind: string): string =>
  Object.keys(kindNames)
    .filter((parent) => mayContain(parent as OrganizationKind, kind as OrganizationKind))
    .map((parent) => kindNames[parent])
    .join('或')

/** @throws invalid when the tree would grow deeper than `deepest` levels */
export async function checkDepth(
  door: Door,
  parent: Organization,
  movedPath: string | null,
): Promise<void> {
  let levels = 1
  if (movedPath) {
    const { rows } = await sql<{ levels: number }>`
      select max(length(path) - length(replace(path, '.', ''))) as levels from organization where ${inSubtree('path', movedPath)}`.execute(
      door.db,
    )
    levels = (rows[0]?.levels ?? 1) - pathsAbove(movedPath).length
  }
  if (pathsAbove(parent.path).length + 1 + levels > deepest)
    throw invalid('body.parentId', `组织层级最多 ${deepest} 层，请选择更高的上级组织`)
}

/** @throws invalid at `field` when an open sibling has the name */
export async function checkSiblings(
  door: Door,
  parentId: string | null,
  name: string,
  field: string,
  self?: string,
): Promise<void> {
  let query = door.db
    .selectFrom('organization')
    .select('id')
    .where('parent_id', 'is not distinct from', parentId)
  query = query.where('name', '=', name).where('closed_on', 'is', null)
  if (self) query = query.where('id', '!=', self)
  if (await query.executeTakeFirst())
    throw invalid(field, `同一上级下已有“${name}”，请换一个名称或位置`)
}

/** @throws invalid at `body.nationalCode` when another organization has the code */
export async function checkNationalCode(
  door: Door,
  code: string | null | undefined,
  self?: string,
): Promise<void> {
  if (!code) return
  let query = door.db.selectFrom('organization').select('id').where('national_code', '=', code)
  if (self) query = query.where('id', '!=', self)
  if (await query.executeTakeFirst())
    throw invalid('body.nationalCode', '该代码已被其他组织使用，请核对')
}

/**
 * A temporary branch owes no duties at all, so that a change from or to one changes every period since the founding.
 *
 * @throws invalid at `body.branchKind` once the month of the founding is over
 */
export function checkKindChange(before: Organization, kind: string | null, today: Day): void {
  const isTemporary = (one: string | null) => one === 'temporary'
  if (isTemporary(before.branch_kind) === isTemporary(kind)) return
  if (before.founded_on.slice(0, 7) !== today.slice(0, 7))
    throw invalid(
      'body.branchKind',
      '临时党支部与其他党支部应履行的任务不同，成立当月之后不能互改，请撤销后另行新建',
    )
}

/** A branch has a kind of branch (an ordinary one unless said), nothing else has. @throws invalid */
export function branchKindOf<K extends string>(
  kind: string,
  given: K | null,
): K | 'regular' | null {
  if (kind === 'branch') return given ?? 'regular'
  if (given) throw invalid('body.branchKind', '只有党支部才分类型，请留空')
  return null
}
