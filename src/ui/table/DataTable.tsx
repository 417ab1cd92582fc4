import { useDeferredValue, type ReactNode } from 'react'
import { number } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { currentView } from '#lib/session.ts'
import { Button, ButtonLink } from '#ui/Button.tsx'
import { ExportButton } from '#ui/ExportButton.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'
import { PHONE, useMedia } from '#ui/useMedia.ts'
import { ColumnChoice } from './ColumnChoice.tsx'
import { useColumns, type Column } from './columns.ts'
import { Pages } from './Pages.tsx'
import { RowCards } from './RowCards.tsx'
import { RowTable } from './RowTable.tsx'
import { SortSelect } from './SortSelect.tsx'
import { tableFile } from './text.ts'
import { useOpening } from './useOpening.ts'
import './table.css'

/** What the address says of a list. */
export interface ListState {
  page: number
  size: number
  /** `name` ascending, `-name` descending; undefined: the usual order. */
  sort?: string | undefined
}

/** Rows that are chosen for one act, also those of other pages. */
export interface Choice<Row> {
  chosen: ReadonlyMap<string, Row>
  onChoose: (rows: readonly Row[], chosen: boolean) => void
}

export interface DataTableProps<Row> {
  /** Names the remembered column choice: `meetings`. */
  id: string
  /** Spoken name of the table. */
  label: string
  columns: readonly Column<Row>[]
  /** undefined until the first page is here; keep the old rows while a new page is on its way. */
  rows: readonly Row[] | undefined
  rowKey: (row: Row) => string
  total: number | undefined
  state: ListState
  onState: (next: ListState) => void
  /** The row's own address as `paths` says it; its first column becomes the link. Null of a row that opens nothing. */
  rowPath?: (row: Row) => string | null
  /** Heading of what a row opens, announced while it is on its way. */
  rowTitle?: (row: Row) => string
  /** A plain click or Enter on a row; without it, the page at `rowPath` is opened. */
  onOpen?: (row: Row) => void
  /** Key of the row whose detail is open. */
  selected?: string | null
  /** Given while rows can be chosen: each has a box, named by `rowTitle`. */
  choice?: Choice<Row>
  /** New rows are on their way. */
  busy?: boolean
  error?: {
    title?: ReactNode
    text?: ReactNode
    requestId?: string
    onRetry?: () => void
    /** What the address asks for cannot be, or is not for this account: there is nothing to retry. */
    refused?: boolean
  } | null
  /** What belongs here and the first step. */
  empty: { title: ReactNode; text?: ReactNode; action?: ReactNode }
  /** Given when filters are set: an empty list then offers to clear them. */
  onClearFilters?: (() => void) | null
  /** At the right above the rows. */
  tools?: ReactNode
  /** What all rows come to; null until it is known, its place is kept. */
  sum?: ReactNode
  /** Asks for every row of the list under the same filter: given, the list can be exported as it is shown. */
  whole?: (signal: AbortSignal) => Promise<readonly Row[]>
}

/**
 * A server-side list. A semantic table of our own and not antd's: in this build (Vite 8, antdStatic)
 * antd's Table adds 56 KB of script and 16 KB of style, gzip, to a frame of 170 KB (react, antd Button,
 * Select, Form, Input), of 400 KB allowed before the meeting list; this folder adds 5 and 2 KB, and
 * becomes cards on a phone.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const {
    id,
    columns,
    rows: given,
    total,
    state,
    onState,
    busy = false,
    error,
    empty,
    onClearFilters,
    tools,
    sum,
    whole,
    label,
  } = props
  const { ui } = useText()
  const phone = useMedia(PHONE)
  const choice = useColumns(id, columns)
  const openingOf = useOpening(props)
  // An answer is news that React renders in one piece; as a deferred value it comes in slices of 5 ms.
  const rows = useDeferredValue(given)

  if (error && rows === undefined) return <ListFailed {...error} />

  const last = Math.max(1, Math.ceil((total ?? 0) / state.size))
  const body =
    rows?.length === 0 && !busy && state.page > last ? (
      <StateBlock
        kind="empty"
        title={ui.pages.beyond(state.page, last)}
        action={
          <Button onClick={() => onState({ ...state, page: last })}>{ui.pages.toLast}</Button>
        }
      />
    ) : rows?.length === 0 && !busy ? (
      onClearFilters ? (
        <StateBlock kind="filtered" onClearFilters={onClearFilters} />
      ) : (
        <StateBlock kind="empty" {...empty} />
      )
    ) : phone ? (
      <RowCards {...props} openingOf={openingOf} rows={rows} shown={choice.shown} />
    ) : (
      <RowTable {...props} openingOf={openingOf} rows={rows} shown={choice.shown} />
    )

  return (
    <div className="sc-table" aria-busy={busy || rows === undefined}>
      <div className="sc-table-bar">
        <span className="sc-table-total" role="status">
          {total === undefined ? ui.loading : ui.table.total(number(total))}
          {busy && rows !== undefined ? <span className="sc-sr">{ui.table.refreshing}</span> : null}
        </span>
        {phone ? (
          <SortSelect
            columns={columns}
            sort={state.sort}
            onSort={(sort) => onState({ ...state, sort, page: 1 })}
          />
        ) : null}
        {sum === undefined ? null : <span className="sc-table-sum">{sum ?? '\u00a0'}</span>}
        <div className="sc-table-tools" data-more={tools ? true : undefined}>
          {tools}
          {whole && total !== 0 ? (
            <ExportButton
              bare
              label={ui.export.label}
              ask={async (signal) => ({
                name: `${label}-${currentView().today}.csv`,
                text: tableFile(choice.shown, await whole(signal)),
              })}
            />
          ) : null}
          {choice.choices.length > 0 ? (
            <ColumnChoice
              choices={choice.choices}
              onToggle={choice.toggle}
              onReset={choice.reset}
            />
          ) : null}
        </div>
      </div>
      <div className="sc-table-busy" data-busy={busy && rows !== undefined} />
      {error ? <ListFailed {...error} /> : null}
      {body}
      {/* With the rows and never before them, or they would push it down. */}
      {total === undefined || rows === undefined ? null : (
        <Pages
          page={state.page}
          size={state.size}
          total={total}
          onChange={(page, size) => onState({ ...state, page, size })}
        />
      )}
    </div>
  )
}

/** A failure may be tried again; a refusal never comes, so the list is offered without what it was asked. */
function ListFailed({ refused = false, ...error }: NonNullable<DataTableProps<unknown>['error']>) {
  const { ui } = useText()
  if (!refused) return <StateBlock kind="error" {...error} />
  return (
    <StateBlock
      kind="error"
      {...error}
      text={error.text ?? ui.refusedText}
      action={<ButtonLink to="?">{ui.withoutFilters}</ButtonLink>}
    />
  )
}
