import { useState } from 'react'
import { useText } from '#lib/i18n.ts'
import { copyText } from './copyText.ts'
import { Mark } from './Mark.tsx'
import './lists.css'

/** A text with a button that copies it; `label` names it: 证书编号. */
export function Copyable({ text, label }: { text: string; label: string }) {
  const t = useText()
  const [state, setState] = useState<'idle' | 'done' | 'failed'>('idle')
  const onClick = async (button: HTMLButtonElement) => {
    setState((await copyText(text)) ? 'done' : 'failed')
    button.focus()
    setTimeout(() => setState('idle'), 2500)
  }
  return (
    <span className="sc-copyable">
      <span className="sc-copyable-text">{text}</span>
      <button
        type="button"
        className="sc-bare"
        aria-label={t.ui.copy.copy(label)}
        onClick={(event) => void onClick(event.currentTarget)}
      >
        <Mark name={state === 'done' ? 'check' : 'copy'} />
      </button>
      <span role="status" className="sc-copyable-note">
        {state === 'done' ? t.ui.copy.done : state === 'failed' ? t.ui.copy.failed : ''}
      </span>
    </span>
  )
}
