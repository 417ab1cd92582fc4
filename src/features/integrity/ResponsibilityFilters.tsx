import { responsibilityLayer, responsibilityState } from '#domain/responsibilities.ts'
import { MemberChip } from '#parts/MemberChip.tsx'
import { OneOf } from '#ui/filters/OneOf.tsx'
import { optionsOf } from '#ui/filters/SomeOf.tsx'
import { useText } from '#lib/i18n.ts'
import { FilterChip } from '#ui/filters/FilterChip.tsx'
import type { IntegrityState, SetState } from './state.ts'

interface ResponsibilityFiltersProps {
  state: IntegrityState
  setState: SetState
  /** Of the one whose items are asked for, as `MemberChip` takes it. */
  ownerName: string | null | undefined
}

export function ResponsibilityFilters({ state, setState, ownerName }: ResponsibilityFiltersProps) {
  const { integrity: t, ui } = useText()
  const { layer, state: chosen, owner, due, hand, any } = state
  return (
    <div className="in-filters">
      <OneOf
        label={t.responsibilities.layer}
        any={t.responsibilities.anyLayer}
        options={optionsOf(responsibilityLayer.options, t.layers)}
        value={layer}
        onChange={(next) => setState({ layer: next })}
      />
      <OneOf
        label={t.responsibilities.state}
        any={t.responsibilities.anyState}
        options={optionsOf(responsibilityState.options, t.states)}
        value={chosen}
        onChange={(next) => setState({ state: next })}
      />
      {due ? (
        <FilterChip label={t.responsibilities.due} onRemove={() => setState({ due: undefined })} />
      ) : null}
      {hand ? <FilterChip label={ui.hand} onRemove={() => setState({ hand: undefined })} /> : null}
      {any ? <FilterChip label={ui.anyYear} onRemove={() => setState({ any: undefined })} /> : null}
      {owner ? (
        <MemberChip
          memberId={owner}
          name={ownerName}
          said={t.responsibilities.ownedBy}
          onRemove={() => setState({ owner: undefined })}
        />
      ) : null}
    </div>
  )
}
