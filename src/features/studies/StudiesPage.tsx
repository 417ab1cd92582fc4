import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo } from 'react'
import { studiesContract } from '#domain/studies.contract.ts'
import { call } from '#lib/api.ts'
import { useText } from '#lib/i18n.ts'
import { listLoader } from '#lib/loaders.ts'
import { paths } from '#lib/paths.ts'
import { listed, queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope, useScope } from '#lib/scope.ts'
import { useCan } from '#lib/session.ts'
import { useUrlState } from '#lib/urlState.ts'
import { RecordList } from '#parts/RecordList.tsx'
import { Button, ButtonLink } from '#ui/Button.tsx'
import { ExportButton } from '#ui/ExportButton.tsx'
import { Page } from '#ui/Page.tsx'
import { Permit } from '#ui/Permit.tsx'
import { PHONE, useMedia } from '#ui/useMedia.ts'
import { Figures } from './Figures.tsx'
import { beside, listColumns } from './listColumns.tsx'
import { ListFilters } from './ListFilters.tsx'
import { isFiltered, listState, none, queryOf } from './listState.ts'
import { hoursOf } from './words.ts'
import './studies.css'

/** Record and form travel only when one is opened. */
const StudyView = lazy(() => import('./StudyView.tsx'))
const StudyForm = lazy(() => import('./StudyForm.tsx'))

export const loader = listLoader(studiesContract.list, listState, queryOf)

/** The year's study activities of the scope. */
export function Component() {
  const { studies: t, ui } = useText()
  const scope = useScope()
  const keep = useKeepScope()
  const mayRecord = useCan()('studies.record')
  const phone = useMedia(PHONE)
  const [state, setState] = useUrlState(listState)
  const list = useQuery({
    ...queryOptionsOf(studiesContract.list, { query: queryOf(state, scope) }),
    placeholderData: keepPreviousData,
  })
  const columns = useMemo(() => listColumns(t, phone), [t, phone])
  const record = (
    <Permit allowed={mayRecord} reason={t.actions.needRecord}>
      <Button kind="primary" onClick={() => setState({ form: 'new' })}>
        {t.record}
      </Button>
    </Permit>
  )

  return (
    <Page
      title={t.title}
      purpose={t.purpose}
      action={
        <>
          <ExportButton
            label={ui.export.label}
            ask={(signal) => {
              const { page: _page, size: _size, ...body } = queryOf(state, scope)
              return call(studiesContract.exportList, { body, signal })
            }}
          />
          <ButtonLink to={keep(paths.studyHours())}>{t.toHours}</ButtonLink>
          {record}
        </>
      }
      filters={<ListFilters state={state} onChange={setState} />}
    >
      {scope.organizationId ? (
        <Figures organizationId={scope.organizationId} year={scope.year} state={state} />
      ) : null}
      <RecordList
        id="studies"
        label={t.title}
        list={listed(list)}
        columns={columns}
        beside={beside}
        rowPath={({ id }) => keep(paths.study(id))}
        ownPage
        rowTitle={({ topic }) => topic}
        usual="-heldOn"
        sum={list.data ? t.sum(hoursOf(list.data.sum)) : null}
        empty={{ title: t.none, text: t.noneText, action: record }}
        onClearFilters={isFiltered(state) ? () => setState(none) : null}
        state={state}
        setState={setState}
        detail={state.open ? <StudyView id={state.open} aside /> : null}
      />
      {state.form && mayRecord ? (
        <Suspense fallback={null}>
          <StudyForm onClose={() => setState({ form: undefined })} />
        </Suspense>
      ) : null}
    </Page>
  )
}
