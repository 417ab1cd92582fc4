import { useQuery } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { lastAnswered } from '#domain/campaigns.rules.ts'
import { decision, publicityAmendment, publicityStart } from '#domain/campaigns.ts'
import { day } from '#domain/common.ts'
import { holidaysContract } from '#domain/holidays.contract.ts'
import { campaignsContract } from '#domain/campaigns.contract.ts'
import { dayInProse } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { queryOptionsOf, useCall } from '#lib/queries.ts'
import { useToday } from '#lib/session.ts'
import { zodRules } from '#lib/zodRules.ts'
import { CallDrawer } from '#parts/CallDrawer.tsx'
import { DateField } from '#ui/DateField.tsx'
import { toast } from '#ui/toasts.ts'
import type { StepFormProps } from './StepForm.tsx'
import { touched, useConflict } from './useMoves.ts'
import { Verdicts } from './Verdicts.tsx'

interface Publish {
  from: string
  place: string
}

/** 公示: while the day is chosen, the calendar says until when it hangs and whether the day works. */
export function PublishForm({ campaign, onClose }: StepFormProps) {
  const { honours: t } = useText()
  const today = useToday()
  const publish = useCall(campaignsContract.publish, touched)
  const conflict = useConflict()
  return (
    <CallDrawer<Publish>
      title={t.form.publish}
      submitLabel={t.actions.publish}
      initial={{ from: today }}
      draftKey={`publicity/${campaign.id}`}
      onClose={onClose}
      onRefused={conflict}
      onSend={async (body, key) => {
        const saved = await publish.mutateAsync({
          params: { id: campaign.id },
          version: campaign.version,
          body,
          key,
        })
        toast.success(t.done.publish(dayInProse(saved.publicityTo ?? '')))
        onClose()
      }}
    >
      {() => (
        <>
          <Form.Item name="from" label={t.form.from} rules={zodRules(publicityStart.shape.from)}>
            <DateField min={campaign.reviewedOn ?? undefined} />
          </Form.Item>
          <Form.Item noStyle dependencies={['from']}>
            {({ getFieldValue }) => (
              <Counted from={String(getFieldValue('from') ?? '')} days={campaign.publicityDays} />
            )}
          </Form.Item>
          <Form.Item
            name="place"
            label={t.form.place}
            extra={t.form.placeHint}
            rules={zodRules(publicityStart.shape.place)}
          >
            <Input maxLength={120} autoComplete="off" />
          </Form.Item>
        </>
      )}
    </CallDrawer>
  )
}

interface Amend extends Publish {
  to: string
  reason: string
}

/** 延长／更正公示: the earliest last day is counted by the holidays as they stand now. */
export function AmendForm({ campaign, onClose }: StepFormProps) {
  const { honours: t } = useText()
  const today = useToday()
  const amend = useCall(campaignsContract.amend, touched)
  const conflict = useConflict()
  const { publicityFrom: from, publicityTo: to, publicityPlace: place } = campaign
  if (!from || !to) return null
  const { shape } = publicityAmendment
  return (
    <CallDrawer<Amend>
      title={t.actions.amend}
      submitLabel={t.actions.amend}
      initial={{ from, to, place: place ?? '' }}
      draftKey={`publicity/${campaign.id}/amend`}
      onClose={onClose}
      onRefused={conflict}
      onSend={async (body, key) => {
        const saved = await amend.mutateAsync({
          params: { id: campaign.id },
          version: campaign.version,
          body,
          key,
        })
        toast.success(t.done.amend(dayInProse(saved.publicityTo ?? '')))
        onClose()
      }}
    >
      {() => (
        <>
          <p className="pt-note">{t.form.amendNote}</p>
          <div className="pt-form-pair">
            <Form.Item name="from" label={t.form.from} rules={zodRules(shape.from)}>
              <DateField min={campaign.reviewedOn ?? undefined} disabled={from <= today} />
            </Form.Item>
            <Form.Item name="to" label={t.form.to} rules={zodRules(shape.to)}>
              <DateField min={from} />
            </Form.Item>
          </div>
          <Form.Item noStyle dependencies={['from']}>
            {({ getFieldValue }) => (
              <>
                <p className="pt-note">{t.form.amendLeast}</p>
                <Counted from={String(getFieldValue('from') ?? '')} days={campaign.publicityDays} />
              </>
            )}
          </Form.Item>
          <Form.Item
            name="place"
            label={t.form.place}
            extra={t.form.placeHint}
            rules={zodRules(shape.place)}
          >
            <Input maxLength={120} autoComplete="off" />
          </Form.Item>
          <Form.Item name="reason" label={t.form.reason} rules={zodRules(shape.reason)}>
            <Input maxLength={200} autoComplete="off" />
          </Form.Item>
        </>
      )}
    </CallDrawer>
  )
}

function Counted({ from, days }: { from: string; days: number }) {
  const counted = useQuery({
    ...queryOptionsOf(holidaysContract.workdays, { query: { from, days } }),
    enabled: day.safeParse(from).success,
  })
  return counted.data ? (
    <div className="hn-counted" role="status">
      <Verdicts verdicts={counted.data.verdicts} />
    </div>
  ) : null
}

interface Decide {
  decidedOn: string
  documentNumber: string
}

/** The decision with its number; what stands in its way is said before anything is typed. */
export function DecideForm({ campaign, onClose }: StepFormProps) {
  const { honours: t } = useText()
  const today = useToday()
  const decide = useCall(campaignsContract.decide, touched)
  const conflict = useConflict()
  const proposed = campaign.nominations.filter(({ status }) => status === 'proposed').length
  return (
    <CallDrawer<Decide>
      title={t.form.decide}
      submitLabel={t.actions.decide}
      initial={{ decidedOn: today }}
      draftKey={`decision/${campaign.id}`}
      onClose={onClose}
      onRefused={conflict}
      onSend={async (body, key) => {
        await decide.mutateAsync({
          params: { id: campaign.id },
          version: campaign.version,
          body,
          key,
        })
        toast.success(t.done.decide)
        onClose()
      }}
    >
      {() => (
        <>
          <p className="pt-note">{t.form.decideNote(proposed)}</p>
          <Verdicts verdicts={campaign.verdicts} />
          <Form.Item
            name="decidedOn"
            label={t.fields.decidedOn}
            rules={zodRules(decision.shape.decidedOn)}
          >
            <DateField min={lastAnswered(campaign.objections) ?? undefined} max={today} />
          </Form.Item>
          <Form.Item
            name="documentNumber"
            label={t.fields.documentNumber}
            rules={zodRules(decision.shape.documentNumber)}
          >
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
        </>
      )}
    </CallDrawer>
  )
}
