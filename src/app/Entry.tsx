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
  }, [needsSetup, session])

  // The application may travel while the person types; a form that nobody touches fetches nothing.
  useEffect(() => {
    if (session) return undefined
    const touched = new AbortController()
    const fetchApp = () => {
      touched.abort()
      void loadApp()
    }
    for (const sign of ['pointermove', 'pointerdown', 'keydown', 'input'])
      document.addEventListener(sign, fetchApp, { signal: touched.signal, passive: true })
    return () => touched.abort()
  }, [session])

  const enter = async (view: SessionView) => {
    const { App } = await loadApp()
    setApp(() => App)
    setView(view)
  }
  if (App && session) return <App />
  if (needsSetup) return Setup ? <Setup onDone={(view) => void enter(view)} /> : null
  return <SignInPage onSignedIn={enter} />
}
