import { Fragment, type ReactNode } from 'react'
import { usePermits } from './permits.ts'
import './trail.css'

interface Step {
  id: string
  name: string
}

interface TrailProps {
  label: string
  /** From the widest organization down. */
  steps: readonly Step[]
  /** The way to one of them. */
  lead: (step: Step, index: number) => ReactNode
}

/** The way down to an organization. What stands above one's reach is named, but no link leads into a refusal. */
export function Trail({ label, steps, lead }: TrailProps) {
  const permit = usePermits()
  const ids = steps.map(({ id }) => id)
  return (
    <nav className="pt-trail" aria-label={label}>
      {steps.map((step, index) =>
        permit('organizations.read', ids.slice(0, index + 1)) === null ? (
          <Fragment key={step.id}>{lead(step, index)}</Fragment>
        ) : (
          <span key={step.id}>{step.name}</span>
        ),
      )}
    </nav>
  )
}
