import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { z } from 'zod'
import { campaignFilter, campaignState, type CampaignRow } from '#domain/campaigns.ts'
import { campaignsContract } from '#domain/campaigns.contract.ts'
import { honourClassesContract } from '#domain/honours.contract.ts'
import { useText, type Text } from '#lib/i18n.ts'
import { asked, filtersOf } from '#lib/listState.ts'
import { listLoader } from '#lib/loaders.ts'
import { paths } from '#lib/paths.ts'
import { listed, queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope, useScope } from '#lib/scope.ts'
import { useUrlState } from '#lib/urlState.ts'
import { wholeList } from '#lib/wholeList.ts'
import { usePermits } from '#parts/permits.ts'
import { nameOfClass } from '#parts/nameOfClass.ts'
import { FilterChip } from '#ui/filters/FilterChip.tsx'
import { OneOf } from '#ui/filters/OneOf.tsx'
import { optionsOf } from '#ui/filters/SomeOf.tsx'
import { Page } from '#ui/Page.tsx'
import { ReasonButton } from '#ui/ReasonButton.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import type { Column } from '#ui/table/columns.ts'
import { DataTable } from '#ui/table/DataTable.tsx'
import { StatusTag } from '#ui/Tags.tsx'
import { CampaignForm } from './CampaignForm.tsx'
import { nextText, stateTones } from './stateWords.ts'
import './honours.css'

const { organization: _o, year: _y, ...fields } = campaignFilter.shape
const listState = z.object({
  ...fields,
  /** Of every year, as what waits is asked. */
  any: z.literal('true').optional(),
})
const { none, isFiltered } = filtersOf(listState)

function queryOf(
  { any, waiting, ...rest }: z.output<typeof listState>,
  scope: { organizationId: string | null; year: number },
) {
  return {
    ...rest,
    waiting: asked(waiting),
    year: any ? undefined : scope.year,
    organization: scope.organizationId ?? undefined,
  }
}

function columnsOf(t: Text['honours']): Column<CampaignRow>[] {
  const c = t.columns
  return [
    { key: 'title', title: c.title, sortable: true, wrap: true, render: ({ title }) => title },
    {
      key: 'state',
      title: c.state,
      width: 10,
      sortable: true,
      render: ({ state }) => <StatusTag tone={stateTones[state]}>{t.states[state]}</StatusTag>,
    },
    { key: 'next', title: c.next, width: 17, render: (row) => nextText(t, row) ?? '—' },
    {
      key: 'class',
      title: c.className,
      width: 11,
      hideable: true,
      render: ({ classCode, className }) => nameOfClass(t, classCode, className),
    },
    { key: 'quota', title: c.quota, width: 5, align: 'end', render: ({ quota }) => quota },
    {
      key: 'nominated',
      title: c.nominated,
      width: 7.5,
      align: 'end',
      render: ({ nominated }) => nominated,
    },
    {
      key: 'organization',
      title: c.organization,
      width: 14,
      hideable: true,
      hidden: true,
      render: ({ organizationName }) => organizationName,
    },
  ]
}

export const loader = listLoader(campaignsContract.list, listState, queryOf)

/** Campaigns of the scope and year, and what waits for whom. */
export function Component() {
  const { honours: t, ui } = useText()
  const keep = useKeepScope()
  const permit = usePermits()
  const scope = useScope()
  const [state, setState] = useUrlState(listState)
  const [creating, setCreating] = useState(false)
  const classes = useQuery(queryOptionsOf(honourClassesContract.list))
  const query = queryOf(state, scope)
  const list = useQuery({
    ...queryOptionsOf(campaignsContract.list, { query }),
    placeholderData: keepPreviousData,
  })
  const create = (
    <ReasonButton
      kind="primary"
      reason={permit('honours.manage')}
      onClick={() => setCreating(true)}
    >
      {t.create}
    </ReasonButton>
  )
  return (
    <Page
      title={t.title}
      purpose={t.purpose}
      action={create}
      filters={
        <>
          <SearchField
            label={t.search}
            value={state.q ?? ''}
            onChange={(q) => setState({ q: q || undefined })}
          />
          <OneOf
            label={t.columns.className}
            any={t.anyClass}
            room={10}
            options={(classes.data ?? []).map(({ code, name }) => ({
              value: code,
              label: nameOfClass(t, code, name),
            }))}
            value={state.classCode}
            onChange={(classCode) => setState({ classCode })}
          />
          <OneOf
            label={t.columns.state}
            any={t.anyState}
            options={optionsOf(campaignState.options, t.states)}
            value={state.state}
            onChange={(next) => setState({ state: next })}
          />
          <label className="sc-check">
            <input
              type="checkbox"
              checked={state.waiting === true}
              onChange={(event) => setState({ waiting: event.target.checked || undefined })}
            />
            {t.waitingOnly}
          </label>
          {state.any ? (
            <FilterChip label={ui.anyYear} onRemove={() => setState({ any: undefined })} />
          ) : null}
          <span className="hn-links">
            <Link className="sc-link" to={keep(paths.honourBoard())}>
              {t.board}
            </Link>
            <Link className="sc-link" to={keep(paths.honourRecords())}>
              {t.records}
            </Link>
            <Link className="sc-link" to={keep(paths.honourSettings())}>
              {t.settings}
            </Link>
          </span>
        </>
      }
    >
      <DataTable
        id="campaigns"
        label={t.title}
        columns={columnsOf(t)}
        {...listed(list)}
        rowKey={({ id }) => id}
        state={state}
        onState={({ page, size, sort }) =>
          setState({ page, size, sort: sort as typeof state.sort })
        }
        rowTitle={({ title }) => title}
        rowPath={({ id }) => keep(paths.campaign(id))}
        whole={wholeList(campaignsContract.list, query)}
        empty={{ title: t.none, text: t.noneText, action: create }}
        onClearFilters={isFiltered(state) ? () => setState(none) : null}
      />
      {creating ? <CampaignForm onClose={() => setCreating(false)} /> : null}
    </Page>
  )
}
