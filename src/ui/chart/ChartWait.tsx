import { SkeletonBlock } from '#ui/Skeleton.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'
import './chart.css'

interface ChartWaitProps {
  title: string
  /** What the chart is drawn from: a query without an answer yet. */
  query: { isError: boolean; error: { message: string } | null; refetch: () => unknown }
}

/** Stands where a chart will be: its numbers are on their way, or did not come. */
export function ChartWait({ title, query }: ChartWaitProps) {
  if (!query.isError) return <SkeletonBlock height={24} />
  return (
    <figure className="sc-chart" aria-label={title}>
      <figcaption>
        <h2>{title}</h2>
      </figcaption>
      <StateBlock kind="error" text={query.error?.message} onRetry={() => void query.refetch()} />
    </figure>
  )
}
