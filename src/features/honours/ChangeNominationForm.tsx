import { Form, Input } from 'antd'
import { useState } from 'react'
import { nominationChange, type Nomination } from '#domain/campaigns.ts'
import { campaignsContract } from '#domain/campaigns.contract.ts'
import { useText } from '#lib/i18n.ts'
import { useCall } from '#lib/queries.ts'
import { zodRules } from '#lib/zodRules.ts'
import { CallDrawer } from '#parts/CallDrawer.tsx'
import { toast } from '#ui/toasts.ts'
import { groundOf, Resolutions } from './Resolutions.tsx'
import type { StepFormProps } from './StepForm.tsx'
import { touched, useConflict } from './useMoves.ts'

interface Typed {
  citation: string
  /** Meeting and place of the resolution; none: as it is. */
  meetingId?: string
}

/** The words of a nomination, or the resolution behind it; who is nominated stays. */
export function ChangeNominationForm({
  campaign,
  nomination,
  onClose,
}: StepFormProps & { nomination: Nomination }) {
  const { honours: t } = useText()
  const change = useCall(campaignsContract.changeNomination, touched)
  const conflict = useConflict()
  const { id, version, citation } = nomination
  // Of the words it opened with: what is typed stays while somebody else changes them.
  const [draftKey] = useState(`nomination-change/${campaign.id}/${id}/${version}`)
  return (
    <CallDrawer<Typed>
      title={`${t.actions.changeNomination} · ${nomination.subjectName}`}
      submitLabel={t.actions.changeNomination}
      initial={{ citation }}
      draftKey={draftKey}
      width={48}
      onClose={onClose}
      onRefused={conflict}
      onSend={async (typed) => {
        await change.mutateAsync({
          params: { id },
          version,
          body: {
            citation: typed.citation,
            basis: typed.meetingId ? groundOf(typed.meetingId) : null,
          },
        })
        toast.success(t.done.changeNomination)
        onClose()
      }}
    >
      {() => (
        <>
          <Form.Item
            name="citation"
            label={t.form.citation}
            extra={t.form.citationHint}
            rules={zodRules(nominationChange.shape.citation)}
          >
            <Input.TextArea rows={5} maxLength={1000} />
          </Form.Item>
          <Form.Item name="meetingId" label={t.form.resolution}>
            <Resolutions
              campaignId={campaign.id}
              branch={nomination.organizationId}
              placeholder={t.form.keepBasis(nomination.meetingLine)}
            />
          </Form.Item>
        </>
      )}
    </CallDrawer>
  )
}
