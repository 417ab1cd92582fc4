import { useId } from 'react'
import { serviceKind, serviceState } from '#domain/services.ts'
import { useText } from '#lib/i18n.ts'
import { useScope } from '#lib/scope.ts'
import { useCan } from '#lib/session.ts'
import { FilterChip } from '#ui/FilterChip.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import type { ListState } from './listState.ts'

interface FiltersProps {
  state: ListState
  /** The actor sees records of others. */
  office: boolean
  onChange: (change: Partial<ListState>) => void
}

const SEVERAL = 'several'
/** Beside the states of a record: what waits for the reader. */
const FOR_ME = 'to-confirm' as const
/** And the own appeals that were decided of late. */
const ANSWERED = 'answered' as const

/** One choice of few; an address may name several. */
function Choice<V extends string>(props: {
  label: string
  options: readonly { value: V; label: string }[]
  value: readonly V[] | undefined
  onChange: (value: V | undefined) => void
}) {
  const { services: t } = useText()
  const id = useId()
  const { label, options, value, onChange } = props
  const several = (value?.length ?? 0) > 1
  return (
    <span className="sv-choice">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="sc-input"
        value={several ? SEVERAL : (value?.[0] ?? '')}
        onChange={({ target }) =>
          onChange(options.find((one) => one.value === target.value)?.value)
        }
      >
        <option value="">{t.filters.all}</option>
        {several ? <option value={SEVERAL}>{t.filters.several}</option> : null}
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </span>
  )
}

export function Filters({ state, office, onChange }: FiltersProps) {
  const { services: t, ui } = useText()
  const { year } = useScope()
  const can = useCan()
  const confirms = can('services.confirm')
  const logs = can('services.log')
  const only = <V,>(value: V | undefined) => (value === undefined ? undefined : [value])
  const months = Array.from({ length: 12 }, (_, at) => ({
    value: `${year}-${String(at + 1).padStart(2, '0')}`,
    label: t.monthOf(at + 1),
  }))
  return (
    <>
      {office ? (
        <SearchField
          label={t.filters.search}
          value={state.q ?? ''}
          onChange={(q) => onChange({ q: q || undefined })}
        />
      ) : null}
      <Choice
        label={t.filters.state}
        options={[
          ...(confirms ? [{ value: FOR_ME, label: t.filters.toConfirm }] : []),
          ...serviceState.options.map((value) => ({ value, label: t.states[value] })),
          ...(logs ? [{ value: ANSWERED, label: t.filters.answered }] : []),
        ]}
        value={
          state.toConfirm === 'true'
            ? [FOR_ME]
            : state.answered === 'true'
              ? [ANSWERED]
              : state.states
        }
        onChange={(value) =>
          onChange({
            toConfirm: value === FOR_ME ? 'true' : undefined,
            answered: value === ANSWERED ? 'true' : undefined,
            states: value === FOR_ME || value === ANSWERED ? undefined : only(value),
          })
        }
      />
      <Choice
        label={t.filters.kind}
        options={serviceKind.options.map((value) => ({ value, label: t.kinds[value] }))}
        value={state.kinds}
        onChange={(value) => onChange({ kinds: only(value) })}
      />
      <Choice
        label={t.filters.month}
        options={months}
        value={only(state.month)}
        onChange={(month) => onChange({ month })}
      />
      <Choice
        label={t.filters.nature}
        options={[
          { value: 'true', label: t.volunteer },
          { value: 'false', label: t.duty },
        ]}
        value={only(state.volunteer)}
        onChange={(volunteer) => onChange({ volunteer })}
      />
      {state.any ? (
        <FilterChip label={ui.anyYear} onRemove={() => onChange({ any: undefined })} />
      ) : null}
    </>
  )
}
