import { useText } from '#lib/i18n.ts'
import { useScope } from '#lib/scope.ts'
import { useSession } from '#lib/session.ts'
import { OrganizationPicker } from '#parts/OrganizationPicker.tsx'
import { YearSelect } from '#parts/YearSelect.tsx'

/** Where one looks and which year; a member without an office has the year alone, administrators neither. */
export function ScopeBar() {
  const { frame } = useText()
  const { organizationId, organizationName, setScope } = useScope()
  const { memberId } = useSession()
  if (organizationId === null)
    return (
      <div className="fr-scope">
        {memberId === null ? null : <YearSelect className="fr-year" />}
      </div>
    )

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
