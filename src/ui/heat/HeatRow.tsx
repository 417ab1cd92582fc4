import { useText } from '#lib/i18n.ts'
import type { HeatMapProps } from './HeatMap.tsx'
import { HeatSwatch } from './HeatSwatch.tsx'

interface HeatRowProps {
  row: HeatMapProps['rows'][number]
  columns: HeatMapProps['columns']
  cell: HeatMapProps['cell']
  /** Column of the one cell that Tab reaches, -1 when it lies in another row. */
  focusColumn: number
  openable: boolean
  onPick: (column: number) => void
}

/** Spread, because lint takes a cell of any table for a gridcell, and test tools take none for one. */
const gridCell = { role: 'gridcell' } as const

export function HeatRow({ row, columns, cell, focusColumn, openable, onPick }: HeatRowProps) {
  const { ui } = useText()
  return (
    <tr>
      <th scope="row" title={row.label}>
        {row.head ?? row.label}
      </th>
      {columns.map((column, index) => {
        const found = cell(row.key, column.key)
        // What is written in the cell is part of its name: who sees it may say it to the machine.
        const meaning = [found?.text, found?.label ?? ui.noneSpoken].filter(Boolean).join(ui.comma)
        const words = `${row.label}${ui.comma}${column.title ?? column.label}${ui.colon}${meaning}`
        return (
          <td
            key={column.key}
            {...gridCell}
            data-cell=""
            data-openable={openable}
            tabIndex={index === focusColumn ? 0 : -1}
            aria-label={words}
            title={words}
            onClick={() => onPick(index)}
          >
            <HeatSwatch state={found?.state ?? 'empty'} text={found?.text} />
          </td>
        )
      })}
    </tr>
  )
}
