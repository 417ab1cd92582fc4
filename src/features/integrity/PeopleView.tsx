import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { integrityContract } from '#domain/integrity.contract.ts'
import type { CoveredPerson } from '#domain/coverage.ts'
import { useText, type Text } from '#lib/i18n.ts'
import { filtersOf } from '#lib/listState.ts'
import { paths } from '#lib/paths.ts'
import { listed, queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope } from '#lib/scope.ts'
import { wholeList } from '#lib/wholeList.ts'
import { OneOf } from '#ui/filters/OneOf.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { StatusTag } from '#ui/Tags.tsx'
import type { Column } from '#ui/table/columns.ts'
import { DataTable } from '#ui/table/DataTable.tsx'
import { queries, type Place } from './queries.ts'
import { integrityState, type IntegrityState, type SetState } from './state.ts'

const { none, isFiltered } = filtersOf(integrityState, ['q', 'reached'])

interface PeopleViewProps {
  place: Place
  state: IntegrityState
  setState: SetState
}

/** Whom the year's 警示教育 reached and whom it is still to reach: the rows behind the coverage. */
export function PeopleView({ place, state, setState }: PeopleViewProps) {
  const { integrity: t } = useText()
  const keep = useKeepScope()
  const { page, size, q, reached } = state
  const query = queries.people(state, place)
  const list = useQuery({
    ...queryOptionsOf(integrityContract.people, { query }),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <div className="in-filters">
        <OneOf
          label={t.people.state}
          any={t.people.all}
          options={[
            { value: 'true', label: t.people.reached },
            { value: 'false', label: t.people.unreached },
          ]}
          value={reached}
          onChange={(next) => setState({ reached: next })}
        />
        <SearchField
          label={t.people.search}
          value={q ?? ''}
          onChange={(next) => setState({ q: next || undefined })}
        />
      </div>
      <DataTable
        id="covered"
        label={t.views.people}
        columns={columnsOf(t)}
        {...listed(list)}
        whole={wholeList(integrityContract.people, query)}
        rowKey={({ memberId }) => memberId}
        state={{ page, size, sort: state.sort }}
        onState={(next) => setState({ page: next.page, size: next.size, sort: next.sort })}
        rowTitle={({ name }) => name}
        rowPath={({ memberId }) => keep(paths.member(memberId))}
        empty={{ title: t.people.none }}
        onClearFilters={isFiltered(state) ? () => setState(none) : null}
      />
    </>
  )
}

function columnsOf(t: Text['integrity']): Column<CoveredPerson>[] {
  return [
    { key: 'name', title: t.people.name, width: 10, sortable: true, render: ({ name }) => name },
    {
      key: 'organization',
      title: t.coverage.columns.name,
      sortable: true,
      render: ({ organizationName }) => organizationName,
    },
    {
      key: 'reached',
      title: t.people.state,
      width: 9,
      render: ({ reached }) => (
        <StatusTag tone={reached ? 'success' : 'neutral'}>
          {reached ? t.people.reached : t.people.unreached}
        </StatusTag>
      ),
    },
  ]
}
