import type { ReactNode } from 'react'
import { useText } from '#lib/i18n.ts'
import { Mark } from '#ui/Mark.tsx'
import '#ui/lists.css'

interface FilterChipProps {
  label: ReactNode
  onRemove: () => void
  /** What the press does, spoken after the label. */
  remove?: string
}

/** A filter that the address brought and no field of the row shows: named, and taken away by a press. */
export function FilterChip({ label, onRemove, remove }: FilterChipProps) {
  const { ui } = useText()
  return (
    <button type="button" className="sc-chip" onClick={onRemove}>
      {label} <Mark name="cross" />
      <span className="sc-sr">{remove ?? ui.filters.remove}</span>
    </button>
  )
}
