import { markPath } from './housePath.ts'

/** The mark of the house; the name beside it says what it is, so it is hidden from screen readers. */
export function HouseMark({ className = 'house-mark' }: { className?: string }) {
  return (
    <svg
      className={className}
      viewBox="0 0 32 32"
      fill="none"
      stroke="var(--red)"
      strokeWidth="1.8"
      aria-hidden="true"
    >
      <path d={markPath} />
    </svg>
  )
}
