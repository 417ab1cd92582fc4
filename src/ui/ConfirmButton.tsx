import { useState, type ReactNode } from 'react'
import { isApiError } from '#lib/apiError.ts'
import { useText } from '#lib/i18n.ts'
import { queryClient } from '#lib/queryClient.ts'
import { Button, type ButtonProps } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Mark } from './Mark.tsx'
import { ReasonButton } from './ReasonButton.tsx'
import { toast } from './toasts.ts'

const SHOWN = 8

interface ConfirmButtonProps extends Pick<ButtonProps, 'size'> {
  /** A verb: 删除, 撤销表彰. */
  label: string
  /** The question, naming the act: 删除这 2 条会议记录？ */
  title: string
  /** Names of what it hits. */
  hits: readonly string[]
  /** What follows, and whether it can be undone. */
  consequence?: ReactNode
  /**
   * May reject: the dialog then stays and shows the error's message. Where somebody was faster it closes, for it asked
   * about what stands no longer, and what is on the page is asked for anew.
   */
  onConfirm: () => Promise<unknown> | void
  /** Why it cannot be used now. */
  reason?: string | null
  danger?: boolean
}

/** Asks first and names what it hits. Outlined here; filled only in the dialog, the last step. */
export function ConfirmButton(props: ConfirmButtonProps) {
  const {
    label,
    title,
    hits,
    consequence,
    onConfirm,
    reason = null,
    danger = true,
    ...button
  } = props
  const t = useText()
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)

  const show = () => {
    setError(null)
    setOpen(true)
  }
  const close = () => {
    if (!busy) setOpen(false)
  }
  const confirm = async () => {
    setBusy(true)
    setError(null)
    try {
      await onConfirm()
      setOpen(false)
    } catch (cause) {
      if (isApiError(cause, 'version_conflict') || isApiError(cause, 'not_found')) {
        setOpen(false)
        toast.error(cause.code === 'not_found' ? cause.message : t.ui.overtaken)
        void queryClient.invalidateQueries()
      } else setError(cause instanceof Error && cause.message ? cause.message : t.ui.failedText)
    } finally {
      setBusy(false)
    }
  }

  return (
    <>
      <ReasonButton
        {...button}
        danger={danger}
        reason={reason}
        onClick={show}
        aria-haspopup="dialog"
      >
        {label}
      </ReasonButton>
      <Dialog
        open={open}
        onClose={close}
        title={title}
        alert
        footer={
          <>
            <Button data-autofocus onClick={close} disabled={busy}>
              {t.ui.cancel}
            </Button>
            <Button kind="primary" danger={danger} busy={busy} onClick={() => void confirm()}>
              {label}
            </Button>
          </>
        }
      >
        {hits.length > 0 ? (
          <>
            <p>
              {t.ui.confirm.hits}
              {t.ui.colon}
            </p>
            <ul className="sc-hits">
              {hits.slice(0, SHOWN).map((hit) => (
                <li key={hit}>{hit}</li>
              ))}
              {hits.length > SHOWN ? <li>{t.ui.confirm.andMore(hits.length)}</li> : null}
            </ul>
          </>
        ) : null}
        {consequence ? <p>{consequence}</p> : null}
        {error ? (
          <p className="sc-alert-line" role="alert">
            <Mark name="alert" />
            <span>
              {t.ui.failed}
              {t.ui.colon}
              {error}
            </span>
          </p>
        ) : null}
      </Dialog>
    </>
  )
}
