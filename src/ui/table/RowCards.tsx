import { SkeletonText } from '#ui/Skeleton.tsx'
import { SoftLink } from '#ui/SoftLink.tsx'
import type { Column } from './columns.ts'
import type { DataTableProps } from './DataTable.tsx'
import type { OpeningOf } from './useOpening.ts'
import { RowBox } from './RowBox.tsx'

type RowCardsProps<Row> = DataTableProps<Row> & {
  openingOf: OpeningOf<Row>
  shown: readonly Column<Row>[]
}

/** The rows of a phone: the first column is the card's head, the others label and value. */
export function RowCards<Row>({
  label,
  rows,
  rowKey,
  openingOf,
  selected,
  rowTitle,
  choice,
  shown,
  state,
}: RowCardsProps<Row>) {
  const [head, ...others] = shown
  if (!head) return null

  if (!rows) {
    return (
      <ul className="sc-cards" aria-hidden="true">
        {Array.from({ length: Math.min(state.size, 6) }, (_, index) => (
          <li key={index}>
            <div className="sc-card-head">
              <SkeletonText index={index} />
            </div>
            <dl>
              {others.slice(0, 3).map((column) => (
                <div key={column.key}>
                  <SkeletonText index={index + 2} />
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    )
  }

  return (
    <ul className="sc-cards" aria-label={label}>
      {rows.map((row) => {
        const key = rowKey(row)
        const opening = openingOf(row)
        return (
          <li key={key} data-selected={key === selected}>
            <div className="sc-card-head">
              {choice ? (
                <RowBox
                  choice={choice}
                  rows={[row]}
                  rowKey={rowKey}
                  name={rowTitle?.(row) ?? key}
                />
              ) : null}
              {opening ? (
                <SoftLink
                  href={opening.href}
                  onOpen={opening.open}
                  className="sc-link sc-card-link"
                >
                  {head.render(row)}
                </SoftLink>
              ) : (
                head.render(row)
              )}
            </div>
            <dl>
              {others.map((column) => (
                <div key={column.key}>
                  {column.title ? <dt>{column.title}</dt> : null}
                  <dd>{column.render(row)}</dd>
                </div>
              ))}
            </dl>
          </li>
        )
      })}
    </ul>
  )
}
