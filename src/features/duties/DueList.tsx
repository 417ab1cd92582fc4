import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { dutiesContract } from '#domain/duties.contract.ts'
import { duty, type DueItem } from '#domain/duties.ts'
import { dayInTable } from '#lib/format.ts'
import { useText, type Text } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { listed, queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope } from '#lib/scope.ts'
import { useCan } from '#lib/session.ts'
import { writeUrlState } from '#lib/urlState.ts'
import { wholeList } from '#lib/wholeList.ts'
import { OneOf } from '#ui/filters/OneOf.tsx'
import { optionsOf } from '#ui/filters/SomeOf.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { Segments } from '#ui/Segments.tsx'
import { StatusTag, type Tone } from '#ui/Tags.tsx'
import type { Column } from '#ui/table/columns.ts'
import { DataTable } from '#ui/table/DataTable.tsx'
import { cellKey, dutiesState, type DutiesState } from './filter.ts'
import { dueOf, summaryQuery } from './queries.ts'
import { organName, periodName } from './words.ts'

interface DueListProps {
  organization: string
  year: number
  state: DutiesState
  setState: (change: Partial<DutiesState>) => void
}

const tones: Record<DueItem['state'], Tone> = {
  due: 'info',
  missing: 'danger',
  'awaiting-signature': 'warning',
}

/** Everything that wants a meeting as of today, soonest first: the list behind the numbers of the workbench. */
export function DueList({ organization, year, state, setState }: DueListProps) {
  const { duties: t } = useText()
  const { overdue, ofYear, task, q, sort, page, size } = state
  const keep = useKeepScope()
  const mayRecord = useCan()('meetings.record')
  const query = dueOf(state, organization, year)
  const due = useQuery({
    ...queryOptionsOf(dutiesContract.due, { query }),
    placeholderData: keepPreviousData,
  })
  // An empty list praises nobody who owes nothing.
  const summary = useQuery({ ...summaryQuery(organization, year), enabled: due.data?.total === 0 })
  const owes = summary.data?.duties.some(({ organs }) => organs > 0) ?? true
  const cellOf = (item: DueItem) => keep(paths.duties(cellAddress(item)))

  return (
    <DataTable
      id="duties.due"
      label={t.views.due}
      columns={columnsOf(t, mayRecord)}
      {...listed(due)}
      rowKey={keyOf}
      state={{ page, size, sort }}
      onState={(next) =>
        setState({ page: next.page, size: next.size, sort: next.sort as DutiesState['sort'] })
      }
      rowPath={cellOf}
      whole={wholeList(dutiesContract.due, query)}
      empty={
        owes
          ? { title: t.due.none, text: t.due.noneText }
          : { title: t.due.nobody, text: t.due.nobodyText }
      }
      onClearFilters={
        overdue === undefined && !ofYear && !task && !q ? null : () => setState(everything)
      }
    />
  )
}

const keyOf = ({ organizationId, duty, period }: DueItem) => `${organizationId} ${duty} ${period}`

/** The item's cell in the matrix of its own year. */
const cellAddress = ({ organizationId, duty, period }: DueItem) => ({
  duty,
  year: Number(period.slice(0, 4)),
  open: cellKey(organizationId, period),
})

const everything = { overdue: undefined, ofYear: undefined, task: undefined, q: undefined }

/** One duty, and organizations of a name. */
export function DueFilters({ state, setState }: Pick<DueListProps, 'state' | 'setState'>) {
  const { duties: t } = useText()
  return (
    <>
      <OneOf
        label={t.due.columns.duty}
        any={t.due.anyDuty}
        options={optionsOf(duty.options, t.names)}
        value={state.task}
        onChange={(task) => setState({ task })}
      />
      <SearchField
        label={t.due.search}
        value={state.q ?? ''}
        onChange={(q) => setState({ q: q || undefined })}
      />
    </>
  )
}

/** All, only what is missed, or only what is not. */
export function DueChoice({ chosen }: { chosen: DutiesState['overdue'] }) {
  const { duties: t } = useText()
  const [search] = useSearchParams()
  const item = (label: string, overdue: DutiesState['overdue']) => ({
    key: overdue ?? '',
    label,
    search: writeUrlState(dutiesState, search, { overdue }).toString(),
  })
  const items = [
    item(t.due.all, undefined),
    item(t.due.overdue, 'true'),
    item(t.due.current, 'false'),
  ]
  return <Segments label={t.due.filter} items={items} chosen={chosen ?? ''} />
}

/** @param mayRecord who may somewhere has room for two acts from the start, or columns move when rows come */
function columnsOf(t: Text['duties'], mayRecord: boolean): Column<DueItem>[] {
  const { columns } = t.due
  return [
    { key: 'organ', title: columns.organ, sortable: true, render: organName },
    { key: 'duty', title: columns.duty, width: 9, render: ({ duty }) => t.names[duty] },
    {
      key: 'period',
      title: columns.period,
      width: 10,
      render: ({ period }) => periodName(period, t),
    },
    {
      key: 'dueBy',
      title: columns.dueBy,
      width: 8,
      sortable: true,
      render: ({ dueBy }) => dayInTable(dueBy),
    },
    {
      key: 'left',
      title: columns.left,
      width: 8,
      hideable: true,
      render: ({ daysLeft }) => t.due.left(daysLeft),
    },
    {
      key: 'state',
      title: columns.state,
      width: 8,
      render: ({ state }) => <StatusTag tone={tones[state]}>{t.due.states[state]}</StatusTag>,
    },
    {
      key: 'action',
      title: columns.action,
      width: mayRecord ? 11 : 7,
      buttons: true,
      render: (item) => <Action item={item} />,
    },
  ]
}

function Action({ item }: { item: DueItem }) {
  const { duties: t } = useText()
  const keep = useKeepScope()
  const { organizationId, duty, period, state, mayRecord } = item
  const words = [organName(item), t.names[duty], periodName(period, t)] as const
  if (!mayRecord || state === 'awaiting-signature') {
    return (
      <Link
        className="sc-link"
        to={keep(paths.duties(cellAddress(item)))}
        aria-label={t.due.lookOf(...words)}
      >
        {t.due.look}
      </Link>
    )
  }
  return (
    <>
      <Link
        className="sc-link"
        to={keep(paths.newMeeting({ organization: organizationId, type: duty, period }))}
        aria-label={t.due.recordOf(...words)}
      >
        {t.due.record}
      </Link>{' '}
      {state === 'due' ? (
        <Link
          className="sc-link"
          to={keep(paths.announce({ organ: organizationId, type: duty }))}
          aria-label={t.due.announceOf(...words)}
        >
          {t.due.announce}
        </Link>
      ) : null}
    </>
  )
}
