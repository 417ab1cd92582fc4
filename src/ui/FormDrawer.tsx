import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { NavigationType, useLocation, useNavigate } from 'react-router'
import { useText } from '#lib/i18n.ts'
import type { Kept } from '#lib/useKept.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { DraftNote, useDraftWords } from './DraftNote.tsx'
import { Mark } from './Mark.tsx'
import { Permit } from './Permit.tsx'
import { toast } from './toasts.ts'
import { useLeaveBlocker } from './useLeaveBlocker.ts'

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
  /** What is typed is kept as a draft: closing says so instead of asking, unless it could not be kept. */
  kept?: Pick<Kept<unknown>, 'draft' | 'dirty' | 'restoredAt'> | null
  /** The draft is given up. */
  onDiscard?: () => void
  /** What went wrong with the form as a whole; fields show their own. */
  error?: ReactNode
  /** Why it cannot be submitted now. */
  blocked?: string | null
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
    kept = null,
    error,
    blocked,
    width,
    children,
  } = props
  const t = useText()
  const [closing, setClosing] = useState(false)
  const words = useDraftWords(kept?.draft ?? { state: 'none', savedAt: null })
  const isSafe = kept !== null && kept.draft.state !== 'failed'
  const dirty = kept ? kept.dirty && !isSafe : props.dirty === true
  // What it was opened at may be another entry of the history than what Back leads to, on the same page.
  const { key } = useLocation()
  const leftFrom = useRef<string | null>(null)
  const back = useLeaveBlocker(
    open && (dirty || busy),
    ({ historyAction }) => historyAction === NavigationType.Pop,
  )
  // What is under way cannot be given up: Back waits for its answer, goes on once it has closed the drawer, and is
  // forgotten where it was refused.
  const navigate = useNavigate()
  const waits = useRef(false)
  useLayoutEffect(() => {
    if (!busy) waits.current = false
    else if (back.state === 'blocked') {
      waits.current = true
      back.reset()
    }
  }, [busy, back])
  useEffect(
    () => () => {
      if (waits.current) void navigate(-1)
    },
    [navigate],
  )
  const asking = closing || (!busy && back.state === 'blocked')
  useEffect(() => {
    if (leftFrom.current === null || leftFrom.current === key) return
    leftFrom.current = null
    onClose()
  }, [key, onClose])
  const close = () => {
    setClosing(false)
    if (kept?.dirty && isSafe)
      toast.info(kept.draft.state === 'held' ? t.ui.draft.closedHeld : t.ui.draft.closed)
    onClose()
  }
  const askToClose = () => {
    if (busy) return
    if (dirty) setClosing(true)
    else close()
  }
  const giveUp = () => {
    if (back.state !== 'blocked') return close()
    leftFrom.current = key
    back.proceed()
  }
  const goOn = () => {
    setClosing(false)
    back.reset?.()
  }

  const footer = asking ? (
    <div role="alertdialog" aria-label={t.ui.dialog.unsaved} className="sc-dialog-ask">
      <span className="sc-foot-note">
        <Mark name="warn" /> {t.ui.dialog.unsaved}
      </span>
      <Button danger onClick={giveUp}>
        {t.ui.dialog.discard}
      </Button>
      <Button kind="primary" ref={focusOnMount} onClick={goOn}>
        {t.ui.dialog.keep}
      </Button>
    </div>
  ) : (
    <>
      {kept?.dirty ? <span className="sc-foot-note">{words}</span> : null}
      <Button onClick={askToClose} disabled={busy}>
        {t.ui.cancel}
      </Button>
      <Permit allowed={!blocked} reason={blocked}>
        {/* Fields say what is wrong themselves, in the language of the page. */}
        <Button kind="primary" type="submit" formNoValidate form={formId} busy={busy}>
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
      {kept && props.onDiscard ? (
        <DraftNote
          restoredAt={kept.restoredAt}
          onDiscard={props.onDiscard}
          otherWindow={kept.draft.otherWindow}
        />
      ) : null}
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
