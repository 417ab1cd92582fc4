import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { accountFilter, accountStanding } from '#domain/system.ts'
import { accountsContract } from '#domain/system.contract.ts'
import { instantInTable } from '#lib/format.ts'
import { useText, type Text } from '#lib/i18n.ts'
import { filtersOf } from '#lib/listState.ts'
import { listLoader } from '#lib/loaders.ts'
import { paths } from '#lib/paths.ts'
import { listed, queryOptionsOf } from '#lib/queries.ts'
import { useUrlState } from '#lib/urlState.ts'
import { wholeList } from '#lib/wholeList.ts'
import { Button } from '#ui/Button.tsx'
import { optionsOf, SomeOf } from '#ui/filters/SomeOf.tsx'
import { Page } from '#ui/Page.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { SplitView } from '#ui/SplitView.tsx'
import type { Column } from '#ui/table/columns.ts'
import { DataTable } from '#ui/table/DataTable.tsx'
import { StatusTag } from '#ui/Tags.tsx'
import { AccountDetail } from './AccountDetail.tsx'
import { standingOf, tones, type Account, type Invitation } from './accounts.ts'
import { CreateAccount } from './CreateAccount.tsx'
import { InvitationOnce } from './InvitationOnce.tsx'
import './system.css'

const listState = accountFilter.extend({ open: z.string().optional() })

const filters = filtersOf(listState)

function queryOf(state: z.output<typeof listState>) {
  const { open: _, ...query } = state
  return query
}

export const loader = listLoader(accountsContract.list, listState, queryOf)

const columnsOf = ({ accounts: t }: Text['system']): Column<Account>[] => [
  { key: 'name', title: t.columns.name, width: 11, sortable: true, render: ({ name }) => name },
  { key: 'login', title: t.columns.login, sortable: true, render: ({ login }) => login },
  {
    key: 'state',
    title: t.columns.state,
    width: 9,
    render: (row) => (
      <StatusTag tone={tones[standingOf(row)]}>{t.states[standingOf(row)]}</StatusTag>
    ),
  },
  {
    key: 'lastSeen',
    title: t.columns.lastSeen,
    width: 12,
    sortable: true,
    hideable: true,
    render: ({ lastSeenAt }) => (lastSeenAt ? instantInTable(lastSeenAt) : t.never),
  },
]

/** Who can sign in; never as what. */
export function Component() {
  const { system: t } = useText()
  const [state, setState] = useUrlState(listState)
  const [creating, setCreating] = useState(false)
  const [invitation, setInvitation] = useState<Invitation | null>(null)
  const { open } = state
  const query = queryOf(state)
  const list = useQuery({
    ...queryOptionsOf(accountsContract.list, { query }),
    placeholderData: keepPreviousData,
  })
  const chosen = list.data?.rows.find(({ id }) => id === open)
  const select = (id: string | undefined) => setState({ open: id }, { replace: id === undefined })

  return (
    <Page
      title={t.accounts.title}
      purpose={t.accounts.purpose}
      action={
        <Button kind="primary" onClick={() => setCreating(true)}>
          {t.accounts.create}
        </Button>
      }
      filters={
        <>
          <SearchField
            label={t.accounts.searchHint}
            value={state.q ?? ''}
            onChange={(q) => setState({ q: q || undefined })}
          />
          <SomeOf
            label={t.accounts.columns.state}
            options={optionsOf(accountStanding.options, t.accounts.states)}
            value={state.states}
            onChange={(states) => setState({ states })}
          />
        </>
      }
    >
      <SplitView
        open={chosen !== undefined}
        onClose={() => select(undefined)}
        title={chosen?.name ?? ''}
        list={
          <DataTable
            id="accounts"
            label={t.accounts.title}
            columns={columnsOf(t)}
            {...listed(list)}
            whole={wholeList(accountsContract.list, query)}
            rowKey={({ id }) => id}
            rowTitle={({ name }) => name}
            state={state}
            onState={(change) => setState(change as Partial<typeof state>)}
            rowPath={({ id }) => paths.accounts({ open: id })}
            onOpen={({ id }) => select(id)}
            selected={chosen?.id ?? null}
            empty={{ title: t.accounts.none, text: t.accounts.firstText }}
            onClearFilters={filters.isFiltered(state) ? () => setState(filters.none) : null}
          />
        }
        detail={
          chosen ? (
            <AccountDetail key={chosen.id} account={chosen} onInvited={setInvitation} />
          ) : null
        }
      />
      {creating ? (
        <CreateAccount
          onClose={() => setCreating(false)}
          onMade={(made) => {
            setCreating(false)
            setInvitation(made)
          }}
        />
      ) : null}
      {invitation ? (
        <InvitationOnce invitation={invitation} onClose={() => setInvitation(null)} />
      ) : null}
    </Page>
  )
}
