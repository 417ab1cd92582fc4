import type { Role } from '#domain/permissions.ts'
import { useText } from '#lib/i18n.ts'
import { rightsOf } from './roles.ts'

/** What a role may do and how far, in words; from the rules themselves. */
export function RoleRights({ role }: { role: Role }) {
  const { system: t } = useText()
  return (
    <dl className="sy-rights-of">
      {rightsOf(role).map(({ reach, permissions }) => (
        <div key={reach}>
          <dt>{t.reach[reach]}</dt>
          <dd>
            <ul>
              {permissions.map((permission) => (
                <li key={permission}>{t.permissions[permission]}</li>
              ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  )
}
