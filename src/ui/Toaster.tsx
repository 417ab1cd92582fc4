import { useEffect, useState, useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import { useText } from '#lib/i18n.ts'
import { DIALOG_CLOSED } from './dialogClosed.ts'
import { Mark } from './Mark.tsx'
import { dismissToast, subscribeToToasts, toasts, type Toast } from './toasts.ts'
import './tags.css'
import './toast.css'

const marks = { success: 'check', info: 'info', danger: 'warn' } as const
const PLAIN_MS = 5000
/** Long enough to read and reach the button. */
const ACTION_MS = 12_000

/** Once, in the frame. A modal dialog makes all else inert, so notices stand inside the topmost one. */
export function Toaster() {
  const { ui } = useText()
  const list = useSyncExternalStore(subscribeToToasts, toasts)
  const [, setClosed] = useState(0)
  // What was said while a dialog closed would go with it: it moves to where the eye is now.
  useEffect(() => {
    const closed = () => setClosed((times) => times + 1)
    window.addEventListener(DIALOG_CLOSED, closed)
    return () => window.removeEventListener(DIALOG_CLOSED, closed)
  }, [])
  const place = [...document.querySelectorAll('dialog[open]')].pop() ?? document.body
  return createPortal(
    <div className="sc-toasts" role="region" aria-label={ui.toast.region}>
      {/* Both regions exist before their content does, else nothing is read out. */}
      <div role="status">
        {list.map((item) =>
          item.tone === 'danger' ? null : <ToastLine key={item.id} item={item} />,
        )}
      </div>
      <div role="alert">
        {list.map((item) =>
          item.tone === 'danger' ? <ToastLine key={item.id} item={item} /> : null,
        )}
      </div>
    </div>,
    place,
  )
}

function ToastLine({ item }: { item: Toast }) {
  const { ui } = useText()
  const [held, setHeld] = useState(false)

  useEffect(() => {
    if (held || item.tone === 'danger') return undefined
    const timer = setTimeout(() => dismissToast(item.id), item.action ? ACTION_MS : PLAIN_MS)
    return () => clearTimeout(timer)
  }, [held, item])

  return (
    <div
      className={`sc-toast sc-tone-${item.tone}`}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Mark name={marks[item.tone]} />
      <span className="sc-toast-text">{item.text}</span>
      {item.action ? (
        <button
          type="button"
          className="sc-bare sc-toast-action"
          onClick={() => {
            item.action?.run()
            dismissToast(item.id)
          }}
        >
          {item.action.label}
        </button>
      ) : null}
      <button
        type="button"
        className="sc-bare"
        aria-label={ui.toast.dismiss}
        onClick={() => dismissToast(item.id)}
      >
        <Mark name="cross" />
      </button>
    </div>
  )
}
