import { useHref, useNavigate } from 'react-router'
import { useOpenPage } from '#ui/PagePlace.tsx'
import type { DataTableProps } from './DataTable.tsx'

/** How the rows of a table are opened, and what is their address in the browser; neither, where they only stand there. */
export interface Opening<Row> {
  hrefOf: ((row: Row) => string) | undefined
  open: ((row: Row) => void) | undefined
}

/**
 * A row's address in the browser begins with the folder in which the application stands (`BASE=/six-chains/`), and a
 * press never loads the application again: here once, so that no list can forget either.
 */
export function useOpening<Row>({
  rowPath,
  rowTitle,
  onOpen,
}: Pick<DataTableProps<Row>, 'rowPath' | 'rowTitle' | 'onOpen'>): Opening<Row> {
  const base = useHref('/').replace(/\/$/, '')
  const navigate = useNavigate()
  const openPage = useOpenPage()
  if (!rowPath) return { hrefOf: undefined, open: onOpen }
  return {
    hrefOf: (row) => base + rowPath(row),
    open:
      onOpen ??
      ((row) => (rowTitle ? openPage(rowPath(row), rowTitle(row)) : void navigate(rowPath(row)))),
  }
}
