import { useText } from '#lib/i18n.ts'
import type { FilterOption } from './SomeOf.tsx'
import './filters.css'

interface OneOfProps<Value extends string> {
  label: string
  /** What stands there while nothing is chosen: 全部状态. */
  any: string
  options: readonly FilterOption<Value>[]
  /**
   * An address may name several, or one that is not (or not yet) among the options: that is said, and one that is chosen
   * takes its place.
   */
  value: Value | readonly Value[] | undefined
  onChange: (value: Value | undefined) => void
  /** In rem, where the options come late: it is as wide before as after. */
  room?: number
}

const UNNAMED = 'unnamed'

/** One of few in the filter row: the browser's own list. */
export function OneOf<Value extends string>(props: OneOfProps<Value>) {
  const { ui } = useText()
  const { label, any, options, value = [], onChange, room } = props
  const chosen = typeof value === 'string' ? [value] : value
  const named = chosen.length <= 1 && chosen.every((one) => options.some((o) => o.value === one))
  return (
    <select
      className="sc-input sc-one"
      style={room === undefined ? undefined : { width: `${room}rem` }}
      aria-label={label}
      value={named ? (chosen[0] ?? '') : UNNAMED}
      onChange={({ target }) => onChange(options.find((one) => one.value === target.value)?.value)}
    >
      <option value="">{any}</option>
      {named ? null : <option value={UNNAMED}>{ui.filters.many(chosen.length)}</option>}
      {options.map((one) => (
        <option key={one.value} value={one.value}>
          {one.label}
        </option>
      ))}
    </select>
  )
}
