import type { MeetingType, ResolutionKind } from '#domain/meetings.ts'
import { resolutionKindsOf } from '#domain/meetings.rules.ts'
import { useText } from '#lib/i18n.ts'
import { Button } from '#ui/Button.tsx'
import { toast } from '#ui/toasts.ts'
import { isBlank, type Presence } from './content.ts'
import { ResolutionRow } from './ResolutionRow.tsx'
import { blankResolution, type Person, type ResolutionSheet } from './sheet.ts'

interface ResolutionFieldsProps {
  types: readonly MeetingType[]
  rows: readonly ResolutionSheet[]
  presence: Presence
  people: readonly Person[]
  /** Where somebody who is voted on is found, and on which day. */
  search: { within: string; on: string }
  onChange: (rows: ResolutionSheet[]) => void
}

export function ResolutionFields({
  types,
  rows,
  presence,
  people,
  search,
  onChange,
}: ResolutionFieldsProps) {
  const { meetings: t } = useText()
  const kinds: readonly ResolutionKind[] = resolutionKindsOf(types)

  const change = (row: ResolutionSheet) =>
    onChange(rows.map((one) => (one.id === row.id ? row : one)))
  const remove = (row: ResolutionSheet) => {
    onChange(rows.filter((one) => one.id !== row.id))
    if (isBlank(row)) return
    toast.info(t.editor.removed, { label: t.editor.undo, run: () => onChange([...rows]) })
  }
  return (
    <>
      <ol className="mt-rows">
        {rows.map((row, index) => (
          <li key={row.id}>
            <ResolutionRow
              row={row}
              number={index + 1}
              kinds={kinds}
              presence={presence}
              people={people}
              search={search}
              onChange={change}
              onRemove={rows.length > 1 || !isBlank(row) ? () => remove(row) : null}
            />
          </li>
        ))}
      </ol>
      <Button onClick={() => onChange([...rows, blankResolution(kinds[0])])}>
        {t.editor.addResolution}
      </Button>
    </>
  )
}
