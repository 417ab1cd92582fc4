import { useText } from '#lib/i18n.ts'
import './state.css'

const widths = ['62%', '88%', '74%', '95%', '55%']
const width = (index: number) => widths[index % widths.length]

function Bone({ width, height }: { width?: string; height?: string }) {
  return <span className="sc-bone" style={{ width, height }} />
}

/** Says once to screen readers that something is coming. */
function Coming() {
  const t = useText()
  return (
    <span className="sc-sr" role="status">
      {t.ui.loading}
    </span>
  )
}

/** Prose, a card's fields. */
export function SkeletonLines({ lines = 3 }: { lines?: number }) {
  return (
    <div className="sc-skeleton" aria-busy="true">
      <Coming />
      {Array.from({ length: lines }, (_, index) => (
        <Bone key={index} width={width(index)} />
      ))}
    </div>
  )
}

/** The cockpit's row of figures. */
export function SkeletonFigures({ count = 6 }: { count?: number }) {
  return (
    <div className="sc-skeleton sc-skeleton-figures" aria-busy="true">
      <Coming />
      {Array.from({ length: count }, (_, index) => (
        <div key={index}>
          <Bone width="55%" />
          <Bone width="80%" height="2rem" />
          <Bone width="65%" />
        </div>
      ))}
    </div>
  )
}

/** A chart or a map of the given height in rem. */
export function SkeletonBlock({ height = 18 }: { height?: number }) {
  return (
    <div className="sc-skeleton" aria-busy="true">
      <Coming />
      <Bone width="100%" height={`${height}rem`} />
    </div>
  )
}

/** One line inside a cell or a row that draws its own frame; silent. */
export function SkeletonText({ index = 0 }: { index?: number }) {
  return <Bone width={width(index)} />
}
