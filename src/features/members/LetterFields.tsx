import { Form, Input } from 'antd'
import { letter, statusChange, type MemberDetail } from '#domain/members.ts'
import { isGone, isInTransit } from '#domain/rules/membership.ts'
import { useText } from '#lib/i18n.ts'
import { useToday } from '#lib/session.ts'
import { zodRules } from '#lib/zodRules.ts'
import { DateField } from '#ui/DateField.tsx'

const { shape } = letter

type Axes = Pick<MemberDetail, 'relation' | 'standing'>

/** Will the member be on the way, as the form stands? */
export const willTravel = ({ relation, standing }: Axes): boolean =>
  isInTransit(relation) && !isGone(standing)

/** Is the member received, there or here, as the form stands? A letter that goes back has no receipt. */
export const isReceived = (member: Axes, now: Axes): boolean =>
  member.relation === 'moving-out'
    ? now.standing === 'transferred'
    : member.relation === 'moving-in' && now.relation === 'registered' && !isGone(now.standing)

/** 介绍信 of who is on the way, 回执 of who has arrived: where the axes that are chosen ask for it. */
export function LetterFields({ member }: { member: MemberDetail }) {
  const { members: t } = useText()
  const today = useToday()
  return (
    <Form.Item noStyle dependencies={['relation', 'standing']}>
      {({ getFieldsValue }) => {
        const now = getFieldsValue() as Axes
        if (willTravel(now))
          return (
            <fieldset className="mb-letter">
              <legend>{t.transfer.letter}</legend>
              <div className="pt-form-pair">
                <Form.Item
                  name={['letter', 'number']}
                  label={t.transfer.number}
                  rules={zodRules(shape.number)}
                >
                  <Input autoComplete="off" />
                </Form.Item>
                <Form.Item
                  name={['letter', 'other']}
                  label={now.relation === 'moving-out' ? t.transfer.to : t.transfer.from}
                  rules={zodRules(shape.other)}
                >
                  <Input autoComplete="off" />
                </Form.Item>
                <Form.Item
                  name={['letter', 'issuedOn']}
                  label={t.transfer.issuedOn}
                  rules={zodRules(shape.issuedOn)}
                >
                  <DateField prose={false} />
                </Form.Item>
                <Form.Item
                  name={['letter', 'validUntil']}
                  label={t.transfer.validUntil}
                  rules={zodRules(shape.validUntil)}
                  extra={t.transfer.validHint}
                >
                  <DateField prose={false} />
                </Form.Item>
              </div>
            </fieldset>
          )
        return isReceived(member, now) ? (
          <Form.Item
            name="receiptOn"
            label={t.transfer.receiptOn}
            rules={zodRules(statusChange.shape.receiptOn)}
            extra={t.transfer.receiptHint}
          >
            <DateField max={today} />
          </Form.Item>
        ) : null
      }}
    </Form.Item>
  )
}
