import { useId, useState, type SyntheticEvent } from 'react'
import type { SessionView } from '#domain/session.ts'
import { ApiError } from '#lib/apiError.ts'
import { send } from '#lib/http.ts'
import { useEntryText } from '#lib/i18n.ts'
import { HouseMark } from '#parts/HouseMark.tsx'
import { LookSwitches } from '#parts/LookSwitches.tsx'
import './setup.css'

const names = ['code', 'bureauName', 'name', 'login', 'password', 'repeat'] as const
type Name = (typeof names)[number]
type Typed = Record<Name, string>

const empty: Typed = { code: '', bureauName: '', name: '', login: '', password: '', repeat: '' }

/** First run of a real installation: names the bureau and makes its first system administrator. */
export function SetupPage({ onDone }: { onDone: (view: SessionView) => void }) {
  const t = useEntryText()
  const { setup } = t
  const id = useId()
  const [typed, setTyped] = useState(empty)
  const [wrong, setWrong] = useState<Partial<Typed>>({})
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  const fields: Record<Name, { label: string; hint?: string; type?: string; autoComplete: string }> = {
    code: { label: setup.code, hint: setup.codeHint, autoComplete: 'one-time-code' },
    bureauName: { label: setup.bureau, hint: setup.bureauHint, autoComplete: 'organization' },
    name: { label: setup.name, autoComplete: 'name' },
    login: { label: setup.login, hint: setup.loginHint, autoComplete: 'username' },
    password: { label: setup.password, hint: setup.passwordHint, type: 'password', autoComplete: 'new-password' },
    repeat: { label: setup.repeat, type: 'password', autoComplete: 'new-password' },
  }
  const refuse = (found: Partial<Typed>) => {
    setWrong(found)
    const first = names.find((name) => found[name])
    if (first) document.getElementById(`${id}-${first}`)?.focus()
  }
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (busy) return
    setError(null)
    const found: Partial<Typed> = {}
    for (const name of names) if (typed[name].trim() === '') found[name] = setup.required
    if (!found.repeat && typed.repeat !== typed.password) found.repeat = setup.mismatch
    refuse(found)
    if (Object.keys(found).length > 0) return
    const { code, bureauName, name, login, password } = typed
    setBusy(true)
    try {
      onDone((await send({ method: 'POST', path: '/setup', body: { code, bureauName, name, login, password } })) as SessionView)
    } catch (cause) {
      setError(cause instanceof Error ? cause.message : String(cause))
      if (cause instanceof ApiError) {
        refuse(Object.fromEntries(Object.entries(cause.fields).map(([path, text]) => [path.replace(/^body\./, ''), text])))
      }
    } finally {
      setBusy(false)
    }
  }

  return (
    <div className="si-page">
      <LookSwitches />
      <main className="si-main">
        <header className="si-head">
          <HouseMark />
          <h1>{t.product}</h1>
          <p>{t.productLong}</p>
        </header>
        <section className="si-box se-box" aria-labelledby="setup-heading">
          <h2 id="setup-heading">{setup.heading}</h2>
          <p className="se-text">{setup.text}</p>
          <form className="si-form" noValidate onSubmit={(event) => void submit(event)} aria-busy={busy}>
            <div role="alert">{error ? <p className="si-error">{error}</p> : null}</div>
            {names.map((name) => {
              const { label, hint, type = 'text', autoComplete } = fields[name]
              return (
                <div key={name} className="si-field">
                  <label htmlFor={`${id}-${name}`}>{label}</label>
                  <input
                    id={`${id}-${name}`}
                    name={name}
                    type={type}
                    autoComplete={autoComplete}
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
              {busy ? setup.busy : setup.submit}
            </button>
          </form>
          <p className="si-help">{setup.done}</p>
        </section>
      </main>
    </div>
  )
}
