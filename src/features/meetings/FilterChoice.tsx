import { useText } from '#lib/i18n.ts'
import { Mark } from '#ui/Mark.tsx'
import { Popup } from '#ui/Popup.tsx'

interface FilterChoiceProps<Value extends string> {
  label: string
  options: readonly { value: Value; label: string }[]
  /** undefined or empty: all. */
  value: readonly Value[] | undefined
  onChange: (value: Value[] | undefined) => void
}

/** Some of few, in one row with others; the button tells what is chosen. A fifth of the weight of a select. */
export function FilterChoice<Value extends string>({
  label,
  options,
  value = [],
  onChange,
}: FilterChoiceProps<Value>) {
  const { meetings: t, ui } = useText()
  const chosen = options.filter((option) => value.includes(option.value))
  const said =
    chosen.length === 0
      ? null
      : chosen.length <= 2
        ? chosen.map((option) => option.label).join(t.and2)
        : t.filters.many(chosen.length)
  const toggle = (one: Value) => {
    const next = value.includes(one) ? value.filter((other) => other !== one) : [...value, one]
    onChange(next.length > 0 ? next : undefined)
  }
  return (
    <div className="mt-filter" data-set={chosen.length > 0}>
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
          <label key={option.value} className="mt-check">
            <input
              type="checkbox"
              checked={value.includes(option.value)}
              onChange={() => toggle(option.value)}
            />
            {option.label}
          </label>
        ))}
        {chosen.length > 0 ? (
          <button type="button" className="sc-link" onClick={() => onChange(undefined)}>
            {t.filters.clear}
          </button>
        ) : null}
      </Popup>
    </div>
  )
}
