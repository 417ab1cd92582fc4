import { useText } from '#lib/i18n.ts'
import { Mark } from './Mark.tsx'
import './lists.css'

/** A filter that the address brought and no field of the row shows: named, and taken away by a press. */
export function FilterChip({ label, onRemove }: { label: string; onRemove: () => void }) {
  const { ui } = useText()
  return (
    <button type="button" className="sc-chip" onClick={onRemove}>
      {label} <Mark name="cross" />
      <span className="sc-sr">{ui.clearFilters}</span>
    </button>
  )
}
