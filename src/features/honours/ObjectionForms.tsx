import { Form, Input, Select } from 'antd'
import { newObjection, objectionAnswer, type Objection } from '#domain/campaigns.ts'
import type { Given } from '#domain/contract.ts'
import { campaignsContract } from '#domain/campaigns.contract.ts'
import { useText } from '#lib/i18n.ts'
import { useCall } from '#lib/queries.ts'
import { useToday } from '#lib/session.ts'
import { zodRules } from '#lib/zodRules.ts'
import { CallDrawer } from '#parts/CallDrawer.tsx'
import { DateField } from '#ui/DateField.tsx'
import { toast } from '#ui/toasts.ts'
import type { StepFormProps } from './StepForm.tsx'
import { touched, useConflict } from './useMoves.ts'

type ObjectBody = NonNullable<Given<typeof campaignsContract.object>['body']>
type AnswerBody = NonNullable<Given<typeof campaignsContract.answer>['body']>

/** An objection as it came in, with or without a name. */
export function ObjectForm({ campaign, onClose }: StepFormProps) {
  const { honours: t } = useText()
  const today = useToday()
  const object = useCall(campaignsContract.object, touched)
  const { shape } = newObjection
  const last = campaign.publicityTo && campaign.publicityTo < today ? campaign.publicityTo : today
  return (
    <CallDrawer<ObjectBody>
      title={t.form.object}
      submitLabel={t.actions.object}
      initial={{ raisedOn: last, raisedBy: null }}
      draftKey={`objection/${campaign.id}`}
      onClose={onClose}
      onSend={async (body, key) => {
        await object.mutateAsync({ params: { id: campaign.id }, body, key })
        toast.success(t.done.object)
        onClose()
      }}
    >
      {() => (
        <>
          <Form.Item name="nominationId" label={t.form.onWhom} rules={zodRules(shape.nominationId)}>
            <Select
              placeholder={t.form.choose}
              options={campaign.nominations
                .filter(({ status }) => status === 'proposed')
                .map((one) => ({ value: one.id, label: one.subjectName }))}
            />
          </Form.Item>
          <Form.Item name="raisedOn" label={t.form.raisedOn} rules={zodRules(shape.raisedOn)}>
            <DateField min={campaign.publicityFrom ?? undefined} max={last} />
          </Form.Item>
          <Form.Item
            name="raisedBy"
            label={t.form.raisedBy}
            extra={t.form.raisedByHint}
            normalize={(text: string) => text || null}
            rules={zodRules(shape.raisedBy)}
          >
            <Input maxLength={50} autoComplete="off" />
          </Form.Item>
          <Form.Item name="text" label={t.form.objectionText} rules={zodRules(shape.text)}>
            <Input.TextArea rows={4} maxLength={2000} />
          </Form.Item>
        </>
      )}
    </CallDrawer>
  )
}

/** What was found out, and whether the objection holds. */
export function AnswerForm({ objection, onClose }: StepFormProps & { objection: Objection }) {
  const { honours: t } = useText()
  const today = useToday()
  const answer = useCall(campaignsContract.answer, touched)
  const conflict = useConflict()
  const { shape } = objectionAnswer
  return (
    <CallDrawer<AnswerBody>
      title={`${t.form.answer} · ${objection.subjectName}`}
      submitLabel={t.actions.answer}
      initial={{ answeredOn: today, upheld: false }}
      draftKey={`answer/${objection.id}`}
      onClose={onClose}
      onRefused={conflict}
      onSend={async (body, key) => {
        await answer.mutateAsync({
          params: { id: objection.id },
          version: objection.version,
          body,
          key,
        })
        toast.success(t.done.answer)
        onClose()
      }}
    >
      {() => (
        <>
          <p className="pt-note">{objection.text}</p>
          <Form.Item name="upheld" label={t.form.outcome} rules={zodRules(shape.upheld)}>
            <Select
              options={[
                { value: false, label: t.dismissed },
                { value: true, label: t.upheld },
              ]}
            />
          </Form.Item>
          <Form.Item name="answer" label={t.form.answerText} rules={zodRules(shape.answer)}>
            <Input.TextArea rows={4} maxLength={2000} />
          </Form.Item>
          <Form.Item name="answeredOn" label={t.form.answeredOn} rules={zodRules(shape.answeredOn)}>
            <DateField min={objection.raisedOn} max={today} />
          </Form.Item>
        </>
      )}
    </CallDrawer>
  )
}
