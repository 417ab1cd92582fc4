import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useText } from '#lib/i18n.ts'
import { Dialog } from './Dialog.tsx'
import { Mark } from './Mark.tsx'
import { Permit } from './Permit.tsx'

interface FormDrawerProps {
  open: boolean
  title: ReactNode
  /** Closing was asked for and, if something was typed, confirmed. */
  onClose: () => void
  /** The `id` of the form among the children: the button in the footer submits it. */
  formId: string
  /** A verb: 记会议, 确认. */
  submitLabel: ReactNode
  busy?: boolean
  /** Something was typed and not saved: closing asks first. */
  dirty?: boolean
  /** What went wrong with the form as a whole; fields show their own. */
  error?: ReactNode
  /** Why it cannot be submitted now. */
  blocked?: string | null
  /** Stands at the left of the buttons: 草稿已保存. */
  note?: ReactNode
  width?: number
  children: ReactNode
}

const focusOnMount = (button: HTMLElement | null) => button?.focus()

export function FormDrawer(props: FormDrawerProps) {
  const {
    open,
    title,
    onClose,
    formId,
    submitLabel,
    busy = false,
    dirty = false,
    error,
    blocked,
    note,
    width,
    children,
  } = props
  const t = useText()
  const [asking, setAsking] = useState(false)
  const close = () => {
    setAsking(false)
    onClose()
  }
  const askToClose = () => {
    if (busy) return
    if (dirty) setAsking(true)
    else close()
  }

  const footer = asking ? (
    <div role="alertdialog" aria-label={t.ui.dialog.unsaved} className="sc-dialog-ask">
      <span className="sc-foot-note">
        <Mark name="warn" /> {t.ui.dialog.unsaved}
      </span>
      <Button danger onClick={close}>
        {t.ui.dialog.discard}
      </Button>
      <Button type="primary" ref={focusOnMount} onClick={() => setAsking(false)}>
        {t.ui.dialog.keep}
      </Button>
    </div>
  ) : (
    <>
      {note ? <span className="sc-foot-note">{note}</span> : null}
      <Button onClick={askToClose} disabled={busy}>
        {t.ui.cancel}
      </Button>
      <Permit allowed={!blocked} reason={blocked}>
        {/* Fields say what is wrong themselves, in the language of the page. */}
        <Button type="primary" htmlType="submit" formNoValidate form={formId} loading={busy}>
          {submitLabel}
        </Button>
      </Permit>
    </>
  )

  return (
    <Dialog
      open={open}
      onClose={askToClose}
      title={title}
      side
      focusField
      width={width}
      lightDismiss={!dirty}
      footer={footer}
    >
      {error ? (
        <p className="sc-alert-line" role="alert">
          <Mark name="alert" />
          <span>{error}</span>
        </p>
      ) : null}
      {children}
    </Dialog>
  )
}
