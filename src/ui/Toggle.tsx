import type { ReactNode } from 'react'
import './toggle.css'

interface ToggleProps {
  /** Undefined: not a state but a word that is put in by a press. */
  pressed?: boolean
  onPress: () => void
  children: ReactNode
}

/** A choice that stands pressed: one of a few in a form or in a row of filters. */
export function Toggle({ pressed, onPress, children }: ToggleProps) {
  return (
    <button type="button" className="sc-toggle" aria-pressed={pressed} onClick={onPress}>
      {children}
    </button>
  )
}
