import type { Access } from '#domain/contract.ts'
import { contracts } from '#domain/contracts.ts'
import {
  grants,
  permissions,
  allRoles,
  type Permission,
  type Reach,
  type Role,
} from '#domain/permissions.ts'
import type { Text } from '#lib/i18n.ts'

export interface OperationRow {
  name: string
  /** In words. */
  title: string
  access: Access
  roles: { role: Role; reach: Reach }[]
}

export interface OperationGroup {
  noun: string
  title: string
  rows: OperationRow[]
}

/** Roles that hold a permission, and how far it reaches. */
export const holdersOf = (permission: Permission): { role: Role; reach: Reach }[] =>
  allRoles.flatMap((role) => {
    const reach = grants[role][permission]
    return reach ? [{ role, reach }] : []
  })

/** Every operation of the contracts, by noun: what is not here is not served. */
export function operationGroups(t: Text['system']): OperationGroup[] {
  const words: Record<string, Record<string, string>> = t.operations
  const nouns: Record<string, string> = t.nouns
  return Object.entries(contracts).map(([noun, operations]) => ({
    noun,
    title: nouns[noun] ?? noun,
    rows: Object.entries(operations).map(([key, { name, access }]) => ({
      name,
      title: words[noun]?.[key] ?? name,
      access,
      roles: access.kind === 'permission' ? holdersOf(access.permission) : [],
    })),
  }))
}

export interface RightsFilter {
  q?: string | undefined
  role?: Role | undefined
}

const has = (text: string, q: string | undefined): boolean =>
  !q || text.toLowerCase().includes(q.toLowerCase())

export const shownPermissions = ({ q, role }: RightsFilter, t: Text['system']): Permission[] =>
  permissions.filter(
    (permission) =>
      has(`${t.permissions[permission]} ${permission}`, q) && (!role || grants[role][permission]),
  )

/** A role may use what is open to anyone or to every account, too. */
export function shownOperations(filter: RightsFilter, t: Text['system']): OperationGroup[] {
  const { q, role } = filter
  return operationGroups(t)
    .map((group) => ({
      ...group,
      rows: group.rows.filter(({ name, title, access, roles: holders }) => {
        const permission = access.kind === 'permission' ? t.permissions[access.permission] : ''
        return (
          has(`${group.title} ${title} ${name} ${permission}`, q) &&
          (!role || access.kind !== 'permission' || holders.some((holder) => holder.role === role))
        )
      }),
    }))
    .filter(({ rows }) => rows.length > 0)
}
