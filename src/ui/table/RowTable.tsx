import type { KeyboardEvent, MouseEvent } from 'react'
import { useText } from '#lib/i18n.ts'
import { SkeletonText } from '#ui/Skeleton.tsx'
import { afterPaint } from '#ui/afterPaint.ts'
import { useAnnounce } from '#ui/announce.ts'
import { isPlainClick, SoftLink } from '#ui/SoftLink.tsx'
import { leastWidth, type Column } from './columns.ts'
import type { DataTableProps } from './DataTable.tsx'
import type { Opening } from './useOpening.ts'
import { RowBox } from './RowBox.tsx'
import { SortHead } from './SortHead.tsx'
import { useOverflow } from './useOverflow.ts'

type RowTableProps<Row> = DataTableProps<Row> & Opening<Row> & { shown: readonly Column<Row>[] }

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
  const { label, rows, rowKey, hrefOf, rowTitle, selected, shown, state, onState, choice } = props
  const { ui } = useText()
  const announce = useAnnounce()
  const onOpen =
    props.open &&
    ((row: Row) => {
      if (!announce || !rowTitle) return props.open?.(row)
      announce(rowTitle(row))
      return afterPaint(() => props.open?.(row))
    })
  const [frame, isWide] = useOverflow<HTMLDivElement>()

  const onRowClick = (event: MouseEvent<HTMLElement>, row: Row) => {
    if (!onOpen || !isPlainClick(event)) return
    if (event.target instanceof Element && event.target.closest(interactive)) return
    // A text being selected is not a click.
    if (window.getSelection()?.toString()) return
    onOpen(row)
  }
  const onRowMiddle = (event: MouseEvent<HTMLElement>, row: Row) => {
    if (event.button !== 1 || !hrefOf) return
    if (event.target instanceof Element && event.target.closest(interactive)) return
    event.preventDefault()
    window.open(hrefOf(row), '_blank', 'noopener')
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
              return (
                <tr
                  key={key}
                  data-openable={onOpen !== undefined}
                  aria-current={key === selected ? 'true' : undefined}
                  onClick={(event) => onRowClick(event, row)}
                  onAuxClick={(event) => onRowMiddle(event, row)}
                >
                  {shown.map((column, index) => {
                    const content = column.render(row)
                    const isLink = index === 0 && (hrefOf !== undefined || onOpen !== undefined)
                    return (
                      <td
                        key={column.key}
                        data-align={column.align}
                        data-wrap={column.wrap}
                        data-row-link={isLink ? '' : undefined}
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
                        {isLink ? (
                          <SoftLink href={hrefOf?.(row)} onOpen={onOpen && (() => onOpen(row))}>
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
