import { useQuery } from '@tanstack/react-query'
import type { Duty } from '#domain/duties.ts'
import { useText } from '#lib/i18n.ts'
import { useToday } from '#lib/session.ts'
import { Failed } from '#parts/Failed.tsx'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'
import { CellDetail } from './CellDetail.tsx'
import { RATE } from './filter.ts'
import { matrixQuery } from './queries.ts'
import { YearDetail } from './YearDetail.tsx'

export interface Opened {
  organizationId: string
  column: string
  duty: Duty
  year: number
}

/** The row behind an opened cell, asked for by its own organ: a link opens it whatever page the matrix shows. */
export function useOpenedRow(opened: Opened | null) {
  const query = {
    organization: opened?.organizationId ?? '',
    year: opened?.year ?? 0,
    duty: opened?.duty ?? 'review',
    size: 200,
  }
  const matrix = useQuery({ ...matrixQuery(query), enabled: opened !== null })
  return {
    matrix,
    row: matrix.data?.rows.find(({ organizationId }) => organizationId === opened?.organizationId),
  }
}

/** What stands behind one cell, or behind the rate of one organ. */
export function CellPanel({
  opened,
  onOpen,
}: {
  opened: Opened
  onOpen: (column: string) => void
}) {
  const { duties: t } = useText()
  const today = useToday()
  const { matrix, row } = useOpenedRow(opened)
  if (matrix.isError) return <Failed query={matrix} />
  if (!matrix.data) return <SkeletonLines lines={6} />
  const cell = row?.cells.find(({ period }) => period === opened.column)
  if (row && opened.column === RATE)
    return <YearDetail row={row} today={today} duty={opened.duty} onOpen={onOpen} />
  if (!row || !cell)
    return <StateBlock kind="empty" title={t.nobody} text={t.panel.sentence.none()} />
  return <CellDetail key={cell.period} row={row} cell={cell} duty={opened.duty} />
}
