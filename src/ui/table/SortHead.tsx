import type { ReactNode } from 'react'
import { useText } from '#lib/i18n.ts'
import { Mark } from '#ui/Mark.tsx'
import { nextSort, readSort, type Column } from './columns.ts'

interface SortHeadProps<Row> {
  column: Column<Row>
  /** Before the title: the box that chooses the page. */
  box?: ReactNode
  sort: string | undefined
  onSort: (sort: string | undefined) => void
}

export function SortHead<Row>({ column, box, sort, onSort }: SortHeadProps<Row>) {
  const { ui } = useText()
  if (!column.sortable) {
    return (
      <th scope="col" data-align={column.align}>
        {box}
        {column.title}
      </th>
    )
  }
  const now = readSort(sort)
  const isOn = now?.key === column.key
  const next = readSort(nextSort(sort, column.key))
  const act = next
    ? next.descending
      ? ui.table.sortDescending
      : ui.table.sortAscending
    : ui.table.sortClear
  return (
    <th
      scope="col"
      data-align={column.align}
      aria-sort={isOn ? (now.descending ? 'descending' : 'ascending') : 'none'}
    >
      {box}
      <button
        type="button"
        className="sc-bare sc-table-sort"
        title={act(column.title)}
        onClick={() => onSort(nextSort(sort, column.key))}
      >
        {column.title}
        <Mark name={isOn ? (now.descending ? 'down' : 'up') : 'sort'} />
      </button>
    </th>
  )
}
