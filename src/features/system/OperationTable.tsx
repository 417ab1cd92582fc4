import { useText } from '#lib/i18n.ts'
import type { OperationGroup, OperationRow } from './rights.ts'

/** Every operation in words, and who may use it. */
export function OperationTable({ groups }: { groups: readonly OperationGroup[] }) {
  const { rights: t } = useText().system
  return (
    <table className="sy-operations" aria-label={t.operations}>
      <thead>
        <tr>
          <th scope="col">{t.operation}</th>
          <th scope="col">{t.permission}</th>
          <th scope="col">{t.who}</th>
        </tr>
      </thead>
      {groups.map(({ noun, title, rows }) => (
        <tbody key={noun}>
          <tr className="sy-noun">
            <th scope="rowgroup" colSpan={3}>
              {title} <small>{t.count(rows.length)}</small>
            </th>
          </tr>
          {rows.map((row) => (
            <Row key={row.name} row={row} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

function Row({ row: { name, title, access, roles } }: { row: OperationRow }) {
  const { system, entry } = useText()
  const t = system.rights
  return (
    <tr data-operation={name}>
      <th scope="row">
        {title} <code>{name}</code>
      </th>
      <td>{access.kind === 'permission' ? system.permissions[access.permission] : ''}</td>
      <td>
        {access.kind === 'anyone' ? (
          t.anyone
        ) : access.kind === 'signed-in' ? (
          t.signedIn
        ) : roles.length === 0 ? (
          t.nobody
        ) : (
          <ul className="sy-who">
            {roles.map(({ role, reach }) => (
              <li key={role}>
                {entry.roles[role]} <small>{system.reach[reach]}</small>
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  )
}
