import { isValidElement, type ReactNode } from 'react'
import { csvOf, type Cell } from '#domain/csv.ts'
import type { Column } from './columns.ts'

/** What can be read of a cell: the words in it, however they are dressed. A component without children says nothing. */
export function textOf(node: ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number' || typeof node === 'bigint')
    return String(node)
  if (Array.isArray(node)) return node.map(textOf).join('')
  if (isValidElement<{ children?: ReactNode }>(node)) return textOf(node.props.children)
  return ''
}

/** 6/7 present of expected; a spreadsheet would make it the seventh of June. */
const ratio = /^(\d+) ?\/ ?(\d+)$/

function cellOf<Row>({ render, text }: Column<Row>, row: Row): Cell {
  if (text) return text(row)
  const node = render(row)
  if (typeof node === 'number') return node
  return textOf(node).replace(/\s+/g, ' ').trim().replace(ratio, '$1／$2')
}

/** The rows as a file for a spreadsheet, column for column as they are shown; buttons are left out. */
export function tableFile<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const told = columns.filter(({ buttons }) => !buttons)
  return csvOf(
    told.map(({ title }) => title),
    rows.map((row) => told.map((column) => cellOf(column, row))),
  )
}
