import { useQuery } from '@tanstack/react-query'
import { grants, roles } from '#domain/permissions.ts'
import { organizationsContract } from '#domain/organizations.contract.ts'
import { useText } from '#lib/i18n.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useSession } from '#lib/session.ts'

/**
 * Why this session may not set parameters; null when it may. They hold for the whole bureau, so the
 * right must stand at the root of the tree. Until the root is known, holding the right counts; the
 * server decides in the end.
 */
export function useSetReason(): string | null {
  const { entry, system } = useText()
  const session = useSession()
  const held = session.roles.filter(({ role }) => grants[role]['parameters.manage'])
  const first = held[0]?.organizationId ?? null
  const card = useQuery({
    ...queryOptionsOf(organizationsContract.show, { params: { id: first ?? '' } }),
    enabled: first !== null,
    staleTime: 5 * 60_000,
  })
  if (held.length === 0) {
    const names = roles
      .filter((role) => grants[role]['parameters.manage'])
      .map((role) => entry.roles[role])
    return system.parameters.needRole(names)
  }
  const root = card.data && (card.data.trail[0]?.id ?? card.data.id)
  return root === undefined || held.some(({ organizationId }) => organizationId === root)
    ? null
    : system.parameters.rootOnly
}
