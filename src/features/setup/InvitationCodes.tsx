import { useEffect, useRef, useState } from 'react'
import { useEntryText } from '#lib/i18n.ts'
import type { Role } from '#domain/permissions.ts'

export interface Invited {
  login: string
  name: string
  role: string
  code: string
}

/** The one time the codes of the other two administrators are on the screen; one enters once they are noted. */
export function InvitationCodes({
  invitations,
  onEnter,
}: {
  invitations: readonly Invited[]
  onEnter: () => void
}) {
  const { setup, roles } = useEntryText()
  const t = setup.codes
  const heading = useRef<HTMLHeadingElement>(null)
  const [noted, setNoted] = useState(false)
  const [asked, setAsked] = useState(false)

  useEffect(() => {
    heading.current?.focus()
    // Leaving by accident would lose them.
    const hold = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', hold)
    return () => window.removeEventListener('beforeunload', hold)
  }, [])

  return (
    <section className="si-box se-box" aria-labelledby="codes-heading">
      <h2 id="codes-heading" ref={heading} tabIndex={-1}>
        {t.heading}
      </h2>
      <p className="se-text">{t.text}</p>
      <ul className="se-codes">
        {invitations.map(({ login, name, role, code }) => (
          <li key={login}>
            <b>{roles[role as Role]}</b>
            <span>{t.person(name, login)}</span>
            <div className="se-code">
              <Code text={code} name={name} />
            </div>
          </li>
        ))}
      </ul>
      <p className="se-text">{t.lost}</p>
      <label className="se-noted">
        <input
          type="checkbox"
          checked={noted}
          onChange={(event) => setNoted(event.target.checked)}
        />
        {t.noted}
      </label>
      <p className="si-note si-wrong" role="status" hidden={!asked || noted}>
        {asked && !noted ? t.needNoted : ''}
      </p>
      <div className="si-form">
        <button
          type="button"
          className="si-submit"
          onClick={() => (noted ? onEnter() : setAsked(true))}
        >
          {t.enter}
        </button>
      </div>
    </section>
  )
}

/** Plain http has no clipboard: the code is then selected, to be copied or written down by hand. */
function Code({ text, name }: { text: string; name: string }) {
  const t = useEntryText().setup.codes
  const shown = useRef<HTMLElement>(null)
  const [state, setState] = useState<'copy' | 'copied' | 'copyFailed'>('copy')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setState('copied')
    } catch {
      if (shown.current) window.getSelection()?.selectAllChildren(shown.current)
      setState('copyFailed')
    }
  }
  return (
    <>
      <code ref={shown}>{text}</code>
      <span className="se-copy">
        <span role="status">{state === 'copy' ? '' : t[state]}</span>
        <button
          type="button"
          className="si-other"
          aria-label={t.copyOf(name)}
          onClick={() => void copy()}
        >
          {t.copy}
        </button>
      </span>
    </>
  )
}
