import { useText } from '#lib/i18n.ts'
import { useScope } from '#lib/scope.ts'
import { useToday } from '#lib/session.ts'
import { OrganizationPicker } from '#parts/OrganizationPicker.tsx'

/** Years to choose from: this one and the five before. */
const YEARS = 6

/** Where one looks and which year; not shown to accounts without an organization. */
export function ScopeBar() {
  const { frame } = useText()
  const { organizationId, organizationName, year, setScope } = useScope()
  const thisYear = Number(useToday().slice(0, 4))
  if (organizationId === null) return <div className="fr-scope" />

  const years = Array.from({ length: YEARS }, (_, index) => thisYear - index)
  if (!years.includes(year)) years.push(year)
  return (
    <div className="fr-scope">
      <OrganizationPicker
        id="scope"
        label={frame.scope.label}
        value={organizationId}
        name={organizationName}
        onChange={(id) => setScope({ organizationId: id })}
      />
      <select
        className="fr-year"
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
    </div>
  )
}
