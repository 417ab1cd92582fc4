import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import type { Cockpit, CockpitPart } from '#domain/cockpit.ts'
import { yearOf } from '#domain/dates.ts'
import type { DutySummary } from '#domain/duties.ts'
import type { Duty } from '#domain/rules/duties.ts'
import { number } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { useKeepScope } from '#lib/scope.ts'
import { useToday } from '#lib/session.ts'
import { Chart } from '#ui/chart/Chart.tsx'
import { ChartWait } from '#ui/chart/ChartWait.tsx'
import { fitTiles } from './charts/fitTiles.ts'
import { heatOption } from './charts/heat.ts'
import { membersOption, tilesOf } from './charts/members.ts'
import { owedIn } from './figures.ts'
import { inRound } from './inRound.ts'
import { rowsOf } from './rows.ts'
import type { CockpitQueries } from './useCockpit.ts'
import { noteOf, periodShort } from './words.ts'

/** 组织与党员 as a treemap; a tile opens the roster of the part. */
export function MembersChart({ data }: { data: Cockpit }) {
  const { cockpit: t } = useText()
  const isNow = data.year === yearOf(useToday())
  const keep = useKeepScope()
  const go = useNavigate()
  const tiles = useMemo(() => {
    const to = (part: CockpitPart) => keep(rowsOf.members(part))
    return tilesOf(data.parts, t.own, to)
  }, [data.parts, t.own, keep])
  const option = useMemo(() => membersOption(tiles), [tiles])
  return (
    <Chart
      title={t.charts.members}
      // The roster is that of today, whatever year was chosen.
      note={isNow ? t.charts.membersNote : t.charts.membersNoteToday}
      empty={tiles.length > 0 ? undefined : t.charts.none.members}
      option={option}
      table={{
        columns: [t.part, t.count],
        rows: tiles.map(({ name, value, to }) => ({
          key: to,
          head: name,
          cells: [{ text: number(value), to }],
        })),
      }}
      onDrawn={fitTiles}
      onOpen={(to) => void go(to)}
    />
  )
}

/** rem, for so many parts. */
const heatHeight = (rows: number): number => Math.max(12, 3 + rows * 2.4)

interface HeatProps {
  data: Cockpit
  summary: DutySummary
  queries: CockpitQueries
  /** Of the wall's pages (`inRound`). */
  round: number | null
}

/** 履责热力图 of one duty; a cell opens the matrix of that part and period. */
export function HeatChart({ data, summary, queries: { heat, duty, setDuty }, round }: HeatProps) {
  const { cockpit: t, duties: words } = useText()
  const keep = useKeepScope()
  const go = useNavigate()
  const owed = useMemo(() => owedIn(summary), [summary])
  // While another duty is on its way the last one stands, and leads to its own cells.
  const told = heat.data?.duty ?? duty
  const to = useMemo(
    () => (organizationId: string, period: string) =>
      keep(rowsOf.heat(organizationId, told, period)),
    [told, keep],
  )
  const period = useMemo(() => (key: string) => periodShort(key, words), [words])
  const shown = useMemo(() => heat.data && inRound(heat.data.rows, round), [heat.data, round])
  const option = useMemo(
    () =>
      heat.data && shown
        ? heatOption({ ...heat.data, rows: shown.rows }, { cell: t.cell, period }, to)
        : null,
    [heat.data, shown, t.cell, period, to],
  )
  if (!heat.data || !shown || !option)
    return (
      <ChartWait
        title={t.charts.heat}
        note={t.charts.heatNote}
        height={heatHeight(data.parts.filter(({ isOwn }) => !isOwn).length)}
        query={heat}
      />
    )
  const { periods } = heat.data
  const { rows } = shown
  return (
    <Chart
      title={t.charts.heat}
      note={noteOf(t.charts.heatNote, shown, t)}
      chosen={words.names[told]}
      height={heatHeight(rows.length)}
      empty={owed.length > 0 ? undefined : t.charts.none.heat}
      option={option}
      tools={
        owed.length === 0 ? undefined : (
          <select
            className="ck-choice"
            aria-label={t.duty}
            value={duty}
            onChange={(event) => setDuty(event.target.value as Duty)}
          >
            {owed.map((one) => (
              <option key={one} value={one}>
                {words.names[one]}
              </option>
            ))}
          </select>
        )
      }
      table={{
        columns: [t.part, ...periods.map(({ key }) => period(key))],
        rows: rows.map(({ organizationId, organizationName, cells }) => ({
          key: organizationId,
          head: organizationName,
          cells: cells.map((cell) =>
            cell.past === 0
              ? { text: '—' }
              : { text: t.cell(cell.kept, cell.past), to: to(organizationId, cell.period) },
          ),
        })),
      }}
      onOpen={(to) => void go(to)}
    />
  )
}
