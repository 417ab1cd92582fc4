import type { ReactNode } from 'react'
import { isStrings, useStored } from '#ui/useStored.ts'

export interface Column<Row> {
  key: string
  title: string
  render: (row: Row) => ReactNode
  /** What an export says where the rendered words are not in the cell's own children. */
  text?: (row: Row) => string | number | null
  /** Something to press, and nothing to take away. */
  buttons?: boolean
  /** The server sorts by `key`. */
  sortable?: boolean
  /** In rem of the 14 px root; without one the column takes what is left, at least 10. */
  width?: number
  align?: 'start' | 'center' | 'end'
  /** May be hidden by the person. The first column never may. */
  hideable?: boolean
  /** Hidden until chosen. */
  hidden?: boolean
  /** Long text wraps instead of ending in an ellipsis. */
  wrap?: boolean
}

/** Widths depend on the columns alone, never on the rows: nothing moves sideways when rows come. */
export const leastWidth = <Row>(columns: readonly Column<Row>[]): string =>
  `${columns.reduce((sum, column) => sum + (column.width ?? 10), 0)}rem`

/** The columns shown, as remembered for this table on this machine, and how to change them. */
export function useColumns<Row>(tableId: string, columns: readonly Column<Row>[]) {
  // What was hidden is stored, not what was shown: a column added later appears.
  const [stored, store] = useStored(`sc.columns.${tableId}`, isStrings)
  const hidden = new Set(
    stored ?? columns.filter((column) => column.hidden).map((column) => column.key),
  )
  const isShown = (column: Column<Row>, index: number) =>
    index === 0 || !(column.hideable ?? false) || !hidden.has(column.key)

  return {
    shown: columns.filter(isShown),
    choices: columns.flatMap((column, index) =>
      index > 0 && column.hideable
        ? [{ key: column.key, title: column.title, shown: isShown(column, index) }]
        : [],
    ),
    toggle: (key: string) =>
      store(hidden.has(key) ? [...hidden].filter((item) => item !== key) : [...hidden, key]),
    reset: stored === undefined ? null : () => store(undefined),
  }
}

/** `-heldOn` → `{ key: 'heldOn', descending: true }` */
export function readSort(sort: string | undefined): { key: string; descending: boolean } | null {
  if (!sort) return null
  return sort.startsWith('-')
    ? { key: sort.slice(1), descending: true }
    : { key: sort, descending: false }
}

/** Ascending, then descending, then the usual order. */
export function nextSort(sort: string | undefined, key: string): string | undefined {
  const now = readSort(sort)
  if (now?.key !== key) return key
  return now.descending ? undefined : `-${key}`
}
