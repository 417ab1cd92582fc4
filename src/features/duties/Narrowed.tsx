import { Mark } from '#ui/Mark.tsx'

interface NarrowedProps {
  /** The one period or year. */
  name: string
  /** What the cross does. */
  leave: string
  onLeave: () => void
}

/** Says that what is shown speaks of one period or one year alone, and leads back to all. */
export function Narrowed({ name, leave, onLeave }: NarrowedProps) {
  return (
    <span className="du-narrowed">
      {name}
      <button type="button" className="sc-bare" aria-label={leave} onClick={onLeave}>
        <Mark name="cross" />
      </button>
    </span>
  )
}
