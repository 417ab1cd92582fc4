import type { z } from 'zod'
import { grants, permissions, type Permission, type Reach, type Role } from '#domain/permissions.ts'
import { newAssignment, type assignmentView } from '#domain/system.ts'
import type { Text } from '#lib/i18n.ts'

export type Assignment = z.infer<typeof assignmentView>

/** What is granted here; 党员 comes with an account's link to a member. */
export const grantable = newAssignment.shape.role.options
export type Grantable = (typeof grantable)[number]

const reaches = ['subtree', 'self', 'installation'] as const satisfies readonly Reach[]

/** Roles of the whole system are bound to no organization. */
export const isOfInstallation = (role: Role): boolean =>
  Object.values(grants[role]).includes('installation')

/** What a role gives, by how far it reaches. */
export function rightsOf(role: Role): { reach: Reach; permissions: Permission[] }[] {
  return reaches
    .map((reach) => ({
      reach,
      permissions: permissions.filter((permission) => grants[role][permission] === reach),
    }))
    .filter((group) => group.permissions.length > 0)
}

export const placeOf = ({ organizationName }: Assignment, t: Text['system']): string =>
  organizationName ?? t.rolesPage.installation
