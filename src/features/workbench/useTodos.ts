import { useQuery } from '@tanstack/react-query'
import type { Returned } from '#domain/contract.ts'
import { workbenchContract } from '#domain/workbench.contract.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useScope } from '#lib/scope.ts'
import { useCan } from '#lib/session.ts'

/** What falls due by the calendar is asked again, though nobody touched anything. */
const AGAIN = 5 * 60_000

export type TodoGroups = Returned<typeof workbenchContract.todos>

/**
 * What waits for this account in the chosen scope, derived from the records. The bell and the workbench
 * both ask here, so they ask once and say the same. Counts are those of the lists they lead to, under
 * the same filter.
 *
 * @param now false to wait with asking
 */
export function useTodos(now = true) {
  const { organizationId } = useScope()
  const asks = useCan()('duties.read') && organizationId !== null
  const { data, error, refetch } = useQuery({
    ...queryOptionsOf(workbenchContract.todos, {
      query: { organization: organizationId ?? '' },
    }),
    enabled: asks && now,
    refetchInterval: AGAIN,
  })
  return {
    /** Undefined until they are here for the first time. */
    groups: data,
    error: data ? null : error,
    retry: () => void refetch(),
    count: Object.values(data ?? {}).reduce((sum, group) => sum + (group?.total ?? 0), 0),
  }
}
