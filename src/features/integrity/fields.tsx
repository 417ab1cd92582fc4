import { useState } from 'react'
import { followUpState } from '#domain/integrity.ts'
import { Mark } from '#ui/Mark.tsx'
import { useText } from '#lib/i18n.ts'
import { MemberPicker } from '#parts/MemberPicker.tsx'
import type { IntegrityState, SetState } from './state.ts'

interface MemberFieldProps {
  id?: string
  label: string
  within?: string | undefined
  on?: string | undefined
  /** The form holds the id alone. */
  onChange?: (id: string) => void
}

/** One member in a form. */
export function MemberField({ id, label, within, on, onChange }: MemberFieldProps) {
  const [chosen, setChosen] = useState<{ id: string; name: string } | null>(null)
  return (
    <MemberPicker
      {...(id !== undefined && { id })}
      label={label}
      {...(within && { within })}
      {...(on && { on })}
      value={chosen}
      onChange={(next) => {
        setChosen(next)
        onChange?.(next.id)
      }}
    />
  )
}

/** Several members in a form, added one by one. */
export function MembersField({ id, label, within, on, onChange }: MembersFieldProps) {
  const { integrity: t } = useText()
  const [chosen, setChosen] = useState<readonly { id: string; name: string }[]>([])
  const put = (next: readonly { id: string; name: string }[]) => {
    setChosen(next)
    onChange?.(next.map((one) => one.id))
  }
  return (
    <div className="in-people">
      {chosen.map((one) => (
        <span key={one.id} className="sc-tag sc-tag-plain">
          {one.name}
          <button
            type="button"
            className="sc-bare"
            aria-label={t.educations.removeAbsent(one.name)}
            onClick={() => put(chosen.filter((other) => other.id !== one.id))}
          >
            <Mark name="cross" />
          </button>
        </span>
      ))}
      <MemberPicker
        key={chosen.length}
        {...(id !== undefined && { id })}
        label={label}
        {...(within && { within })}
        {...(on && { on })}
        value={null}
        onChange={(next) => {
          if (!chosen.some((one) => one.id === next.id)) put([...chosen, next])
        }}
      />
    </div>
  )
}
interface MembersFieldProps extends Omit<MemberFieldProps, 'onChange'> {
  onChange?: (ids: string[]) => void
}

interface ChoiceProps<Value extends string> {
  label: string
  any: string
  options: readonly Value[]
  names: Record<Value, string>
  value: Value | undefined
  onChange: (value: Value | undefined) => void
}

/** One of few in the filter row: the browser's own list. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { label, any, options, names, value, onChange } = props
  return (
    <select
      className="sc-input"
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => onChange(options.find((one) => one === event.target.value))}
    >
      <option value="">{any}</option>
      {options.map((one) => (
        <option key={one} value={one}>
          {names[one]}
        </option>
      ))}
    </select>
  )
}

/** Which follow-ups are listed; without a choice, all that is still to be done. */
export function FollowUpChoice({ state, setState }: { state: IntegrityState; setState: SetState }) {
  const { integrity: t } = useText()
  return (
    <div className="in-filters">
      <Choice
        label={t.talks.followUp}
        any={t.talks.toDo}
        options={followUpState.options}
        names={t.followUpStates}
        value={state.followUp}
        onChange={(next) => setState({ followUp: next })}
      />
    </div>
  )
}

/** The same in a form, where antd gives value and change. */
export function FormChoice<Value extends string>(props: {
  id?: string
  options: readonly Value[]
  names: Record<Value, string>
  value?: Value
  onChange?: (value: Value) => void
}) {
  const { integrity: t } = useText()
  const { id, options, names, value, onChange } = props
  return (
    <select
      id={id}
      className="sc-input"
      value={value ?? ''}
      onChange={(event) => {
        const found = options.find((one) => one === event.target.value)
        if (found) onChange?.(found)
      }}
    >
      <option value="" disabled>
        {t.chooseOne}
      </option>
      {options.map((one) => (
        <option key={one} value={one}>
          {names[one]}
        </option>
      ))}
    </select>
  )
}
