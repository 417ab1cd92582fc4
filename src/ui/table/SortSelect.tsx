import { useText } from '#lib/i18n.ts'
import type { Column } from './columns.ts'

interface SortSelectProps<Row> {
  columns: readonly Column<Row>[]
  sort: string | undefined
  onSort: (sort: string | undefined) => void
}

/** Cards have no heads to press: the order is chosen here. */
export function SortSelect<Row>({ columns, sort, onSort }: SortSelectProps<Row>) {
  const { ui } = useText()
  const sortable = columns.filter((column) => column.sortable)
  if (sortable.length === 0) return null
  return (
    <select
      className="sc-input"
      aria-label={ui.table.sortBy}
      value={sort ?? ''}
      onChange={(event) => onSort(event.target.value || undefined)}
    >
      <option value="">{ui.table.sortNone}</option>
      {sortable.flatMap((column) => [
        <option key={column.key} value={column.key}>
          {column.title} · {ui.table.ascending}
        </option>,
        <option key={`-${column.key}`} value={`-${column.key}`}>
          {column.title} · {ui.table.descending}
        </option>,
      ])}
    </select>
  )
}
