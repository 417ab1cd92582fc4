import { useId } from 'react'

/** What antd's Form.Item gives. */
interface Given<Value> {
  id?: string
  value?: Value
  onChange?: (value: Value) => void
  'aria-invalid'?: boolean | 'true' | 'false'
  'aria-describedby'?: string
}

/** One of few, all in sight; the browser's own radios. */
export function RadioList(
  props: Given<string> & { choices: readonly { value: string; label: string }[] },
) {
  const { id, value, onChange, choices, ...aria } = props
  const name = useId()
  return (
    <div id={id} role="radiogroup" className="sy-radios" {...aria}>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input
            type="radio"
            name={name}
            checked={choice.value === value}
            onChange={() => onChange?.(choice.value)}
          />
          {choice.label}
        </label>
      ))}
    </div>
  )
}

/** A whole number with its unit; what is no number stays as it was typed, for the rule to refuse. */
export function NumberField({
  unit,
  value,
  onChange,
  ...given
}: Given<number | string> & { unit: string }) {
  return (
    <span className="sc-fields-row">
      <input
        {...given}
        className="sc-input sy-number"
        inputMode="numeric"
        autoComplete="off"
        value={value ?? ''}
        onChange={({ target }) => {
          const text = target.value.trim()
          onChange?.(text !== '' && Number.isFinite(Number(text)) ? Number(text) : text)
        }}
      />
      {unit}
    </span>
  )
}
