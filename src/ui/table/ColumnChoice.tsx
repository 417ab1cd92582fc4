import { useText } from '#lib/i18n.ts'
import { Mark } from '#ui/Mark.tsx'
import { Popup } from '#ui/Popup.tsx'

interface ColumnChoiceProps {
  choices: readonly { key: string; title: string; shown: boolean }[]
  onToggle: (key: string) => void
  onReset: (() => void) | null
}

export function ColumnChoice({ choices, onToggle, onReset }: ColumnChoiceProps) {
  const { ui } = useText()
  return (
    <Popup
      title={ui.table.chooseColumns}
      label={
        <>
          <Mark name="columns" /> {ui.table.columns}
        </>
      }
    >
      {choices.map((choice) => (
        <label key={choice.key} className="sc-table-choice">
          <input type="checkbox" checked={choice.shown} onChange={() => onToggle(choice.key)} />
          {choice.title}
        </label>
      ))}
      {onReset ? (
        <button type="button" className="sc-bare" onClick={onReset}>
          {ui.table.resetColumns}
        </button>
      ) : null}
    </Popup>
  )
}
