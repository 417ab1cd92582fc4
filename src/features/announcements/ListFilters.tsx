import { announcementState } from '#domain/announcements.ts'
import { useText } from '#lib/i18n.ts'
import { SearchField } from '#ui/SearchField.tsx'
import type { ListState } from './listState.ts'

interface ListFiltersProps {
  state: ListState
  onChange: (change: Partial<ListState>) => void
}

const switches = ['mine', 'toAnswer', 'toKnow', 'toRecord'] as const

export function ListFilters({ state, onChange }: ListFiltersProps) {
  const { announcements: t } = useText()
  return (
    <>
      <SearchField
        label={t.filters.search}
        value={state.q ?? ''}
        onChange={(q) => onChange({ q: q || undefined })}
      />
      <select
        className="sc-input"
        aria-label={t.filters.state}
        value={state.states?.[0] ?? ''}
        onChange={({ target }) =>
          onChange({ states: target.value ? [announcementState.parse(target.value)] : undefined })
        }
      >
        <option value="">{t.filters.anyState}</option>
        {announcementState.options.map((one) => (
          <option key={one} value={one}>
            {t.states[one]}
          </option>
        ))}
      </select>
      {switches.map((name) => (
        <button
          key={name}
          type="button"
          className="an-chip"
          aria-pressed={state[name] === true}
          onClick={() => onChange({ [name]: state[name] ? undefined : true })}
        >
          {t.filters[name]}
        </button>
      ))}
    </>
  )
}
