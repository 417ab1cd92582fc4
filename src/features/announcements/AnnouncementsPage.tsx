import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo } from 'react'
import { Link, useHref, useNavigate, type LoaderFunctionArgs } from 'react-router'
import { announcementsContract } from '#domain/announcements.contract.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryClient } from '#lib/queryClient.ts'
import { listed, queryOptionsOf } from '#lib/queries.ts'
import { readScope, useKeepScope, useScope } from '#lib/scope.ts'
import { currentView, useCan, useToday } from '#lib/session.ts'
import { readUrlState, useUrlState } from '#lib/urlState.ts'
import { wholeList } from '#lib/wholeList.ts'
import { Button } from '#ui/Button.tsx'
import { Page } from '#ui/Page.tsx'
import { Permit } from '#ui/Permit.tsx'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { SplitView } from '#ui/SplitView.tsx'
import { DataTable } from '#ui/table/DataTable.tsx'
import { useMedia, WIDE } from '#ui/useMedia.ts'
import { listColumns } from './listColumns.tsx'
import { ListFilters } from './ListFilters.tsx'
import { hasFilters, listState, noFilters, queryOf, type ListState } from './listState.ts'
import './announcements.css'

const AnnouncementView = lazy(() => import('./AnnouncementView.tsx'))
/** The form travels only when one is opened. */
const AnnounceForm = lazy(() => import('./AnnounceForm.tsx'))

/** Asked as soon as the code is here; nobody waits for the answer before the page stands. */
export function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const state = readUrlState(listState, searchParams)
  const query = queryOf(state, readScope(searchParams), currentView().today)
  void queryClient.prefetchQuery(queryOptionsOf(announcementsContract.list, { query }))
  return null
}

const usual = '-heldOn'

/** The meetings to come of the scope, and those that were announced before. */
export function Component() {
  const text = useText()
  const t = text.announcements
  const scope = useScope()
  const keep = useKeepScope()
  const navigate = useNavigate()
  const base = useHref('/').replace(/\/$/, '')
  const today = useToday()
  const mayRecord = useCan()('meetings.record')
  const wide = useMedia(WIDE)
  const [state, setState] = useUrlState(listState)
  const query = queryOf(state, scope, today)
  const list = useQuery({
    ...queryOptionsOf(announcementsContract.list, { query }),
    placeholderData: keepPreviousData,
  })
  const beside = wide && state.open !== undefined
  const office = scope.organizationId !== null
  const columns = useMemo(
    () => listColumns(text, { today, beside, office }),
    [text, today, beside, office],
  )
  const open = list.data?.rows.find(({ id }) => id === state.open)
  const announce = (
    <Permit allowed={mayRecord} reason={t.needRecord}>
      <Button kind="primary" onClick={() => setState({ form: 'new' })}>
        {t.announce}
      </Button>
    </Permit>
  )

  return (
    <Page
      title={t.title}
      purpose={t.purpose}
      above={<Link to={keep(paths.meetings())}>{text.meetings.title}</Link>}
      action={announce}
      filters={<ListFilters state={state} onChange={setState} />}
    >
      <SplitView
        title={open?.title ?? t.title}
        open={state.open !== undefined}
        onClose={() => setState({ open: undefined })}
        list={
          <DataTable
            id="announcements"
            label={t.title}
            columns={columns}
            {...listed(list)}
            whole={wholeList(announcementsContract.list, query)}
            rowKey={({ id }) => id}
            rowTitle={({ title }) => title}
            state={state}
            // From the usual order, newest first, the next press turns it round.
            onState={({ page, size, sort = state.sort === usual ? 'heldOn' : usual }) =>
              setState({ page, size, sort: sort as ListState['sort'] })
            }
            rowHref={({ id }) => base + keep(paths.announcement(id))}
            onOpen={({ id }) =>
              wide
                ? setState({ open: id }, { replace: state.open !== undefined })
                : void navigate(keep(paths.announcement(id)))
            }
            selected={state.open ?? null}
            empty={{ title: t.none, text: t.noneText, action: announce }}
            onClearFilters={hasFilters(state) ? () => setState(noFilters) : null}
          />
        }
        detail={
          state.open === undefined ? null : (
            <Suspense fallback={<SkeletonLines lines={10} />}>
              <AnnouncementView key={state.open} id={state.open} aside />
            </Suspense>
          )
        }
      />
      {state.form && mayRecord ? (
        <Suspense fallback={null}>
          <AnnounceForm
            organ={state.organ}
            type={state.type}
            onClose={() => setState({ form: undefined, organ: undefined, type: undefined })}
          />
        </Suspense>
      ) : null}
    </Page>
  )
}
