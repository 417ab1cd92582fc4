import { Form, Input } from 'antd'
import { review, reviewResult } from '#domain/campaigns.ts'
import { campaignsContract } from '#domain/honours.contract.ts'
import { useText } from '#lib/i18n.ts'
import { useCall } from '#lib/queries.ts'
import { useToday } from '#lib/session.ts'
import { zodRules } from '#lib/zodRules.ts'
import { CallDrawer } from '#parts/CallDrawer.tsx'
import { DateField } from '#ui/DateField.tsx'
import { toast } from '#ui/toasts.ts'
import { NumberField } from './NumberField.tsx'
import type { StepFormProps } from './StepForm.tsx'
import { touched, useConflict } from './useMoves.ts'

interface Typed {
  heldOn: string
  expected: number
  present: number
  opinions: string
  results: { yes: number; no: number; abstain: number; proposed: boolean }[]
}
const counts = ['yes', 'no', 'abstain'] as const

/** The committee's meeting: who came, what others said, and the votes on everybody. */
export function ReviewForm({ campaign, onClose }: StepFormProps) {
  const { honours: t } = useText()
  const today = useToday()
  const call = useCall(campaignsContract.review, touched)
  const conflict = useConflict()
  const { shape } = review
  const standing = campaign.nominations.filter(({ status }) =>
    ['nominated', 'proposed', 'not-proposed'].includes(status),
  )
  return (
    <CallDrawer<Typed>
      title={t.form.review}
      submitLabel={t.actions.review}
      initial={{
        heldOn: campaign.reviewedOn ?? today,
        expected: campaign.expected ?? undefined,
        present: campaign.present ?? undefined,
        opinions: campaign.opinions ?? undefined,
        results: standing.map((one) => ({
          yes: one.yes ?? 0,
          no: one.no ?? 0,
          abstain: one.abstain ?? 0,
          proposed: one.status !== 'not-proposed',
        })),
      }}
      width={52}
      onClose={onClose}
      onRefused={conflict}
      onSend={async (typed, key) => {
        const results = standing.flatMap((one, index) => {
          const result = typed.results[index]
          return result ? [{ nominationId: one.id, ...result }] : []
        })
        await call.mutateAsync({
          params: { id: campaign.id },
          version: campaign.version,
          body: { ...typed, results },
          key,
        })
        toast.success(t.done.review)
        onClose()
      }}
    >
      {() => (
        <>
          <p className="pt-note">{t.form.reviewNote}</p>
          <Form.Item name="heldOn" label={t.form.heldOn} rules={zodRules(shape.heldOn)}>
            <DateField min={campaign.nominateFrom} max={today} />
          </Form.Item>
          <div className="pt-form-pair">
            <Form.Item name="expected" label={t.form.expected} rules={zodRules(shape.expected)}>
              <NumberField />
            </Form.Item>
            <Form.Item name="present" label={t.form.present} rules={zodRules(shape.present)}>
              <NumberField />
            </Form.Item>
          </div>
          <Form.Item
            name="opinions"
            label={t.fields.opinions}
            extra={t.form.opinionsHint}
            rules={zodRules(shape.opinions)}
          >
            <Input.TextArea rows={2} maxLength={2000} />
          </Form.Item>
          {standing.map((one, index) => (
            <fieldset key={one.id} className="hn-votes">
              <legend>
                {one.subjectName} <small>{one.organizationName}</small>
              </legend>
              {counts.map((name) => (
                <Form.Item
                  key={name}
                  name={['results', index, name]}
                  label={t.form[name]}
                  rules={zodRules(reviewResult.shape[name])}
                >
                  <NumberField />
                </Form.Item>
              ))}
              <Form.Item
                name={['results', index, 'proposed']}
                label={t.form.proposed}
                valuePropName="checked"
              >
                <input type="checkbox" />
              </Form.Item>
            </fieldset>
          ))}
        </>
      )}
    </CallDrawer>
  )
}
