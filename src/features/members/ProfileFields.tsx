import { Form, Input, Select } from 'antd'
import type { FormInstance } from 'antd/es/form/index.js'
import { useId } from 'react'
import { newMember, sex, type MemberDetail } from '#domain/members.ts'
import { useText } from '#lib/i18n.ts'
import { useToday } from '#lib/session.ts'
import { zodRules } from '#lib/zodRules.ts'
import { DateField } from '#ui/DateField.tsx'
import { IdNumberItem } from './IdNumberItem.tsx'
import { degrees, educations, ethnicities } from './lists.ts'
import { MaskedField } from './MaskedField.tsx'

const { shape } = newMember
type Fields = keyof typeof shape

interface ProfileFieldsProps {
  form: FormInstance
  /** The record that is edited; none when one is made. */
  member?: MemberDetail
}

/** Name, id number and what follows from it. */
export function PersonFields({ form, member }: ProfileFieldsProps) {
  const { members: t } = useText()
  const f = t.fields
  const today = useToday()
  return (
    <>
      <Form.Item name="name" label={f.name} rules={zodRules(shape.name)}>
        <Input autoComplete="off" />
      </Form.Item>
      <IdNumberItem form={form} mask={member?.idNumber} />
      <div className="pt-form-pair">
        <Form.Item name="sex" label={f.sex} rules={zodRules(shape.sex)}>
          <Select options={sex.options.map((value) => ({ value, label: t.sexes[value] }))} />
        </Form.Item>
        <Form.Item
          name="birthOn"
          label={f.birthOn}
          rules={zodRules(shape.birthOn)}
          extra={f.birthHint}
        >
          <DateField max={today} prose={false} />
        </Form.Item>
        <Form.Item name="ethnicity" label={f.ethnicity} rules={zodRules(shape.ethnicity)}>
          <Select showSearch options={ethnicities.map((value) => ({ value, label: value }))} />
        </Form.Item>
        <Form.Item name="phone" label={f.phone} rules={zodRules(shape.phone)}>
          {member?.phone ? (
            <MaskedField mask={member.phone} label={f.phone} />
          ) : (
            <Input inputMode="tel" autoComplete="off" />
          )}
        </Form.Item>
      </div>
    </>
  )
}

/** The days of joining, which a candidate does not have yet. */
export function PartyDays() {
  const { members: t } = useText()
  const f = t.fields
  return (
    <div className="pt-form-pair">
      <Day name="appliedOn" />
      <Day name="joinedOn" hint={f.joinedHint} />
      <Day name="fullOn" hint={f.fullHint} />
    </div>
  )
}

/** What may well be filled in later. */
export function MoreFields({ member }: Pick<ProfileFieldsProps, 'member'>) {
  const { members: t } = useText()
  const f = t.fields
  return (
    <>
      <div className="pt-form-pair">
        <Line name="nativePlace" />
        <Day name="workStartedOn" />
        <Line name="education" words={educations} />
        <Line name="degree" words={degrees} />
      </div>
      <Line name="school" />
      <Line name="job" />
      <Form.Item name="address" label={f.address} rules={zodRules(shape.address)}>
        {member?.address ? (
          <MaskedField mask={member.address} label={f.address} />
        ) : (
          <Input autoComplete="off" />
        )}
      </Form.Item>
      <Day name="partyAgeFrom" hint={f.partyAgeFromHint} />
      <Line name="partyAgeReason" />
    </>
  )
}

type Labelled = Fields & keyof ReturnType<typeof useText>['members']['fields']

function Day({ name, hint }: { name: Labelled; hint?: string }) {
  const { members } = useText()
  const today = useToday()
  return (
    <Form.Item name={name} label={members.fields[name]} rules={zodRules(shape[name])} extra={hint}>
      <DateField max={today} prose={false} />
    </Form.Item>
  )
}

/** A line of text; `words` are offered, others may be typed. */
function Line({ name, words }: { name: Labelled; words?: readonly string[] }) {
  const { members } = useText()
  const id = useId()
  return (
    <>
      <Form.Item name={name} label={members.fields[name]} rules={zodRules(shape[name])}>
        <Input autoComplete="off" list={words ? id : undefined} />
      </Form.Item>
      {words ? (
        <datalist id={id}>
          {words.map((word) => (
            <option key={word} value={word}>
              {word}
            </option>
          ))}
        </datalist>
      ) : null}
    </>
  )
}
