import { useEffect, useRef, useState } from 'react'
import { sessionContract } from '#domain/session.contract.ts'
import type { SessionView } from '#domain/session.ts'
import { signInToDemo } from '#features/signin/signIn.ts'
import { SignInForm } from '#features/signin/SignInForm.tsx'
import { onSessionEnded } from '#lib/http.ts'
import { useText } from '#lib/i18n.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { queryClient } from '#lib/queryClient.ts'
import { useSession, useView, setView } from '#lib/session.ts'
import { askToSignIn, signedInAgain } from '#lib/unattended.ts'
import { leave } from './leave.ts'

/**
 * The session has ended: the sign-in opens over the page, which stays as it is; calls that were
 * refused meanwhile wait and go on. Another account gets the page anew.
 */
export function SignInAgain() {
  const { entry } = useText()
  const { accountId, login, name } = useSession()
  const { demo } = useView().installation
  const dialog = useRef<HTMLDialogElement>(null)
  const waiting = useRef<{ promise: Promise<void>; resolve: () => void } | null>(null)
  const [open, setOpen] = useState(false)

  useEffect(() => {
    onSessionEnded(() => {
      if (waiting.current === null) {
        let resolve = () => {}
        const promise = new Promise<void>((done) => (resolve = done))
        waiting.current = { promise, resolve }
        askToSignIn(() => setOpen(true))
      }
      return waiting.current.promise
    })
    return () => {
      onSessionEnded(null)
      signedInAgain()
    }
  }, [])
  useEffect(() => {
    if (!open || dialog.current?.open) return
    dialog.current?.showModal()
    // The account is filled in already.
    dialog.current?.querySelector<HTMLInputElement>('input[name=password]')?.focus()
  }, [open])

  if (!open) return null
  const signedIn = (view: SessionView) => {
    if (view.session?.accountId !== accountId) return location.reload()
    setView(view)
    // What was known of the session before is not laid over it again.
    queryClient.setQueryData(queryOptionsOf(sessionContract.show).queryKey, view)
    setOpen(false)
    signedInAgain()
    waiting.current?.resolve()
    waiting.current = null
  }
  const { signin } = entry
  return (
    // Esc would leave a page that cannot save: the way out is a button.
    <dialog
      ref={dialog}
      className="si-again"
      aria-labelledby="again-heading"
      onCancel={(event) => event.preventDefault()}
    >
      <h2 id="again-heading">{signin.againHeading}</h2>
      <p>{signin.againText}</p>
      {demo ? (
        <button
          type="button"
          className="si-submit"
          onClick={() => void signInToDemo(login).then(signedIn)}
        >
          {signin.againDemo(name)}
        </button>
      ) : (
        <SignInForm login={login} onSignedIn={signedIn} />
      )}
      <button type="button" className="si-leave" onClick={() => void leave({ ended: true })}>
        {signin.leave}
      </button>
    </dialog>
  )
}
