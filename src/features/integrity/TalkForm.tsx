import { Form, Input } from 'antd'
import { talksContract } from '#domain/integrity.contract.ts'
import {
  newTalk,
  talkKind,
  talkOccasion,
  type TalkKind,
  type TalkOccasion,
  type TalkRecord,
} from '#domain/integrity.ts'
import { useText } from '#lib/i18n.ts'
import { useCall } from '#lib/queries.ts'
import { useToday } from '#lib/session.ts'
import { zodRules } from '#lib/zodRules.ts'
import { CallDrawer } from '#parts/CallDrawer.tsx'
import { MemberField, ofChosen, type ChosenMember } from '#parts/MemberField.tsx'
import { DateField } from '#ui/DateField.tsx'
import { toast } from '#ui/toasts.ts'
import { FollowUpLines } from './FollowUpFields.tsx'
import { FormChoice } from './fields.tsx'

interface Typed {
  kind: TalkKind
  occasion: TalkOccasion
  talkerId: ChosenMember
  talkeeId: ChosenMember
  heldOn: string
  place: string
  reason: string
  points: string
  statement?: string
  followUps?: { what: string; dueOn: string }[]
}
const { shape } = newTalk

const typedOf = (talk: TalkRecord): Typed => {
  const { kind, occasion, heldOn, place, reason, points, statement } = talk
  return {
    kind,
    occasion,
    heldOn,
    place,
    reason,
    points,
    statement,
    talkerId: { id: talk.talkerId, name: talk.talkerName },
    talkeeId: { id: talk.talkeeId, name: talk.talkeeName },
    followUps: talk.followUpList.map(({ what, dueOn }) => ({ what, dueOn })),
  }
}

/**
 * Who talked with whom, why, what was said, and what follows by when. Its draft, like every one, is sealed for
 * who typed it and wiped at sign-out (`drafts.ts`).
 *
 * @param of a withdrawn record, which the form begins with
 */
export function TalkForm({ of, onClose }: { of?: TalkRecord; onClose: () => void }) {
  const { integrity } = useText()
  const t = integrity.talks
  const today = useToday()
  const record = useCall(talksContract.record, ['talks'])

  const send = async (typed: Typed, key: string) => {
    const { talkerId, talkeeId, statement = '', followUps = [], ...rest } = typed
    await record.mutateAsync({
      key,
      body: {
        ...rest,
        statement,
        followUps,
        talkerId: talkerId.id,
        talkeeId: talkeeId.id,
      },
    })
    toast.success(t.saved)
    onClose()
  }
  const area = (max: number) => <Input.TextArea rows={3} maxLength={max} />

  return (
    <CallDrawer<Typed>
      title={t.record}
      submitLabel={t.submit}
      initial={of ? typedOf(of) : { kind: 'integrity-talk', occasion: 'routine', heldOn: today }}
      onClose={onClose}
      onSend={send}
      width={40}
      draftKey={of ? `talk/again/${of.id}` : 'talk/new'}
    >
      {() => (
        <>
          <p className="in-quiet">{t.secrecy}</p>
          <Form.Item name="kind" label={t.kind} rules={zodRules(shape.kind)}>
            <FormChoice options={talkKind.options} names={integrity.kinds} />
          </Form.Item>
          <Form.Item name="occasion" label={t.occasion} rules={zodRules(shape.occasion)}>
            <FormChoice options={talkOccasion.options} names={integrity.occasions} />
          </Form.Item>
          <Form.Item name="talkeeId" label={t.talkee} rules={zodRules(ofChosen(shape.talkeeId))}>
            <MemberField label={t.talkee} />
          </Form.Item>
          <Form.Item name="talkerId" label={t.talker} rules={zodRules(ofChosen(shape.talkerId))}>
            <MemberField label={t.talker} />
          </Form.Item>
          <Form.Item name="heldOn" label={t.heldOn} rules={zodRules(shape.heldOn)}>
            <DateField max={today} />
          </Form.Item>
          <Form.Item name="place" label={t.place} rules={zodRules(shape.place)}>
            <Input maxLength={80} />
          </Form.Item>
          <Form.Item name="reason" label={t.reason} rules={zodRules(shape.reason)}>
            {area(500)}
          </Form.Item>
          <Form.Item name="points" label={t.points} rules={zodRules(shape.points)}>
            {area(5000)}
          </Form.Item>
          <Form.Item name="statement" label={t.statement} rules={zodRules(shape.statement)}>
            {area(2000)}
          </Form.Item>
          <FollowUpLines />
        </>
      )}
    </CallDrawer>
  )
}
