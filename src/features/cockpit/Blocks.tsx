import type { Cockpit } from '#domain/cockpit.ts'
import type { DutySummary } from '#domain/duties.ts'
import { useCan } from '#lib/session.ts'
import type { Turns } from '#ui/useTurns.ts'
import { HeatChart, MembersChart } from './Charts.tsx'
import { MonthsChart } from './MonthsChart.tsx'
import { CoverageChart, HonoursChart } from './PartCharts.tsx'
import { SixChains } from './SixChains.tsx'

interface BlocksProps {
  data: Cockpit
  summary: DutySummary
  refresh: number | false
  /** Which of the pages stands on the wall; null: one below the other. */
  turns: Turns | null
}

/** What stands below the headlines: on a wall two by two, all of them drawn and one pair seen. */
export function Blocks({ data, summary, refresh, turns }: BlocksProps) {
  const round = turns && turns.round
  const pages = [
    <>
      <SixChains data={data} />
      <HeatChart data={data} summary={summary} refresh={refresh} round={round} />
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
      {useCan()('integrity.read') ? (
        <CoverageChart data={data} refresh={refresh} round={round} />
      ) : null}
    </>,
  ]
  return (
    <div className="ck-pages">
      {pages.map((blocks, at) => (
        <div key={at} className="ck-page" data-off={(turns && turns.page !== at) || undefined}>
          {blocks}
        </div>
      ))}
    </div>
  )
}
