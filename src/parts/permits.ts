import { allRoles, grants, type Permission } from '#domain/permissions.ts'
import { useText } from '#lib/i18n.ts'
import { useSession } from '#lib/session.ts'

/**
 * Why the session may not do something to one record, or null when it may. `above` holds the ids of
 * the record's organization and everything above it: a role reaches down from its own organization.
 * Until they are known (undefined) holding the right at all counts. The server decides in the end.
 */
export function usePermits(): (
  permission: Permission,
  above?: readonly string[],
  ownMember?: string,
) => string | null {
  const { entry, organizations } = useText()
  const session = useSession()
  return (permission, above, ownMember) => {
    const held = session.roles.filter(({ role }) => grants[role][permission] !== undefined)
    if (held.length === 0) {
      const names = allRoles
        .filter((role) => grants[role][permission] === 'subtree')
        .map((role) => entry.roles[role])
      return organizations.permit.needRole(names)
    }
    const reaches = held.some(({ role, organizationId }) =>
      grants[role][permission] === 'self'
        ? ownMember !== undefined && ownMember === session.memberId
        : above === undefined || (organizationId !== null && above.includes(organizationId)),
    )
    return reaches ? null : organizations.permit.outside
  }
}
