import { useMemo } from 'react'
import type { Cockpit } from '#domain/cockpit.ts'
import type { DutySummary } from '#domain/duties.ts'
import { useText } from '#lib/i18n.ts'
import { ChartSource } from '#ui/chart/picture.ts'
import type { Turns } from '#ui/useTurns.ts'
import { HeatChart, MembersChart } from './Charts.tsx'
import { MonthsChart } from './MonthsChart.tsx'
import { CoverageChart, HonoursChart } from './PartCharts.tsx'
import { SixChains } from './SixChains.tsx'
import type { CockpitQueries } from './useCockpit.ts'

interface BlocksProps {
  data: Cockpit
  summary: DutySummary
  queries: CockpitQueries
  /** Which of the pages stands on the wall; null: one below the other. */
  turns: Turns | null
}

/** What stands below the headlines: on a wall two by two, all of them drawn and one pair seen. */
export function Blocks({ data, summary, queries, turns }: BlocksProps) {
  const t = useText().cockpit
  const round = turns && turns.round
  const source = useMemo(
    () => ({
      scope: t.scope(data.name, data.year),
      asOf: new Date(queries.asOf).toISOString(),
    }),
    [t, data.name, data.year, queries.asOf],
  )
  const pages = [
    <>
      <SixChains data={data} />
      <HeatChart data={data} summary={summary} queries={queries} round={round} />
    </>,
    <>
      <MembersChart data={data} />
      <MonthsChart data={data} family="meetings" />
    </>,
    <>
      <MonthsChart data={data} family="services" />
      <MonthsChart data={data} family="studies" />
    </>,
    <>
      <HonoursChart data={data} round={round} />
      {queries.coverage ? (
        <CoverageChart data={data} coverage={queries.coverage} round={round} />
      ) : null}
    </>,
  ]
  return (
    <ChartSource value={source}>
      <div className="ck-pages">
        {pages.map((blocks, at) => (
          <div key={at} className="ck-page" data-off={(turns && turns.page !== at) || undefined}>
            {blocks}
          </div>
        ))}
      </div>
    </ChartSource>
  )
}
