import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { useHref } from 'react-router'
import { membersContract } from '#domain/members.contract.ts'
import type { MemberRow } from '#domain/members.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope, useScope } from '#lib/scope.ts'
import { useToday } from '#lib/session.ts'
import { useUrlState } from '#lib/urlState.ts'
import { wholeList } from '#lib/wholeList.ts'
import { usePermits } from '#parts/permits.ts'
import { Page } from '#ui/Page.tsx'
import { useOpenPage } from '#ui/PagePlace.tsx'
import { ReasonButton } from '#ui/ReasonButton.tsx'
import { SplitView } from '#ui/SplitView.tsx'
import { DataTable } from '#ui/table/DataTable.tsx'
import { PHONE, useMedia, WIDE } from '#ui/useMedia.ts'
import { columnsOf } from './columns.tsx'
import { CreateForm } from './CreateForm.tsx'
import { Filters } from './Filters.tsx'
import { MemberRecord } from './MemberRecord.tsx'
import { isFiltered, memberUrl, noFilters, queryOf, type MemberUrl } from './urlState.ts'
import { useChosen } from './useChosen.tsx'
import './members.css'

/** With a record beside it, the table keeps name, status and organization. */
const BESIDE = 3

/** The roster of the scope. A row opens beside it where there is room, else on its own page. */
export function Component() {
  const text = useText()
  const t = text.members
  const permit = usePermits()
  const today = useToday()
  const wide = useMedia(WIDE)
  const phone = useMedia(PHONE)
  const openPage = useOpenPage()
  const keep = useKeepScope()
  const base = useHref('/').replace(/\/$/, '')
  const { organizationId } = useScope()
  const [state, setState] = useUrlState(memberUrl)
  const [creating, setCreating] = useState(false)
  const filter = useCallback(
    (change: Partial<MemberUrl>) => setState({ ...change, open: undefined }),
    [setState],
  )

  const query = queryOf(state, organizationId)
  const list = useQuery({
    ...queryOptionsOf(membersContract.list, { query }),
    placeholderData: keepPreviousData,
  })
  const { probationDue, lostLong } = state
  const columns = useMemo(
    () => columnsOf(text, today, phone, { probationDue, lostLong }),
    [text, today, phone, probationDue, lostLong],
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
  const open = (row: MemberRow) => {
    if (wide) setState({ open: row.id }, { replace: state.open !== undefined })
    else openPage(keep(paths.member(row.id)), row.name)
  }

  return (
    <Page
      title={t.title}
      purpose={t.purpose}
      action={create}
      filters={<Filters state={state} onChange={filter} />}
    >
      <div className="mb-list" data-open={state.open !== undefined}>
        <SplitView
          open={state.open !== undefined}
          onClose={() => setState({ open: undefined })}
          title={show.data?.name ?? list.data?.rows.find(({ id }) => id === state.open)?.name ?? ''}
          list={
            <DataTable
              // Another name than before there were so many: what is not among the hidden ones of a choice is shown.
              id={phone ? 'roster.phone' : 'roster'}
              label={t.title}
              columns={state.open !== undefined && wide ? columns.slice(0, BESIDE) : columns}
              rows={list.data?.rows}
              total={list.data?.total}
              rowKey={({ id }) => id}
              rowTitle={({ name }) => name}
              state={state}
              onState={({ page, size, sort }) =>
                setState({ page, size, sort: sort as MemberUrl['sort'] })
              }
              rowHref={({ id }) => base + keep(paths.member(id))}
              onOpen={open}
              selected={state.open ?? null}
              choice={several.choice}
              tools={several.tools}
              whole={wholeList(membersContract.list, query)}
              busy={list.isPlaceholderData}
              error={
                list.isError
                  ? { text: list.error.message, onRetry: () => void list.refetch() }
                  : null
              }
              empty={{ title: t.empty, text: t.emptyText, action: create }}
              onClearFilters={isFiltered(state) ? () => filter(noFilters) : null}
            />
          }
          detail={
            state.open === undefined ? null : (
              <MemberRecord key={state.open} id={state.open} beside />
            )
          }
        />
      </div>
      {several.form}
      {creating ? <CreateForm onClose={() => setCreating(false)} /> : null}
    </Page>
  )
}
