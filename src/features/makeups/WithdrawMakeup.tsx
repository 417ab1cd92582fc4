import { makeupsContract } from '#domain/meetings.contract.ts'
import { makeupWithdrawal, type Makeup } from '#domain/meetings.ts'
import { isApiError } from '#lib/apiError.ts'
import { useText } from '#lib/i18n.ts'
import { invalidate, useCall } from '#lib/queries.ts'
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
      rule={makeupWithdrawal.shape.reason}
      onClose={onClose}
      onRefused={(error) => {
        if (!isApiError(error, 'version_conflict')) return false
        toast.info(t.changed)
        void invalidate(['makeups'])
        return true
      }}
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
