import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { integrityContract } from '#domain/integrity.contract.ts'
import { responsibilityState, type Responsibility } from '#domain/responsibilities.ts'
import { useText } from '#lib/i18n.ts'
import { latest, listed, queryOptionsOf } from '#lib/queries.ts'
import { wholeList } from '#lib/wholeList.ts'
import { FilterChip } from '#ui/filters/FilterChip.tsx'
import { OneOf } from '#ui/filters/OneOf.tsx'
import { optionsOf } from '#ui/filters/SomeOf.tsx'
import { DataTable } from '#ui/table/DataTable.tsx'
import { queries } from './queries.ts'
import { ReportButton, responsibilityColumns } from './responsibilityColumns.tsx'
import { ResponsibilityForm } from './ResponsibilityForms.tsx'
import type { IntegrityState, SetState } from './state.ts'

interface ViewProps {
  state: IntegrityState
  setState: SetState
}

/** What the account's own member answers for, of every organization and year. */
export function OwnResponsibilitiesView({ state, setState }: ViewProps) {
  const { integrity: t } = useText()
  const r = t.responsibilities
  const [reported, setReported] = useState<Responsibility | null>(null)
  const { page, size, due, state: shown } = state
  const query = queries.own(state)
  const list = useQuery({
    ...queryOptionsOf(integrityContract.ownResponsibilities, { query }),
    placeholderData: keepPreviousData,
  })
  const report = (row: Responsibility) =>
    row.doneOn ? null : <ReportButton item={row} onReport={() => setReported(row)} />
  // What is due first stands first.
  const columns = responsibilityColumns(t, report).map((one) => ({ ...one, sortable: undefined }))
  return (
    <>
      <div className="in-filters">
        <OneOf
          label={r.state}
          any={r.anyState}
          options={optionsOf(responsibilityState.options, t.states)}
          value={shown}
          onChange={(next) => setState({ state: next })}
        />
        {due ? <FilterChip label={r.ownDue} onRemove={() => setState({ due: undefined })} /> : null}
      </div>
      <DataTable
        id="own-responsibilities"
        label={t.views.own}
        columns={columns}
        {...listed(list)}
        whole={wholeList(integrityContract.ownResponsibilities, query)}
        rowKey={({ id }) => id}
        state={{ page, size }}
        onState={(next) => setState({ page: next.page, size: next.size })}
        empty={{ title: r.ownNone }}
        onClearFilters={shown || due ? () => setState({ state: undefined, due: undefined }) : null}
      />
      {reported ? (
        <ResponsibilityForm
          name="report"
          item={latest(reported, list.data?.rows)}
          onClose={() => setReported(null)}
        />
      ) : null}
    </>
  )
}
