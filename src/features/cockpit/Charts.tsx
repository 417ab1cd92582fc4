import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import type { Cockpit, CockpitPart } from '#domain/cockpit.ts'
import { dutiesContract } from '#domain/duties.contract.ts'
import { countedStatuses } from '#domain/meetings.states.ts'
import { duties as allDuties, type Duty } from '#domain/rules/duties.ts'
import { serviceKind } from '#domain/services.ts'
import { studyKind } from '#domain/studies.ts'
import { number } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope } from '#lib/scope.ts'
import { Chart } from '#ui/chart/Chart.tsx'
import { ChartWait } from '#ui/chart/ChartWait.tsx'
import { heatOption } from './charts/heat.ts'
import { membersOption, tilesOf } from './charts/members.ts'
import { MonthsChart } from './MonthsChart.tsx'
import { periodShort } from './words.ts'

const signed = countedStatuses.map((status) => `statuses=${status}`).join('&')
const roster = 'stages=full&stages=probationary&standings=normal'

/** 组织与党员 as a treemap; a tile opens the roster of the part. */
export function MembersChart({ data }: { data: Cockpit }) {
  const { cockpit: t } = useText()
  const keep = useKeepScope()
  const go = useNavigate()
  const tiles = useMemo(() => {
    const to = (part: CockpitPart) =>
      keep(
        `${paths.members()}?scope=${part.organizationId}&${roster}${part.isOwn ? '&direct=true' : ''}`,
      )
    return tilesOf(data.parts, t.own, to)
  }, [data.parts, t.own, keep])
  const option = useMemo(() => membersOption(tiles), [tiles])
  return (
    <Chart
      title={t.charts.members}
      note={t.charts.membersNote}
      option={option}
      table={{
        columns: [t.part, t.count],
        rows: tiles.map(({ name, value, to }) => ({
          key: to,
          head: name,
          cells: [{ text: number(value), to }],
        })),
      }}
      onOpen={(to) => void go(to)}
    />
  )
}

/** 三会一课按月, by type; a bar opens the meetings of its type and month. */
export function MeetingsChart({ data }: { data: Cockpit }) {
  const { cockpit: t, duties } = useText()
  const kinds = useMemo(
    () => allDuties.map((type) => ({ kind: `meeting:${type}`, name: duties.names[type] })),
    [duties],
  )
  return (
    <MonthsChart
      data={data}
      title={t.charts.meetings}
      note={t.charts.meetingsNote}
      chain="capability"
      kinds={kinds}
      rowsOf={meetingRows}
    />
  )
}

/** 服务人次按月, by kind; a bar opens the confirmed records of its kind and month. */
export function ServicesChart({ data }: { data: Cockpit }) {
  const { cockpit: t, services } = useText()
  const kinds = useMemo(
    () =>
      serviceKind.options.map((kind) => ({ kind: `service:${kind}`, name: services.kinds[kind] })),
    [services],
  )
  return (
    <MonthsChart
      data={data}
      title={t.charts.services}
      note={t.charts.servicesNote}
      chain="exemplar"
      kinds={kinds}
      rowsOf={serviceRows}
    />
  )
}

/** 学习活动按月, by kind; a bar opens the closed activities of its kind and month. */
export function StudiesChart({ data }: { data: Cockpit }) {
  const { cockpit: t, studies } = useText()
  const kinds = useMemo(
    () => studyKind.options.map((kind) => ({ kind: `study:${kind}`, name: studies.kinds[kind] })),
    [studies],
  )
  return (
    <MonthsChart
      data={data}
      title={t.charts.studies}
      note={t.charts.studiesNote}
      chain="capability"
      kinds={kinds}
      rowsOf={studyRows}
    />
  )
}

type RowsOf = (name: string, month: string) => string

const meetingRows: RowsOf = (type, month) =>
  `${paths.meetings()}?types=${type}&month=${month}&${signed}`
const serviceRows: RowsOf = (kind, month) =>
  `${paths.services()}?kinds=${kind}&month=${month}&states=confirmed`
const studyRows: RowsOf = (kind, month) =>
  `${paths.studies()}?kinds=${kind}&month=${month}&statuses=closed`

/** The one that the heat map begins with. */
export const FIRST_DUTY: Duty = 'theme-day'

/** 履责热力图 of one duty; a cell opens the matrix of that part and period. */
export function HeatChart({ data, refresh }: { data: Cockpit; refresh: number | false }) {
  const { cockpit: t, duties: words } = useText()
  const keep = useKeepScope()
  const go = useNavigate()
  const [duty, setDuty] = useState(FIRST_DUTY)
  const heat = useQuery({
    ...queryOptionsOf(dutiesContract.heat, {
      query: { organization: data.organizationId, year: data.year, duty },
    }),
    refetchInterval: refresh,
  })
  const to = useMemo(
    () => (organizationId: string, period: string) =>
      keep(`${paths.duties()}?scope=${organizationId}&duty=${duty}&period=${period}`),
    [duty, keep],
  )
  const period = useMemo(() => (key: string) => periodShort(key, words), [words])
  const option = useMemo(
    () => (heat.data ? heatOption(heat.data, { cell: t.cell, period }, to) : null),
    [heat.data, t.cell, period, to],
  )
  if (!heat.data || !option) return <ChartWait title={t.charts.heat} query={heat} />
  const { rows, periods } = heat.data
  return (
    <Chart
      title={t.charts.heat}
      note={t.charts.heatNote}
      height={Math.max(12, 3 + rows.length * 2.4)}
      option={option}
      tools={
        <select
          className="ck-duty"
          aria-label={t.duty}
          value={duty}
          onChange={(event) => setDuty(event.target.value as Duty)}
        >
          {allDuties.map((one) => (
            <option key={one} value={one}>
              {words.names[one]}
            </option>
          ))}
        </select>
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
