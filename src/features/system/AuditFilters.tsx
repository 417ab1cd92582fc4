import type { z } from 'zod'
import type { auditFilter } from '#domain/system.ts'
import { useText } from '#lib/i18n.ts'
import { DayFilter } from '#ui/filters/DayFilter.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { actionName, auditActions } from './audit.ts'

type State = Pick<z.output<typeof auditFilter>, 'q' | 'action' | 'from' | 'to'>

const kindOf = (action: string): string => action.split('.')[0] ?? ''

/** Text, action and days; all in the address. */
export function AuditFilters({
  state,
  onChange,
}: {
  state: State
  onChange: (change: Partial<State>) => void
}) {
  const { system } = useText()
  const t = system.audit
  const kinds = [...new Set(auditActions.map(kindOf))]
  return (
    <>
      <SearchField
        label={t.searchHint}
        value={state.q ?? ''}
        onChange={(q) => onChange({ q: q || undefined })}
      />
      <select
        className="sc-input"
        aria-label={t.action}
        value={state.action ?? ''}
        onChange={(event) => onChange({ action: event.target.value || undefined })}
      >
        <option value="">{t.anyAction}</option>
        {kinds.map((kind) => (
          <optgroup key={kind} label={t.targets[kind] ?? kind}>
            {auditActions
              .filter((action) => kindOf(action) === kind)
              .map((action) => (
                <option key={action} value={action}>
                  {actionName(action, system)}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
      <span className="sy-days">
        <label>
          {t.from}
          <DayFilter value={state.from} max={state.to} onChange={(from) => onChange({ from })} />
        </label>
        <label>
          {t.to}
          <DayFilter value={state.to} min={state.from} onChange={(to) => onChange({ to })} />
        </label>
      </span>
    </>
  )
}
