import { Select } from 'antd'
import { useCallback } from 'react'
import { relation, rights, stage, standing } from '#domain/members.ts'
import { useText } from '#lib/i18n.ts'
import { Button } from '#ui/Button.tsx'
import { FilterChip } from '#ui/FilterChip.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { PHONE, useMedia } from '#ui/useMedia.ts'
import { countFilters, isFiltered, noFilters, type MemberUrl } from './urlState.ts'

interface FiltersProps {
  state: MemberUrl
  onChange: (change: Partial<MemberUrl>) => void
}

export function Filters({ state, onChange }: FiltersProps) {
  const { members: t } = useText()
  const phone = useMedia(PHONE)
  const f = t.filters
  const count = countFilters(state)
  const clear = isFiltered(state) ? (
    <Button kind="text" onClick={() => onChange(noFilters)}>
      {f.clear}
    </Button>
  ) : null
  const search = useCallback((q: string) => onChange({ q }), [onChange])
  const titles: Partial<Record<string, string>> = {
    direct: f.directTitle,
    overdue: f.overdueTitle,
  }
  const choices = (
    <>
      <Several
        label={f.stages}
        options={stage.options}
        words={t.stages}
        value={state.stages}
        onChange={(stages) => onChange({ stages })}
      />
      <Several
        label={f.standings}
        options={standing.options}
        words={t.standings}
        value={state.standings}
        onChange={(standings) => onChange({ standings })}
      />
      <Several
        label={f.rights}
        options={rights.options}
        words={t.rightsWords}
        value={state.rights}
        onChange={(rights) => onChange({ rights })}
      />
      <Several
        label={f.relations}
        options={relation.options}
        words={t.relations}
        value={state.relations}
        onChange={(relations) => onChange({ relations })}
      />
      {(['mobile', 'lost', 'overdue', 'direct'] as const).map((flag) => (
        <label key={flag} className="mb-check" title={titles[flag]}>
          <input
            type="checkbox"
            checked={state[flag] === 'true'}
            onChange={(event) => onChange({ [flag]: event.target.checked ? 'true' : undefined })}
          />
          {f[flag]}
        </label>
      ))}
      {(['probationDue', 'lostLong'] as const).map((name) =>
        state[name] ? (
          <FilterChip key={name} label={f[name]} onRemove={() => onChange({ [name]: undefined })} />
        ) : null,
      )}
      {clear}
    </>
  )
  return (
    <>
      <SearchField label={f.search} value={state.q} onChange={search} />
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

interface SeveralProps<K extends string> {
  label: string
  options: readonly K[]
  words: Record<K, string>
  value: K[]
  onChange: (value: K[]) => void
}

function Several<K extends string>({ label, options, words, value, onChange }: SeveralProps<K>) {
  const { members: t } = useText()
  return (
    <Select<K[]>
      mode="multiple"
      className="mb-several"
      aria-label={label}
      placeholder={label}
      maxTagCount={0}
      maxTagPlaceholder={value.map((key) => words[key]).join(t.filters.and)}
      allowClear
      showSearch={false}
      value={value}
      onChange={onChange}
      options={options.map((key) => ({ value: key, label: words[key] }))}
    />
  )
}
