import type { ReactNode } from 'react'
import { SkeletonBlock } from '#ui/Skeleton.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'
import { HEIGHT } from './look.ts'
import './chart.css'

interface ChartWaitProps {
  title: string
  note?: ReactNode
  /** rem, of the picture that will stand here. */
  height?: number
  /** What the chart is drawn from, where it may fail by itself: a query without an answer yet. */
  query?: { isError: boolean; error: { message: string } | null; refetch: () => unknown }
}

/** Stands where a chart will be, as high as it: its numbers are on their way, or did not come. */
export function ChartWait({ title, note, height = HEIGHT, query }: ChartWaitProps) {
  return (
    <figure className="sc-chart" aria-label={title}>
      <figcaption>
        <h2>{title}</h2>
        {note ? <small>{note}</small> : null}
        <span className="sc-chart-tools">
          {/* As high as the ones to come. */}
          <button type="button" className="sc-link" disabled aria-hidden="true">
            {'\u00a0'}
          </button>
        </span>
      </figcaption>
      {query?.isError ? (
        <StateBlock kind="error" text={query.error?.message} onRetry={() => void query.refetch()} />
      ) : (
        <div className="sc-chart-place sc-chart-wait" style={{ height: `${height}rem` }}>
          <SkeletonBlock height={height} />
        </div>
      )}
    </figure>
  )
}
