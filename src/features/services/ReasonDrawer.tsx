import { useId, useState, type SyntheticEvent } from 'react'
import { servicesContract } from '#domain/services.contract.ts'
import type { ServiceRecord } from '#domain/services.ts'
import { useText } from '#lib/i18n.ts'
import { invalidate, useCall } from '#lib/queries.ts'
import { FormDrawer } from '#ui/FormDrawer.tsx'
import { toast } from '#ui/toasts.ts'

export type Reasoned = 'sendBack' | 'appeal' | 'withdraw'

/** Returning, appealing and withdrawing say why; whoever reads it next needs it. */
export function ReasonDrawer({
  record,
  how,
  onClose,
}: {
  record: ServiceRecord
  how: Reasoned
  onClose: () => void
}) {
  const { services: t } = useText()
  const id = useId()
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const calls = {
    sendBack: useCall(servicesContract.sendBack, ['services']),
    appeal: useCall(servicesContract.appeal, ['services']),
    withdraw: useCall(servicesContract.withdraw, ['services']),
  }
  const call = calls[how]
  const titles = { sendBack: t.sendBackTitle, appeal: t.appealTitle, withdraw: t.withdrawTitle }
  const hints = { sendBack: t.sendBackHint, appeal: t.appealHint, withdraw: t.withdrawHint }

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    setTrouble(null)
    call.mutate(
      { params: { id: record.id }, version: record.version, body: { reason: reason.trim() } },
      {
        onSuccess: () => {
          toast.success(t.done[how])
          onClose()
        },
        onError: (error) => {
          setWrong(error.fields['body.reason'] ?? null)
          if (error.code === 'version_conflict') {
            setTrouble(t.changed)
            void invalidate(['services'])
          } else if (!error.fields['body.reason']) setTrouble(error.message)
        },
      },
    )
  }
  return (
    <FormDrawer
      open
      title={titles[how]}
      formId={id}
      submitLabel={t[how]}
      busy={call.isPending}
      dirty={reason !== ''}
      error={trouble}
      onClose={onClose}
      width={32}
    >
      <form id={id} className="sv-form" onSubmit={submit} noValidate>
        <label className="sv-field">
          <span>{t.reason}</span>
          <textarea
            className="sc-input sv-text"
            rows={4}
            maxLength={200}
            placeholder={hints[how]}
            value={reason}
            aria-invalid={wrong !== null}
            onChange={(event) => setReason(event.target.value)}
          />
          {wrong ? <span className="sv-error">{wrong}</span> : null}
        </label>
      </form>
    </FormDrawer>
  )
}
