import { useText } from '#lib/i18n.ts'
import { Mark } from '#ui/Mark.tsx'
import { Popup } from '#ui/Popup.tsx'
import './filters.css'

export interface FilterOption<Value extends string> {
  value: Value
  label: string
}

/** `optionsOf(studyKind.options, t.kinds)`: the values of a schema with their words, in its order. */
export const optionsOf = <Value extends string>(
  values: readonly Value[],
  words: Record<Value, string>,
): FilterOption<Value>[] => values.map((value) => ({ value, label: words[value] }))

interface SomeOfProps<Value extends string> {
  label: string
  options: readonly FilterOption<Value>[]
  /** undefined or empty: all. */
  value: readonly Value[] | undefined
  onChange: (value: Value[] | undefined) => void
}

/** Some of few, in one row with others; the button tells what is chosen. A fifth of the weight of a select. */
export function SomeOf<Value extends string>({
  label,
  options,
  value = [],
  onChange,
}: SomeOfProps<Value>) {
  const { ui } = useText()
  const chosen = options.filter((option) => value.includes(option.value))
  // What is chosen is said also before its word is known, or where it has none any more.
  const said =
    value.length === 0
      ? null
      : value.length <= 2 && chosen.length === value.length
        ? chosen.map((option) => option.label).join(ui.filters.and)
        : ui.filters.many(value.length)
  const toggle = (one: Value) => {
    const next = value.includes(one) ? value.filter((other) => other !== one) : [...value, one]
    onChange(next.length > 0 ? next : undefined)
  }
  return (
    <div className="sc-some" data-set={value.length > 0}>
      <Popup
        title={label}
        label={
          <>
            {label}
            {said === null ? null : ui.colon + said} <Mark name="down" />
          </>
        }
      >
        {options.map((option) => (
          <label key={option.value} className="sc-check">
            <input
              type="checkbox"
              checked={value.includes(option.value)}
              onChange={() => toggle(option.value)}
            />
            {option.label}
          </label>
        ))}
        {value.length > 0 ? (
          <button type="button" className="sc-link" onClick={() => onChange(undefined)}>
            {ui.filters.clear}
          </button>
        ) : null}
      </Popup>
    </div>
  )
}
