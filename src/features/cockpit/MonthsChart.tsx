import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import type { Cockpit } from '#domain/cockpit.ts'
import { duties as allDuties } from '#domain/rules/duties.ts'
import { serviceKind } from '#domain/services.ts'
import { studyKind } from '#domain/studies.ts'
import { number } from '#lib/format.ts'
import { useText, type Text } from '#lib/i18n.ts'
import { useKeepScope } from '#lib/scope.ts'
import { useUrlState } from '#lib/urlState.ts'
import { Chart } from '#ui/chart/Chart.tsx'
import {
  byMonth,
  byMonthOption,
  hasAny,
  marksOfKind,
  marksOfLastYear,
  type MonthMark,
} from './charts/byMonth.ts'
import type { Measure } from './charts/measure.ts'
import { rowsOf } from './rows.ts'
import { cockpitState } from './state.ts'

/** What is counted by month: as kinds of `prefix`, in whose hue, and where its rows are. */
const families = {
  /** 三会一课, by type. */
  meetings: {
    prefix: 'meeting',
    whole: 'meetings',
    chain: 'capability',
    kinds: allDuties,
    names: (text: Text): Record<string, string> => text.duties.names,
  },
  /** 服务人次, of confirmed records. */
  services: {
    prefix: 'service',
    whole: undefined,
    chain: 'exemplar',
    kinds: serviceKind.options,
    names: (text: Text): Record<string, string> => text.services.kinds,
  },
  /** 学习活动 that are closed. */
  studies: {
    prefix: 'study',
    whole: undefined,
    chain: 'capability',
    kinds: studyKind.options,
    names: (text: Text): Record<string, string> => text.studies.kinds,
  },
} as const
type Family = keyof typeof families

/** The year of one family by month, with the year before; a bar opens exactly the rows it counts. */
export function MonthsChart({ data, family }: { data: Cockpit; family: Family }) {
  const text = useText()
  const { cockpit: t } = text
  const keep = useKeepScope()
  const go = useNavigate()
  const { cells, year } = data
  const { prefix, whole, chain } = families[family]
  const kinds = useMemo(() => {
    const { kinds, names } = families[family]
    return kinds.map((name) => ({ kind: `${prefix}:${name}`, name: names(text)[name] ?? name }))
  }, [family, prefix, text])
  const [chosen, setState] = useUrlState(cockpitState)
  const measure = family === 'studies' ? chosen.measure : 'count'
  const months = useMemo(
    () => byMonth(cells, { year, chain, kinds, whole, measure }),
    [cells, year, chain, kinds, whole, measure],
  )
  const to = useMemo(
    () => (kind: string | null, month: string) =>
      keep(rowsOf[family](kind?.slice(prefix.length + 1), month)),
    [keep, family, prefix],
  )
  const option = useMemo(
    () => byMonthOption(months, { month: t.monthShort, lastYear: t.lastYear }, to),
    [months, t, to],
  )
  const columns = [
    ...months.series.map((one) => ({ name: one.name, marks: marksOfKind(months, one, to) })),
    { name: t.lastYear, marks: marksOfLastYear(months, to) },
  ]
  return (
    <Chart
      title={t.charts[family]}
      note={t.charts[`${family}Note`]}
      chosen={family === 'studies' ? t.charts.measures[measure] : undefined}
      empty={hasAny(months) ? undefined : t.charts.none[family]}
      option={option}
      tools={
        family === 'studies' ? (
          <select
            className="ck-choice"
            aria-label={t.charts.measure}
            value={measure}
            onChange={(event) => setState({ measure: event.target.value as Measure })}
          >
            {(['count', 'minutes'] as const).map((one) => (
              <option key={one} value={one}>
                {t.charts.measures[one]}
              </option>
            ))}
          </select>
        ) : undefined
      }
      table={{
        columns: [t.month, ...columns.map(({ name }) => name)],
        rows: months.lastYear.map((_, index) => ({
          key: String(index),
          head: t.monthShort(index + 1),
          cells: columns.map(({ marks }) => cellOf(marks[index])),
        })),
      }}
      onOpen={(address) => void go(address)}
    />
  )
}

const cellOf = (mark: MonthMark | undefined) => ({
  text: number(mark?.value ?? 0),
  to: mark?.to,
})
