import { Suspense, type ReactNode } from 'react'
import type { listed } from '#lib/queries.ts'
import type { SetOptions } from '#lib/urlState.ts'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { SplitView } from '#ui/SplitView.tsx'
import { DataTable, type DataTableProps, type ListState } from '#ui/table/DataTable.tsx'
import { useMedia, WIDE } from '#ui/useMedia.ts'

/** What the address says of such a list; `open` is the record beside it. */
interface RecordState extends ListState {
  open?: string | undefined
}

type Kept =
  | 'id'
  | 'label'
  | 'columns'
  | 'rowPath'
  | 'rowTitle'
  | 'empty'
  | 'onClearFilters'
  | 'sum'
  | 'tools'
  | 'whole'
  | 'choice'

interface RecordListProps<Row extends { id: string }, State extends RecordState> extends Pick<
  DataTableProps<Row>,
  Kept
> {
  /** What the query answered. */
  list: ReturnType<typeof listed<{ rows: Row[]; total: number }>>
  /** Keys of the columns that stay where a record stands beside the list; the others it says itself. */
  beside: readonly string[]
  /** The order the list has by itself, `-heldOn`: from it, the next press turns it round. */
  usual?: string
  /** `rowPath` is a page of its own: opened where there is no room beside the list. */
  ownPage?: boolean
  /** Heading of what is open, where `rowTitle` does not say it. */
  title?: string | undefined
  state: State
  setState: (change: Partial<State>, options?: SetOptions) => void
  /** The record that is open; null while none is. */
  detail: ReactNode
}

const turned = (sort: string) => (sort.startsWith('-') ? sort.slice(1) : `-${sort}`)

/** Records of one kind, the open one beside them. Where somebody goes from row to row, Back leads out at once. */
export function RecordList<Row extends { id: string }, State extends RecordState>(
  props: RecordListProps<Row, State>,
): ReactNode {
  const { list, beside, usual, ownPage, state, setState, detail, title, ...table } = props
  const { label, columns, rowTitle } = table
  const wide = useMedia(WIDE)
  const { open } = state
  const set = (change: Partial<RecordState>, options?: SetOptions) =>
    setState(change as Partial<State>, options)
  const chosen = list.rows?.find(({ id }) => id === open)
  return (
    <SplitView
      open={open !== undefined}
      onClose={() => set({ open: undefined })}
      title={title ?? (chosen && rowTitle ? rowTitle(chosen) : label)}
      list={
        <DataTable
          {...table}
          {...list}
          columns={
            wide && open !== undefined ? columns.filter(({ key }) => beside.includes(key)) : columns
          }
          rowKey={({ id }) => id}
          state={state}
          onState={({ page, size, sort }) =>
            set({
              page,
              size,
              sort: sort ?? (usual && state.sort === usual ? turned(usual) : usual),
            })
          }
          onOpen={
            ownPage && !wide
              ? undefined
              : ({ id }) => set({ open: id }, { replace: open !== undefined })
          }
          selected={open ?? null}
        />
      }
      detail={
        <Suspense key={open} fallback={<SkeletonLines lines={10} />}>
          {detail}
        </Suspense>
      }
    />
  )
}
