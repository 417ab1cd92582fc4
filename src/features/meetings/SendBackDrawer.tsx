import { meetingsContract } from '#domain/meetings.contract.ts'
import { withReason, type MeetingRecord } from '#domain/meetings.ts'
import { useText } from '#lib/i18n.ts'
import { useCall } from '#lib/queries.ts'
import { ReasonForm } from '#parts/ReasonForm.tsx'
import { toast } from '#ui/toasts.ts'

interface SendBackDrawerProps {
  /** From submitted, or from signed: the signature is taken back. */
  how: 'sendBack' | 'unsign'
  record: MeetingRecord
  onClose: () => void
}

/** Back to draft, with a reason that the recorder reads. */
export function SendBackDrawer({ how, record: { id, version }, onClose }: SendBackDrawerProps) {
  const { meetings: t } = useText()
  const calls = {
    sendBack: useCall(meetingsContract.sendBack, ['meetings']),
    unsign: useCall(meetingsContract.unsign, ['meetings']),
  }
  const words = t.actions.back[how]
  return (
    <ReasonForm
      title={words.title}
      submitLabel={t.actions[how]}
      label={words.reason}
      rule={withReason.shape.reason}
      old={['meetings']}
      draftKey={`meeting-return/${id}/${how}`}
      onClose={onClose}
      onSend={async (reason, key) => {
        await calls[how].mutateAsync({ params: { id }, version, key, body: { reason } })
        toast.success(words.done)
        onClose()
      }}
    >
      <p className="pt-note">{words.hint}</p>
    </ReasonForm>
  )
}
