import type { EChartsCoreOption, EChartsType } from 'echarts/core'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { useText } from '#lib/i18n.ts'
import { useIdle } from '#ui/useIdle.ts'
import { ChartTable, type ChartRows } from './ChartTable.tsx'
import { inTurn, stands, whenNear } from './turns.ts'
import { readLook, useLookKey, type ChartLook } from './look.ts'
import './chart.css'

export interface ChartProps {
  title: string
  /** What is counted, in one line. */
  note?: ReactNode
  /** A pure builder: tested without a DOM. Data items may carry `to`, the address of the rows behind them. */
  option: (look: ChartLook) => EChartsCoreOption
  /** The same numbers as text, each with the way to its rows; what screen readers read. */
  table: ChartRows
  /** rem. */
  height?: number
  /** Follows the address of a mark. */
  onOpen: (to: string) => void
  tools?: ReactNode
}

/**
 * One wrapper for every chart: drawn by ECharts once it is near sight, with its table behind it, and as a
 * picture to keep. The place is known before the chart is there.
 */
export function Chart({ title, note, option, table, height = 20, onOpen, tools }: ChartProps) {
  const { ui } = useText()
  const t = ui.chart
  const id = useId()
  const place = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType | null>(null)
  const [asTable, setAsTable] = useState(false)
  // Hundreds of cells that nobody sees: they come when the page has a moment.
  const idle = useIdle()
  const drawn = useDrawing(place, chart, option, onOpen, !asTable)

  const save = () => {
    const instance = chart.current
    if (!instance) return
    const link = document.createElement('a')
    link.download = `${title}.png`
    link.href = instance.getDataURL({
      type: 'png',
      pixelRatio: 2,
      backgroundColor: readLook().paper,
    })
    link.click()
  }

  return (
    <figure className="sc-chart" aria-labelledby={id}>
      <figcaption>
        <h2 id={id}>{title}</h2>
        {note ? <small>{note}</small> : null}
        <span className="sc-chart-tools sc-no-print">
          {tools}
          <button
            type="button"
            className="sc-link"
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? t.asChart : t.asTable}
          </button>
          {asTable ? null : (
            <button type="button" className="sc-link" disabled={!drawn} onClick={save}>
              {t.save}
            </button>
          )}
        </span>
      </figcaption>
      {asTable ? (
        <div className="sc-chart-table" style={{ minHeight: `${height}rem` }}>
          <ChartTable label={title} {...table} />
        </div>
      ) : (
        <>
          {/* The picture; what it says stands in the table after it. */}
          <div
            ref={place}
            className="sc-chart-place"
            aria-hidden="true"
            style={{ height: `${height}rem` }}
          />
          {idle ? (
            <div className="sc-sr">
              <ChartTable label={title} plain {...table} />
            </div>
          ) : null}
        </>
      )}
    </figure>
  )
}

/** Keeps one chart in its place: made when somebody comes near, redrawn with data, theme and size. */
function useDrawing(
  place: React.RefObject<HTMLDivElement | null>,
  chart: React.RefObject<EChartsType | null>,
  option: ChartProps['option'],
  onOpen: (to: string) => void,
  shown: boolean,
): boolean {
  const look = useLookKey()
  const [drawn, setDrawn] = useState(false)
  const open = useRef(onOpen)
  useEffect(() => {
    open.current = onOpen
  })

  // What to draw when its turn comes.
  const latest = useRef(option)
  useEffect(() => {
    const here = place.current
    if (!shown || !here) return undefined
    let gone = false
    let takeAway: (() => void) | undefined
    let watch: ResizeObserver | undefined
    const giveUp = whenNear(here, ({ init }) => {
      if (gone) return
      const made = init(here)
      chart.current = made
      made.on('click', (mark) => {
        const to = addressOf(mark.data)
        if (to) open.current(to)
      })
      const draw = () => drawOn(made, latest.current)
      draw()
      keepRatio(here)
      takeAway = stands(here, draw)
      watch = new ResizeObserver(() => {
        made.resize()
        keepRatio(here)
      })
      watch.observe(here)
      setDrawn(true)
    })
    return () => {
      gone = true
      giveUp()
      takeAway?.()
      watch?.disconnect()
      chart.current?.dispose()
      chart.current = null
      setDrawn(false)
    }
  }, [shown, place, chart])

  useEffect(() => {
    latest.current = option
    if (!chart.current) return
    void inTurn(() => {
      if (chart.current) drawOn(chart.current, latest.current)
    })
  }, [option, look, chart])
  return drawn
}

function drawOn(chart: EChartsType, option: ChartProps['option']): void {
  chart.setOption(option(readLook()), { notMerge: true })
}

/** Paper has another width than the screen: there the picture is scaled (chart.css), in the ratio it was drawn in. */
function keepRatio(place: HTMLElement): void {
  if (place.clientHeight > 0)
    place.style.setProperty('--sc-ratio', `${place.clientWidth / place.clientHeight}`)
}

/** The `to` of a mark's data item. */
const addressOf = (data: unknown): string | null =>
  typeof data === 'object' && data !== null && 'to' in data && typeof data.to === 'string'
    ? data.to
    : null
