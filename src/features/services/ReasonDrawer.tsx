import { servicesContract } from '#domain/services.contract.ts'
import { reasoned, type ServiceRecord } from '#domain/services.ts'
import { useText } from '#lib/i18n.ts'
import { useCall } from '#lib/queries.ts'
import { ReasonForm } from '#parts/ReasonForm.tsx'
import { toast } from '#ui/toasts.ts'

export type Reasoned = 'sendBack' | 'appeal' | 'withdraw'

/** Returning, appealing and withdrawing a record. */
export function ReasonDrawer({
  record: { id, version },
  how,
  onClose,
}: {
  record: ServiceRecord
  how: Reasoned
  onClose: () => void
}) {
  const { services: t } = useText()
  const calls = {
    sendBack: useCall(servicesContract.sendBack, ['services']),
    appeal: useCall(servicesContract.appeal, ['services']),
    withdraw: useCall(servicesContract.withdraw, ['services']),
  }
  const titles = { sendBack: t.sendBackTitle, appeal: t.appealTitle, withdraw: t.withdrawTitle }
  const hints = { sendBack: t.sendBackHint, appeal: t.appealHint, withdraw: t.withdrawHint }
  return (
    <ReasonForm
      title={titles[how]}
      submitLabel={t[how]}
      label={t.reason}
      hint={hints[how]}
      rule={reasoned.shape.reason}
      old={['services']}
      draftKey={`service/${id}/${how}`}
      onClose={onClose}
      onSend={async (reason, key) => {
        await calls[how].mutateAsync({ params: { id }, version, body: { reason }, key })
        toast.success(t.done[how])
        onClose()
      }}
    />
  )
}
