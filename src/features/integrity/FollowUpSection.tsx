import { Form, Input } from 'antd'
import { useState } from 'react'
import { followUpDone, type FollowUp } from '#domain/integrity.ts'
import { dayInProse } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { latest } from '#lib/queries.ts'
import { useToday } from '#lib/session.ts'
import { zodRules } from '#lib/zodRules.ts'
import { CallDrawer } from '#parts/CallDrawer.tsx'
import { DateField } from '#ui/DateField.tsx'
import { Section } from '#ui/Page.tsx'
import { ReasonButton } from '#ui/ReasonButton.tsx'
import { StatusTag } from '#ui/Tags.tsx'
import { toast } from '#ui/toasts.ts'
import { FollowUpFields } from './FollowUpFields.tsx'
import { ReopenForm } from './ReopenForm.tsx'
import { followUpTones, touched } from './state.ts'

/** What a follow-up of a talk and one of a 警示教育 have in common. */
export type AnyFollowUp = Pick<
  FollowUp,
  'what' | 'dueOn' | 'doneOn' | 'result' | 'reopened' | 'state'
> & {
  id: string
  version: number
  /** Who is to do it, where that is said. */
  placeName?: string
}
export interface Typed {
  what: string
  dueOn: string
  placeId?: string
}

interface FollowUpSectionProps<F extends AnyFollowUp> {
  followUps: readonly F[]
  /** Why nothing may be added or finished. */
  reason: string | null
  /** Day of the record. */
  from: string
  within?: string
  /** What is typed here is kept under it. */
  draftKey: string
  onAdd: (typed: Typed, key: string) => Promise<unknown>
  onFinish: (followUp: F, done: { doneOn: string; result: string }, key: string) => Promise<unknown>
  onReopen: (followUp: F, reason: string, key: string) => Promise<unknown>
}

export function FollowUpSection<F extends AnyFollowUp>(props: FollowUpSectionProps<F>) {
  const { followUps, reason, from, within, draftKey, onAdd, onFinish, onReopen } = props
  const { integrity } = useText()
  const t = integrity.talks
  const [adding, setAdding] = useState(false)
  const [finishing, setFinishing] = useState<F | null>(null)
  const [reopening, setReopening] = useState<F | null>(null)
  const doneLine = ({ doneOn, result }: Pick<F, 'doneOn' | 'result'>) =>
    t.doneLine(dayInProse(doneOn ?? ''), result ?? '')
  return (
    <Section
      title={t.section}
      extra={
        <ReasonButton size="small" reason={reason} onClick={() => setAdding(true)}>
          {t.addFollowUp}
        </ReasonButton>
      }
    >
      {followUps.length === 0 ? <p className="in-quiet">{t.noFollowUps}</p> : null}
      <ul className="in-follow">
        {followUps.map((one) => (
          <li key={one.id}>
            <StatusTag tone={followUpTones[one.state]}>
              {integrity.followUpStates[one.state]}
            </StatusTag>
            <span>
              {one.what}
              <small className="in-quiet">
                {' '}
                {one.doneOn ? doneLine(one) : t.dueLine(dayInProse(one.dueOn))}
                {one.placeName ? ` · ${one.placeName}` : null}
              </small>
              {one.reopened.map((taken) => (
                <small key={`${taken.doneOn} ${taken.reason}`} className="in-quiet in-taken">
                  {integrity.reopen.line(doneLine(taken), taken.reason, taken.by)}
                </small>
              ))}
            </span>
            {one.doneOn ? (
              <ReasonButton
                size="small"
                kind="text"
                reason={reason}
                onClick={() => setReopening(one)}
              >
                {integrity.reopen.submit}
              </ReasonButton>
            ) : (
              <ReasonButton size="small" reason={reason} onClick={() => setFinishing(one)}>
                {t.finish}
              </ReasonButton>
            )}
          </li>
        ))}
      </ul>
      {adding ? (
        <CallDrawer<Typed>
          title={t.addFollowUp}
          submitLabel={t.addFollowUp}
          initial={{}}
          draftKey={`${draftKey}/new`}
          onClose={() => setAdding(false)}
          onSend={async (typed, key) => {
            await onAdd(typed, key)
            toast.success(t.added)
            setAdding(false)
          }}
          width={32}
        >
          {() => <FollowUpFields from={from} within={within} />}
        </CallDrawer>
      ) : null}
      {reopening ? (
        <ReopenForm
          what={reopening.what}
          said={doneLine(latest(reopening, followUps))}
          draftKey={`${draftKey}/${reopening.id}/reopen`}
          onClose={() => setReopening(null)}
          onSend={(why, key) => onReopen(latest(reopening, followUps), why, key)}
        />
      ) : null}
      {finishing ? (
        <FinishForm
          what={finishing.what}
          draftKey={`${draftKey}/${finishing.id}/finish`}
          onClose={() => setFinishing(null)}
          onSend={(done, key) => onFinish(latest(finishing, followUps), done, key)}
        />
      ) : null}
    </Section>
  )
}

interface FinishFormProps {
  what: string
  draftKey: string
  onClose: () => void
  onSend: (done: { doneOn: string; result: string }, key: string) => Promise<unknown>
}

/** Says that it was done, when, and with what result. */
export function FinishForm({ what, draftKey, onClose, onSend }: FinishFormProps) {
  const { integrity } = useText()
  const t = integrity.talks
  const today = useToday()
  return (
    <CallDrawer<{ doneOn: string; result: string }>
      title={t.finishOf(what)}
      submitLabel={t.finish}
      initial={{ doneOn: today }}
      old={touched}
      draftKey={draftKey}
      onClose={onClose}
      onSend={async (done, key) => {
        await onSend(done, key)
        toast.success(t.finished)
        onClose()
      }}
      width={32}
    >
      {() => (
        <>
          <Form.Item name="result" label={t.result} rules={zodRules(followUpDone.shape.result)}>
            <Input.TextArea rows={3} maxLength={500} />
          </Form.Item>
          <Form.Item name="doneOn" label={t.doneOn} rules={zodRules(followUpDone.shape.doneOn)}>
            <DateField max={today} />
          </Form.Item>
        </>
      )}
    </CallDrawer>
  )
}
