import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, type RefObject } from 'react'
import { useSearchParams } from 'react-router'
import type { Duty } from '#domain/duties.ts'
import { percent } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { useToday } from '#lib/session.ts'
import { writeUrlState } from '#lib/urlState.ts'
import { Failed } from '#parts/Failed.tsx'
import { FilterChip } from '#ui/filters/FilterChip.tsx'
import { HeatMap, type HeatCell } from '#ui/heat/HeatMap.tsx'
import { Segments } from '#ui/Segments.tsx'
import { SkeletonBlock } from '#ui/Skeleton.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'
import { Pages } from '#ui/table/Pages.tsx'
import { heatCell, legendStates, rateCell, type Matrix as MatrixData } from './cells.ts'
import { cellKey, dutiesState, RATE, readCellKey, rowStates, type DutiesState } from './filter.ts'
import { HowRate } from './HowRate.tsx'
import { NobodyOwes } from './NobodyOwes.tsx'
import { matrixQuery } from './queries.ts'
import { organName, periodName, periodShort } from './words.ts'
import './matrix.css'

interface MatrixProps {
  organization: string
  year: number
  duty: Duty
  state: DutiesState
  setState: (change: Partial<DutiesState>, options?: { replace?: boolean }) => void
}

/** Organs by periods of one duty; every cell opens what lies behind it. */
export function Matrix({ organization, year, duty, state, setState }: MatrixProps) {
  const { duties: t } = useText()
  const { states, period, page, size } = state
  const matrix = useQuery({
    ...matrixQuery({ organization, year, duty, states, period, page, size }),
    placeholderData: keepPreviousData,
  })
  const { data } = matrix

  if (matrix.isError && !data) {
    return <Failed query={matrix} />
  }
  return (
    <section
      className="du-matrix"
      aria-label={t.names[duty]}
      aria-busy={matrix.isFetching}
      data-old={matrix.isPlaceholderData}
      data-few={data ? data.periods.length <= 4 : undefined}
    >
      <div className="du-matrix-bar">
        <p role="status">
          {data ? <Overall data={data} filtered={states !== undefined} /> : '\u00a0'}
        </p>
        <HowRate duty={duty} />
        {period ? (
          <FilterChip
            label={periodName(period, t)}
            remove={t.wholeYear}
            onRemove={() => setState({ period: undefined })}
          />
        ) : null}
        <RowFilter chosen={states} />
      </div>
      {data ? (
        <Body data={data} {...{ organization, year, state, setState }} />
      ) : (
        <SkeletonBlock height={24} />
      )}
    </section>
  )
}

function Overall({ data, filtered }: { data: MatrixData; filtered: boolean }) {
  const { duties: t } = useText()
  if (data.rate === null) return t.overallNone
  return (filtered ? t.overallFiltered : t.overall)(percent(data.rate), data.kept, data.past)
}

function RowFilter({ chosen }: { chosen: DutiesState['states'] }) {
  const { duties: t } = useText()
  const [search] = useSearchParams()
  const to = (states: DutiesState['states']) =>
    writeUrlState(dutiesState, search, { states, open: undefined }).toString()
  const items = [
    { key: '', label: t.filters.any, search: to(undefined) },
    ...rowStates.map((key) => ({ key, label: t.filters[key], search: to(key) })),
  ]
  return <Segments label={t.filters.label} items={items} chosen={chosen ?? ''} />
}

function Body({
  data,
  organization,
  year,
  state,
  setState,
}: Omit<MatrixProps, 'duty'> & { data: MatrixData }) {
  const { duties: t } = useText()
  const today = useToday()
  const frame = useRef<HTMLDivElement>(null)
  const byId = new Map<string, MatrixData['rows'][number]>(
    data.rows.map((row) => [row.organizationId, row]),
  )

  const cell = readCellKey(state.open)
  const row = data.rows.findIndex(({ organizationId }) => organizationId === cell?.organizationId)
  const column =
    cell?.column === RATE ? 0 : data.periods.findIndex(({ key }) => key === cell?.column) + 1
  useMarked(frame, row, row < 0 ? -1 : column)

  if (data.rows.length === 0) {
    return state.states ? (
      <StateBlock kind="filtered" onClearFilters={() => setState({ states: undefined })} />
    ) : (
      <NobodyOwes organization={organization} year={year} onDuty={(duty) => setState({ duty })} />
    )
  }
  const cellAt = (rowKey: string, column: string): HeatCell | undefined => {
    const row = byId.get(rowKey)
    if (!row) return undefined
    if (column === RATE) return rateCell(row, today, t)
    const found = row.cells.find(({ period }) => period === column)
    return found && heatCell(found, t)
  }
  return (
    <div ref={frame}>
      <HeatMap
        label={t.matrixLabel(t.names[data.duty], data.year)}
        corner={t.corner(data.total)}
        rows={data.rows.map((row) => ({
          key: row.organizationId,
          label: organName(row),
          head: <RowHead row={row} />,
        }))}
        columns={[
          { key: RATE, label: t.rate },
          ...data.periods.map(({ key }) => ({
            key,
            label: periodShort(key, t),
            title: periodName(key, t),
          })),
        ]}
        cell={cellAt}
        onOpen={(row, column) =>
          setState({ open: cellKey(row, column), duty: data.duty }, { replace: false })
        }
        legend={legendStates.map((one) => ({ state: one, label: t.legend[one] }))}
      />
      <Pages
        page={data.page}
        size={data.size}
        total={data.total}
        onChange={(page, size) => setState({ page, size, open: undefined })}
      />
    </div>
  )
}

/** Marks the cell whose side panel is open, and keeps it in view when the panel takes its room. */
function useMarked(frame: RefObject<HTMLElement | null>, row: number, column: number) {
  useEffect(() => {
    const cells = frame.current
      ?.querySelector('table')
      ?.tBodies[0]?.rows[row]?.querySelectorAll('[data-cell]')
    const cell = cells?.[column]
    cell?.setAttribute('aria-selected', 'true')
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    return () => cell?.removeAttribute('aria-selected')
  }, [frame, row, column])
}

function RowHead({ row }: { row: MatrixData['rows'][number] }) {
  const own = organName(row) === row.organizationName
  return (
    <span className="du-organ">
      <span>{row.organizationName}</span>
      {own ? null : <small>{row.branchName}</small>}
    </span>
  )
}
