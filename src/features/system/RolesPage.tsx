import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { roles } from '#domain/permissions.ts'
import { assignmentFilter } from '#domain/system.ts'
import { rolesContract } from '#domain/system.contract.ts'
import { instantInTable } from '#lib/format.ts'
import { useText, type Text } from '#lib/i18n.ts'
import { filtersOf } from '#lib/listState.ts'
import { listLoader } from '#lib/loaders.ts'
import { paths } from '#lib/paths.ts'
import { listed, queryOptionsOf } from '#lib/queries.ts'
import { useUrlState, writeUrlState } from '#lib/urlState.ts'
import { wholeList } from '#lib/wholeList.ts'
import { Button } from '#ui/Button.tsx'
import { optionsOf, SomeOf } from '#ui/filters/SomeOf.tsx'
import { Page } from '#ui/Page.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { Segments } from '#ui/Segments.tsx'
import { SplitView } from '#ui/SplitView.tsx'
import { StatusTag } from '#ui/Tags.tsx'
import type { Column } from '#ui/table/columns.ts'
import { DataTable } from '#ui/table/DataTable.tsx'
import { AssignmentDetail } from './AssignmentDetail.tsx'
import { GrantRole } from './GrantRole.tsx'
import { placeOf, type Assignment } from './roles.ts'
import './system.css'

const listState = assignmentFilter.extend({ open: z.string().optional() })

/** Which roles are to be checked is a view, not a filter. */
const filters = filtersOf(listState, ['q', 'roles'])

function queryOf(state: z.output<typeof listState>) {
  const { open: _, orphaned, ...query } = state
  return { ...query, orphaned: orphaned ? ('true' as const) : undefined }
}

export const loader = listLoader(rolesContract.list, listState, queryOf)

const columnsOf = ({ system, entry }: Pick<Text, 'system' | 'entry'>): Column<Assignment>[] => [
  {
    key: 'name',
    title: system.rolesPage.columns.name,
    width: 10,
    sortable: true,
    render: ({ name }) => name,
  },
  {
    key: 'role',
    title: system.rolesPage.columns.role,
    width: 14,
    render: ({ role, orphaned }) =>
      orphaned ? (
        <>
          {entry.roles[role]} <StatusTag tone="warning">{system.rolesPage.orphaned}</StatusTag>
        </>
      ) : (
        entry.roles[role]
      ),
  },
  {
    key: 'organization',
    title: system.rolesPage.columns.organization,
    render: (row) => placeOf(row, system),
  },
  {
    key: 'login',
    title: system.rolesPage.columns.login,
    width: 11,
    sortable: true,
    hideable: true,
    render: ({ login }) => login,
  },
  {
    key: 'grantedAt',
    title: system.rolesPage.columns.grantedAt,
    width: 9,
    sortable: true,
    hideable: true,
    render: ({ grantedAt }) => instantInTable(grantedAt).slice(0, 10),
  },
]

/** Who holds which role where. */
export function Component() {
  const text = useText()
  const t = text.system.rolesPage
  const [state, setState] = useUrlState(listState)
  const [granting, setGranting] = useState(false)
  const { open, orphaned } = state
  const query = queryOf(state)
  const list = useQuery({
    ...queryOptionsOf(rolesContract.list, { query }),
    placeholderData: keepPreviousData,
  })
  const chosen = list.data?.rows.find(({ id }) => id === open)
  const select = (id: string | undefined) => setState({ open: id }, { replace: id === undefined })
  const titleOf = ({ name, role }: Assignment) => `${name} · ${text.entry.roles[role]}`

  return (
    <Page
      title={t.title}
      purpose={t.purpose}
      action={
        <Button kind="primary" onClick={() => setGranting(true)}>
          {t.grant}
        </Button>
      }
      filters={
        <>
          <Segments
            label={t.views}
            items={[
              { key: 'all', label: t.all, search: '' },
              {
                key: 'orphaned',
                label: t.orphaned,
                search: writeUrlState(listState, new URLSearchParams(), {
                  orphaned: true,
                }).toString(),
              },
            ]}
            chosen={orphaned ? 'orphaned' : 'all'}
          />
          <SearchField
            label={t.searchHint}
            value={state.q ?? ''}
            onChange={(q) => setState({ q: q || undefined })}
          />
          <SomeOf
            label={t.columns.role}
            options={optionsOf(roles, text.entry.roles)}
            value={state.roles}
            onChange={(chosenRoles) => setState({ roles: chosenRoles })}
          />
        </>
      }
    >
      <SplitView
        open={chosen !== undefined}
        onClose={() => select(undefined)}
        title={chosen ? titleOf(chosen) : ''}
        list={
          <DataTable
            id="roles"
            label={t.title}
            columns={columnsOf(text)}
            {...listed(list)}
            whole={wholeList(rolesContract.list, query)}
            rowKey={({ id }) => id}
            rowTitle={titleOf}
            state={state}
            onState={(change) => setState(change as Partial<typeof state>)}
            rowPath={({ id }) => paths.roles({ open: id })}
            onOpen={({ id }) => select(id)}
            selected={chosen?.id ?? null}
            empty={{ title: orphaned && !filters.isFiltered(state) ? t.orphanedNone : t.none }}
            onClearFilters={filters.isFiltered(state) ? () => setState(filters.none) : null}
          />
        }
        detail={chosen ? <AssignmentDetail key={chosen.id} assignment={chosen} /> : null}
      />
      {granting ? <GrantRole onClose={() => setGranting(false)} /> : null}
    </Page>
  )
}
