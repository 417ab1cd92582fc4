import { useState, type ComponentType } from 'react'
import { useText } from '#lib/i18n.ts'
import { ReasonButton } from '#ui/ReasonButton.tsx'
import { toast } from '#ui/toasts.ts'
import { WithdrawForm } from './WithdrawForm.tsx'

interface WithdrawActsProps<R> {
  record: R
  what: string
  /** What is typed of it is kept under it. */
  draftKey: string
  /** Why the record may not be written to at all; null when it may. */
  right: string | null
  onWithdraw: (reason: string, key: string) => Promise<unknown>
  /** The form of a new record that begins with what this one says. */
  Again: ComponentType<{ of: R; onClose: () => void }>
}

/** A wrong record is withdrawn, and what of it was right need not be typed again. */
export function WithdrawActs<R extends { withdrawn: boolean }>(props: WithdrawActsProps<R>) {
  const { record, what, draftKey, right, onWithdraw, Again } = props
  const { integrity: t } = useText()
  const [form, setForm] = useState<'withdraw' | 'replace' | 'again' | null>(null)
  const close = () => setForm(null)
  return (
    <>
      {record.withdrawn ? (
        <ReasonButton reason={right} onClick={() => setForm('again')}>
          {t.again}
        </ReasonButton>
      ) : (
        <>
          <ReasonButton reason={right} onClick={() => setForm('withdraw')}>
            {t.educations.withdraw}
          </ReasonButton>
          <ReasonButton reason={right} onClick={() => setForm('replace')}>
            {t.withdrawAndAgain}
          </ReasonButton>
        </>
      )}
      {form === 'withdraw' || form === 'replace' ? (
        <WithdrawForm
          what={what}
          draftKey={draftKey}
          onClose={close}
          onSend={async (reason, key) => {
            await onWithdraw(reason, key)
            toast.success(t.withdrawn)
            setForm(form === 'replace' ? 'again' : null)
          }}
        />
      ) : null}
      {form === 'again' ? <Again of={record} onClose={close} /> : null}
    </>
  )
}
