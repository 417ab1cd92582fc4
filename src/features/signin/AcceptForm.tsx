import { useId, useState, type SyntheticEvent } from 'react'
import type { SessionView } from '#domain/session.ts'
import { ApiError } from '#lib/apiError.ts'
import { useEntryText } from '#lib/i18n.ts'
import { useView } from '#lib/session.ts'
import { acceptInvitation, signIn } from './signIn.ts'
import './signin.css'

const names = ['login', 'code', 'password', 'repeat'] as const
type Name = (typeof names)[number]
type Typed = Record<Name, string>

const empty: Typed = { login: '', code: '', password: '', repeat: '' }

interface AcceptFormProps {
  onSignedIn: (view: SessionView) => Promise<void> | void
  onBack: () => void
}

/** The invited person sets the first password, or a new one, and is in. */
export function AcceptForm({ onSignedIn, onBack }: AcceptFormProps) {
  const { accept, signin, passwordHints } = useEntryText()
  const { passwordPolicy } = useView().installation
  const id = useId()
  const [typed, setTyped] = useState(empty)
  const [wrong, setWrong] = useState<Partial<Typed>>({})
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  const refuse = (found: Partial<Typed>) => {
    setWrong(found)
    const first = names.find((name) => found[name])
    if (first) document.getElementById(`${id}-${first}`)?.focus()
    return first !== undefined
  }
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (busy) return
    setError(null)
    const found: Partial<Typed> = {}
    for (const name of names) if (typed[name].trim() === '') found[name] = accept.required
    if (!found.repeat && typed.repeat !== typed.password) found.repeat = accept.mismatch
    if (refuse(found)) return
    setBusy(true)
    try {
      const login = typed.login.trim()
      await acceptInvitation(login, typed.code.trim(), typed.password)
      await onSignedIn(await signIn(login, typed.password))
    } catch (cause) {
      const fields =
        cause instanceof ApiError
          ? Object.entries(cause.fields).map(([path, text]) => [path.replace(/^body\./, ''), text])
          : []
      // The server does not say which of the two is wrong, nor does it tell whether the account exists.
      if (cause instanceof ApiError && cause.code === 'sign_in_failed') setError(accept.refused)
      else if (!refuse(Object.fromEntries(fields) as Partial<Typed>))
        setError(cause instanceof Error ? cause.message : String(cause))
    } finally {
      setBusy(false)
    }
  }
  const fields: Record<
    Name,
    { label: string; hint?: string; secret?: true; autoComplete: string }
  > = {
    login: { label: signin.login, autoComplete: 'username' },
    code: { label: accept.code, hint: accept.codeHint, autoComplete: 'one-time-code' },
    password: {
      label: accept.password,
      hint: passwordHints[passwordPolicy],
      secret: true,
      autoComplete: 'new-password',
    },
    repeat: { label: accept.repeat, secret: true, autoComplete: 'new-password' },
  }

  return (
    <form className="si-form" onSubmit={(event) => void submit(event)} noValidate aria-busy={busy}>
      <div role="alert">{error ? <p className="si-error">{error}</p> : null}</div>
      {names.map((name) => {
        const { label, hint, secret, autoComplete } = fields[name]
        return (
          <div key={name} className="si-field">
            <label htmlFor={`${id}-${name}`}>{label}</label>
            <input
              id={`${id}-${name}`}
              name={name}
              type={secret ? 'password' : 'text'}
              autoComplete={autoComplete}
              autoCapitalize="none"
              spellCheck={false}
              value={typed[name]}
              onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
              aria-invalid={wrong[name] !== undefined}
              aria-describedby={`${id}-${name}-note`}
            />
            <p id={`${id}-${name}-note`} className={wrong[name] ? 'si-note si-wrong' : 'si-note'}>
              {wrong[name] ?? hint}
            </p>
          </div>
        )
      })}
      <button type="submit" className="si-submit" aria-disabled={busy}>
        {busy ? accept.busy : accept.submit}
      </button>
      <button type="button" className="si-other" onClick={onBack}>
        {accept.back}
      </button>
    </form>
  )
}
