import { useId, useState, type SyntheticEvent } from 'react'
import type { SessionView } from '#domain/session.ts'
import { ApiError } from '#lib/apiError.ts'
import { send } from '#lib/http.ts'
import { useEntryText } from '#lib/i18n.ts'
import { useView } from '#lib/session.ts'
import { HouseMark } from '#parts/HouseMark.tsx'
import { LookSwitches } from '#parts/LookSwitches.tsx'
import { InvitationCodes, type Invited } from './InvitationCodes.tsx'
import {
  bodyOf,
  empty,
  fieldsOf,
  groups,
  names,
  wrongIn,
  type Typed,
  type Wrong,
} from './setupFields.ts'
import './setup.css'

interface Answer {
  view: SessionView
  invitations: Invited[]
}

/** First run of a real installation: names the bureau and its three administrators, who are three people. */
export function SetupPage({ onDone }: { onDone: (view: SessionView) => void }) {
  const t = useEntryText()
  const { plainHttp } = useView().installation
  const [answer, setAnswer] = useState<Answer | null>(null)
  return (
    <div className="si-page">
      <LookSwitches />
      <main className="si-main">
        <header className="si-head">
          <HouseMark />
          <h1>{t.product}</h1>
          <p>{t.productLong}</p>
          {plainHttp ? <p className="si-plain">{t.plainHttp}</p> : null}
        </header>
        {answer ? (
          <InvitationCodes invitations={answer.invitations} onEnter={() => onDone(answer.view)} />
        ) : (
          <SetupForm onAnswer={setAnswer} />
        )}
      </main>
    </div>
  )
}

function SetupForm({ onAnswer }: { onAnswer: (answer: Answer) => void }) {
  const t = useEntryText()
  const { setup } = t
  const id = useId()
  const [typed, setTyped] = useState<Typed>(empty)
  const [wrong, setWrong] = useState<Wrong>({})
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const fields = fieldsOf(t)

  const refuse = (found: Wrong): boolean => {
    setWrong(found)
    const first = names.find((name) => found[name])
    if (first) document.getElementById(`${id}-${first}`)?.focus()
    return first !== undefined
  }
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (busy) return
    setError(null)
    if (refuse(wrongIn(typed, t))) return
    setBusy(true)
    try {
      onAnswer((await send({ method: 'POST', path: '/setup', body: bodyOf(typed) })) as Answer)
    } catch (cause) {
      setError(cause instanceof Error ? cause.message : String(cause))
      if (cause instanceof ApiError) {
        refuse(
          Object.fromEntries(
            Object.entries(cause.fields).map(([path, text]) => [path.replace(/^body\./, ''), text]),
          ),
        )
      }
    } finally {
      setBusy(false)
    }
  }

  return (
    <section className="si-box se-box" aria-labelledby="setup-heading">
      <h2 id="setup-heading">{setup.heading}</h2>
      <p className="se-text">{setup.text}</p>
      <form
        className="si-form"
        noValidate
        onSubmit={(event) => void submit(event)}
        aria-busy={busy}
      >
        <div role="alert">{error ? <p className="si-error">{error}</p> : null}</div>
        {Object.entries(groups).map(([group, members]) => {
          const { title, text } = setup.groups[group as keyof typeof groups]
          return (
            <fieldset key={group} className="se-group">
              <legend>{title}</legend>
              {text ? <p className="se-text">{text}</p> : null}
              {members.map((name) => {
                const { label, hint, type = 'text', autoComplete } = fields[name]
                return (
                  <div key={name} className="si-field">
                    <label htmlFor={`${id}-${name}`}>{label}</label>
                    <input
                      id={`${id}-${name}`}
                      name={name}
                      type={type}
                      autoComplete={autoComplete}
                      autoCapitalize="none"
                      spellCheck={false}
                      value={typed[name]}
                      onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
                      aria-invalid={wrong[name] !== undefined}
                      aria-describedby={`${id}-${name}-note`}
                    />
                    <p
                      id={`${id}-${name}-note`}
                      className={wrong[name] ? 'si-note si-wrong' : 'si-note'}
                    >
                      {wrong[name] ?? hint}
                    </p>
                  </div>
                )
              })}
            </fieldset>
          )
        })}
        <button type="submit" className="si-submit" aria-disabled={busy}>
          {busy ? setup.busy : setup.submit}
        </button>
      </form>
    </section>
  )
}
