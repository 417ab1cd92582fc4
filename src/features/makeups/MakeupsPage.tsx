import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link, useSearchParams } from 'react-router'
import { z } from 'zod'
import { makeupsContract } from '#domain/meetings.contract.ts'
import type { OrganizationId } from '#domain/ids.ts'
import { makeupFilter, type Makeup } from '#domain/makeups.ts'
import { useText, type Text } from '#lib/i18n.ts'
import { asked, filtersOf } from '#lib/listState.ts'
import { listLoader } from '#lib/loaders.ts'
import { paths } from '#lib/paths.ts'
import { listed, queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope, useScope, type Scope } from '#lib/scope.ts'
import { useCan } from '#lib/session.ts'
import { useUrlState, writeUrlState } from '#lib/urlState.ts'
import { wholeList } from '#lib/wholeList.ts'
import { MemberChip } from '#parts/MemberChip.tsx'
import { MemberName } from '#parts/MemberName.tsx'
import { FilterChip } from '#ui/filters/FilterChip.tsx'
import { Page } from '#ui/Page.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { Segments } from '#ui/Segments.tsx'
import type { Column } from '#ui/table/columns.ts'
import { DataTable } from '#ui/table/DataTable.tsx'
import { StatusTag } from '#ui/Tags.tsx'
import { useForms } from './useForms.tsx'
import './makeups.css'

const shows = {
  owed: ['open', 'overdue'],
  overdue: ['overdue'],
  done: ['done'],
  all: undefined,
} as const
const listState = z.object({
  page: makeupFilter.shape.page,
  size: makeupFilter.shape.size,
  member: makeupFilter.shape.member,
  meeting: makeupFilter.shape.meeting,
  hand: makeupFilter.shape.hand,
  q: makeupFilter.shape.q,
  sort: makeupFilter.shape.sort,
  mine: makeupFilter.shape.mine,
  show: z.enum(['owed', 'overdue', 'done', 'all']).default('owed'),
})
type ListState = z.output<typeof listState>

const { none, setIn } = filtersOf(listState)
/** All of them, whatever became of them, is no filter. */
const isFiltered = (state: ListState) =>
  setIn(state).some((name) => name !== 'show' || state.show !== 'all')

/** The asker's own; a member that the address names goes before. */
const isOwn = ({ mine, member }: ListState) => mine === true && member === undefined

function queryOf(state: ListState, { organizationId }: Scope) {
  const { show, mine: _, hand, ...rest } = state
  const states = shows[show]
  return {
    ...rest,
    ...(isOwn(state)
      ? { mine: asked(true) }
      : { organization: (organizationId ?? undefined) as OrganizationId | undefined }),
    hand: asked(hand),
    states: states && [...states],
  }
}

export const loader = listLoader(makeupsContract.list, listState, queryOf)

const tones = { open: 'info', overdue: 'warning', done: 'success' } as const

function columnsOf(
  t: Text['makeups'],
  to: (path: string) => string,
  button: (row: Makeup) => ReactNode,
): Column<Makeup>[] {
  return [
    {
      key: 'member',
      title: t.columns.member,
      width: 9,
      sortable: true,
      render: ({ memberId, memberName, mayOpen }) => (
        <MemberName memberId={memberId} name={memberName} mayOpen={mayOpen} />
      ),
      text: ({ memberName }) => memberName,
    },
    {
      key: 'state',
      title: t.columns.state,
      width: 8,
      render: (row) => <StatusTag tone={tones[row.state]}>{t.states[row.state]}</StatusTag>,
    },
    {
      key: 'dueOn',
      title: t.columns.dueOn,
      width: 8,
      sortable: true,
      render: (row) => row.doneOn ?? row.dueOn,
    },
    {
      key: 'heldOn',
      sortable: true,
      title: t.columns.meeting,
      wrap: true,
      render: (row) => (
        <Link to={to(paths.meeting(row.meetingId))}>
          {t.meetingLine(row.heldOn, row.meetingTitle)}
        </Link>
      ),
    },
    {
      key: 'organization',
      title: t.columns.organization,
      width: 15,
      hideable: true,
      wrap: true,
      render: (row) => row.organizationName,
    },
    {
      key: 'how',
      title: t.columns.how,
      width: 13,
      wrap: true,
      render: (row) => (
        <>
          {row.how} {button(row)}
        </>
      ),
      text: (row) => row.how,
    },
  ]
}

/** Who missed a meeting and has not caught up. */
export function Component() {
  const { makeups: t, workbench, ui } = useText()
  const keep = useKeepScope()
  const scope = useScope()
  const mayConfirm = useCan()('makeups.confirm')
  const [state, setState] = useUrlState(listState)
  const query = queryOf(state, scope)
  const list = useQuery({
    ...queryOptionsOf(makeupsContract.list, { query }),
    placeholderData: keepPreviousData,
  })
  const forms = useForms(mayConfirm ? null : t.needRight, list.data?.rows)
  const columns = columnsOf(t, keep, forms.button)
  // By the address, not by what the list before it still shows.
  const rowOf = (is: (row: Makeup) => boolean) => list.data?.rows.find(is)

  return (
    <Page
      title={t.title}
      purpose={t.purpose}
      filters={
        <>
          <Shows chosen={state.show} />
          <SearchField
            label={t.search}
            value={state.q ?? ''}
            onChange={(q) => setState({ q: q || undefined })}
          />
          {state.meeting ? (
            <FilterChip
              label={t.ofMeeting(
                rowOf(({ meetingId }) => meetingId === state.meeting)?.meetingTitle ?? t.oneMeeting,
              )}
              onRemove={() => setState({ meeting: undefined })}
            />
          ) : null}
          {isOwn(state) ? (
            <FilterChip
              label={workbench.groups.ownMakeups}
              onRemove={() => setState({ mine: undefined })}
            />
          ) : null}
          {state.hand ? (
            <FilterChip label={ui.hand} onRemove={() => setState({ hand: undefined })} />
          ) : null}
          {/* Last: its name may come late, and moves nothing. */}
          {state.member ? (
            <MemberChip
              memberId={state.member}
              name={
                rowOf(({ memberId }) => memberId === state.member)?.memberName ??
                (list.isSuccess && !list.isPlaceholderData ? null : undefined)
              }
              said={t.ofMember}
              onRemove={() => setState({ member: undefined })}
            />
          ) : null}
        </>
      }
    >
      <DataTable
        id="makeups"
        label={t.title}
        columns={columns}
        {...listed(list)}
        whole={wholeList(makeupsContract.list, query)}
        rowKey={({ id }) => id}
        rowTitle={({ memberName, meetingTitle }) => `${memberName} ${meetingTitle}`}
        state={state}
        onState={({ page, size, sort }) =>
          setState({ page, size, sort: sort as ListState['sort'] })
        }
        choice={forms.choice}
        tools={forms.tools}
        empty={{ title: t.none, text: t.noneText }}
        onClearFilters={isFiltered(state) ? () => setState(none) : null}
      />
      {forms.form}
    </Page>
  )
}

/** What is owed, what of it is overdue, what is done, or all. */
function Shows({ chosen }: { chosen: keyof typeof shows }) {
  const { makeups: t } = useText()
  const [search] = useSearchParams()
  const items = (Object.keys(shows) as (keyof typeof shows)[]).map((show) => ({
    key: show,
    label: t.filters[show],
    search: writeUrlState(listState, search, { show }).toString(),
  }))
  return <Segments label={t.show} items={items} chosen={chosen} />
}
