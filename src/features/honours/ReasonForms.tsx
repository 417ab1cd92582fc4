import { Form, Input } from 'antd'
import { withReason, type Nomination } from '#domain/campaigns.ts'
import { campaignsContract } from '#domain/honours.contract.ts'
import { useText } from '#lib/i18n.ts'
import { useCall } from '#lib/queries.ts'
import { zodRules } from '#lib/zodRules.ts'
import { CallDrawer } from '#parts/CallDrawer.tsx'
import { toast } from '#ui/toasts.ts'
import type { StepFormProps } from './StepForm.tsx'
import { touched, useConflict } from './useMoves.ts'

interface Typed {
  reason: string
}

function ReasonField() {
  const { honours: t } = useText()
  return (
    <Form.Item name="reason" label={t.form.reason} rules={zodRules(withReason.shape.reason)}>
      <Input maxLength={200} autoComplete="off" />
    </Form.Item>
  )
}

/** A nomination out of the running: by the branch, or by the deciding organ. */
export function TakeOutForm({
  how,
  nomination,
  onClose,
}: StepFormProps & { how: 'withdraw' | 'exclude'; nomination: Nomination }) {
  const { honours: t } = useText()
  const withdraw = useCall(campaignsContract.withdraw, touched)
  const exclude = useCall(campaignsContract.exclude, touched)
  const conflict = useConflict()
  return (
    <CallDrawer<Typed>
      title={`${t.actions[how]} · ${nomination.subjectName}`}
      submitLabel={t.actions[how]}
      initial={{}}
      onClose={onClose}
      onRefused={conflict}
      onSend={async (body, key) => {
        const given = { params: { id: nomination.id }, version: nomination.version, body, key }
        await (how === 'withdraw' ? withdraw : exclude).mutateAsync(given)
        toast.success(t.done[how])
        onClose()
      }}
    >
      {() => <ReasonField />}
    </CallDrawer>
  )
}

/** The campaign ends without a decision; everything so far stays to be read. */
export function CancelForm({ campaign, onClose }: StepFormProps) {
  const { honours: t } = useText()
  const cancel = useCall(campaignsContract.cancel, touched)
  const conflict = useConflict()
  return (
    <CallDrawer<Typed>
      title={`${t.actions.cancel} · ${campaign.title}`}
      submitLabel={t.actions.cancel}
      initial={{}}
      onClose={onClose}
      onRefused={conflict}
      onSend={async (body, key) => {
        await cancel.mutateAsync({
          params: { id: campaign.id },
          version: campaign.version,
          body,
          key,
        })
        toast.success(t.done.cancel)
        onClose()
      }}
    >
      {() => <ReasonField />}
    </CallDrawer>
  )
}
