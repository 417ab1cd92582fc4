import { useQuery } from '@tanstack/react-query'
import { organizationsContract } from '#domain/organizations.contract.ts'
import type { OrganizationHit, OrganizationNode } from '#domain/organizations.ts'
import type { Permission } from '#domain/permissions.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useScope } from '#lib/scope.ts'

export interface FormPlace {
  /** Where the form begins; null where the right reaches nothing of these kinds. */
  place: OrganizationHit | null
  /** Where its pickers look: the scope, unless the right reaches nothing there. */
  within: string | undefined
}

/**
 * With which organization a form begins that takes this right: the scope, if the right reaches it; else the first of
 * the tree within the scope that it reaches; else the first that it reaches at all. Undefined while it is asked: what
 * is typed must not be overwritten by what comes late. Whoever looks at the bureau and leads one branch writes for it.
 */
export function useFormPlace(
  right: Permission,
  kinds?: OrganizationNode['kind'][],
  enabled = true,
): FormPlace | undefined {
  const scope = useScope().organizationId ?? undefined
  const first = (within: string | undefined) =>
    queryOptionsOf(organizationsContract.search, { query: { right, kinds, within, size: 1 } })
  const here = useQuery({ ...first(scope), enabled })
  // A scope that is not in reach is refused; the right may reach elsewhere.
  const none = here.isError || here.data?.length === 0
  const anywhere = useQuery({
    ...first(undefined),
    enabled: enabled && none && scope !== undefined,
  })
  if (here.data?.[0]) return { place: here.data[0], within: scope }
  if (!none) return undefined
  if (scope === undefined || anywhere.isError) return { place: null, within: undefined }
  return anywhere.data && { place: anywhere.data[0] ?? null, within: undefined }
}
