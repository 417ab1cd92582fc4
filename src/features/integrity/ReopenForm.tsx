import { withdrawal } from '#domain/integrity.ts'
import { useText } from '#lib/i18n.ts'
import { ReasonForm } from '#parts/ReasonForm.tsx'
import { toast } from '#ui/toasts.ts'
import { touched } from './state.ts'

interface ReopenFormProps {
  what: string
  /** What had been said, and of when. */
  said: string
  draftKey: string
  onClose: () => void
  onSend: (reason: string, key: string) => Promise<unknown>
}

/** Said to be done by mistake: it is to be done again, by the day it was due. */
export function ReopenForm({ what, said, draftKey, onClose, onSend }: ReopenFormProps) {
  const { integrity: t } = useText()
  return (
    <ReasonForm
      title={t.reopen.title}
      submitLabel={t.reopen.submit}
      label={t.reopen.reason}
      rule={withdrawal.shape.reason}
      old={touched}
      draftKey={draftKey}
      onClose={onClose}
      onSend={async (reason, key) => {
        await onSend(reason, key)
        toast.success(t.reopen.done)
        onClose()
      }}
    >
      <p>
        <b>{what}</b>
      </p>
      <p className="in-quiet">
        {said}
        <br />
        {t.reopen.note}
      </p>
    </ReasonForm>
  )
}
