import { useEffect, useId, useState, type SyntheticEvent } from 'react'
import { sessionContract } from '#domain/session.contract.ts'
import { call } from '#lib/api.ts'
import { isApiError } from '#lib/apiError.ts'
import { onPasswordAsked } from '#lib/askPassword.ts'
import { useText } from '#lib/i18n.ts'
import { useSession } from '#lib/session.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Errors, Field } from '#ui/Field.tsx'

/**
 * What somebody sends needs the password again: it is asked for over the form, which stays as it is and goes on by
 * itself. Whoever gives none is told so at the form.
 */
export function PasswordAgain() {
  const [answer, setAnswer] = useState<((given: boolean) => void) | null>(null)
  useEffect(() => {
    onPasswordAsked(() => new Promise<boolean>((resolve) => setAnswer(() => resolve)))
    return () => onPasswordAsked(null)
  }, [])
  if (answer === null) return null
  return (
    <Ask
      onAnswer={(given) => {
        setAnswer(null)
        answer(given)
      }}
    />
  )
}

function Ask({ onAnswer }: { onAnswer: (given: boolean) => void }) {
  const { frame, ui } = useText()
  const t = frame.passwordAgain
  const { login } = useSession()
  const id = useId()
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (busy) return
    if (password === '') return setWrong(t.needed)
    setBusy(true)
    try {
      await call(sessionContract.confirmPassword, { body: { password } })
      onAnswer(true)
    } catch (cause) {
      setWrong(isApiError(cause) ? (cause.fields['body.password'] ?? cause.message) : ui.failedText)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog
      open
      onClose={() => onAnswer(false)}
      title={t.title}
      width={30}
      lightDismiss={false}
      footer={
        <>
          <Button onClick={() => onAnswer(false)}>{ui.cancel}</Button>
          <Button kind="primary" type="submit" form={id} busy={busy}>
            {t.submit}
          </Button>
        </>
      }
    >
      <form id={id} noValidate onSubmit={(event) => void submit(event)}>
        <p className="fr-why">{t.why}</p>
        {/* For password managers, which read no hidden fields: whose it is. */}
        <input
          type="text"
          name="username"
          className="sc-sr"
          autoComplete="username"
          value={login}
          readOnly
          tabIndex={-1}
          aria-hidden="true"
        />
        <Errors value={wrong === null ? {} : { password: wrong }}>
          <Field name="password" label={t.password}>
            {(wiring) => (
              <input
                {...wiring}
                data-autofocus
                type="password"
                className="sc-input"
                autoComplete="current-password"
                value={password}
                onChange={(event) => setPassword(event.target.value)}
              />
            )}
          </Field>
        </Errors>
      </form>
    </Dialog>
  )
}
