import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { Link, useHref } from 'react-router'
import { z } from 'zod'
import { campaignFilter, campaignState, type CampaignRow } from '#domain/campaigns.ts'
import { campaignsContract, honourClassesContract } from '#domain/honours.contract.ts'
import { useText, type Text } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope, useScope } from '#lib/scope.ts'
import { useUrlState } from '#lib/urlState.ts'
import { wholeList } from '#lib/wholeList.ts'
import { usePermits } from '#parts/permits.ts'
import { FilterChip } from '#ui/FilterChip.tsx'
import { Page } from '#ui/Page.tsx'
import { useOpenPage } from '#ui/PagePlace.tsx'
import { ReasonButton } from '#ui/ReasonButton.tsx'
import type { Column } from '#ui/table/columns.ts'
import { DataTable } from '#ui/table/DataTable.tsx'
import { StatusTag } from '#ui/Tags.tsx'
import { CampaignForm } from './CampaignForm.tsx'
import { nextText, stateTones } from './stateWords.ts'
import { nameOfClass } from './words.ts'
import './honours.css'

const listState = z.object({
  page: campaignFilter.shape.page,
  size: campaignFilter.shape.size,
  sort: campaignFilter.shape.sort,
  classCode: campaignFilter.shape.classCode,
  state: campaignFilter.shape.state,
  waiting: z.literal('true').optional(),
  /** Of every year, as what waits is asked. */
  any: z.literal('true').optional(),
  q: z.string().max(60).default(''),
})

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

/** Campaigns of the scope and year, and what waits for whom. */
export function Component() {
  const { honours: t, ui } = useText()
  const keep = useKeepScope()
  const openPage = useOpenPage()
  const base = useHref('/').replace(/\/$/, '')
  const permit = usePermits()
  const { organizationId, year } = useScope()
  const [state, setState] = useUrlState(listState)
  const [creating, setCreating] = useState(false)
  const { q, any, ...rest } = state
  const classes = useQuery(queryOptionsOf(honourClassesContract.list))
  const query = {
    ...rest,
    q: q || undefined,
    year: any ? undefined : year,
    organization: organizationId ?? undefined,
  }
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
  const filtered = q !== '' || !!state.classCode || !!state.state || !!state.waiting || !!any
  const clear = () =>
    setState({ q: '', classCode: undefined, state: undefined, waiting: undefined, any: undefined })

  return (
    <Page
      title={t.title}
      purpose={t.purpose}
      action={create}
      filters={
        <>
          <Input
            className="hn-search"
            aria-label={t.search}
            placeholder={t.search}
            allowClear
            maxLength={60}
            value={q}
            onChange={(event) => setState({ q: event.target.value })}
          />
          <Select
            className="hn-choice"
            aria-label={t.columns.className}
            allowClear
            placeholder={t.anyClass}
            value={state.classCode}
            onChange={(classCode) => setState({ classCode })}
            options={classes.data?.map(({ code, name }) => ({
              value: code,
              label: nameOfClass(t, code, name),
            }))}
          />
          <Select
            className="hn-choice"
            aria-label={t.columns.state}
            allowClear
            placeholder={t.anyState}
            value={state.state}
            onChange={(next) => setState({ state: next })}
            options={campaignState.options.map((one) => ({ value: one, label: t.states[one] }))}
          />
          <label className="hn-check">
            <input
              type="checkbox"
              checked={state.waiting === 'true'}
              onChange={(event) => setState({ waiting: event.target.checked ? 'true' : undefined })}
            />
            {t.waitingOnly}
          </label>
          {any ? (
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
        rows={list.data?.rows}
        total={list.data?.total}
        rowKey={({ id }) => id}
        state={state}
        onState={({ page, size, sort }) =>
          setState({ page, size, sort: sort as typeof state.sort })
        }
        rowHref={({ id }) => base + keep(paths.campaign(id))}
        onOpen={({ id, title }) => openPage(keep(paths.campaign(id)), title)}
        whole={wholeList(campaignsContract.list, query)}
        busy={list.isFetching}
        error={
          list.isError ? { text: list.error.message, onRetry: () => void list.refetch() } : null
        }
        empty={{ title: t.none, text: t.noneText, action: create }}
        onClearFilters={filtered ? clear : null}
      />
      {creating ? <CampaignForm onClose={() => setCreating(false)} /> : null}
    </Page>
  )
}
