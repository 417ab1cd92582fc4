import { useText } from '#lib/i18n.ts'
import { useScope } from '#lib/scope.ts'
import { OrganizationPicker } from '#parts/OrganizationPicker.tsx'
import { YearSelect } from '#parts/YearSelect.tsx'

/** Where one looks and which year; not shown to accounts without an organization. */
export function ScopeBar() {
  const { frame } = useText()
  const { organizationId, organizationName, setScope } = useScope()
  if (organizationId === null) return <div className="fr-scope" />

  return (
    <div className="fr-scope">
      <OrganizationPicker
        id="scope"
        label={frame.scope.label}
        value={organizationId}
        name={organizationName}
        onChange={(id) => setScope({ organizationId: id })}
      />
      <YearSelect className="fr-year" />
    </div>
  )
}
