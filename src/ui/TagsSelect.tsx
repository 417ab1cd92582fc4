import { Select } from 'antd'
import { useText } from '#lib/i18n.ts'

interface TagsSelectProps {
  id?: string
  label?: string
  value?: readonly string[]
  onChange?: (value: string[]) => void
  options: readonly { value: string; label: string }[]
  /** Words that are not among the options may be added. */
  free?: boolean
  disabled?: boolean
  placeholder?: string
}

/** Several of few: types of a meeting, classes, words. */
export function TagsSelect({
  id,
  label,
  value,
  onChange,
  options,
  free = false,
  disabled,
  placeholder,
}: TagsSelectProps) {
  const t = useText()
  return (
    <Select<string[]>
      id={id}
      aria-label={label}
      mode={free ? 'tags' : 'multiple'}
      className="sc-tags-select"
      value={value ? [...value] : []}
      onChange={(next) => onChange?.(next.map((word) => word.trim()).filter(Boolean))}
      options={[...options]}
      optionFilterProp="label"
      disabled={disabled}
      placeholder={placeholder ?? (free ? t.ui.field.addTag : undefined)}
      tokenSeparators={free ? ['，', ',', '、', ';', '；'] : undefined}
      style={{ width: '100%' }}
    />
  )
}
