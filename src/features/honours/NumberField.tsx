import { Input } from 'antd'

interface NumberFieldProps {
  id?: string
  value?: number | null
  onChange?: (value: number | null) => void
  'aria-label'?: string
}

/** A whole number as it is typed: empty is null, and what is no whole number is said at the field. */
export function NumberField({ value, onChange, ...rest }: NumberFieldProps) {
  return (
    <Input
      {...rest}
      inputMode="numeric"
      autoComplete="off"
      value={value ?? ''}
      onChange={({ target }) => {
        const text = target.value.trim()
        onChange?.(text === '' ? null : Number(text))
      }}
    />
  )
}
