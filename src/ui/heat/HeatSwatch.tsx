import { Mark, type MarkName } from '#ui/Mark.tsx'
import './heat.css'

/** Done in full, in part, not done and late, still to come, left out by rule, nothing due. */
export type HeatState = 'good' | 'partial' | 'bad' | 'pending' | 'excluded' | 'empty'

const marks: Record<HeatState, MarkName | null> = {
  good: 'check',
  partial: 'half',
  bad: 'cross',
  pending: 'ring',
  excluded: 'dash',
  empty: null,
}

export function HeatSwatch({ state, text }: { state: HeatState; text?: string | undefined }) {
  const mark = marks[state]
  return (
    <span className={`sc-heat-cell sc-heat-${state}`}>
      {mark ? <Mark name={mark} /> : null}
      {text}
    </span>
  )
}
