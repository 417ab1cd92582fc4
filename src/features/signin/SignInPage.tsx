import { useState } from 'react'
import type { SessionView } from '#domain/session.ts'
import { LookSwitches } from '#parts/LookSwitches.tsx'
import { HouseMark } from '#parts/HouseMark.tsx'
import { useEntryText } from '#lib/i18n.ts'
import { useView } from '#lib/session.ts'
import { AcceptForm } from './AcceptForm.tsx'
import { DemoRoles } from './DemoRoles.tsx'
import { SignInForm } from './SignInForm.tsx'
import './signin.css'

export function SignInPage({
  onSignedIn,
}: {
  onSignedIn: (view: SessionView) => Promise<void> | void
}) {
  const t = useEntryText()
  const { installation, demoAccounts } = useView()
  const [accepting, setAccepting] = useState(false)
  const demo = installation.demo && demoAccounts.length > 0

  return (
    <div className={demo ? 'si-page si-page-demo' : 'si-page'}>
      <LookSwitches />
      <main className="si-main">
        <header className="si-head">
          <HouseMark />
          <h1>{t.product}</h1>
          <p>{t.productLong}</p>
          {installation.name ? <p className="si-bureau">{installation.name}</p> : null}
          {installation.plainHttp ? <p className="si-plain">{t.plainHttp}</p> : null}
        </header>
        {demo && !accepting ? <DemoRoles accounts={demoAccounts} onSignedIn={onSignedIn} /> : null}
        <section className="si-box" aria-labelledby="signin-heading">
          <h2 id="signin-heading">
            {accepting ? t.accept.heading : demo ? t.signin.orPassword : t.signin.heading}
          </h2>
          {accepting ? (
            <AcceptForm onSignedIn={onSignedIn} onBack={() => setAccepting(false)} />
          ) : (
            <>
              <SignInForm onSignedIn={onSignedIn} />
              <button type="button" className="si-other" onClick={() => setAccepting(true)}>
                {t.accept.open}
              </button>
              {demo ? null : <p className="si-help">{t.signin.help}</p>}
            </>
          )}
        </section>
      </main>
      <footer className="si-foot">
        {installation.demo ? <p>{t.demoNote}</p> : null}
        <p>v{installation.version}</p>
      </footer>
    </div>
  )
}
