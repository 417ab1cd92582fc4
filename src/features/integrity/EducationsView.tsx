import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { integrityContract } from '#domain/integrity.contract.ts'
import type { EducationRow } from '#domain/integrity.ts'
import { number } from '#lib/format.ts'
import { useText, type Text } from '#lib/i18n.ts'
import { filtersOf } from '#lib/listState.ts'
import { paths } from '#lib/paths.ts'
import { listed, queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope } from '#lib/scope.ts'
import { useCan } from '#lib/session.ts'
import { wholeList } from '#lib/wholeList.ts'
import { RecordList } from '#parts/RecordList.tsx'
import { ReasonButton } from '#ui/ReasonButton.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { StatusTag } from '#ui/Tags.tsx'
import type { Column } from '#ui/table/columns.ts'
import { EducationDetail } from './EducationDetail.tsx'
import { EducationForm } from './EducationForm.tsx'
import { queries, type Place } from './queries.ts'
import { integrityState, type IntegrityState, type SetState } from './state.ts'

const { none, isFiltered } = filtersOf(integrityState, ['q'])

interface ViewProps {
  place: Place
  state: IntegrityState
  setState: SetState
}

/** The year's 警示教育, with all their attendances on top: the number that led here. */
export function EducationsView({ place, state, setState }: ViewProps) {
  const { integrity: t } = useText()
  const keep = useKeepScope()
  const { q, withdrawn } = state
  const query = queries.educations(state, place)
  const list = useQuery({
    ...queryOptionsOf(integrityContract.educations, { query }),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <div className="in-filters">
        <SearchField
          label={t.educations.search}
          value={q ?? ''}
          onChange={(next) => setState({ q: next || undefined })}
        />
        <label className="sc-check">
          <input
            type="checkbox"
            checked={withdrawn === 'true'}
            onChange={(event) => setState({ withdrawn: event.target.checked ? 'true' : undefined })}
          />
          {t.educations.showWithdrawn}
        </label>
      </div>
      <RecordList
        id="educations"
        label={t.views.educations}
        list={listed(list)}
        rowPath={({ id }) => keep(paths.integrity({ view: 'educations', open: id }))}
        whole={wholeList(integrityContract.educations, query)}
        columns={columnsOf(t)}
        beside={['title', 'heldOn', 'present']}
        rowTitle={({ title }) => title}
        empty={{ title: t.educations.none, text: t.educations.noneText }}
        onClearFilters={isFiltered(state) ? () => setState(none) : null}
        sum={list.data ? t.educations.sum(number(list.data.sum)) : null}
        state={state}
        setState={setState}
        detail={state.open ? <EducationDetail id={state.open} /> : null}
      />
    </>
  )
}

function columnsOf(t: Text['integrity']): Column<EducationRow>[] {
  const c = t.educations.columns
  return [
    {
      key: 'title',
      title: c.title,
      render: (row) => (
        <>
          {row.title} {row.withdrawn ? <StatusTag tone="neutral">{t.withdrawn}</StatusTag> : null}
        </>
      ),
    },
    { key: 'heldOn', title: c.heldOn, width: 8, sortable: true, render: (row) => row.heldOn },
    {
      key: 'organization',
      title: c.organization,
      width: 13,
      sortable: true,
      hideable: true,
      render: (row) => row.organizationName,
    },
    { key: 'theme', title: c.theme, width: 16, hideable: true, render: (row) => row.theme },
    {
      key: 'present',
      title: c.present,
      width: 10,
      align: 'end',
      sortable: true,
      render: (row) => `${number(row.present)} / ${number(row.expected)}`,
    },
  ]
}

export function RecordEducation() {
  const { integrity: t } = useText()
  const can = useCan()
  const [open, setOpen] = useState(false)
  return (
    <>
      <ReasonButton
        kind="primary"
        reason={can('integrity.record') ? null : t.needRecord}
        onClick={() => setOpen(true)}
      >
        {t.educations.record}
      </ReasonButton>
      {open ? <EducationForm onClose={() => setOpen(false)} /> : null}
    </>
  )
}
