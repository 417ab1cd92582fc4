import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo } from 'react'
import { useHref } from 'react-router'
import { studiesContract } from '#domain/studies.contract.ts'
import { call } from '#lib/api.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { listed, queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope, useScope } from '#lib/scope.ts'
import { useCan } from '#lib/session.ts'
import { useUrlState } from '#lib/urlState.ts'
import { Button, ButtonLink } from '#ui/Button.tsx'
import { ExportButton } from '#ui/ExportButton.tsx'
import { Page } from '#ui/Page.tsx'
import { useOpenPage } from '#ui/PagePlace.tsx'
import { Permit } from '#ui/Permit.tsx'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { SplitView } from '#ui/SplitView.tsx'
import { DataTable } from '#ui/table/DataTable.tsx'
import { PHONE, useMedia, WIDE } from '#ui/useMedia.ts'
import { Figures } from './Figures.tsx'
import { listColumns } from './listColumns.tsx'
import { ListFilters } from './ListFilters.tsx'
import { hasFilters, listState, noFilters, queryOf, type ListState } from './listState.ts'
import { hoursOf } from './words.ts'
import './studies.css'

/** Record and form travel only when one is opened. */
const StudyView = lazy(() => import('./StudyView.tsx'))
const StudyForm = lazy(() => import('./StudyForm.tsx'))

const usual = '-heldOn'

/** The year's study activities of the scope. */
export function Component() {
  const { studies: t, ui } = useText()
  const scope = useScope()
  const keep = useKeepScope()
  const openPage = useOpenPage()
  const base = useHref('/').replace(/\/$/, '')
  const mayRecord = useCan()('studies.record')
  const phone = useMedia(PHONE)
  const wide = useMedia(WIDE)
  const [state, setState] = useUrlState(listState)
  const list = useQuery({
    ...queryOptionsOf(studiesContract.list, { query: queryOf(state, scope) }),
    placeholderData: keepPreviousData,
  })
  const beside = wide && state.open !== undefined
  const columns = useMemo(() => listColumns(t, { phone, beside }), [t, phone, beside])
  const open = list.data?.rows.find(({ id }) => id === state.open)
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
      <SplitView
        title={open?.topic ?? t.title}
        open={state.open !== undefined}
        onClose={() => setState({ open: undefined })}
        list={
          <DataTable
            id="studies"
            label={t.title}
            columns={columns}
            {...listed(list)}
            rowKey={({ id }) => id}
            rowTitle={({ topic }) => topic}
            state={state}
            // From the usual order, newest first, the next press turns it round.
            onState={({ page, size, sort = state.sort === usual ? 'heldOn' : usual }) =>
              setState({ page, size, sort: sort as ListState['sort'] })
            }
            rowHref={({ id }) => base + keep(paths.study(id))}
            onOpen={({ id, topic }) =>
              wide
                ? setState({ open: id }, { replace: state.open !== undefined })
                : openPage(keep(paths.study(id)), topic)
            }
            selected={state.open ?? null}
            sum={list.data ? t.sum(hoursOf(list.data.sum)) : null}
            empty={{ title: t.none, text: t.noneText, action: record }}
            onClearFilters={hasFilters(state) ? () => setState(noFilters) : null}
          />
        }
        detail={
          state.open === undefined ? null : (
            <Suspense fallback={<SkeletonLines lines={10} />}>
              <StudyView key={state.open} id={state.open} aside />
            </Suspense>
          )
        }
      />
      {state.form && mayRecord ? (
        <Suspense fallback={null}>
          <StudyForm onClose={() => setState({ form: undefined })} />
        </Suspense>
      ) : null}
    </Page>
  )
}
