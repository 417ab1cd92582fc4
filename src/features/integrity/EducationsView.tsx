import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { integrityContract } from '#domain/integrity.contract.ts'
import type { EducationRow } from '#domain/integrity.ts'
import { number } from '#lib/format.ts'
import { useText, type Text } from '#lib/i18n.ts'
import { listed, queryOptionsOf } from '#lib/queries.ts'
import { useCan } from '#lib/session.ts'
import { wholeList } from '#lib/wholeList.ts'
import { ReasonButton } from '#ui/ReasonButton.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { StatusTag } from '#ui/Tags.tsx'
import type { Column } from '#ui/table/columns.ts'
import { EducationDetail } from './EducationDetail.tsx'
import { EducationForm } from './EducationForm.tsx'
import { RecordList } from './RecordList.tsx'
import { educationSort, type IntegrityState, type SetState } from './state.ts'

interface ViewProps {
  organization: string
  year: number
  state: IntegrityState
  setState: SetState
}

/** The year's 警示教育, with all their attendances on top: the number that led here. */
export function EducationsView({ organization, year, state, setState }: ViewProps) {
  const { integrity: t } = useText()
  const { page, size, q, withdrawn, open } = state
  const query = { page, size, q, withdrawn, year, organization, sort: educationSort(state.sort) }
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
        <label className="in-check">
          <input
            type="checkbox"
            checked={withdrawn === 'true'}
            onChange={(event) => setState({ withdrawn: event.target.checked ? 'true' : undefined })}
          />
          {t.educations.showWithdrawn}
        </label>
      </div>
      <RecordList
        view="educations"
        list={listed(list)}
        whole={wholeList(integrityContract.educations, query)}
        columns={columnsOf(t)}
        beside={['title', 'heldOn', 'present']}
        titleOf={({ title }) => title}
        detail={open ? <EducationDetail key={open} id={open} /> : null}
        onClearFilters={q ? () => setState({ q: undefined }) : null}
        sum={list.data ? t.educations.sum(number(list.data.sum)) : null}
        state={state}
        setState={setState}
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
