import { useQuery } from '@tanstack/react-query'
import type { Returned } from '#domain/contract.ts'
import { workbenchContract } from '#domain/workbench.contract.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useScope } from '#lib/scope.ts'
import { useCan, useSession } from '#lib/session.ts'

/** What falls due by the calendar is asked again, though nobody touched anything. */
const AGAIN = 5 * 60_000

export type OwnGroups = Returned<typeof workbenchContract.own>
export type TodoGroups = Returned<typeof workbenchContract.todos>

/** Whether the account is told of anything, and whether of an organization or of its own member alone. */
export function useTold(): 'office' | 'own' | null {
  const can = useCan()
  const { memberId } = useSession()
  const { organizationId } = useScope()
  if (can('duties.read')) return organizationId === null ? null : 'office'
  return memberId !== null && can('members.read') ? 'own' : null
}

/**
 * What waits for this account in the chosen scope, derived from the records. The bell and the workbench
 * both ask here, so they ask once and say the same. Counts are those of the lists they lead to, under
 * the same filter.
 *
 * @param now false to wait with asking
 */
export function useTodos(now = true) {
  const { organizationId } = useScope()
  const told = useTold()
  const office = useQuery({
    ...queryOptionsOf(workbenchContract.todos, {
      query: { organization: organizationId ?? '' },
    }),
    enabled: told === 'office' && now,
    refetchInterval: AGAIN,
  })
  const own = useQuery({
    ...queryOptionsOf(workbenchContract.own),
    enabled: told === 'own' && now,
    refetchInterval: AGAIN,
  })
  const { data, error, refetch } = told === 'own' ? own : office
  return {
    /** Undefined until they are here for the first time. */
    groups: office.data,
    own: own.data,
    error: data ? null : error,
    retry: () => void refetch(),
    count: Object.values(data ?? {}).reduce((sum, group) => sum + (group?.total ?? 0), 0),
  }
}
