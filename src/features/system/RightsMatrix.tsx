import { grants, type Permission, type Role } from '#domain/permissions.ts'
import { useText } from '#lib/i18n.ts'
import { PHONE, useMedia } from '#ui/useMedia.ts'
import { useOverflow } from '#ui/table/useOverflow.ts'

interface RightsMatrixProps {
  permissions: readonly Permission[]
  roles: readonly Role[]
}

/** Permissions down, roles across, the reach in words; on a phone one permission after the other. */
export function RightsMatrix(props: RightsMatrixProps) {
  const phone = useMedia(PHONE)
  return phone ? <PermissionList {...props} /> : <Matrix {...props} />
}

function Matrix({ permissions, roles }: RightsMatrixProps) {
  const { system, entry, ui } = useText()
  const [frame, isWide] = useOverflow<HTMLDivElement>()
  return (
    <div
      ref={frame}
      className="sy-matrix"
      {...(isWide && { tabIndex: 0, role: 'region', 'aria-label': ui.table.scroll })}
    >
      <table aria-label={system.rights.matrix}>
        <thead>
          <tr>
            <th scope="col">{system.rights.permission}</th>
            {roles.map((role) => (
              <th key={role} scope="col">
                {entry.roles[role]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {permissions.map((permission) => (
            <tr key={permission}>
              <th scope="row">{system.permissions[permission]}</th>
              {roles.map((role) => {
                const reach = grants[role][permission]
                return (
                  <td key={role} data-reach={reach}>
                    {reach ? system.reach[reach] : <span className="sc-sr">{ui.noneSpoken}</span>}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function PermissionList({ permissions, roles }: RightsMatrixProps) {
  const { system, entry } = useText()
  return (
    <dl className="sy-permissions">
      {permissions.map((permission) => (
        <div key={permission}>
          <dt>{system.permissions[permission]}</dt>
          {roles.map((role) => {
            const reach = grants[role][permission]
            return reach ? (
              <dd key={role}>
                <span>{entry.roles[role]}</span> <small>{system.reach[reach]}</small>
              </dd>
            ) : null
          })}
        </div>
      ))}
    </dl>
  )
}
