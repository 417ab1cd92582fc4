import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { Link } from 'react-router'
import { z } from 'zod'
import { honourClassesContract, honoursContract } from '#domain/honours.contract.ts'
import { honourFilter, honourState, type HonourRow } from '#domain/honours.ts'
import { useText, type Text } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope, useScope } from '#lib/scope.ts'
import { useUrlState } from '#lib/urlState.ts'
import { wholeList } from '#lib/wholeList.ts'
import { FilterChip } from '#ui/FilterChip.tsx'
import { Mark } from '#ui/Mark.tsx'
import { Page } from '#ui/Page.tsx'
import { SplitView } from '#ui/SplitView.tsx'
import type { Column } from '#ui/table/columns.ts'
import { DataTable } from '#ui/table/DataTable.tsx'
import { StatusTag } from '#ui/Tags.tsx'
import { useMedia, WIDE } from '#ui/useMedia.ts'
import { CheckHonour } from './CheckHonour.tsx'
import { HonourRecord, honourTones } from './HonourRecord.tsx'
import { nameOfClass } from './words.ts'
import './honours.css'

const several = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(item).optional(),
  )
const listState = z.object({
  page: honourFilter.shape.page,
  size: honourFilter.shape.size,
  sort: honourFilter.shape.sort,
  classes: several(z.string()),
  states: several(honourState),
  month: honourFilter.shape.month,
  member: honourFilter.shape.member,
  expiring: honourFilter.shape.expiring,
  direct: z.literal('true').optional(),
  /** Of any year, as a person's history asks. */
  any: z.literal('true').optional(),
  q: z.string().max(60).default(''),
  open: z.uuid().optional(),
})

function columnsOf(t: Text['honours']): Column<HonourRow>[] {
  const c = t.record.columns
  return [
    {
      key: 'subject',
      title: c.subject,
      width: 10,
      wrap: true,
      sortable: true,
      render: ({ subjectName }) => subjectName,
    },
    {
      key: 'class',
      title: c.className,
      width: 11,
      sortable: true,
      render: ({ classCode, className }) => nameOfClass(t, classCode, className),
    },
    {
      key: 'state',
      title: c.state,
      width: 7,
      render: ({ state }) => (
        <StatusTag tone={honourTones[state]}>{t.honourStates[state]}</StatusTag>
      ),
    },
    {
      key: 'organization',
      title: c.organization,
      wrap: true,
      sortable: true,
      hideable: true,
      render: ({ organizationName }) => organizationName,
    },
    {
      key: 'decidedOn',
      title: c.decidedOn,
      width: 8,
      sortable: true,
      render: ({ decidedOn }) => decidedOn,
    },
    {
      key: 'documentNumber',
      title: c.documentNumber,
      width: 14.5,
      hideable: true,
      render: ({ documentNumber }) => documentNumber,
    },
    {
      key: 'validTo',
      title: c.validTo,
      width: 8,
      sortable: true,
      hideable: true,
      render: ({ validTo }) => validTo ?? t.fields.forGood,
    },
  ]
}

/** With a record beside it, the table keeps subject, class and state. */
const BESIDE = 3

