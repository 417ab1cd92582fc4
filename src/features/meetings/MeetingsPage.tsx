import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { lazy, useEffect, useMemo } from 'react'
import type { LoaderFunction } from 'react-router'
import { meetingsContract } from '#domain/meetings.contract.ts'
import { useText } from '#lib/i18n.ts'
import { listLoader } from '#lib/loaders.ts'
import { paths } from '#lib/paths.ts'
import { queryClient } from '#lib/queryClient.ts'
import { listed, queryOptionsOf } from '#lib/queries.ts'
import { readScope, useKeepScope, useScope } from '#lib/scope.ts'
import { useCan } from '#lib/session.ts'
import { useUrlState } from '#lib/urlState.ts'
import { wholeList } from '#lib/wholeList.ts'
import { RecordList } from '#parts/RecordList.tsx'
import { attendanceQuery } from '#parts/useAttendance.ts'
import { ButtonLink } from '#ui/Button.tsx'
import { Page } from '#ui/Page.tsx'
import { Permit } from '#ui/Permit.tsx'
import { PHONE, useMedia, WIDE } from '#ui/useMedia.ts'
import { AttendanceLine } from './AttendanceLine.tsx'
import { beside, listColumns } from './listColumns.tsx'
import { ListFilters } from './ListFilters.tsx'
import { cellOf, isFiltered, listState, none, queryOf } from './listState.ts'
import './meetings.css'

/** The record, at the side or its page, travels after the list has, while nobody waits: a press is then answered at once. */
const loadView = () => import('./MeetingView.tsx')
const loadPage = () => import('./MeetingPage.tsx')
const MeetingView = lazy(loadView)

const askList = listLoader(meetingsContract.list, listState, queryOf)

export const loader: LoaderFunction = (given, context) => {
  const { organizationId, year } = readScope(new URL(given.request.url).searchParams)
  if (organizationId) void queryClient.prefetchQuery(attendanceQuery(organizationId, year))
  return askList(given, context)
}

export function Component() {
  const { meetings: t, announcements } = useText()
  const scope = useScope()
  const keep = useKeepScope()
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
  const columns = useMemo(() => listColumns(t, phone), [t, phone])
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
      <RecordList
        id="meetings"
        label={t.title}
        list={listed(list)}
        columns={columns}
        beside={beside}
        rowPath={({ id }) => keep(paths.meeting(id))}
        ownPage
        rowTitle={({ title }) => title}
        usual="-heldOn"
        whole={wholeList(meetingsContract.list, query)}
        empty={{
          title: missing ? t.cell.none : t.noneHere,
          text: missing ? t.cell.noneText : t.noneText,
          action: record,
        }}
        onClearFilters={isFiltered(state) && !missing ? () => setState(none) : null}
        state={state}
        setState={setState}
        detail={state.open ? <MeetingView id={state.open} aside /> : null}
      />
    </Page>
  )
}
