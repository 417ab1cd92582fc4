import { useState } from 'react'
import { Link } from 'react-router'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { useSession } from '#lib/session.ts'
import { Popup } from '#ui/Popup.tsx'
import { otherIcons } from './icons.ts'
import { Icon } from './Icon.tsx'
import { leave } from './leave.ts'

/** Who is signed in, in which roles, and the way out. */
export function AccountMenu() {
  const { frame, entry } = useText()
  const { name, login, roles } = useSession()
  const [leaving, setLeaving] = useState(false)
  const out = async () => {
    setLeaving(true)
    await leave()
  }
  return (
    <div className="fr-account">
      <Popup
        title={frame.account.label}
        label={
          <>
            <Icon path={otherIcons.person} />
            <span className="fr-account-name">{name}</span>
          </>
        }
      >
        <p className="fr-who">
          <b>{name}</b> <small>{login}</small>
        </p>
        <ul className="fr-held">
          {roles.map(({ role, organizationId, organizationName }) => (
            <li key={`${role} ${organizationId}`}>
              {entry.roles[role]}
              {organizationName ? <small>{organizationName}</small> : null}
            </li>
          ))}
        </ul>
        <Link className="fr-item" to={paths.account()}>
          {frame.account.own}
        </Link>
        <button
          type="button"
          className="fr-item"
          aria-disabled={leaving}
          onClick={() => void out()}
        >
          {frame.account.out}
        </button>
      </Popup>
    </div>
  )
}