/** Every honour of the scope and year, also those that left the board. */
export function Component() {
  const { honours: t, ui } = useText()
  const r = t.record
  const keep = useKeepScope()
  const wide = useMedia(WIDE)
  const { organizationId, year } = useScope()
  const [state, setState] = useUrlState(listState)
  const { open, any, q, ...rest } = state
  const classes = useQuery(queryOptionsOf(honourClassesContract.list))
  const query = {
    ...rest,
    q: q || undefined,
    // What expires was given in earlier years.
    year: any || state.month || state.expiring ? undefined : year,
    organization: organizationId ?? undefined,
  }
  const list = useQuery({
    ...queryOptionsOf(honoursContract.list, { query }),
    placeholderData: keepPreviousData,
  })
  const filter = (change: Partial<typeof state>) => setState({ ...change, open: undefined })
  const filtered =
    q !== '' ||
    !!state.classes ||
    !!state.states ||
    !!state.month ||
    !!state.member ||
    !!state.direct ||
    !!state.expiring ||
    !!any
  const clear = () =>
    filter({
      q: '',
      classes: undefined,
      states: undefined,
      month: undefined,
      member: undefined,
      direct: undefined,
      expiring: undefined,
      any: undefined,
    })
  const columns = columnsOf(t)
  return (
    <Page
      title={r.title}
      purpose={r.purpose}
      above={
        <Link className="sc-link" to={keep(paths.honourBoard())}>
          <Mark name="left" /> {t.board}
        </Link>
      }
      filters={
        <>
          <Input
            className="hn-search"
            aria-label={r.search}
            placeholder={r.search}
            allowClear
            maxLength={60}
            value={q}
            onChange={(event) => filter({ q: event.target.value })}
          />
          <Select<string[]>
            mode="multiple"
            className="hn-choice"
            aria-label={r.columns.className}
            placeholder={t.anyClass}
            allowClear
            showSearch={false}
            value={state.classes ?? []}
            onChange={(chosen) => filter({ classes: chosen.length > 0 ? chosen : undefined })}
            options={classes.data?.map(({ code, name }) => ({
              value: code,
              label: nameOfClass(t, code, name),
            }))}
          />
          <Select<HonourRow['state'][]>
            mode="multiple"
            className="hn-choice"
            aria-label={r.columns.state}
            placeholder={t.anyState}
            allowClear
            showSearch={false}
            value={state.states ?? []}
            onChange={(chosen) => filter({ states: chosen.length > 0 ? chosen : undefined })}
            options={honourState.options.map((one) => ({
              value: one,
              label: t.honourStates[one],
            }))}
          />
          <label className="hn-check">
            <input
              type="checkbox"
              checked={state.expiring !== undefined}
              onChange={({ target }) => filter({ expiring: target.checked ? 'any' : undefined })}
            />
            {r.expiring}
          </label>
          {any ? (
            <FilterChip label={ui.anyYear} onRemove={() => filter({ any: undefined })} />
          ) : null}
          {state.direct ? (
            <button type="button" className="sc-link" onClick={() => filter({ direct: undefined })}>
              {r.direct} <Mark name="cross" />
            </button>
          ) : null}
          {state.month ? (
            <button type="button" className="sc-link" onClick={() => filter({ month: undefined })}>
              {r.month(state.month)} <Mark name="cross" />
            </button>
          ) : null}
        </>
      }
    >
      <SplitView
        open={open !== undefined}
        onClose={() => setState({ open: undefined })}
        title={list.data?.rows.find(({ id }) => id === open)?.subjectName ?? r.title}
        list={
          <DataTable
            id="honours"
            label={r.title}
            columns={open !== undefined && wide ? columns.slice(0, BESIDE) : columns}
            rows={list.data?.rows}
            total={list.data?.total}
            rowKey={({ id }) => id}
            rowTitle={({ subjectName }) => subjectName}
            whole={wholeList(honoursContract.list, query)}
            state={state}
            onState={({ page, size, sort }) =>
              setState({ page, size, sort: sort as typeof state.sort })
            }
            onOpen={({ id }) => setState({ open: id }, { replace: open !== undefined })}
            selected={open ?? null}
            busy={list.isFetching}
            sum={list.data ? r.counted(list.data.sum) : null}
            error={
              list.isError ? { text: list.error.message, onRetry: () => void list.refetch() } : null
            }
            empty={{ title: r.none, text: r.noneText }}
            onClearFilters={filtered ? clear : null}
          />
        }
        detail={
          open ? (
            <HonourRecord key={open} id={open} onOpen={(id) => setState({ open: id })} />
          ) : null
        }
      />
      <CheckHonour />
    </Page>
  )
}
