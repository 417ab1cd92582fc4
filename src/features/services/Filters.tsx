import { beneficiary, serviceChannel, serviceKind, serviceState } from '#domain/services.ts'
import { monthInProse } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { useScope } from '#lib/scope.ts'
import { useCan } from '#lib/session.ts'
import { MemberChip } from '#parts/MemberChip.tsx'
import { FilterChip } from '#ui/filters/FilterChip.tsx'
import { OneOf } from '#ui/filters/OneOf.tsx'
import { optionsOf, SomeOf } from '#ui/filters/SomeOf.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import type { ListState } from './listState.ts'

interface FiltersProps {
  state: ListState
  /** The actor sees records of others. */
  office: boolean
  /** Of the member whose records are asked for, as `MemberChip` takes it. */
  memberName: string | null | undefined
  onChange: (change: Partial<ListState>) => void
}

/** Beside the states of a record: what waits for the reader. */
const FOR_ME = 'to-confirm' as const
/** And the own appeals that were decided of late. */
const ANSWERED = 'answered' as const

export function Filters({ state, office, memberName, onChange }: FiltersProps) {
  const { services: t, ui } = useText()
  const { year } = useScope()
  const can = useCan()
  const confirms = can('services.confirm')
  const logs = can('services.log')
  const months = Array.from({ length: 12 }, (_, at) => ({
    value: `${year}-${String(at + 1).padStart(2, '0')}`,
    label: t.monthOf(at + 1),
  }))
  // The frame's year was changed since it was chosen.
  const { month } = state
  const elsewhere = month && !months.some(({ value }) => value === month) ? [month] : []
  return (
    <>
      {office ? (
        <SearchField
          label={t.filters.search}
          value={state.q ?? ''}
          onChange={(q) => onChange({ q: q || undefined })}
        />
      ) : null}
      <OneOf
        label={t.filters.state}
        any={t.filters.anyState}
        options={[
          // An address may ask for it all the same.
          ...(confirms || state.toConfirm === 'true'
            ? [{ value: FOR_ME, label: t.filters.toConfirm }]
            : []),
          ...optionsOf(serviceState.options, t.states),
          ...(logs || state.answered === 'true'
            ? [{ value: ANSWERED, label: t.filters.answered }]
            : []),
        ]}
        value={
          state.toConfirm === 'true' ? FOR_ME : state.answered === 'true' ? ANSWERED : state.states
        }
        onChange={(value) =>
          onChange({
            toConfirm: value === FOR_ME ? 'true' : undefined,
            answered: value === ANSWERED ? 'true' : undefined,
            states:
              value === undefined || value === FOR_ME || value === ANSWERED ? undefined : [value],
          })
        }
      />
      <SomeOf
        label={t.filters.kind}
        options={optionsOf(serviceKind.options, t.kinds)}
        value={state.kinds}
        onChange={(kinds) => onChange({ kinds })}
      />
      <OneOf
        label={t.filters.month}
        any={t.filters.anyMonth}
        options={[...elsewhere.map((value) => ({ value, label: monthInProse(value) })), ...months]}
        value={month}
        onChange={(next) => onChange({ month: next })}
      />
      <OneOf
        label={t.filters.nature}
        any={t.filters.anyNature}
        options={[
          { value: 'true', label: t.volunteer },
          { value: 'false', label: t.duty },
        ]}
        value={state.volunteer}
        onChange={(volunteer) => onChange({ volunteer })}
      />
      <SomeOf
        label={t.filters.channel}
        options={optionsOf(serviceChannel.options, t.channels)}
        value={state.channels}
        onChange={(channels) => onChange({ channels })}
      />
      <OneOf
        label={t.filters.beneficiary}
        any={t.filters.anyBeneficiary}
        options={optionsOf(beneficiary.options, t.beneficiaries)}
        value={state.beneficiary}
        onChange={(next) => onChange({ beneficiary: next })}
      />
      {state.mine ? (
        <FilterChip
          label={state.mine === 'true' ? t.filters.mine : t.filters.others}
          onRemove={() => onChange({ mine: undefined })}
        />
      ) : null}
      {state.answered === 'false' ? (
        <FilterChip
          label={t.filters.notAnswered}
          onRemove={() => onChange({ answered: undefined })}
        />
      ) : null}
      {state.toConfirm === 'false' ? (
        <FilterChip
          label={t.filters.notToConfirm}
          onRemove={() => onChange({ toConfirm: undefined })}
        />
      ) : null}
      {state.any ? (
        <FilterChip label={ui.anyYear} onRemove={() => onChange({ any: undefined })} />
      ) : null}
      {/* Last: its name may come late, and moves nothing. */}
      {state.member ? (
        <MemberChip
          memberId={state.member}
          name={memberName}
          onRemove={() => onChange({ member: undefined })}
        />
      ) : null}
    </>
  )
}
