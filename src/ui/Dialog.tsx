import { ConfigProvider } from 'antd'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useText } from '#lib/i18n.ts'
import { DIALOG_CLOSED } from './dialogClosed.ts'
import { Mark } from './Mark.tsx'
import './dialog.css'

export interface DialogProps {
  open: boolean
  /** Asked for by Esc, the cross or a click beside it; the owner decides. */
  onClose: () => void
  title: ReactNode
  children: ReactNode
  footer?: ReactNode
  /** A sheet at the right edge instead of a box in the middle. */
  side?: boolean
  /** In rem of the 14 px root. */
  width?: number
  /** Something must be answered before anything else. */
  alert?: boolean
  /** A click beside it closes; off where typing could be lost. */
  lightDismiss?: boolean
  /** The focus starts in the first field; else at `[data-autofocus]`, else at the dialog, which then reads its title. */
  focusField?: boolean
}

const fields = ['input:not([type=hidden])', 'select', 'textarea']
  .map((field) => `.sc-dialog-body ${field}:not(:disabled)`)
  .join()

/**
 * The browser's own modal: focus stays inside and returns, the rest is inert, no script for it.
 * (antd's Modal and Drawer would add 16 KB gzip.)
 */
export function Dialog({ open, ...rest }: DialogProps) {
  return open ? createPortal(<OpenDialog {...rest} />, document.body) : null
}

function OpenDialog(props: Omit<DialogProps, 'open'>) {
  const {
    onClose,
    title,
    children,
    footer,
    side = false,
    width = side ? 40 : 34,
    alert = false,
    lightDismiss = true,
    focusField = false,
  } = props
  const t = useText()
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [popups, setPopups] = useState<HTMLElement | null>(null)

  useEffect(() => {
    const element = dialog.current
    const before = document.activeElement
    if (element && !element.open) {
      element.showModal()
      const field = focusField ? element.querySelector<HTMLElement>(fields) : null
      const start = field ?? element.querySelector<HTMLElement>('[data-autofocus]') ?? element
      start.focus()
    }
    setPopups(element)
    return () => {
      element?.close?.()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
      window.dispatchEvent(new Event(DIALOG_CLOSED))
    }
  }, [focusField])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    // An open list inside closes first.
    const isList =
      event.target instanceof Element &&
      event.target.closest('[aria-expanded="true"][role="combobox"]')
    if (!isList) onClose()
  }

  return (
    <dialog
      ref={dialog}
      className={side ? 'sc-dialog sc-dialog-side' : 'sc-dialog'}
      style={{ '--sc-dialog-width': `${width}rem` }}
      role={alert ? 'alertdialog' : undefined}
      aria-modal="true"
      aria-labelledby={titleId}
      tabIndex={-1}
      // The browser would close on its own: past a list that takes the Esc for itself, and in
      // Chromium at the second Esc whatever the owner decided.
      onKeyDownCapture={(event) => {
        if (event.key === 'Escape') event.preventDefault()
      }}
      onKeyDown={onKeyDown}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onMouseDown={(event) => {
        // The second half of a double press on what opened it lands beside it.
        const isSecond = event.detail > 1
        if (lightDismiss && !isSecond && event.target === event.currentTarget) onClose()
      }}
    >
      <div className="sc-dialog-box">
        <header className="sc-dialog-head">
          <h2 id={titleId}>{title}</h2>
          <button type="button" className="sc-bare" aria-label={t.ui.close} onClick={onClose}>
            <Mark name="cross" />
          </button>
        </header>
        {/* The page behind is inert and below: lists and pickers open inside the dialog. */}
        <ConfigProvider getPopupContainer={() => popups ?? document.body}>
          <div className="sc-dialog-body">{children}</div>
          {footer ? <footer className="sc-dialog-foot">{footer}</footer> : null}
        </ConfigProvider>
      </div>
    </dialog>
  )
}
