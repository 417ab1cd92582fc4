import { meetingStatus, meetingType } from '#domain/meetings.ts'
import { monthInProse } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { periodName } from '#parts/meetingNames.ts'
import { Mark } from '#ui/Mark.tsx'
import { FilterChip } from '#ui/FilterChip.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { FilterChoice } from './FilterChoice.tsx'
import { cellOf, type ListState } from './listState.ts'

interface ListFiltersProps {
  state: ListState
  /** Name of the scope, where it is known. */
  organ: string | null
  onChange: (change: Partial<ListState>) => void
}

const verdicts = ['met', 'warning', 'unmet'] as const

export function ListFilters({ state, organ, onChange }: ListFiltersProps) {
  const { meetings: t, ui } = useText()
  const cell = cellOf(state)
  const leaveCell = { period: undefined, direct: undefined }

  return (
    <>
      <SearchField
        label={t.filters.search}
        value={state.q ?? ''}
        onChange={(q) => onChange({ q: q || undefined })}
      />
      <FilterChoice
        label={t.filters.types}
        options={meetingType.options.map((value) => ({ value, label: t.types[value] }))}
        value={state.types}
        // A cell is one type in one period; with other types it is no cell any more.
        onChange={(types) => onChange({ types, ...(cell && leaveCell) })}
      />
      <FilterChoice
        label={t.filters.statuses}
        options={meetingStatus.options.map((value) => ({ value, label: t.statuses[value] }))}
        value={state.statuses}
        onChange={(statuses) => onChange({ statuses })}
      />
      <FilterChoice
        label={t.filters.verdicts}
        options={verdicts.map((value) => ({ value, label: t.verdictWords[value] }))}
        value={state.verdicts}
        onChange={(next) => onChange({ verdicts: next })}
      />
      {(state.month ?? state.period) && !cell ? (
        <span className="mt-cell">
          {state.month ? monthInProse(state.month) : periodName(state.period ?? '', t)}
          <button
            type="button"
            className="sc-bare"
            aria-label={t.cell.removeMonth}
            onClick={() => onChange({ month: undefined, period: undefined })}
          >
            <Mark name="cross" />
          </button>
        </span>
      ) : null}
      {state.any ? (
        <FilterChip label={ui.anyYear} onRemove={() => onChange({ any: undefined })} />
      ) : null}
      {cell ? (
        <span className="mt-cell">
          <span className="sc-sr">{t.cell.label}</span>
          {t.cell.text(organ, t.types[cell.type], periodName(cell.period, t))}
          {state.direct ? <small>{t.cell.only}</small> : null}
          <button
            type="button"
            className="sc-bare"
            aria-label={t.cell.remove}
            onClick={() => onChange({ types: undefined, ...leaveCell })}
          >
            <Mark name="cross" />
          </button>
        </span>
      ) : null}
    </>
  )
}
