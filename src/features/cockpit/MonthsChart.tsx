import { useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import type { Cockpit } from '#domain/cockpit.ts'
import { duties as allDuties } from '#domain/rules/duties.ts'
import { serviceKind } from '#domain/services.ts'
import { studyKind } from '#domain/studies.ts'
import { number } from '#lib/format.ts'
import { useText, type Text } from '#lib/i18n.ts'
import { useKeepScope } from '#lib/scope.ts'
import { Chart } from '#ui/chart/Chart.tsx'
import { byMonth, byMonthOption, hasAny } from './charts/byMonth.ts'
import type { Measure } from './charts/measure.ts'
import { rowsOf } from './rows.ts'

/** What is counted by month: as kinds of `prefix`, in whose hue, and where its rows are. */
const families = {
  /** 三会一课, by type. */
  meetings: {
    prefix: 'meeting',
    chain: 'capability',
    kinds: allDuties,
    names: (text: Text): Record<string, string> => text.duties.names,
  },
  /** 服务人次, of confirmed records. */
  services: {
    prefix: 'service',
    chain: 'exemplar',
    kinds: serviceKind.options,
    names: (text: Text): Record<string, string> => text.services.kinds,
  },
  /** 学习活动 that are closed. */
  studies: {
    prefix: 'study',
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
  const { prefix, chain } = families[family]
  const kinds = useMemo(() => {
    const { kinds, names } = families[family]
    return kinds.map((name) => ({ kind: `${prefix}:${name}`, name: names(text)[name] ?? name }))
  }, [family, prefix, text])
  const [measure, setMeasure] = useState<Measure>('count')
  const months = useMemo(
    () => byMonth(cells, { year, chain, kinds, measure }),
    [cells, year, chain, kinds, measure],
  )
  const to = useMemo(
    () => (kind: string, month: string) =>
      keep(rowsOf[family](kind.slice(prefix.length + 1), `${year}-${month}`)),
    [year, keep, family, prefix],
  )
  const option = useMemo(
    () => byMonthOption(months, { month: t.monthShort, lastYear: t.lastYear }, to),
    [months, t, to],
  )
  return (
    <Chart
      title={t.charts[family]}
      note={t.charts[`${family}Note`]}
      empty={hasAny(months) ? undefined : t.charts.none[family]}
      option={option}
      tools={
        family === 'studies' ? (
          <select
            className="ck-choice"
            aria-label={t.charts.measure}
            value={measure}
            onChange={(event) => setMeasure(event.target.value as Measure)}
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
        columns: [t.month, ...months.series.map(({ name }) => name), t.lastYear],
        rows: months.lastYear.map((before, index) => {
          const month = String(index + 1).padStart(2, '0')
          return {
            key: month,
            head: t.monthShort(index + 1),
            cells: [
              ...months.series.map(({ key, values }) => ({
                text: number(values[index] ?? 0),
                to: values[index] ? to(key, month) : undefined,
              })),
              { text: number(before) },
            ],
          }
        }),
      }}
      onOpen={(address) => void go(address)}
    />
  )
}
