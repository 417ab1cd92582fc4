import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { integrityContract } from '#domain/integrity.contract.ts'
import type { EducationFollowUp } from '#domain/integrity.ts'
import { useText, type Text } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { latest, listed, queryOptionsOf, useCall } from '#lib/queries.ts'
import { useKeepScope } from '#lib/scope.ts'
import { useCan } from '#lib/session.ts'
import { wholeList } from '#lib/wholeList.ts'
import { ReasonButton } from '#ui/ReasonButton.tsx'
import type { Column } from '#ui/table/columns.ts'
import { FinishForm } from './FollowUpSection.tsx'
import { FollowUpTable } from './FollowUpTable.tsx'
import { queries, type Place } from './queries.ts'
import { ReopenForm } from './ReopenForm.tsx'
import type { IntegrityState, SetState } from './state.ts'

interface MeasuresViewProps {
  place: Place
  state: IntegrityState
  setState: SetState
}

/** What follows from 警示教育, listed where it is to be done, late first. */
export function MeasuresView({ place, state, setState }: MeasuresViewProps) {
  const { integrity: t, organizations } = useText()
  const keep = useKeepScope()
  const may = useCan()('integrity.record')
  const [finishing, setFinishing] = useState<EducationFollowUp | null>(null)
  const [reopening, setReopening] = useState<EducationFollowUp | null>(null)
  const reopen = useCall(integrityContract.reopenEducationFollowUp, ['integrity'])
  const finish = useCall(integrityContract.finishEducationFollowUp, ['integrity'])
  const query = queries.measures(state, place)
  const list = useQuery({
    ...queryOptionsOf(integrityContract.educationFollowUps, { query }),
    placeholderData: keepPreviousData,
  })
  const rows = list.data?.rows
  return (
    <>
      <FollowUpTable
        id="measures"
        label={t.views.measures}
        list={listed(list)}
        whole={wholeList(integrityContract.educationFollowUps, query)}
        columns={columnsOf(t, {
          to: (id) => keep(paths.integrity({ view: 'educations', open: id })),
          reason: ({ mayRecord }) =>
            !may ? t.needRecord : mayRecord ? null : organizations.permit.outside,
          onFinish: setFinishing,
          onReopen: setReopening,
        })}
        state={state}
        setState={setState}
      />
      {reopening ? (
        <ReopenForm
          what={reopening.what}
          said={doneWords(latest(reopening, rows))}
          draftKey={`measure/${reopening.id}/reopen`}
          onClose={() => setReopening(null)}
          onSend={(reason, key) =>
            reopen.mutateAsync({
              params: { id: reopening.id },
              version: latest(reopening, rows).version,
              key,
              body: { reason },
            })
          }
        />
      ) : null}
      {finishing ? (
        <FinishForm
          what={finishing.what}
          draftKey={`measure/${finishing.id}/finish`}
          onClose={() => setFinishing(null)}
          onSend={(body, key) =>
            finish.mutateAsync({
              params: { id: finishing.id },
              version: latest(finishing, rows).version,
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
  reason: (measure: EducationFollowUp) => string | null
  onFinish: (measure: EducationFollowUp) => void
  onReopen: (measure: EducationFollowUp) => void
}

const doneWords = ({ doneOn, result }: EducationFollowUp) => `${doneOn ?? ''} ${result ?? ''}`

function columnsOf(t: Text['integrity'], acts: Acts): Column<EducationFollowUp>[] {
  return [
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
      width: 12,
      wrap: true,
      render: (row) =>
        row.doneOn ? (
          <>
            {doneWords(row)}{' '}
            <ReasonButton
              size="small"
              kind="text"
              reason={acts.reason(row)}
              onClick={() => acts.onReopen(row)}
            >
              {t.reopen.submit}
            </ReasonButton>
          </>
        ) : (
          <ReasonButton size="small" reason={acts.reason(row)} onClick={() => acts.onFinish(row)}>
            {t.talks.finish}
          </ReasonButton>
        ),
      text: (row) => (row.doneOn ? doneWords(row) : null),
    },
  ]
}
