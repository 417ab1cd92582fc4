import { useQuery, type UseQueryOptions } from '@tanstack/react-query'
import { dutiesContract } from '#domain/duties.contract.ts'
import { campaignsContract } from '#domain/honours.contract.ts'
import { integrityContract, talksContract } from '#domain/integrity.contract.ts'
import { makeupsContract, meetingsContract } from '#domain/meetings.contract.ts'
import { servicesContract } from '#domain/services.contract.ts'
import { waitingStates } from '#domain/services.states.ts'
import { organizationsContract } from '#domain/organizations.contract.ts'
import { studiesContract } from '#domain/studies.contract.ts'
import type { ApiError } from '#lib/apiError.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useScope } from '#lib/scope.ts'
import { useCan } from '#lib/session.ts'

/** Rows of a group shown on the workbench; the rest is behind its link. */
const SHOWN = 5
/** What falls due by the calendar is asked again, though nobody touched anything. */
const AGAIN = 5 * 60_000

/**
 * What waits for this account in the chosen scope, derived from the records. The bell and the workbench
 * both ask here, so they ask once and say the same. Counts are those of the lists they lead to, under
 * the same filter. A group that the account can neither act on nor look at is not asked.
 *
 * @param now false to wait with asking
 */
export function useTodos(now = true) {
  const { organizationId, year } = useScope()
  const can = useCan()
  const organization = organizationId ?? undefined
  const party = organizationId !== null && can('duties.read')
  const records = party && can('meetings.record')

  const groups = {
    overdue: useGroup(
      now,
      party,
      queryOptionsOf(dutiesContract.due, { query: { organization, overdue: 'true', size: SHOWN } }),
    ),
    due: useGroup(
      now,
      party,
      queryOptionsOf(dutiesContract.due, {
        query: { organization, overdue: 'false', size: SHOWN },
      }),
    ),
    sign: useGroup(
      now,
      party && can('meetings.sign'),
      queryOptionsOf(meetingsContract.list, {
        query: { organization, year, statuses: ['submitted'], size: SHOWN },
      }),
    ),
    drafts: useGroup(
      now,
      records,
      queryOptionsOf(meetingsContract.list, {
        query: { organization, year, statuses: ['draft'], size: SHOWN },
      }),
    ),
    makeups: useGroup(
      now,
      records,
      queryOptionsOf(makeupsContract.list, {
        query: { organization, states: ['open', 'overdue'], size: SHOWN },
      }),
    ),
    studies: useGroup(
      now,
      party && can('studies.record'),
      queryOptionsOf(studiesContract.list, {
        query: { organization, year, due: 'true', sort: 'heldOn', size: SHOWN },
      }),
    ),
    campaigns: useGroup(
      now,
      party && (can('honours.manage') || can('honours.nominate')),
      queryOptionsOf(campaignsContract.list, {
        query: { organization, year, waiting: 'true', size: SHOWN },
      }),
    ),
    // Only who keeps the talks is told of what follows from them.
    followUps: useGroup(
      now,
      party && can('integrity.talk'),
      queryOptionsOf(talksContract.followUps, {
        query: { organization, states: ['open', 'overdue'], size: SHOWN },
      }),
    ),
    responsibilities: useGroup(
      now,
      party && can('integrity.record'),
      queryOptionsOf(integrityContract.responsibilities, {
        query: { organization, year, states: ['overdue'], size: SHOWN },
      }),
    ),
    services: useGroup(
      now,
      party && can('services.confirm'),
      queryOptionsOf(servicesContract.list, {
        query: { organization, year, states: [...waitingStates], mine: 'false', size: SHOWN },
      }),
    ),
    // The own ones that came back, whatever else one is.
    returned: useGroup(
      now,
      party && can('services.log'),
      queryOptionsOf(servicesContract.list, {
        query: { year, states: ['returned'], mine: 'true', size: SHOWN },
      }),
    ),
    terms: useGroup(
      now,
      party && can('organizations.read'),
      queryOptionsOf(organizationsContract.termsDue, {
        query: { within: organization, size: SHOWN },
      }),
    ),
  }
  const asked = Object.values<Group>(groups).filter((group) => group.asked)
  return {
    groups,
    /** None is still on its way for the first time. */
    ready: asked.every(({ total, error }) => total !== undefined || error !== null),
    failed: asked.some(({ error }) => error !== null),
    asks: asked.length > 0,
    count: asked.reduce((sum, { total }) => sum + (total ?? 0), 0),
  }
}
export type Todos = ReturnType<typeof useTodos>

/** One kind of thing to do: how many there are, and the first of them. */
export interface Group<Row = unknown> {
  asked: boolean
  total: number | undefined
  rows: readonly Row[]
  error: ApiError | null
  retry: () => void
}

function useGroup<D extends { rows: unknown[]; total: number }>(
  now: boolean,
  asked: boolean,
  options: UseQueryOptions<D, ApiError>,
): Group<D['rows'][number]> {
  const { data, error, refetch } = useQuery({
    ...options,
    enabled: asked && now,
    refetchInterval: AGAIN,
  })
  return {
    asked,
    total: data?.total,
    rows: data?.rows ?? [],
    error: data ? null : error,
    retry: () => void refetch(),
  }
}
