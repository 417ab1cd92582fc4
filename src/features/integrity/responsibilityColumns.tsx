import type { ReactNode } from 'react'
import type { Responsibility } from '#domain/responsibilities.ts'
import { useText, type Text } from '#lib/i18n.ts'
import { Button } from '#ui/Button.tsx'
import type { Column } from '#ui/table/columns.ts'
import { StatusTag } from '#ui/Tags.tsx'
import { ResponsibilityHistory } from './ResponsibilityHistory.tsx'

const tones = { open: 'info', overdue: 'danger', reported: 'warning', done: 'success' } as const

/** What is said of how an item was done: checked, handed in, or returned. */
export function said(t: Text['integrity'], row: Responsibility): string | null {
  const r = t.responsibilities
  if (row.doneOn && row.evidence)
    return `${row.evidence} ${r.checkedBy(row.checkedBy ?? '', row.doneOn)}`
  if (row.returnReason !== null) return r.returned(row.returnReason)
  return row.reportedOn && row.report
    ? `${row.report} ${r.reportedBy(row.ownerName, row.reportedOn)}`
    : null
}

/** The columns of the 责任清单; what can be done to a row stands where it will be said how it was done. */
export function responsibilityColumns(
  t: Text['integrity'],
  buttons: (row: Responsibility) => ReactNode,
): Column<Responsibility>[] {
  const c = t.responsibilities.columns
  return [
    { key: 'title', title: c.title, wrap: true, render: (row) => row.title },
    {
      key: 'state',
      title: c.state,
      width: 8,
      render: (row) => <StatusTag tone={tones[row.state]}>{t.states[row.state]}</StatusTag>,
    },
    { key: 'layer', title: c.layer, width: 9.5, render: (row) => t.layers[row.layer] },
    { key: 'owner', title: c.owner, width: 8.5, render: (row) => row.ownerName },
    {
      key: 'organization',
      title: c.organization,
      width: 12,
      sortable: true,
      hideable: true,
      render: (row) => row.organizationName,
    },
    { key: 'dueOn', title: c.dueOn, width: 8, sortable: true, render: (row) => row.dueOn },
    {
      key: 'evidence',
      title: c.evidence,
      width: 17,
      wrap: true,
      render: (row) => (
        <>
          {said(t, row)}
          <span className="in-buttons">
            {buttons(row)}
            <ResponsibilityHistory item={row} />
          </span>
        </>
      ),
      text: (row) => said(t, row),
    },
  ]
}

interface ReportButtonProps {
  item: Responsibility
  onReport: () => void
}

/** Of an own item: hands in what was done; again, until it is checked. */
export function ReportButton({ item, onReport }: ReportButtonProps) {
  const { integrity: t } = useText()
  return (
    <Button size="small" onClick={onReport}>
      {t.responsibilities[item.state === 'reported' ? 'reportAgain' : 'report']}
    </Button>
  )
}
