import { useState } from 'react'
import type { DemoAccount, SessionView } from '#domain/session.ts'
import type { Role } from '#domain/permissions.ts'
import { useEntryText } from '#lib/i18n.ts'
import { signInToDemo } from './signIn.ts'
import './demoRoles.css'

// Not imported from permissions.ts at run time: three words, and the sign-in page stays small.
const systemRoles: readonly Role[] = ['system-admin', 'security-admin', 'auditor']

interface DemoRolesProps {
  accounts: readonly DemoAccount[]
  onSignedIn: (view: SessionView) => Promise<void> | void
}

/** One click per role; the same person may stand here in several. */
export function DemoRoles({ accounts, onSignedIn }: DemoRolesProps) {
  const { signin, roles } = useEntryText()
  const [busy, setBusy] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)

  const enter = async (login: string) => {
    if (busy) return
    setBusy(login)
    setError(null)
    try {
      await onSignedIn(await signInToDemo(login))
    } catch (cause) {
      setError(cause instanceof Error ? cause.message : String(cause))
    } finally {
      setBusy(null)
    }
  }
  const groups = [
    { title: signin.demoParty, rows: accounts.filter(({ role }) => !systemRoles.includes(role)) },
    { title: signin.demoSystem, rows: accounts.filter(({ role }) => systemRoles.includes(role)) },
  ]

  return (
    <section className="si-demo" aria-labelledby="demo-heading">
      <h2 id="demo-heading">{signin.demoHeading}</h2>
      <div role="alert">{error ? <p className="si-error">{error}</p> : null}</div>
      {groups.map(({ title, rows }) =>
        rows.length === 0 ? null : (
          <div key={title} className="si-demo-group">
            <h3>{title}</h3>
            <ul>
              {rows.map(({ login, name, role, organizationName }) => (
                <li key={login}>
                  <button
                    type="button"
                    className="si-role"
                    aria-busy={busy === login}
                    aria-disabled={busy !== null}
                    onClick={() => void enter(login)}
                  >
                    <b>{roles[role]}</b>
                    <span>
                      {name}
                      {organizationName ? <small>{organizationName}</small> : null}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        ),
      )}
    </section>
  )
}
