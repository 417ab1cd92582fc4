import { useQuery } from '@tanstack/react-query'
import { organizationsContract } from '#domain/organizations.contract.ts'
import { grants, type Permission } from '#domain/permissions.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useSession } from '#lib/session.ts'
import { usePermits } from './permits.ts'

/**
 * Why this session may not set what holds for the whole bureau; null when it may: the right must stand at the root of the
 * tree, which `rootOnly` says in words. Until the root is known, holding the right counts; the server decides in the end.
 */
export function useRootReason(permission: Permission, rootOnly: string): string | null {
  const permit = usePermits()
  const { roles } = useSession()
  const held = roles.filter(({ role }) => grants[role][permission] === 'subtree')
  const first = held[0]?.organizationId ?? null
  const card = useQuery({
    ...queryOptionsOf(organizationsContract.show, { params: { id: first ?? '' } }),
    enabled: first !== null,
    staleTime: 5 * 60_000,
  })
  const root = card.data && (card.data.trail[0]?.id ?? card.data.id)
  const stands = root === undefined || held.some(({ organizationId }) => organizationId === root)
  return permit(permission) ?? (stands ? null : rootOnly)
}
