import { useText } from '#lib/i18n.ts'
import { useScope } from '#lib/scope.ts'
import { useToday } from '#lib/session.ts'

/** Years to choose from: this one and the five before. */
const YEARS = 6

/** The year that a page looks at; it stands in the address. */
export function YearSelect({ className }: { className?: string }) {
  const { frame } = useText()
  const { year, setScope } = useScope()
  const thisYear = Number(useToday().slice(0, 4))
  const years = Array.from({ length: YEARS }, (_, index) => thisYear - index)
  if (!years.includes(year)) years.push(year)
  return (
    <select
      className={className}
      aria-label={frame.scope.year}
      value={year}
      onChange={(event) => setScope({ year: Number(event.target.value) })}
    >
      {years.map((value) => (
        <option key={value} value={value}>
          {frame.scope.yearOption(value)}
        </option>
      ))}
    </select>
  )
}
