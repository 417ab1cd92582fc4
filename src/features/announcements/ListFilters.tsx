import { announcementState } from '#domain/announcements.ts'
import { useText } from '#lib/i18n.ts'
import { FilterChip } from '#ui/filters/FilterChip.tsx'
import { optionsOf, SomeOf } from '#ui/filters/SomeOf.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { Toggle } from '#ui/Toggle.tsx'
import type { ListState } from './listState.ts'

interface ListFiltersProps {
  state: ListState
  onChange: (change: Partial<ListState>) => void
}

const switches = ['mine', 'toAnswer', 'toKnow', 'toRecord'] as const

export function ListFilters({ state, onChange }: ListFiltersProps) {
  const { announcements: t, ui } = useText()
  return (
    <>
      <SearchField
        label={t.filters.search}
        value={state.q ?? ''}
        onChange={(q) => onChange({ q: q || undefined })}
      />
      <SomeOf
        label={t.filters.state}
        options={optionsOf(announcementState.options, t.states)}
        value={state.states}
        onChange={(states) => onChange({ states })}
      />
      {switches.map((name) => (
        <Toggle
          key={name}
          pressed={state[name] === true}
          onPress={() => onChange({ [name]: state[name] ? undefined : true })}
        >
          {t.filters[name]}
        </Toggle>
      ))}
      {state.hand ? (
        <FilterChip label={ui.hand} onRemove={() => onChange({ hand: undefined })} />
      ) : null}
    </>
  )
}
