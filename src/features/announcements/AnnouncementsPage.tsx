import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo } from 'react'
import { Link } from 'react-router'
import { announcementsContract } from '#domain/announcements.contract.ts'
import { useText } from '#lib/i18n.ts'
import { listLoader } from '#lib/loaders.ts'
import { paths } from '#lib/paths.ts'
import { listed, queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope, useScope } from '#lib/scope.ts'
import { useCan, useToday } from '#lib/session.ts'
import { useUrlState } from '#lib/urlState.ts'
import { wholeList } from '#lib/wholeList.ts'
import { RecordList } from '#parts/RecordList.tsx'
import { Button } from '#ui/Button.tsx'
import { Page } from '#ui/Page.tsx'
import { Permit } from '#ui/Permit.tsx'
import { beside, listColumns } from './listColumns.tsx'
import { ListFilters } from './ListFilters.tsx'
import { isFiltered, listState, none, queryOf } from './listState.ts'
import './announcements.css'

const AnnouncementView = lazy(() => import('./AnnouncementView.tsx'))
/** The form travels only when one is opened. */
const AnnounceForm = lazy(() => import('./AnnounceForm.tsx'))

export const loader = listLoader(announcementsContract.list, listState, queryOf)

/** The meetings to come of the scope, and those that were announced before. */
export function Component() {
  const text = useText()
  const t = text.announcements
  const scope = useScope()
  const keep = useKeepScope()
  const today = useToday()
  const mayRecord = useCan()('meetings.record')
  const [state, setState] = useUrlState(listState)
  const query = queryOf(state, scope, today)
  const list = useQuery({
    ...queryOptionsOf(announcementsContract.list, { query }),
    placeholderData: keepPreviousData,
  })
  const office = scope.organizationId !== null
  const columns = useMemo(() => listColumns(text, { today, office }), [text, today, office])
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
      <RecordList
        id="announcements"
        label={t.title}
        list={listed(list)}
        columns={columns}
        beside={beside}
        rowPath={({ id }) => keep(paths.announcement(id))}
        ownPage
        rowTitle={({ title }) => title}
        usual="-heldOn"
        whole={wholeList(announcementsContract.list, query)}
        empty={{ title: t.none, text: t.noneText, action: announce }}
        onClearFilters={isFiltered(state) ? () => setState(none) : null}
        state={state}
        setState={setState}
        detail={state.open ? <AnnouncementView id={state.open} aside /> : null}
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
