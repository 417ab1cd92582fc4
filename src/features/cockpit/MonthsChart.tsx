import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import type { Cockpit } from '#domain/cockpit.ts'
import { number } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { useKeepScope } from '#lib/scope.ts'
import { Chart } from '#ui/chart/Chart.tsx'
import { byMonth, byMonthOption } from './charts/byMonth.ts'

interface MonthsChartProps {
  data: Cockpit
  title: string
  note: string
  /** Whose hue the bars have. */
  chain: string
  /** `family:name` as it is counted, and how it is called. */
  kinds: readonly { kind: string; name: string }[]
  /** Address of the rows of a kind (without its family) in a month 'YYYY-MM'; the same function each time. */
  rowsOf: (name: string, month: string) => string
}

/** The year of some kinds by month, with the year before; a bar opens exactly the rows it counts. */
export function MonthsChart({ data, title, note, chain, kinds, rowsOf }: MonthsChartProps) {
  const { cockpit: t } = useText()
  const keep = useKeepScope()
  const go = useNavigate()
  const { cells, year } = data
  const months = useMemo(() => byMonth(cells, { year, chain, kinds }), [cells, year, chain, kinds])
  const to = useMemo(
    () => (kind: string, month: string) =>
      keep(rowsOf(kind.slice(kind.indexOf(':') + 1), `${year}-${month}`)),
    [year, keep, rowsOf],
  )
  const option = useMemo(
    () => byMonthOption(months, { month: t.monthShort, lastYear: t.lastYear }, to),
    [months, t, to],
  )
  return (
    <Chart
      title={title}
      note={note}
      option={option}
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
