import type { EChartsCoreOption, EChartsType } from 'echarts/core'
import { useContext, useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { download } from '#lib/download.ts'
import { useText } from '#lib/i18n.ts'
import { useIdle } from '#ui/useIdle.ts'
import { StateBlock } from '#ui/StateBlock.tsx'
import { ChartTable, type ChartRows } from './ChartTable.tsx'
import { captionOf, ChartSource, pictureOf } from './picture.ts'
import { inTurn, stands, tryAgain, whenNear } from './turns.ts'
import { HEIGHT, readLook, useLookKey, type ChartLook } from './look.ts'
import './chart.css'

export interface ChartProps {
  title: string
  /** What is counted, in one line. */
  note?: string
  /** What was chosen in `tools`; a picture says it with the title. */
  chosen?: string | undefined
  /** A pure builder: tested without a DOM. Data items may carry `to`, the address of the rows behind them. */
  option: (look: ChartLook) => EChartsCoreOption
  /** The same numbers as text, each with the way to its rows; what screen readers read. */
  table: ChartRows
  /** rem. */
  height?: number
  /** What there is nothing of: it stands where the picture would, which would be bare axes. */
  empty?: string | undefined
  /** What is put right once it stands, after every drawing and resizing. */
  onDrawn?: (chart: EChartsType) => void
  /** Follows the address of a mark. */
  onOpen: (to: string) => void
  tools?: ReactNode
}

/**
 * One wrapper for every chart: drawn by ECharts once it is near sight, with its table behind it, and as a
 * picture to keep. The place is known before the chart is there.
 */
export function Chart(props: ChartProps) {
  const { title, note, chosen, table, height = HEIGHT, empty, tools } = props
  const source = useContext(ChartSource)
  const { ui } = useText()
  const t = ui.chart
  const id = useId()
  const place = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType | null>(null)
  const [asTable, setAsTable] = useState(false)
  // Hundreds of cells that nobody sees: they come when the page has a moment.
  const idle = useIdle()
  const state = useDrawing(place, chart, props, !asTable && empty === undefined)

  const save = async () => {
    if (!chart.current) return
    const name = chosen ? `${title} · ${chosen}` : title
    const caption = captionOf(name, note, source, ui.wall.asOf)
    const picture = await pictureOf(chart.current, caption)
    if (picture) download(caption.fileName, picture)
  }

  return (
    <figure className="sc-chart" aria-labelledby={id}>
      <figcaption>
        <h2 id={id}>{title}</h2>
        {note ? <small>{note}</small> : null}
        <span className="sc-chart-tools sc-no-print">
          {tools}
          {empty === undefined ? (
            <>
              <button
                type="button"
                className="sc-link"
                aria-pressed={asTable}
                onClick={() => setAsTable(!asTable)}
              >
                {asTable ? t.asChart : t.asTable}
              </button>
              {asTable ? null : (
                <button
                  type="button"
                  className="sc-link"
                  disabled={state !== 'drawn'}
                  onClick={() => void save()}
                >
                  {t.save}
                </button>
              )}
            </>
          ) : null}
        </span>
      </figcaption>
      {empty !== undefined ? (
        <p className="sc-chart-empty" style={{ minHeight: `${height}rem` }}>
          {empty}
        </p>
      ) : asTable ? (
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
            hidden={state === 'failed'}
            style={{ height: `${height}rem` }}
          />
          {state === 'failed' ? (
            <StateBlock kind="error" title={t.failed} text={t.failedText} onRetry={tryAgain} />
          ) : null}
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

type Drawn = Pick<ChartProps, 'option' | 'onDrawn'>
type Drawing = 'waiting' | 'drawn' | 'failed'

/** Keeps one chart in its place: made when somebody comes near, redrawn with data, theme and size. */
function useDrawing(
  place: React.RefObject<HTMLDivElement | null>,
  chart: React.RefObject<EChartsType | null>,
  { option, onDrawn, onOpen }: Drawn & Pick<ChartProps, 'onOpen'>,
  shown: boolean,
): Drawing {
  const look = useLookKey()
  const [state, setState] = useState<Drawing>('waiting')
  const open = useRef(onOpen)
  useEffect(() => {
    open.current = onOpen
  })

  // What to draw when its turn comes.
  const latest = useRef<Drawn>({ option, onDrawn })
  useEffect(() => {
    const here = place.current
    if (!shown || !here) return undefined
    let gone = false
    let takeAway: (() => void) | undefined
    let watch: ResizeObserver | undefined
    const draw = ({ init }: { init: (place: HTMLElement) => EChartsType }) => {
      if (gone) return
      // A failed chart's place is hidden, and ECharts measures it.
      here.hidden = false
      const made = init(here)
      chart.current = made
      made.on('click', (mark) => {
        const to = addressOf(mark.data)
        if (to) open.current(to)
      })
      const draw = () => drawOn(made, latest.current)
      draw()
      keepRatio(here)
      const fit = (width?: number) => {
        // In rem, as the place is on the screen; only the width is another on paper.
        made.resize(
          width ? { width, height: here.clientHeight } : { width: 'auto', height: 'auto' },
        )
        latest.current.onDrawn?.(made)
        keepRatio(here, width)
      }
      const at = (width?: number) => {
        fit(width)
        draw()
      }
      takeAway = stands(here, { onPaper: () => at(PAPER), onScreen: () => at() })
      // It also tells the size that there was from the beginning.
      watch = new ResizeObserver(() => {
        if (made.getWidth() !== here.clientWidth || made.getHeight() !== here.clientHeight) fit()
      })
      watch.observe(here)
      setState('drawn')
    }
    const giveUp = whenNear(here, { draw, failed: () => setState('failed') })
    return () => {
      gone = true
      giveUp()
      takeAway?.()
      watch?.disconnect()
      chart.current?.dispose()
      chart.current = null
      setState('waiting')
    }
  }, [shown, place, chart])

  useEffect(() => {
    latest.current = { option, onDrawn }
    if (!chart.current) return
    void inTurn(() => {
      if (chart.current) drawOn(chart.current, latest.current)
    })
  }, [option, onDrawn, look, chart])
  return state
}

function drawOn(chart: EChartsType, { option, onDrawn }: Drawn): void {
  chart.setOption(option(readLook()), { notMerge: true })
  onDrawn?.(chart)
}

/** CSS pixels between the margins of A4 (usePaper.ts): drawn in this width, text keeps its size on the sheet. */
const PAPER = 688

/** Paper may be wider or narrower than what was drawn: there the picture is scaled (chart.css) in its ratio. */
function keepRatio(place: HTMLElement, width = place.clientWidth): void {
  if (place.clientHeight > 0) place.style.setProperty('--sc-ratio', `${width / place.clientHeight}`)
}

/** The `to` of a mark's data item. */
const addressOf = (data: unknown): string | null =>
  typeof data === 'object' && data !== null && 'to' in data && typeof data.to === 'string'
    ? data.to
    : null
