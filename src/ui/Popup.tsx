import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import './popup.css'

interface PopupProps {
  /** Content of the button. */
  label: ReactNode
  /** Spoken name of button and panel together. */
  title: string
  children: ReactNode
}

/** A button that opens a small panel below itself. Esc, a click elsewhere or leaving by Tab closes it. */
export function Popup({ label, title, children }: PopupProps) {
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()

  useEffect(() => {
    if (!open) return undefined
    const outside = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false)
    }
    document.addEventListener('pointerdown', outside)
    document.addEventListener('focusin', outside)
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('focusin', outside)
    }
  }, [open])

  return (
    <div
      ref={root}
      className="sc-popup"
      role="group"
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        event.stopPropagation()
        event.preventDefault()
        setOpen(false)
        button.current?.focus()
      }}
    >
      <button
        ref={button}
        type="button"
        className="sc-bare"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      {open ? (
        <div id={id} className="sc-popup-panel">
          {children}
        </div>
      ) : null}
    </div>
  )
}
