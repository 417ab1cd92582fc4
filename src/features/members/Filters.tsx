import { useCallback } from 'react'
import { leaving, relation, rights, stage, standing } from '#domain/members.ts'
import { useText } from '#lib/i18n.ts'
import { useToday } from '#lib/session.ts'
import { Button } from '#ui/Button.tsx'
import { DayFilter } from '#ui/filters/DayFilter.tsx'
import { FilterChip } from '#ui/filters/FilterChip.tsx'
import { optionsOf, SomeOf } from '#ui/filters/SomeOf.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { PHONE, useMedia } from '#ui/useMedia.ts'
import { countFilters, isFiltered, none, type MemberUrl } from './urlState.ts'

interface FiltersProps {
  state: MemberUrl
  onChange: (change: Partial<MemberUrl>) => void
}

export function Filters({ state, onChange }: FiltersProps) {
  const { members: t, ui } = useText()
  const phone = useMedia(PHONE)
  const today = useToday()
  const f = t.filters
  const count = countFilters(state)
  const clear = isFiltered(state) ? (
    <Button kind="text" onClick={() => onChange(none)}>
      {f.clear}
    </Button>
  ) : null
  const search = useCallback((q: string) => onChange({ q: q || undefined }), [onChange])
  const titles: Partial<Record<string, string>> = {
    direct: f.directTitle,
    overdue: f.overdueTitle,
    gone: f.goneTitle,
  }
  // How somebody left is asked where those who did are listed.
  const asksHow = state.gone || state.leavings || state.standings?.includes('left')
  const choices = (
    <>
      <SomeOf
        label={f.stages}
        options={optionsOf(stage.options, t.stages)}
        value={state.stages}
        onChange={(stages) => onChange({ stages })}
      />
      <SomeOf
        label={f.standings}
        options={optionsOf(standing.options, t.standings)}
        value={state.standings}
        onChange={(standings) => onChange({ standings })}
      />
      {asksHow ? (
        <SomeOf
          label={f.leavings}
          options={optionsOf([...leaving.options, 'unknown'] as const, t.leavings)}
          value={state.leavings}
          onChange={(leavings) => onChange({ leavings })}
        />
      ) : null}
      <SomeOf
        label={f.rights}
        options={optionsOf(rights.options, t.rightsWords)}
        value={state.rights}
        onChange={(rights) => onChange({ rights })}
      />
      <SomeOf
        label={f.relations}
        options={optionsOf(relation.options, t.relations)}
        value={state.relations}
        onChange={(relations) => onChange({ relations })}
      />
      <label className="sc-check" title={f.onTitle}>
        {f.on}
        <DayFilter max={today} value={state.on} onChange={(on) => onChange({ on })} />
      </label>
      {(['mobile', 'lost', 'overdue', 'direct', 'gone'] as const).map((flag) => (
        <label key={flag} className="sc-check" title={titles[flag]}>
          <input
            type="checkbox"
            checked={state[flag] === true}
            onChange={(event) => onChange({ [flag]: event.target.checked || undefined })}
          />
          {f[flag]}
        </label>
      ))}
      {(['probationDue', 'lostLong'] as const).map((name) =>
        state[name] ? (
          <FilterChip key={name} label={f[name]} onRemove={() => onChange({ [name]: undefined })} />
        ) : null,
      )}
      {state.hand ? (
        <FilterChip label={ui.hand} onRemove={() => onChange({ hand: undefined })} />
      ) : null}
      {clear}
    </>
  )
  return (
    <>
      <SearchField label={f.search} value={state.q ?? ''} onChange={search} />
      {phone ? (
        <details className="mb-filters">
          <summary>{count > 0 ? f.more(count) : f.open}</summary>
          <div>{choices}</div>
        </details>
      ) : (
        choices
      )}
    </>
  )
}
