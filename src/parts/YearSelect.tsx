import { useText } from '#lib/i18n.ts'
import { useScope } from '#lib/scope.ts'
import { useToday } from '#lib/session.ts'

/**
 * Years to choose from: the next, this one and the five before. The next stands there all year: what is planned for January,
 * the list of responsibilities of a year and its days off are entered before it begins, whenever that is.
 */
const YEARS = 7

/** The year that a page looks at; it stands in the address. */
export function YearSelect({ className }: { className?: string }) {
  const { frame } = useText()
  const { year, setScope } = useScope()
  const thisYear = Number(useToday().slice(0, 4))
  const years = Array.from({ length: YEARS }, (_, index) => thisYear + 1 - index)
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
