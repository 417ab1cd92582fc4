import { Input } from 'antd'
import { useText } from '#lib/i18n.ts'
import { Button } from '#ui/Button.tsx'

interface MaskedFieldProps {
  mask: string
  label: string
  id?: string
  /** undefined or '': stays as it is; null: to be emptied. antd's Form gives both props. */
  value?: string | null
  onChange?: (value: string | null | undefined) => void
  onBlur?: () => void
}

/** A field whose value is not sent to the screen: empty leaves it, typing replaces it. */
export function MaskedField({ mask, label, id, value, onChange, onBlur }: MaskedFieldProps) {
  const { members } = useText()
  const t = members.masked
  const emptied = value === null
  return (
    <span className="mb-field">
      <Input
        id={id}
        autoComplete="off"
        disabled={emptied}
        placeholder={emptied ? t.cleared : t.keep(mask)}
        value={value ?? ''}
        onChange={(event) => onChange?.(event.target.value)}
        onBlur={onBlur}
      />
      <Button
        aria-label={`${emptied ? t.undo : t.clear} ${label}`}
        onClick={() => onChange?.(emptied ? undefined : null)}
      >
        {emptied ? t.undo : t.clear}
      </Button>
    </span>
  )
}
