import { Link } from 'react-router'
import './page.css'

export interface Segment {
  key: string
  label: string
  search: string
}

/** Exclusive choices that are addresses: each can be opened in a new tab. */
export function Segments({
  label,
  items,
  chosen,
}: {
  label: string
  items: readonly Segment[]
  chosen: string
}) {
  return (
    <nav className="sc-segments" aria-label={label}>
      {items.map(({ key, label: name, search }) => (
        <Link
          key={key}
          to={{ search }}
          preventScrollReset
          aria-current={key === chosen ? 'true' : undefined}
        >
          {name}
        </Link>
      ))}
    </nav>
  )
}
