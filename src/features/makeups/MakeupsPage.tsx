import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { z } from 'zod'
import { makeupsContract } from '#domain/meetings.contract.ts'
import type { OrganizationId } from '#domain/ids.ts'
import { makeupFilter, type Makeup } from '#domain/meetings.ts'
import { useText, type Text } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { listed, queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope, useScope } from '#lib/scope.ts'
import { useCan, useSession } from '#lib/session.ts'
import { useUrlState } from '#lib/urlState.ts'
import { wholeList } from '#lib/wholeList.ts'
import { Button } from '#ui/Button.tsx'
import { FilterChip } from '#ui/filters/FilterChip.tsx'
import { Page } from '#ui/Page.tsx'
import { Permit } from '#ui/Permit.tsx'
import type { Column } from '#ui/table/columns.ts'
import { DataTable } from '#ui/table/DataTable.tsx'
import { StatusTag } from '#ui/Tags.tsx'
import { ConfirmMakeup } from './ConfirmMakeup.tsx'
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
  /** The asker's own, wherever they were missed. */
  mine: z.enum(['true']).optional(),
  show: z.enum(['owed', 'overdue', 'done', 'all']).default('owed'),
})
const tones = { open: 'info', overdue: 'warning', done: 'success' } as const

function columnsOf(
  t: Text['makeups'],
  to: (path: string) => string,
  button: (row: Makeup) => ReactNode,
): Column<Makeup>[] {
  return [
    { key: 'member', title: t.columns.member, width: 9, render: (row) => row.memberName },
    {
      key: 'state',
      title: t.columns.state,
      width: 8,
      render: (row) => <StatusTag tone={tones[row.state]}>{t.states[row.state]}</StatusTag>,
    },
    { key: 'dueOn', title: t.columns.dueOn, width: 8, render: (row) => row.doneOn ?? row.dueOn },
    {
      key: 'meeting',
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
      render: (row) => row.how ?? button(row),
      text: (row) => row.how,
    },
  ]
}

/** Who missed a meeting and has not caught up. */
export function Component() {
  const { makeups: t, workbench } = useText()
  const keep = useKeepScope()
  const { organizationId } = useScope()
  const { memberId } = useSession()
  const mayConfirm = useCan()('makeups.confirm')
  const [state, setState] = useUrlState(listState)
  const [confirming, setConfirming] = useState<Makeup | null>(null)
  const { show, mine, ...paging } = state
  const states = shows[show]
  const query = {
    ...paging,
    ...(mine
      ? { member: memberId ?? undefined }
      : { organization: (organizationId ?? undefined) as OrganizationId | undefined }),
    states: states && [...states],
  }
  const list = useQuery({
    ...queryOptionsOf(makeupsContract.list, { query }),
    placeholderData: keepPreviousData,
  })
  const columns = columnsOf(t, keep, (row) => (
    <Permit allowed={mayConfirm} reason={t.needRight}>
      <Button size="small" onClick={() => setConfirming(row)}>
        {t.confirm}
      </Button>
    </Permit>
  ))

  return (
    <Page
      title={t.title}
      purpose={t.purpose}
      filters={
        <>
          <fieldset className="mk-show">
            <legend className="sc-sr">{t.show}</legend>
            {(Object.keys(shows) as (keyof typeof shows)[]).map((one) => (
              <label key={one}>
                <input
                  type="radio"
                  name="show"
                  checked={show === one}
                  onChange={() => setState({ show: one })}
                />
                {t.filters[one]}
              </label>
            ))}
          </fieldset>
          {mine ? (
            <FilterChip
              label={workbench.groups.ownMakeups}
              onRemove={() => setState({ mine: undefined })}
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
        state={state}
        onState={({ page, size }) => setState({ page, size })}
        empty={{ title: t.none, text: t.noneText }}
        onClearFilters={show === 'owed' || show === 'all' ? null : () => setState({ show: 'owed' })}
      />
      {confirming ? (
        <ConfirmMakeup
          makeup={list.data?.rows.find(({ id }) => id === confirming.id) ?? confirming}
          onClose={() => setConfirming(null)}
        />
      ) : null}
    </Page>
  )
}
