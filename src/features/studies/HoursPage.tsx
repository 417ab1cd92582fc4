import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Link } from 'react-router'
import { z } from 'zod'
import { yearOf } from '#domain/dates.ts'
import { studiesContract } from '#domain/studies.contract.ts'
import { hoursFilter, type HoursRow } from '#domain/studies.ts'
import { call } from '#lib/api.ts'
import { dayInProse } from '#lib/format.ts'
import { useText, type Text } from '#lib/i18n.ts'
import { filtersOf } from '#lib/listState.ts'
import { listLoader } from '#lib/loaders.ts'
import { paths } from '#lib/paths.ts'
import { listed, queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope, useScope } from '#lib/scope.ts'
import { useToday } from '#lib/session.ts'
import { useUrlState } from '#lib/urlState.ts'
import { ExportButton } from '#ui/ExportButton.tsx'
import { Page } from '#ui/Page.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import type { Column } from '#ui/table/columns.ts'
import { DataTable } from '#ui/table/DataTable.tsx'
import { StatusTag } from '#ui/Tags.tsx'
import { hoursOf } from './words.ts'
import './studies.css'

const shows = ['all', 'below', 'reached'] as const
const listState = z.object({
  page: hoursFilter.shape.page,
  size: hoursFilter.shape.size,
  sort: hoursFilter.shape.sort,
  q: hoursFilter.shape.q,
  show: z.enum(shows).default('all'),
})
const { none, isFiltered } = filtersOf(listState)
const belowOf = { all: undefined, below: 'true', reached: 'false' } as const

const queryOf = (
  { show, ...rest }: z.output<typeof listState>,
  scope: { organizationId: string | null; year: number },
) => ({
  ...rest,
  year: scope.year,
  organization: scope.organizationId ?? undefined,
  below: belowOf[show],
})

export const loader = listLoader(studiesContract.hoursList, listState, queryOf)

function columnsOf(
  t: Text['studies']['hoursPage'],
  hourMinutes: number,
  isAhead: boolean,
): Column<HoursRow>[] {
  const hours = (minutes: number) => hoursOf(minutes, hourMinutes)
  return [
    {
      key: 'name',
      title: t.columns.name,
      width: 9,
      sortable: true,
      wrap: true,
      render: ({ name, elsewhere }) => (elsewhere ? t.elsewhere(name) : name),
    },
    {
      key: 'organization',
      title: t.columns.organization,
      sortable: true,
      wrap: true,
      render: (row) => row.organizationName,
    },
    {
      key: 'hours',
      title: t.columns.hours,
      width: 7,
      align: 'end',
      render: (row) => hours(row.minutes),
    },
    {
      key: 'target',
      title: t.columns.target,
      width: 6,
      align: 'end',
      render: (row) => hours(row.targetMinutes),
    },
    {
      key: 'state',
      title: t.columns.state,
      width: 10,
      render: (row) =>
        row.minutes >= row.targetMinutes ? (
          <StatusTag tone="success">{t.reached}</StatusTag>
        ) : isAhead ? (
          t.notBegun
        ) : (
          <StatusTag tone="warning">{t.short(hours(row.targetMinutes - row.minutes))}</StatusTag>
        ),
    },
    {
      key: 'officer',
      title: t.officer,
      width: 9,
      hideable: true,
      render: (row) => (row.officer ? `${t.columns.courses} ${t.courseCount(row.courses)}` : ''),
    },
  ]
}

/** Everybody's hours of the year against what is owed; in the order of the roster, never of the hours. */
export function Component() {
  const { studies, ui } = useText()
  const t = studies.hoursPage
  const keep = useKeepScope()
  const scope = useScope()
  const isOver = scope.year < yearOf(useToday())
  const [state, setState] = useUrlState(listState)
  const { show } = state
  const query = queryOf(state, scope)
  const list = useQuery({
    ...queryOptionsOf(studiesContract.hoursList, { query }),
    placeholderData: keepPreviousData,
  })
  const hourMinutes = list.data?.hourMinutes ?? 60
  const columns = useMemo(
    () => columnsOf(t, hourMinutes, scope.isAhead),
    [t, hourMinutes, scope.isAhead],
  )

  return (
    <Page
      title={t.title}
      purpose={t.purpose}
      above={
        <Link className="sc-link" to={keep(paths.studies())}>
          {t.above}
        </Link>
      }
      action={
        <ExportButton
          label={ui.export.label}
          ask={(signal) => {
            const { page: _page, size: _size, ...body } = query
            return call(studiesContract.exportHoursList, { body, signal })
          }}
        />
      }
      filters={
        <>
          <SearchField
            label={t.search}
            value={state.q ?? ''}
            onChange={(q) => setState({ q: q || undefined })}
          />
          <fieldset className="st-show">
            <legend className="sc-sr">{t.show}</legend>
            {shows.map((one) => (
              <label key={one} className="sc-check">
                <input
                  type="radio"
                  name="show"
                  checked={show === one}
                  onChange={() => setState({ show: one })}
                />
                {t.shows[one]}
              </label>
            ))}
          </fieldset>
        </>
      }
    >
      <DataTable
        id="studyHours"
        label={t.title}
        columns={columns}
        {...listed(list)}
        rowKey={({ memberId }) => memberId}
        state={state}
        onState={({ page, size, sort = 'organization' }) =>
          setState({ page, size, sort: hoursFilter.shape.sort.parse(sort) })
        }
        rowTitle={({ name }) => name}
        rowPath={({ memberId, elsewhere }) => (elsewhere ? null : keep(paths.member(memberId)))}
        sum={
          list.data ? (
            <span title={t.unit(hourMinutes)}>
              {isOver ? t.asOf(dayInProse(`${scope.year}-12-31`)) : null}{' '}
              {t.sum(hoursOf(list.data.sum, hourMinutes))}{' '}
              {scope.isAhead ? null : (
                <button
                  type="button"
                  className="sc-link"
                  onClick={() => setState({ show: 'below' })}
                >
                  {t.belowCount(list.data.below)}
                </button>
              )}
            </span>
          ) : null
        }
        empty={{ title: t.none, text: t.noneText }}
        onClearFilters={isFiltered(state) ? () => setState(none) : null}
      />
    </Page>
  )
}
