import type { ReactNode } from 'react'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import type { listed } from '#lib/queries.ts'
import { useKeepScope } from '#lib/scope.ts'
import { SplitView } from '#ui/SplitView.tsx'
import type { Column } from '#ui/table/columns.ts'
import { DataTable } from '#ui/table/DataTable.tsx'
import { useMedia, WIDE } from '#ui/useMedia.ts'
import type { IntegrityState, SetState } from './state.ts'

interface RecordListProps<Row extends { id: string }> {
  view: 'educations' | 'talks'
  /** What the query answered. */
  list: ReturnType<typeof listed<{ rows: Row[]; total: number }>>
  columns: readonly Column<Row>[]
  /** Keys of the columns that stay where the record stands beside its list; the others it says itself. */
  beside: readonly string[]
  /** Of the record that is open, where it is among the rows. */
  titleOf: (row: Row) => string
  /** The record that is open; null while none is. */
  detail: ReactNode
  onClearFilters: (() => void) | null
  /** What all rows come to; null until it is known. */
  sum?: ReactNode
  whole?: (signal: AbortSignal) => Promise<readonly Row[]>
  state: IntegrityState
  setState: SetState
}

/** Records of one kind, the open one beside them. */
export function RecordList<Row extends { id: string }>(props: RecordListProps<Row>): ReactNode {
  const { view, list, columns, titleOf, detail, onClearFilters, sum, whole, state, setState } =
    props
  const { integrity: t } = useText()
  const keep = useKeepScope()
  const wide = useMedia(WIDE)
  const { page, size, sort, open } = state
  const narrow = wide && open !== undefined
  const chosen = list.rows?.find(({ id }) => id === open)
  return (
    <SplitView
      open={open !== undefined}
      onClose={() => setState({ open: undefined })}
      title={chosen ? titleOf(chosen) : t.views[view]}
      detail={detail}
      list={
        <DataTable
          id={view}
          label={t.views[view]}
          columns={narrow ? columns.filter(({ key }) => props.beside.includes(key)) : columns}
          {...list}
          rowKey={({ id }) => id}
          rowTitle={titleOf}
          state={{ page, size, sort }}
          onState={(next) => setState({ page: next.page, size: next.size, sort: next.sort })}
          rowHref={({ id }) => keep(paths.integrity({ view, open: id }))}
          onOpen={({ id }) => setState({ open: id }, { replace: false })}
          selected={open ?? null}
          empty={{ title: t[view].none, text: t[view].noneText }}
          onClearFilters={onClearFilters}
          sum={sum}
          {...(whole && { whole })}
        />
      }
    />
  )
}
