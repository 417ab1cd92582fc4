import { useState, type ReactNode } from 'react'
import { useText } from '#lib/i18n.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Mark } from './Mark.tsx'
import { mergeRows, type MergeField, type Side } from './mergeRows.ts'
import { MergeTable } from './MergeTable.tsx'
import { Permit } from './Permit.tsx'

interface MergeDialogProps {
  open: boolean
  /** Goes back to the form; nothing is lost. */
  onClose: () => void
  fields: readonly MergeField[]
  /** Who saved in between, and when, if known. */
  by?: { who: string; when: string } | null
  /** Side of every field that differs; those the same on both sides are not named. */
  onApply: (choice: Record<string, Side>) => void
  busy?: boolean
  error?: ReactNode
}

/** Two people changed one record: what differs, side by side, decided field by field. */
export function MergeDialog({ open, ...rest }: MergeDialogProps) {
  // A new conflict begins with no choices made.
  return open ? <OpenMerge {...rest} /> : null
}

function OpenMerge({
  onClose,
  fields,
  by,
  onApply,
  busy = false,
  error,
}: Omit<MergeDialogProps, 'open'>) {
  const { ui } = useText()
  const rows = mergeRows(fields)
  const [picked, setPicked] = useState<Readonly<Record<string, Side>>>({})

  const choice: Record<string, Side> = {}
  for (const row of rows) {
    const side = picked[row.field.key] ?? row.suggested
    if (side) choice[row.field.key] = side
  }
  const left = rows.filter((row) => choice[row.field.key] === undefined).length
  const same = fields.length - rows.length
  const pickAll = (side: Side) =>
    setPicked(Object.fromEntries(rows.map((row) => [row.field.key, side])))

  return (
    <Dialog
      open
      onClose={onClose}
      title={ui.merge.title}
      width={56}
      lightDismiss={false}
      footer={
        <>
          <span className="sc-foot-note" role="status">
            {left > 0 ? ui.merge.left(left) : null}
          </span>
          <Button onClick={onClose} disabled={busy}>
            {ui.cancel}
          </Button>
          <Permit allowed={left === 0} reason={ui.merge.left(left)}>
            <Button kind="primary" busy={busy} onClick={() => onApply(choice)}>
              {ui.merge.apply}
            </Button>
          </Permit>
        </>
      }
    >
      <p className="sc-merge-intro">{by ? ui.merge.introBy(by.who, by.when) : ui.merge.intro}</p>
      {error ? (
        <p className="sc-alert-line" role="alert">
          <Mark name="alert" />
          <span>{error}</span>
        </p>
      ) : null}
      <div className="sc-merge-all">
        <Button size="small" onClick={() => pickAll('mine')}>
          {ui.merge.allMine}
        </Button>
        <Button size="small" onClick={() => pickAll('theirs')}>
          {ui.merge.allTheirs}
        </Button>
      </div>
      <MergeTable
        rows={rows}
        choice={choice}
        onPick={(key, side) => setPicked({ ...picked, [key]: side })}
      />
      {same > 0 ? <p className="sc-merge-same">{ui.merge.same(same)}</p> : null}
    </Dialog>
  )
}
