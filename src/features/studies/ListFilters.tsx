import { useQuery } from '@tanstack/react-query'
import type { OrganizationId } from '#domain/ids.ts'
import { studiesContract } from '#domain/studies.contract.ts'
import { studyKind, studyStatus } from '#domain/studies.ts'
import { monthInProse } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useScope } from '#lib/scope.ts'
import { FilterChip } from '#ui/filters/FilterChip.tsx'
import { OneOf } from '#ui/filters/OneOf.tsx'
import { optionsOf, SomeOf } from '#ui/filters/SomeOf.tsx'
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
      <SomeOf
        label={t.filters.kind}
        options={optionsOf(studyKind.options, t.kinds)}
        value={state.kinds}
        onChange={(kinds) => onChange({ kinds })}
      />
      <SomeOf
        label={t.filters.status}
        options={optionsOf(studyStatus.options, t.statuses)}
        value={state.statuses}
        onChange={(statuses) => onChange({ statuses })}
      />
      <OneOf
        label={t.filters.series}
        any={t.filters.anySeries}
        room={10}
        options={[...known].map((one) => ({ value: one, label: one }))}
        value={state.series}
        onChange={(next) => onChange({ series: next })}
      />
      {state.any ? (
        <FilterChip label={ui.anyYear} onRemove={() => onChange({ any: undefined })} />
      ) : null}
      {state.hand ? (
        <FilterChip label={ui.hand} onRemove={() => onChange({ hand: undefined })} />
      ) : null}
      {state.month ? (
        <FilterChip
          label={ui.filters.of(monthInProse(state.month))}
          onRemove={() => onChange({ month: undefined })}
        />
      ) : null}
      {state.due ? (
        <FilterChip label={t.filters.due} onRemove={() => onChange({ due: undefined })} />
      ) : null}
      {state.direct ? (
        <FilterChip label={t.filters.direct} onRemove={() => onChange({ direct: undefined })} />
      ) : null}
    </>
  )
}

const named = (series: string | undefined): string[] => (series ? [series] : [])
