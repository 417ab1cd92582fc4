import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useMemo } from 'react'
import { useHref, type LoaderFunctionArgs } from 'react-router'
import { meetingsContract } from '#domain/meetings.contract.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryClient } from '#lib/queryClient.ts'
import { listed, queryOptionsOf } from '#lib/queries.ts'
import { readScope, useKeepScope, useScope } from '#lib/scope.ts'
import { useCan } from '#lib/session.ts'
import { readUrlState, useUrlState } from '#lib/urlState.ts'
import { wholeList } from '#lib/wholeList.ts'
import { attendanceQuery } from '#parts/useAttendance.ts'
import { ButtonLink } from '#ui/Button.tsx'
import { Page } from '#ui/Page.tsx'
import { useOpenPage } from '#ui/PagePlace.tsx'
import { Permit } from '#ui/Permit.tsx'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { SplitView } from '#ui/SplitView.tsx'
import { DataTable } from '#ui/table/DataTable.tsx'
import { PHONE, useMedia, WIDE } from '#ui/useMedia.ts'
import { AttendanceLine } from './AttendanceLine.tsx'
import { listColumns } from './listColumns.tsx'
import { ListFilters } from './ListFilters.tsx'
import { cellOf, hasFilters, listState, noFilters, queryOf, type ListState } from './listState.ts'
import './meetings.css'

/** The record, at the side or its page, travels after the list has, while nobody waits: a press is then answered at once. */
const loadView = () => import('./MeetingView.tsx')
const loadPage = () => import('./MeetingPage.tsx')
const MeetingView = lazy(loadView)

/** Asked as soon as the code is here; nobody waits for the answer before the page stands. */
export function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const scope = readScope(searchParams)
  void queryClient.prefetchQuery(
    queryOptionsOf(meetingsContract.list, {
      query: queryOf(readUrlState(listState, searchParams), scope),
    }),
  )
  if (scope.organizationId)
    void queryClient.prefetchQuery(attendanceQuery(scope.organizationId, scope.year))
  return null
}

const usual = '-heldOn'

export function Component() {
  const { meetings: t, announcements } = useText()
  const scope = useScope()
  const keep = useKeepScope()
  const openPage = useOpenPage()
  const base = useHref('/').replace(/\/$/, '')
  const mayRecord = useCan()('meetings.record')
  const phone = useMedia(PHONE)
  const wide = useMedia(WIDE)
  const [state, setState] = useUrlState(listState)
  const query = queryOf(state, scope)
  const list = useQuery({
    ...queryOptionsOf(meetingsContract.list, { query }),
    placeholderData: keepPreviousData,
  })
  const arrived = list.data !== undefined
  useEffect(() => {
    if (!arrived) return undefined
    const timer = setTimeout(() => void (wide ? loadView() : loadPage()), 1_500)
    return () => clearTimeout(timer)
  }, [arrived, wide])
  const beside = wide && state.open !== undefined
  const columns = useMemo(() => listColumns(t, { phone, beside }), [t, phone, beside])
  const open = list.data?.rows.find(({ id }) => id === state.open)
  const cell = cellOf(state)
  // A cell of the matrix that nobody filled: the first step is to record that very meeting.
  const missing =
    cell && state.direct ? { organization: scope.organizationId ?? undefined, ...cell } : undefined
  const record = (
    <Permit allowed={mayRecord} reason={t.actions.needRecord}>
      <ButtonLink kind="primary" to={keep(paths.newMeeting(missing))}>
        {t.record}
      </ButtonLink>
    </Permit>
  )

  return (
    <Page
      title={t.title}
      purpose={t.purpose}
      action={
        <>
          <ButtonLink to={keep(paths.announcements())}>{announcements.title}</ButtonLink>
          <ButtonLink to={keep(paths.calendar())}>{t.calendar}</ButtonLink>
          {record}
        </>
      }
      filters={
        <ListFilters
          state={state}
          organ={scope.organizationName ?? list.data?.rows[0]?.organizationName ?? null}
          onChange={setState}
        />
      }
    >
      {scope.organizationId ? (
        <AttendanceLine organizationId={scope.organizationId} year={scope.year} />
      ) : null}
      <SplitView
        title={open?.title ?? t.title}
        open={state.open !== undefined}
        onClose={() => setState({ open: undefined })}
        list={
          <DataTable
            id="meetings"
            label={t.title}
            columns={columns}
            {...listed(list)}
            whole={wholeList(meetingsContract.list, query)}
            rowKey={({ id }) => id}
            rowTitle={(row) => row.title}
            state={state}
            // From the usual order, newest first, the next press turns it round.
            onState={({ page, size, sort = state.sort === usual ? 'heldOn' : usual }) =>
              setState({ page, size, sort: sort as ListState['sort'] })
            }
            rowHref={({ id }) => base + keep(paths.meeting(id))}
            onOpen={({ id, title }) =>
              wide
                ? setState({ open: id }, { replace: state.open !== undefined })
                : openPage(keep(paths.meeting(id)), title)
            }
            selected={state.open ?? null}
            empty={{
              title: missing ? t.cell.none : t.noneHere,
              text: missing ? t.cell.noneText : t.noneText,
              action: record,
            }}
            onClearFilters={hasFilters(state) && !missing ? () => setState(noFilters) : null}
          />
        }
        detail={
          state.open === undefined ? null : (
            <Suspense fallback={<SkeletonLines lines={10} />}>
              <MeetingView id={state.open} aside />
            </Suspense>
          )
        }
      />
    </Page>
  )
}
