import type { KeyboardEvent, MouseEvent } from 'react'
import { useText } from '#lib/i18n.ts'
import { SkeletonText } from '#ui/Skeleton.tsx'
import { afterPaint } from '#ui/afterPaint.ts'
import { useAnnounce } from '#ui/announce.ts'
import { isPlainClick, SoftLink } from '#ui/SoftLink.tsx'
import { leastWidth, type Column } from './columns.ts'
import type { DataTableProps } from './DataTable.tsx'
import type { OpeningOf } from './useOpening.ts'
import { RowBox } from './RowBox.tsx'
import { SortHead } from './SortHead.tsx'
import { useOverflow } from './useOverflow.ts'

type RowTableProps<Row> = DataTableProps<Row> & {
  openingOf: OpeningOf<Row>
  shown: readonly Column<Row>[]
}

const SKELETON_ROWS = 12
const interactive = 'a, button, input, select, textarea, label, summary, [role="button"]'

/** Up and down, Home and End go from row link to row link; Enter is the link's own. */
function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key]
  if (step === undefined || !(event.target instanceof HTMLElement)) return
  if (!event.target.matches('[data-row-link], [data-row-link] *')) return
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row-link] > .sc-link')]
  const at = links.findIndex((link) => link.contains(event.target as Node))
  const to = Math.max(0, Math.min(links.length - 1, at + step))
  event.preventDefault()
  links[to]?.focus()
}

export function RowTable<Row>(props: RowTableProps<Row>) {
  const { label, rows, rowKey, openingOf, rowTitle, selected, shown, state, onState, choice } =
    props
  const { ui } = useText()
  const announce = useAnnounce()
  /** Says what is on its way before it is opened. */
  const announced = (row: Row): ReturnType<OpeningOf<Row>> => {
    const opening = openingOf(row)
    if (!opening || !announce || !rowTitle) return opening
    const open = () => {
      announce(rowTitle(row))
      afterPaint(opening.open)
    }
    return { href: opening.href, open }
  }
  const [frame, isWide] = useOverflow<HTMLDivElement>()

  const onRowClick = (event: MouseEvent<HTMLElement>, open: () => void) => {
    if (!isPlainClick(event)) return
    if (event.target instanceof Element && event.target.closest(interactive)) return
    // A text being selected is not a click.
    if (window.getSelection()?.toString()) return
    open()
  }
  const onRowMiddle = (event: MouseEvent<HTMLElement>, href: string) => {
    if (event.button !== 1) return
    if (event.target instanceof Element && event.target.closest(interactive)) return
    event.preventDefault()
    window.open(href, '_blank', 'noopener')
  }

  return (
    <div
      ref={frame}
      className={isWide ? 'sc-table-frame sc-table-wide' : 'sc-table-frame'}
      {...(isWide ? { tabIndex: 0, role: 'region', 'aria-label': ui.table.scroll } : {})}
    >
      <table aria-label={label} style={{ minWidth: leastWidth(shown) }}>
        <colgroup>
          {shown.map((column) => (
            <col
              key={column.key}
              style={column.width ? { width: `${column.width}rem` } : undefined}
            />
          ))}
        </colgroup>
        <thead>
          <tr>
            {shown.map((column, index) => (
              <SortHead
                key={column.key}
                box={
                  index === 0 && choice && rows ? (
                    <RowBox choice={choice} rows={rows} rowKey={rowKey} />
                  ) : null
                }
                column={column}
                sort={state.sort}
                onSort={(sort) => onState({ ...state, sort, page: 1 })}
              />
            ))}
          </tr>
        </thead>
        {rows === undefined ? (
          <tbody aria-hidden="true">
            {Array.from({ length: Math.min(state.size, SKELETON_ROWS) }, (_, row) => (
              <tr key={row}>
                {shown.map((column, index) => (
                  <td key={column.key}>
                    <SkeletonText index={row + index} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ) : (
          <tbody onKeyDown={moveFocus}>
            {rows.map((row) => {
              const key = rowKey(row)
              const opening = announced(row)
              const href = opening?.href
              return (
                <tr
                  key={key}
                  data-openable={opening !== null}
                  aria-current={key === selected ? 'true' : undefined}
                  onClick={opening ? (event) => onRowClick(event, opening.open) : undefined}
                  onAuxClick={href ? (event) => onRowMiddle(event, href) : undefined}
                >
                  {shown.map((column, index) => {
                    const content = column.render(row)
                    const link = index === 0 ? opening : null
                    return (
                      <td
                        key={column.key}
                        data-align={column.align}
                        data-wrap={column.wrap}
                        data-row-link={link ? '' : undefined}
                        title={typeof content === 'string' ? content : undefined}
                      >
                        {index === 0 && choice ? (
                          <RowBox
                            choice={choice}
                            rows={[row]}
                            rowKey={rowKey}
                            name={rowTitle?.(row) ?? key}
                          />
                        ) : null}
                        {link ? (
                          <SoftLink href={link.href} onOpen={link.open}>
                            {content}
                          </SoftLink>
                        ) : (
                          content
                        )}
                      </td>
                    )
                  })}
                </tr>
              )
            })}
          </tbody>
        )}
      </table>
    </div>
  )
}
