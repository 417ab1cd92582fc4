import { meetingStatus, meetingType } from '#domain/meetings.ts'
import { monthInProse } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { periodName } from '#parts/meetingNames.ts'
import { FilterChip } from '#ui/filters/FilterChip.tsx'
import { optionsOf, SomeOf } from '#ui/filters/SomeOf.tsx'
import { SearchField } from '#ui/SearchField.tsx'
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
      <SomeOf
        label={t.filters.types}
        options={optionsOf(meetingType.options, t.types)}
        value={state.types}
        // A cell is one type in one period; with other types it is no cell any more.
        onChange={(types) => onChange({ types, ...(cell && leaveCell) })}
      />
      <SomeOf
        label={t.filters.statuses}
        options={optionsOf(meetingStatus.options, t.statuses)}
        value={state.statuses}
        onChange={(statuses) => onChange({ statuses })}
      />
      <SomeOf
        label={t.filters.verdicts}
        options={optionsOf(verdicts, t.verdictWords)}
        value={state.verdicts}
        onChange={(next) => onChange({ verdicts: next })}
      />
      {(state.month ?? state.period) && !cell ? (
        <FilterChip
          label={state.month ? monthInProse(state.month) : periodName(state.period ?? '', t)}
          remove={t.cell.removeMonth}
          onRemove={() => onChange({ month: undefined, period: undefined })}
        />
      ) : null}
      {state.any ? (
        <FilterChip label={ui.anyYear} onRemove={() => onChange({ any: undefined })} />
      ) : null}
      {state.hand ? (
        <FilterChip label={ui.hand} onRemove={() => onChange({ hand: undefined })} />
      ) : null}
      {state.direct && !cell ? (
        <FilterChip label={t.cell.only} onRemove={() => onChange({ direct: undefined })} />
      ) : null}
      {cell ? (
        <FilterChip
          label={
            <>
              <span className="sc-sr">{t.cell.label}</span>
              {t.cell.text(organ, t.types[cell.type], periodName(cell.period, t))}
              {state.direct ? <small>{t.cell.only}</small> : null}
            </>
          }
          remove={t.cell.remove}
          onRemove={() => onChange({ types: undefined, ...leaveCell })}
        />
      ) : null}
    </>
  )
}
