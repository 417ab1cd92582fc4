import { Link } from 'react-router'
import { usePermits } from './permits.ts'
import './trail.css'

interface TrailProps {
  label: string
  /** From the widest organization down. */
  steps: readonly { id: string; name: string }[]
  /** The address of one of them. */
  to?: (id: string) => string
  /** Without addresses: goes there within the page. */
  onGo?: (index: number) => void
}

/** The way down to an organization. What stands above one's reach is named, but no link leads into a refusal. */
export function Trail({ label, steps, to, onGo }: TrailProps) {
  const permit = usePermits()
  const ids = steps.map(({ id }) => id)
  const isWithin = (index: number) => permit('organizations.read', ids.slice(0, index + 1)) === null
  return (
    <nav className="pt-trail" aria-label={label}>
      {steps.map(({ id, name }, index) =>
        !isWithin(index) ? (
          <span key={id}>{name}</span>
        ) : to ? (
          <Link key={id} className="sc-link" to={to(id)}>
            {name}
          </Link>
        ) : (
          <button key={id} type="button" className="sc-link" onClick={() => onGo?.(index)}>
            {name}
          </button>
        ),
      )}
    </nav>
  )
}
