import { useId, useRef, useState, type KeyboardEvent, type SyntheticEvent } from 'react'
import type { SessionView } from '#domain/session.ts'
import { useEntryText } from '#lib/i18n.ts'
import { signIn } from './signIn.ts'
import './signin.css'

interface SignInFormProps {
  onSignedIn: (view: SessionView) => Promise<void> | void
  /** Filled in when the session of a known account has ended. */
  login?: string
}

/** Account and password, used by the page and by the dialog over an open page. */
export function SignInForm({ onSignedIn, login: known = '' }: SignInFormProps) {
  const { signin } = useEntryText()
  const [login, setLogin] = useState(known)
  const [password, setPassword] = useState('')
  const [shown, setShown] = useState(false)
  const [caps, setCaps] = useState(false)
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const loginField = useRef<HTMLInputElement>(null)
  const passwordField = useRef<HTMLInputElement>(null)
  const id = useId()

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (busy) return
    setTried(true)
    setError(null)
    if (login.trim() === '') return loginField.current?.focus()
    if (password === '') return passwordField.current?.focus()
    setBusy(true)
    try {
      await onSignedIn(await signIn(login.trim(), password))
    } catch (cause) {
      setError(cause instanceof Error ? cause.message : String(cause))
      passwordField.current?.select()
    } finally {
      setBusy(false)
    }
  }
  const watchCaps = (event: KeyboardEvent) => setCaps(event.getModifierState?.('CapsLock') ?? false)
  const noLogin = tried && login.trim() === ''
  const noPassword = tried && password === ''

  return (
    <form className="si-form" onSubmit={(event) => void submit(event)} noValidate aria-busy={busy}>
      {/* Always there, so that a screen reader hears the change. */}
      <div role="alert">{error ? <p className="si-error">{error}</p> : null}</div>
      <div className="si-field">
        <label htmlFor={`${id}-login`}>{signin.login}</label>
        <input
          ref={loginField}
          id={`${id}-login`}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          value={login}
          onChange={(event) => setLogin(event.target.value)}
          aria-invalid={noLogin}
          aria-describedby={noLogin ? `${id}-login-note` : undefined}
        />
        {noLogin ? (
          <p id={`${id}-login-note`} className="si-note si-wrong">
            {signin.needLogin}
          </p>
        ) : null}
      </div>
      <div className="si-field">
        <label htmlFor={`${id}-password`}>{signin.password}</label>
        <div className="si-password">
          <input
            ref={passwordField}
            id={`${id}-password`}
            name="password"
            type={shown ? 'text' : 'password'}
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            onKeyUp={watchCaps}
            aria-invalid={noPassword || error !== null}
            aria-describedby={`${id}-password-note`}
          />
          <button
            type="button"
            className="si-eye"
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
          >
            {shown ? signin.hide : signin.show}
          </button>
        </div>
        <p id={`${id}-password-note`} className={noPassword ? 'si-note si-wrong' : 'si-note'}>
          {noPassword ? signin.needPassword : caps ? signin.capsLock : null}
        </p>
      </div>
      <button type="submit" className="si-submit" aria-disabled={busy}>
        {busy ? signin.busy : signin.submit}
      </button>
    </form>
  )
}
