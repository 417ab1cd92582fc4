import type { ReactNode } from 'react'
import type { EducationFollowUp } from '#domain/integrity.ts'
import { useText } from '#lib/i18n.ts'
import type { listed } from '#lib/queries.ts'
import { StatusTag } from '#ui/Tags.tsx'
import type { Column } from '#ui/table/columns.ts'
import { DataTable } from '#ui/table/DataTable.tsx'
import { FollowUpChoice } from './fields.tsx'
import { followUpTones, type IntegrityState, type SetState } from './state.ts'

type Due = Pick<EducationFollowUp, 'what' | 'dueOn' | 'state'> & { id: string }

interface FollowUpTableProps<Row extends Due> {
  id: string
  label: string
  /** What the query answered. */
  list: ReturnType<typeof listed<{ rows: Row[]; total: number }>>
  /** After what, how it stands and by when. */
  columns: readonly Column<Row>[]
  rowPath?: (row: Row) => string
  whole?: (signal: AbortSignal) => Promise<readonly Row[]>
  state: IntegrityState
  setState: SetState
}

/** What is to be done by a day, whatever it follows from; without a choice, all that is still to be done. */
export function FollowUpTable<Row extends Due>(props: FollowUpTableProps<Row>): ReactNode {
  const { id, label, list, columns, rowPath, whole, state, setState } = props
  const { integrity: t } = useText()
  const { page, size, followUp, ofYear } = state
  const due: Column<Row>[] = [
    { key: 'what', title: t.talks.what, render: (row) => row.what },
    {
      key: 'state',
      title: t.responsibilities.state,
      width: 7,
      render: (row) => (
        <StatusTag tone={followUpTones[row.state]}>{t.followUpStates[row.state]}</StatusTag>
      ),
    },
    { key: 'dueOn', title: t.talks.dueOn, width: 8, render: (row) => row.dueOn },
  ]
  return (
    <>
      <FollowUpChoice state={state} setState={setState} />
      <DataTable
        id={id}
        label={label}
        columns={[...due, ...columns]}
        {...list}
        rowKey={(row) => row.id}
        state={{ page, size }}
        onState={(next) => setState({ page: next.page, size: next.size })}
        rowPath={rowPath}
        whole={whole}
        empty={{ title: t.talks.noneToDo }}
        onClearFilters={
          // Of one's own alone there is nothing left to do: said as such, not as a search without a hit.
          followUp || ofYear
            ? () => setState({ followUp: undefined, ofYear: undefined, hand: undefined })
            : null
        }
      />
    </>
  )
}
