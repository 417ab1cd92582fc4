import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { cockpitContract } from '#domain/cockpit.contract.ts'
import { dutiesContract } from '#domain/duties.contract.ts'
import type { OrganizationId } from '#domain/ids.ts'
import { integrityContract } from '#domain/integrity.contract.ts'
import type { Duty } from '#domain/rules/duties.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useCan, useToday } from '#lib/session.ts'
import { useUrlState } from '#lib/urlState.ts'
import { FIRST_DUTY, owedIn, yearBefore } from './figures.ts'
import { cockpitState } from './state.ts'

export type CockpitQueries = ReturnType<typeof useCockpit>

/** Everything the cockpit of a scope and year shows, asked anew every `refresh` ms. */
export function useCockpit(
  query: { organization: OrganizationId; year: number },
  refresh: number | false,
) {
  const options = { placeholderData: keepPreviousData, refetchInterval: refresh } as const
  const shown = useQuery({ ...queryOptionsOf(cockpitContract.show, { query }), ...options })
  const summary = useQuery({ ...queryOptionsOf(dutiesContract.summary, { query }), ...options })
  const before = { ...query, ...yearBefore(query.year, useToday()) }
  const lastYear = useQuery({
    ...queryOptionsOf(dutiesContract.summary, { query: before }),
    ...options,
  })
  const [{ duty: chosen }, setState] = useUrlState(cockpitState)
  // The first that somebody here owes.
  const duty = chosen ?? (summary.data && owedIn(summary.data)[0]) ?? FIRST_DUTY
  const heat = useQuery({
    ...queryOptionsOf(dutiesContract.heat, { query: { ...query, duty } }),
    ...options,
  })
  const mayReadIntegrity = useCan()('integrity.read')
  const coverage = useQuery({
    ...queryOptionsOf(integrityContract.coverage, { query }),
    ...options,
    enabled: mayReadIntegrity,
  })
  const all = [shown, summary, lastYear, heat, coverage]
  const came = all.map(({ dataUpdatedAt }) => dataUpdatedAt).filter((at) => at > 0)
  return {
    shown,
    summary,
    lastYear,
    heat,
    duty,
    setDuty: (next: Duty) => setState({ duty: next }),
    /** Null: not for this account to read. */
    coverage: mayReadIntegrity ? coverage : null,
    /** When the oldest of the answers came, in ms; 0: none did. */
    asOf: came.length > 0 ? Math.min(...came) : 0,
  }
}
