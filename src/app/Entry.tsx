import { useEffect, useState, type ComponentType } from 'react'
import type { SessionView } from '#domain/session.ts'
import { SignInPage } from '#features/signin/SignInPage.tsx'
import { setView, useView } from '#lib/session.ts'
import { loadApp } from './loadApp.ts'

const loadSetup = () => import('#features/setup/SetupPage.tsx')

/** Sign-in, setup or the application, by the session. Once the application is open it stays: a later sign-in opens over it. */
export function Entry({ App: first }: { App: ComponentType | null }) {
  const { session, installation } = useView()
  const [App, setApp] = useState<ComponentType | null>(() => first)
  const [Setup, setSetup] = useState<ComponentType<{ onDone: (view: SessionView) => void }> | null>(
    null,
  )
  const needsSetup = installation.needsSetup && !session

  useEffect(() => {
    if (needsSetup) void loadSetup().then(({ SetupPage }) => setSetup(() => SetupPage))
    // The form is shown; the application may travel while the person types.
    const idle = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 1500))
    if (!session) idle(() => void loadApp())
  }, [needsSetup, session])

  const enter = async (view: SessionView) => {
    const App = await loadApp()
    setApp(() => App)
    setView(view)
  }
  if (App && session) return <App />
  if (needsSetup) return Setup ? <Setup onDone={(view) => void enter(view)} /> : null
  return <SignInPage onSignedIn={enter} />
}
