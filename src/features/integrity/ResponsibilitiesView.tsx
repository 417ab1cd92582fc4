import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { integrityContract } from '#domain/integrity.contract.ts'
import { whyNotVerify, type Responsibility } from '#domain/responsibilities.ts'
import { call } from '#lib/api.ts'
import { useText } from '#lib/i18n.ts'
import { filtersOf } from '#lib/listState.ts'
import { invalidate, latest, listed, queryOptionsOf } from '#lib/queries.ts'
import { useCan, useSession } from '#lib/session.ts'
import { wholeList } from '#lib/wholeList.ts'
import { nameIn } from '#parts/nameIn.ts'
import { ConfirmButton } from '#ui/ConfirmButton.tsx'
import { ReasonButton } from '#ui/ReasonButton.tsx'
import { toast } from '#ui/toasts.ts'
import { DataTable } from '#ui/table/DataTable.tsx'
import { ReportButton, responsibilityColumns } from './responsibilityColumns.tsx'
import { ResponsibilityFilters } from './ResponsibilityFilters.tsx'
import { ResponsibilityForm, type OpenForm } from './ResponsibilityForms.tsx'
import { queries, type Place } from './queries.ts'
import { integrityState, type IntegrityState, type SetState } from './state.ts'

const filters = ['layer', 'state', 'owner', 'due', 'hand', 'any'] as const
const { none, isFiltered } = filtersOf(integrityState, filters)

interface ViewProps {
  place: Place
  state: IntegrityState
  setState: SetState
}

/** The 责任清单 of a scope and year; each item is checked off with what proves it. */
export function ResponsibilitiesView({ place, state, setState }: ViewProps) {
  const { integrity: t, organizations } = useText()
  const can = useCan()
  const { memberId } = useSession()
  const may = can('integrity.record')
  const answers = can('integrity.answer')
  const reasonOf = ({ mayRecord }: Responsibility) =>
    !may ? t.needRecord : mayRecord ? null : organizations.permit.outside
  const verifyReasonOf = (row: Responsibility) => reasonOf(row) ?? whyNotVerify(row, memberId)
  const [form, setForm] = useState<OpenForm | null>(null)
  const { page, size } = state
  const query = queries.responsibilities(state, place)
  const list = useQuery({
    ...queryOptionsOf(integrityContract.responsibilities, { query }),
    placeholderData: keepPreviousData,
  })
  const remove = async ({ id, version }: Responsibility) => {
    await call(integrityContract.removeResponsibility, { params: { id }, version })
    toast.success(t.responsibilities.removed)
    void invalidate(['integrity'])
  }
  const columns = responsibilityColumns(t, (row) =>
    row.doneOn ? (
      <ReasonButton
        size="small"
        reason={reasonOf(row)}
        onClick={() => setForm({ name: 'reopen', item: row })}
      >
        {t.responsibilities.reopen}
      </ReasonButton>
    ) : (
      <>
        {answers && row.ownerId === memberId ? (
          <ReportButton item={row} onReport={() => setForm({ name: 'report', item: row })} />
        ) : null}
        <ReasonButton
          size="small"
          reason={verifyReasonOf(row)}
          onClick={() => setForm({ name: 'check', item: row })}
        >
          {t.responsibilities[row.state === 'reported' ? 'verify' : 'check']}
        </ReasonButton>
        {row.state === 'reported' ? (
          <ReasonButton
            size="small"
            reason={verifyReasonOf(row)}
            onClick={() => setForm({ name: 'return', item: row })}
          >
            {t.responsibilities.sendBack}
          </ReasonButton>
        ) : null}
        <ConfirmButton
          size="small"
          label={t.responsibilities.remove}
          title={t.responsibilities.removeTitle}
          hits={[row.title]}
          consequence={t.responsibilities.removeAfter}
          reason={reasonOf(row)}
          onConfirm={() => remove(row)}
        />
      </>
    ),
  )

  return (
    <>
      <ResponsibilityFilters
        state={state}
        setState={setState}
        ownerName={nameIn(list, (row) => row.ownerName)}
      />
      <DataTable
        id="responsibilities"
        label={t.views.responsibilities}
        columns={columns}
        {...listed(list)}
        whole={wholeList(integrityContract.responsibilities, query)}
        rowKey={({ id }) => id}
        state={{ page, size, sort: state.sort }}
        onState={(next) => setState({ page: next.page, size: next.size, sort: next.sort })}
        empty={{ title: t.responsibilities.none, text: t.responsibilities.noneText }}
        onClearFilters={isFiltered(state) ? () => setState(none) : null}
      />
      {form ? (
        <ResponsibilityForm
          name={form.name}
          item={latest(form.item, list.data?.rows)}
          onClose={() => setForm(null)}
        />
      ) : null}
    </>
  )
}
