import { makeupsContract } from '#domain/meetings.contract.ts'
import type { Makeup } from '#domain/makeups.ts'
import { withReason } from '#domain/meetings.ts'
import { useText } from '#lib/i18n.ts'
import { useCall } from '#lib/queries.ts'
import { ReasonForm } from '#parts/ReasonForm.tsx'
import { toast } from '#ui/toasts.ts'

/** A wrong confirmation is taken back; the log keeps what it said and why it was wrong. */
export function WithdrawMakeup({ makeup, onClose }: { makeup: Makeup; onClose: () => void }) {
  const { makeups: t } = useText()
  const withdraw = useCall(makeupsContract.withdraw, ['makeups'])
  const { id, version, memberName, heldOn, meetingTitle, doneOn, how } = makeup
  return (
    <ReasonForm
      title={t.withdrawOf(memberName)}
      submitLabel={t.withdraw}
      label={t.reason}
      rule={withReason.shape.reason}
      old={['makeups']}
      draftKey={`makeup/${id}`}
      onClose={onClose}
      onSend={async (reason, key) => {
        await withdraw.mutateAsync({ params: { id }, version, key, body: { reason } })
        toast.success(t.withdrawn)
        onClose()
      }}
    >
      <p className="mk-meeting">
        {t.meetingLine(heldOn, meetingTitle)}
        <br />
        {t.meetingLine(doneOn ?? '', how ?? '')}
      </p>
      <p className="mk-meeting">{t.withdrawNote}</p>
    </ReasonForm>
  )
}
