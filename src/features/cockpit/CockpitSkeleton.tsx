import { useText } from '#lib/i18n.ts'
import { useCan } from '#lib/session.ts'
import { ChartWait } from '#ui/chart/ChartWait.tsx'
import { SkeletonText } from '#ui/Skeleton.tsx'
import { chains } from './SixChains.tsx'

const figures = ['rate', 'late', 'meetings', 'services', 'studies', 'hours'] as const

/**
 * The cockpit before its numbers: what each of them is stands in its place already. It goes as a whole, so nothing
 * that stays is pushed by what comes.
 */
export function CockpitSkeleton() {
  const { cockpit: t, frame } = useText()
  const { charts } = t
  const mayReadIntegrity = useCan()('integrity.read')
  return (
    <>
      <div className="ck-figures ck-waiting" aria-busy="true">
        {figures.map((one, at) => (
          <div key={one} className="ck-figure">
            <span>{t.figures[one]}</span>
            <b>
              <SkeletonText index={at + 4} />
            </b>
            <small>
              <SkeletonText index={at} />
            </small>
            <small>
              <SkeletonText index={at + 2} />
            </small>
          </div>
        ))}
      </div>
      <div className="ck-pages">
        <div className="ck-page">
          <div className="ck-chains ck-waiting" aria-busy="true">
            {chains.map((chain, at) => (
              <div key={chain} style={{ borderColor: `var(--chain-${chain})` }}>
                <h2>{frame.chains[chain]}</h2>
                <SkeletonText index={at} />
                <SkeletonText index={at + 1} />
              </div>
            ))}
          </div>
          <ChartWait title={charts.heat} note={charts.heatNote} height={24} />
        </div>
        <div className="ck-page">
          <ChartWait title={charts.members} note={charts.membersNote} />
          <ChartWait title={charts.meetings} note={charts.meetingsNote} />
          <ChartWait title={charts.services} note={charts.servicesNote} />
          <ChartWait title={charts.studies} note={charts.studiesNote} />
          <ChartWait title={charts.honours} note={charts.honoursNote} />
          {mayReadIntegrity ? (
            <ChartWait title={charts.coverage} note={charts.coverageNote} />
          ) : null}
        </div>
      </div>
    </>
  )
}
