import { followUpState } from '#domain/integrity.ts'
import { FilterChip } from '#ui/filters/FilterChip.tsx'
import { OneOf } from '#ui/filters/OneOf.tsx'
import { optionsOf } from '#ui/filters/SomeOf.tsx'
import { Mark } from '#ui/Mark.tsx'
import { useText } from '#lib/i18n.ts'
import type { ChosenMember } from '#parts/MemberField.tsx'
import { MemberPicker } from '#parts/MemberPicker.tsx'
import type { IntegrityState, SetState } from './state.ts'

interface MembersFieldProps {
  id?: string
  label: string
  within: string
  on: string
  value?: ChosenMember[]
  onChange?: (chosen: ChosenMember[]) => void
}

/** Several members in a form, added one by one. */
export function MembersField(props: MembersFieldProps) {
  const { id, label, within, on, value: chosen = [], onChange } = props
  const { integrity: t } = useText()
  return (
    <div className="in-people">
      {chosen.map((one) => (
        <span key={one.id} className="sc-tag sc-tag-plain">
          {one.name}
          <button
            type="button"
            className="sc-bare"
            aria-label={t.educations.removeAbsent(one.name)}
            onClick={() => onChange?.(chosen.filter((other) => other.id !== one.id))}
          >
            <Mark name="cross" />
          </button>
        </span>
      ))}
      <MemberPicker
        key={chosen.length}
        {...(id !== undefined && { id })}
        label={label}
        within={within}
        on={on}
        value={null}
        onChange={({ id, name }) => {
          if (!chosen.some((one) => one.id === id)) onChange?.([...chosen, { id, name }])
        }}
      />
    </div>
  )
}

/** Which follow-ups are listed; without a choice, all that is still to be done. */
export function FollowUpChoice({ state, setState }: { state: IntegrityState; setState: SetState }) {
  const { integrity: t, ui } = useText()
  return (
    <div className="in-filters">
      <OneOf
        label={t.talks.followUp}
        any={state.ofYear ? t.measures.any : t.talks.toDo}
        options={optionsOf(followUpState.options, t.followUpStates)}
        value={state.followUp}
        onChange={(next) => setState({ followUp: next })}
      />
      {state.ofYear ? (
        <FilterChip label={t.measures.ofYear} onRemove={() => setState({ ofYear: undefined })} />
      ) : null}
      {state.hand ? (
        <FilterChip label={ui.hand} onRemove={() => setState({ hand: undefined })} />
      ) : null}
    </div>
  )
}

/** One of few in a form, where antd gives value and change. */
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
