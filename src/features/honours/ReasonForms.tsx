import { withReason, type Nomination } from '#domain/campaigns.ts'
import { campaignsContract } from '#domain/campaigns.contract.ts'
import { useText } from '#lib/i18n.ts'
import { useCall } from '#lib/queries.ts'
import { ReasonForm } from '#parts/ReasonForm.tsx'
import { toast } from '#ui/toasts.ts'
import type { StepFormProps } from './StepForm.tsx'
import { touched } from './useMoves.ts'

const rule = withReason.shape.reason

/** A nomination out of the running: by the branch, or by the deciding organ. */
export function TakeOutForm({
  how,
  campaign,
  nomination: { id, version, subjectName },
  onClose,
}: StepFormProps & { how: 'withdraw' | 'exclude'; nomination: Nomination }) {
  const { honours: t } = useText()
  const withdraw = useCall(campaignsContract.withdraw, touched)
  const exclude = useCall(campaignsContract.exclude, touched)
  return (
    <ReasonForm
      title={`${t.actions[how]} · ${subjectName}`}
      submitLabel={t.actions[how]}
      label={t.form.reason}
      rule={rule}
      old={touched}
      draftKey={`nomination/${campaign.id}/${id}/${how}`}
      onClose={onClose}
      onSend={async (reason, key) => {
        const given = { params: { id }, version, body: { reason }, key }
        await (how === 'withdraw' ? withdraw : exclude).mutateAsync(given)
        toast.success(t.done[how])
        onClose()
      }}
    />
  )
}

/** The campaign ends without a decision; everything so far stays to be read. */
export function CancelForm({ campaign: { id, version, title }, onClose }: StepFormProps) {
  const { honours: t } = useText()
  const cancel = useCall(campaignsContract.cancel, touched)
  return (
    <ReasonForm
      title={`${t.actions.cancel} · ${title}`}
      submitLabel={t.actions.cancel}
      label={t.form.reason}
      rule={rule}
      old={touched}
      draftKey={`campaign/${id}/cancel`}
      onClose={onClose}
      onSend={async (reason, key) => {
        await cancel.mutateAsync({ params: { id }, version, body: { reason }, key })
        toast.success(t.done.cancel)
        onClose()
      }}
    />
  )
}
