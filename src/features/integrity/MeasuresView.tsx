import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { integrityContract } from '#domain/integrity.contract.ts'
import type { EducationFollowUp } from '#domain/integrity.ts'
import { useText, type Text } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { listed, queryOptionsOf, useCall } from '#lib/queries.ts'
import { useKeepScope } from '#lib/scope.ts'
import { useCan } from '#lib/session.ts'
import { ReasonButton } from '#ui/ReasonButton.tsx'
import { StatusTag } from '#ui/Tags.tsx'
import type { Column } from '#ui/table/columns.ts'
import { DataTable } from '#ui/table/DataTable.tsx'
import { FollowUpChoice } from './fields.tsx'
import { FinishForm } from './FollowUpSection.tsx'
import { followUpTones, type IntegrityState, type SetState } from './state.ts'

interface MeasuresViewProps {
  organization: string
  state: IntegrityState
  setState: SetState
}

/** What follows from 警示教育, listed where it is to be done, late first; without a choice, all that is still to be done. */
export function MeasuresView({ organization, state, setState }: MeasuresViewProps) {
  const { integrity: t } = useText()
  const keep = useKeepScope()
  const may = useCan()('integrity.record')
  const [finishing, setFinishing] = useState<EducationFollowUp | null>(null)
  const finish = useCall(integrityContract.finishEducationFollowUp, ['integrity', 'workbench'])
  const { page, size, followUp } = state
  const list = useQuery({
    ...queryOptionsOf(integrityContract.educationFollowUps, {
      query: { page, size, organization, states: followUp ? [followUp] : ['open', 'overdue'] },
    }),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <FollowUpChoice state={state} setState={setState} />
      <DataTable
        id="measures"
        label={t.views.measures}
        columns={columnsOf(t, {
          to: (id) => keep(paths.integrity({ view: 'educations', open: id })),
          reason: may ? null : t.needRecord,
          onFinish: setFinishing,
        })}
        {...listed(list)}
        rowKey={({ id }) => id}
        state={{ page, size }}
        onState={(next) => setState({ page: next.page, size: next.size })}
        empty={{ title: t.talks.noneToDo }}
        onClearFilters={followUp ? () => setState({ followUp: undefined }) : null}
      />
      {finishing ? (
        <FinishForm
          what={finishing.what}
          onClose={() => setFinishing(null)}
          onSend={(body, key) =>
            finish.mutateAsync({
              params: { id: finishing.id },
              version: finishing.version,
              key,
              body,
            })
          }
        />
      ) : null}
    </>
  )
}

interface Acts {
  to: (educationId: string) => string
  reason: string | null
  onFinish: (measure: EducationFollowUp) => void
}

function columnsOf(t: Text['integrity'], acts: Acts): Column<EducationFollowUp>[] {
  return [
    { key: 'what', title: t.talks.what, render: (row) => row.what },
    {
      key: 'state',
      title: t.responsibilities.state,
      width: 7,
      render: (row) => (
        <StatusTag tone={followUpTones[row.state]}>{t.followUpStates[row.state]}</StatusTag>
      ),
    },
    { key: 'dueOn', title: t.talks.dueOn, width: 8, render: (row) => row.dueOn },
    { key: 'place', title: t.measures.place, width: 13, render: (row) => row.placeName },
    {
      key: 'education',
      title: t.views.educations,
      width: 14,
      hideable: true,
      render: ({ educationId, educationTitle }) =>
        educationId ? <Link to={acts.to(educationId)}>{educationTitle}</Link> : educationTitle,
    },
    {
      key: 'act',
      title: t.talks.result,
      width: 10,
      render: (row) =>
        row.doneOn ? (
          `${row.doneOn} ${row.result ?? ''}`
        ) : (
          <ReasonButton size="small" reason={acts.reason} onClick={() => acts.onFinish(row)}>
            {t.talks.finish}
          </ReasonButton>
        ),
    },
  ]
}
