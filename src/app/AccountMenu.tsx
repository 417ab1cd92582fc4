import { useState } from 'react'
import { Link } from 'react-router'
import { isApiError } from '#lib/apiError.ts'
import { draftPlace } from '#lib/draftPlaces.ts'
import { countDrafts, ownDrafts, type OwnDraft } from '#lib/drafts.ts'
import { instantInTable } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { useKeepScope } from '#lib/scope.ts'
import { useSession } from '#lib/session.ts'
import { Popup } from '#ui/Popup.tsx'
import { otherIcons } from './icons.ts'
import { Icon } from './Icon.tsx'
import { leave } from './leave.ts'

/** Who is signed in, in which roles, and the way out. */
export function AccountMenu() {
  const { frame, entry } = useText()
  const { name, login, roles } = useSession()
  const keep = useKeepScope()
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
        <Link className="fr-item" to={keep(paths.account())}>
          {frame.account.own}
        </Link>
        <SignOut />
      </Popup>
    </div>
  )
}

/** The way out; where something typed here was never sent, it says so first. */
function SignOut() {
  const { frame } = useText()
  const keep = useKeepScope()
  const [leaving, setLeaving] = useState(false)
  /** Drafts that signing out would take; null until it is asked. */
  const [drafts, setDrafts] = useState<number | null>(null)
  /** Those of them that are this account's. */
  const [own, setOwn] = useState<OwnDraft[]>([])
  /** Why the session goes on. */
  const [failure, setFailure] = useState<string | null>(null)
  const out = async () => {
    const kept = drafts === null ? await countDrafts() : 0
    if (kept > 0) {
      setOwn(await ownDrafts())
      return setDrafts(kept)
    }
    setLeaving(true)
    setFailure(null)
    try {
      await leave()
    } catch (cause) {
      if (!isApiError(cause)) throw cause
      setFailure(cause.message)
      setLeaving(false)
    }
  }
  return (
    <>
      {drafts === null ? null : (
        <p className="fr-drafts" role="alert">
          {frame.account.drafts(drafts)}
        </p>
      )}
      {own.map(({ draft, savedAt }) => {
        const { kind, to } = draftPlace(draft)
        return (
          <Link key={draft} className="fr-item" to={keep(to)}>
            {frame.account.draft(frame.draftKinds[kind], instantInTable(savedAt))}
          </Link>
        )
      })}
      {failure === null ? null : (
        <p className="fr-drafts fr-not-out" role="alert">
          {frame.account.notOut(failure)}
        </p>
      )}
      <button type="button" className="fr-item" aria-disabled={leaving} onClick={() => void out()}>
        {drafts === null ? frame.account.out : frame.account.outAnyway}
      </button>
    </>
  )
}
