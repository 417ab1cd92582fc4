import { responsibilityLayer, responsibilityState } from '#domain/integrity.ts'
import { useText } from '#lib/i18n.ts'
import { Button } from '#ui/Button.tsx'
import { FilterChip } from '#ui/FilterChip.tsx'
import { Mark } from '#ui/Mark.tsx'
import { Choice } from './fields.tsx'
import type { IntegrityState, SetState } from './state.ts'

interface ResponsibilityFiltersProps {
  state: IntegrityState
  setState: SetState
  /** Of the one whose items are asked for. */
  ownerName: string
}

export function ResponsibilityFilters({ state, setState, ownerName }: ResponsibilityFiltersProps) {
  const { integrity: t, ui } = useText()
  const { layer, state: chosen, owner, due, any } = state
  return (
    <div className="in-filters">
      <Choice
        label={t.responsibilities.layer}
        any={t.responsibilities.anyLayer}
        options={responsibilityLayer.options}
        names={t.layers}
        value={layer}
        onChange={(next) => setState({ layer: next })}
      />
      <Choice
        label={t.responsibilities.state}
        any={t.responsibilities.anyState}
        options={responsibilityState.options}
        names={t.states}
        value={chosen}
        onChange={(next) => setState({ state: next })}
      />
      {due ? (
        <FilterChip label={t.responsibilities.due} onRemove={() => setState({ due: undefined })} />
      ) : null}
      {any ? <FilterChip label={ui.anyYear} onRemove={() => setState({ any: undefined })} /> : null}
      {owner ? (
        <Button onClick={() => setState({ owner: undefined })}>
          {t.responsibilities.ownedBy(ownerName)} <Mark name="cross" />
        </Button>
      ) : null}
    </div>
  )
}
