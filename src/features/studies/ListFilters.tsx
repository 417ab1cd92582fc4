import { useQuery } from '@tanstack/react-query'
import type { OrganizationId } from '#domain/ids.ts'
import { studiesContract } from '#domain/studies.contract.ts'
import { studyKind, studyStatus } from '#domain/studies.ts'
import { useText } from '#lib/i18n.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useScope } from '#lib/scope.ts'
import { FilterChip } from '#ui/FilterChip.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import type { ListState } from './listState.ts'

interface ListFiltersProps {
  state: ListState
  onChange: (change: Partial<ListState>) => void
}

export function ListFilters({ state, onChange }: ListFiltersProps) {
  const { studies: t, ui } = useText()
  const { organizationId } = useScope()
  const series = useQuery(
    queryOptionsOf(studiesContract.series, {
      query: { organization: (organizationId ?? undefined) as OrganizationId | undefined },
    }),
  )
  // A linked series stays to be seen though the scope has none of it.
  const known = new Set([...(series.data ?? []).map((one) => one.series), ...named(state.series)])
  return (
    <>
      <SearchField
        label={t.filters.search}
        value={state.q ?? ''}
        onChange={(q) => onChange({ q: q || undefined })}
      />
      <select
        className="sc-input"
        aria-label={t.filters.kind}
        value={state.kinds?.[0] ?? ''}
        onChange={({ target }) =>
          onChange({ kinds: target.value ? [studyKind.parse(target.value)] : undefined })
        }
      >
        <option value="">{t.filters.anyKind}</option>
        {studyKind.options.map((kind) => (
          <option key={kind} value={kind}>
            {t.kinds[kind]}
          </option>
        ))}
      </select>
      <select
        className="sc-input"
        aria-label={t.filters.status}
        value={state.statuses?.[0] ?? ''}
        onChange={({ target }) =>
          onChange({ statuses: target.value ? [studyStatus.parse(target.value)] : undefined })
        }
      >
        <option value="">{t.filters.anyStatus}</option>
        {studyStatus.options.map((status) => (
          <option key={status} value={status}>
            {t.statuses[status]}
          </option>
        ))}
      </select>
      <select
        className="sc-input st-series"
        aria-label={t.filters.series}
        value={state.series ?? ''}
        onChange={({ target }) => onChange({ series: target.value || undefined })}
      >
        <option value="">{t.filters.anySeries}</option>
        {[...known].map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
      {state.any ? (
        <FilterChip label={ui.anyYear} onRemove={() => onChange({ any: undefined })} />
      ) : null}
      {state.month ? (
        <button type="button" className="st-chip" onClick={() => onChange({ month: undefined })}>
          {t.filters.month(state.month)} <span aria-hidden="true">×</span>
          <span className="sc-sr">{t.filters.clear}</span>
        </button>
      ) : null}
      {state.due ? (
        <button type="button" className="st-chip" onClick={() => onChange({ due: undefined })}>
          {t.filters.due} <span aria-hidden="true">×</span>
          <span className="sc-sr">{t.filters.clear}</span>
        </button>
      ) : null}
      {state.direct ? (
        <button type="button" className="st-chip" onClick={() => onChange({ direct: undefined })}>
          {t.filters.direct} <span aria-hidden="true">×</span>
          <span className="sc-sr">{t.filters.clear}</span>
        </button>
      ) : null}
    </>
  )
}

const named = (series: string | undefined): string[] => (series ? [series] : [])
