import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { auditFilter } from '#domain/system.ts'
import { auditContract } from '#domain/system.contract.ts'
import { instantInTable, number } from '#lib/format.ts'
import { useText, type Text } from '#lib/i18n.ts'
import { filtersOf } from '#lib/listState.ts'
import { listLoader } from '#lib/loaders.ts'
import { paths } from '#lib/paths.ts'
import { listed, queryOptionsOf } from '#lib/queries.ts'
import { useUrlState } from '#lib/urlState.ts'
import { wholeList } from '#lib/wholeList.ts'
import { Button } from '#ui/Button.tsx'
import { Page } from '#ui/Page.tsx'
import { SplitView } from '#ui/SplitView.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'
import type { Column } from '#ui/table/columns.ts'
import { DataTable } from '#ui/table/DataTable.tsx'
import { actionName, type Entry } from './audit.ts'
import { AuditDetail } from './AuditDetail.tsx'
import { AuditFilters } from './AuditFilters.tsx'
import { ChainCheck } from './ChainCheck.tsx'
import './system.css'

const listState = auditFilter.extend({ open: z.uuid().optional() })
const { none, isFiltered } = filtersOf(listState)

function queryOf(state: z.output<typeof listState>) {
  const { open: _, ...query } = state
  return query
}

export const loader = listLoader(auditContract.list, listState, queryOf)

const columnsOf = (system: Text['system']): Column<Entry>[] => [
  { key: 'at', title: system.audit.columns.at, width: 12, render: ({ at }) => instantInTable(at) },
  {
    key: 'actor',
    title: system.audit.columns.actor,
    width: 9,
    render: ({ actor }) => (actor === '—' ? system.audit.nobody : actor),
  },
  {
    key: 'action',
    title: system.audit.columns.action,
    width: 12,
    render: ({ action }) => actionName(action, system),
  },
  {
    key: 'organization',
    title: system.audit.columns.organization,
    hideable: true,
    render: ({ organizationName }) => organizationName ?? '',
  },
  {
    key: 'address',
    title: system.audit.address,
    width: 10,
    hideable: true,
    hidden: true,
    render: ({ address }) => address ?? '',
  },
  {
    key: 'session',
    title: system.audit.session,
    width: 21,
    hideable: true,
    hidden: true,
    render: ({ session }) => session ?? '',
  },
  {
    key: 'seal',
    title: system.audit.columns.seal,
    width: 7,
    align: 'end',
    hideable: true,
    render: ({ seal }) => (seal === null ? system.audit.unsealed : number(seal)),
  },
]

/** What everybody did. Read only, by nature. */
export function Component() {
  const { system } = useText()
  const t = system.audit
  const [state, setState] = useUrlState(listState)
  const [checking, setChecking] = useState(false)
  const { open } = state
  const query = queryOf(state)
  const list = useQuery({
    ...queryOptionsOf(auditContract.list, { query }),
    placeholderData: keepPreviousData,
  })
  const near = list.data?.rows.find(({ id }) => id === open)
  // The log grows at its head: what a link names is soon on a later page.
  const asked = useQuery({
    ...queryOptionsOf(auditContract.list, { query: { q: open, size: 1 } }),
    enabled: open !== undefined && list.data !== undefined && near === undefined,
  })
  const chosen = near ?? asked.data?.rows.find(({ id }) => id === open)
  const isMissing = open !== undefined && near === undefined && asked.isFetched && !chosen
  const select = (id: string | undefined) => setState({ open: id }, { replace: id === undefined })

  return (
    <Page
      title={t.title}
      purpose={t.purpose}
      action={<Button onClick={() => setChecking(true)}>{t.check}</Button>}
      filters={<AuditFilters state={state} onChange={setState} />}
    >
      {checking ? <ChainCheck onClose={() => setChecking(false)} /> : null}
      <SplitView
        open={chosen !== undefined || isMissing}
        onClose={() => select(undefined)}
        title={chosen ? actionName(chosen.action, system) : t.title}
        list={
          <DataTable
            id="audit"
            label={t.title}
            columns={columnsOf(system)}
            {...listed(list)}
            whole={wholeList(auditContract.list, query)}
            rowKey={({ id }) => id}
            rowTitle={({ action }) => actionName(action, system)}
            state={state}
            onState={({ page, size }) => setState({ page, size })}
            rowPath={({ id }) => paths.audit({ open: id })}
            onOpen={({ id }) => select(id)}
            selected={chosen?.id ?? null}
            empty={{ title: t.none }}
            onClearFilters={isFiltered(state) ? () => setState(none) : null}
          />
        }
        detail={
          chosen ? (
            <AuditDetail entry={chosen} />
          ) : isMissing ? (
            <StateBlock kind="empty" title={t.noEntry} text={t.noEntryText} />
          ) : null
        }
      />
    </Page>
  )
}
