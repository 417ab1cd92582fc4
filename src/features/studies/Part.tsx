import { useState } from 'react'
import { useText } from '#lib/i18n.ts'
import { useFieldError } from '#ui/Field.tsx'

interface PartProps {
  /** Who came. */
  person: string
  /** Minutes as typed; empty: all of it. */
  part: string
  /** The server's name of the field. */
  name: string
  /** Minutes of the whole activity, as typed. */
  whole: string
  onChange: (part: string) => void
}

/** Minutes of one who came for part of it: asked for by one press, since nearly everybody stays. */
export function Part({ person, part, name, whole, onChange }: PartProps) {
  const { studies: t } = useText()
  const [open, setOpen] = useState(part !== '')
  const error = useFieldError(name)
  if (!open && !error)
    return (
      <button
        type="button"
        className="sc-link st-part"
        aria-label={t.form.partOf(person)}
        onClick={() => setOpen(true)}
      >
        {t.form.part}
      </button>
    )
  return (
    <span className="st-part">
      <input
        className="sc-input"
        inputMode="numeric"
        maxLength={6}
        placeholder={whole}
        aria-label={t.form.partMinutes(person)}
        aria-invalid={error !== undefined}
        title={error}
        value={part}
        onChange={(event) => onChange(event.target.value)}
      />
      {t.form.minutesUnit}
    </span>
  )
}
