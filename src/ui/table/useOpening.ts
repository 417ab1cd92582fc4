import { useHref, useNavigate } from 'react-router'
import { useOpenPage } from '#ui/PagePlace.tsx'
import type { DataTableProps } from './DataTable.tsx'

/** How a row is opened, and its address in the browser where it has one; null of a row that only stands there. */
export type OpeningOf<Row> = (row: Row) => { href: string | undefined; open: () => void } | null

/**
 * A row's address in the browser begins with the folder in which the application stands (`BASE=/six-chains/`), and a
 * press never loads the application again: here once, so that no list can forget either.
 */
export function useOpening<Row>({
  rowPath,
  rowTitle,
  onOpen,
}: Pick<DataTableProps<Row>, 'rowPath' | 'rowTitle' | 'onOpen'>): OpeningOf<Row> {
  const base = useHref('/').replace(/\/$/, '')
  const navigate = useNavigate()
  const openPage = useOpenPage()
  return (row) => {
    if (!rowPath) return onOpen ? { href: undefined, open: () => onOpen(row) } : null
    const path = rowPath(row)
    if (path === null) return null
    const openItsPage = () => (rowTitle ? openPage(path, rowTitle(row)) : void navigate(path))
    return { href: base + path, open: onOpen ? () => onOpen(row) : openItsPage }
  }
}
