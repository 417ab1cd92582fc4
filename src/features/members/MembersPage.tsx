import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { membersContract } from '#domain/members.contract.ts'
import { dayInProse } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { listLoader } from '#lib/loaders.ts'
import { paths } from '#lib/paths.ts'
import { listed, queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope, useScope } from '#lib/scope.ts'
import { useToday } from '#lib/session.ts'
import { useUrlState } from '#lib/urlState.ts'
import { wholeList } from '#lib/wholeList.ts'
import { usePermits } from '#parts/permits.ts'
import { RecordList } from '#parts/RecordList.tsx'
import { Page } from '#ui/Page.tsx'
import { ReasonButton } from '#ui/ReasonButton.tsx'
import { PHONE, useMedia } from '#ui/useMedia.ts'
import { columnsOf } from './columns.tsx'
import { CreateForm } from './CreateForm.tsx'
import { Filters } from './Filters.tsx'
import { MemberRecord } from './MemberRecord.tsx'
import { isFiltered, memberUrl, none, queryOf, type MemberUrl } from './urlState.ts'
import { useChosen } from './useChosen.tsx'
import './members.css'

/** With a record beside it, the table keeps these. */
const beside = ['name', 'status', 'organization']

export const loader = listLoader(membersContract.list, memberUrl, queryOf)

/** The roster of the scope. A row opens beside it where there is room, else on its own page. */
export function Component() {
  const text = useText()
  const t = text.members
  const permit = usePermits()
  const today = useToday()
  const phone = useMedia(PHONE)
  const keep = useKeepScope()
  const scope = useScope()
  const [state, setState] = useUrlState(memberUrl)
  const [creating, setCreating] = useState(false)
  const filter = useCallback(
    (change: Partial<MemberUrl>) => setState({ ...change, open: undefined }),
    [setState],
  )

  const query = queryOf(state, scope)
  const list = useQuery({
    ...queryOptionsOf(membersContract.list, { query }),
    placeholderData: keepPreviousData,
  })
  const past = state.on !== undefined && state.on < today ? state.on : null
  const day = past ?? today
  const { probationDue, lostLong } = state
  const columns = useMemo(
    () => columnsOf(text, day, phone, { probationDue, lostLong }),
    [text, day, phone, probationDue, lostLong],
  )
  const show = useQuery({
    ...queryOptionsOf(membersContract.show, { params: { id: state.open ?? '' } }),
    enabled: state.open !== undefined,
    retry: false,
  })
  const right = permit('members.manage')
  const several = useChosen(right, list.data?.rows)
  const create = (
    <ReasonButton kind="primary" reason={right} onClick={() => setCreating(true)}>
      {t.create}
    </ReasonButton>
  )

  return (
    <Page
      title={t.title}
      purpose={t.purpose}
      action={create}
      filters={<Filters state={state} onChange={filter} />}
    >
      {past ? (
        <p className="mb-asof" role="note">
          <b>{t.asOf.title(dayInProse(past))}</b> {t.asOf.note}
        </p>
      ) : null}
      <div className="mb-list" data-open={state.open !== undefined}>
        <RecordList
          // Another name than before there were so many: what is not among the hidden ones of a choice is shown.
          id={phone ? 'roster.phone' : 'roster'}
          label={past ? t.asOf.title(past) : t.title}
          list={listed(list)}
          columns={columns}
          beside={beside}
          rowPath={({ id, elsewhere }) => (elsewhere ? null : keep(paths.member(id)))}
          ownPage
          rowTitle={({ name }) => name}
          title={show.data?.name}
          usual="organization"
          // Nobody is moved on a day that is past.
          choice={past ? undefined : several.choice}
          tools={past ? undefined : several.tools}
          whole={wholeList(membersContract.list, query)}
          empty={{ title: t.empty, text: t.emptyText, action: create }}
          onClearFilters={isFiltered(state) ? () => filter(none) : null}
          state={state}
          setState={setState}
          detail={state.open ? <MemberRecord id={state.open} beside /> : null}
        />
      </div>
      {several.form}
      {creating ? <CreateForm onClose={() => setCreating(false)} /> : null}
    </Page>
  )
}
