import { Form, Input, Select } from 'antd'
import type { z } from 'zod'
import { addDays } from '#domain/dates.ts'
import { membersContract } from '#domain/members.contract.ts'
import {
  leaving,
  relation,
  rights,
  stage,
  standing,
  statusChange,
  type Letter,
  type MemberDetail,
} from '#domain/members.ts'
import { daysAhead, extensionOf, fullFrom, isGone, type Leaving } from '#domain/rules/membership.ts'
import { useText, type Text } from '#lib/i18n.ts'
import { useCall } from '#lib/queries.ts'
import { useToday } from '#lib/session.ts'
import { zodRules } from '#lib/zodRules.ts'
import { EditDrawer, type EditField, type Sending } from '#parts/EditDrawer.tsx'
import { OrganizationPicker } from '#parts/OrganizationPicker.tsx'
import { placeName } from '#parts/PlaceName.tsx'
import { DateField } from '#ui/DateField.tsx'
import { LetterFields } from './LetterFields.tsx'
import { useDone } from './useDone.ts'

const { shape } = statusChange
type Given = Pick<z.input<typeof statusChange>, 'on' | 'reason' | 'fullOn' | 'receiptOn'>

/** The axes, each with its options and words. */
const axesOf = (t: Text['members']) => [
  { key: 'stage', label: t.fields.stage, options: stage.options, words: t.stages },
  { key: 'standing', label: t.fields.standing, options: standing.options, words: t.standings },
  { key: 'rights', label: t.fields.rights, options: rights.options, words: t.rightsWords },
  { key: 'relation', label: t.fields.relation, options: relation.options, words: t.relations },
]

/** What the press that opened the form has chosen already. */
export type Preset = Partial<Pick<MemberDetail, 'relation' | 'standing'>>

interface StatusFormProps {
  member: MemberDetail
  preset?: Preset
  onClose: () => void
}

/** A dated change on one or more axes, or another place; each is chosen apart, what is not touched stays. */
export function StatusForm({ member, preset, onClose }: StatusFormProps) {
  const { members: t } = useText()
  const today = useToday()
  const change = useCall(membersContract.changeStatus)
  const done = useDone()
  const axes = axesOf(t)
  const yesNo = (value: unknown) => (value === true ? t.yes : t.no)
  const extension =
    member.stage === 'probationary' && member.probationEndsOn && !member.probationUntil
      ? extensionOf(member.probationEndsOn)
      : null
  const fullFromHere = member.probationUntil
    ? addDays(member.probationUntil, 1)
    : member.joinedOn && fullFrom(member.joinedOn)
  const fields: EditField[] = [
    { key: 'organizationId', label: t.fields.organization, show: placeName },
    ...axes.map(({ key, label, words }) => ({
      key,
      label,
      show: (value: unknown) => (words as Record<string, string>)[String(value)],
    })),
    {
      key: 'leaving',
      label: t.fields.leaving,
      show: (value: unknown) => (value ? t.leavings[value as Leaving] : t.leavings.unknown),
    },
    { key: 'mobile', label: t.mobile, show: yesNo },
    { key: 'lost', label: t.lost, show: yesNo },
    {
      key: 'letter',
      label: t.transfer.letter,
      show: (value) => t.transfer.line(value as Letter | null),
    },
    // It is extended once: where it was, there is no field.
    ...(extension ? [{ key: 'probationUntil', label: t.form.probationUntil }] : []),
  ]

  const send = async (changed: Record<string, unknown>, { version, key, values }: Sending) => {
    const { on, reason, fullOn, receiptOn } = values as Given
    const { letter, probationUntil, leaving: how, ...axes } = changed
    const hasLeft = (changed.standing ?? member.standing) === 'left'
    const saved = await change.mutateAsync({
      params: { id: member.id },
      body: {
        ...axes,
        on,
        reason,
        // Null: its fields are not asked for, whoever is no longer on the way carries none.
        ...(letter ? { letter: letter as Letter } : {}),
        ...(probationUntil ? { probationUntil: probationUntil as string } : {}),
        // Chosen, and then another standing: it is of nobody any more.
        ...(hasLeft && how ? { leaving: how as Leaving } : {}),
        ...(receiptOn ? { receiptOn } : {}),
        ...(changed.stage === 'full' && fullOn ? { fullOn } : {}),
      },
      version,
      key,
    })
    onClose()
    await done(saved, on > today ? t.form.future(on) : t.form.statusDone)
  }

  return (
    <EditDrawer
      title={t.form.statusTitle(member.name)}
      submitLabel={t.form.statusSubmit}
      record={member}
      fields={fields}
      extra={{
        on: today,
        fullOn: fullFromHere ?? undefined,
        ...preset,
      }}
      nothing={t.form.nothing}
      onClose={onClose}
      onSend={send}
      draftKey={['status', member.id, ...Object.values(preset ?? {})].join('/')}
    >
      {() => (
        <>
          <p className="pt-note">{t.form.statusHint}</p>
          <div className="pt-form-pair">
            {axes.map(({ key, label, options, words }) => (
              <Form.Item key={key} name={key} label={label}>
                <Select
                  options={options.map((value) => ({
                    value,
                    label: (words as Record<string, string>)[value],
                  }))}
                />
              </Form.Item>
            ))}
          </div>
          <Form.Item noStyle dependencies={['standing']}>
            {({ getFieldValue }) =>
              getFieldValue('standing') === 'left' ? (
                <Form.Item name="leaving" label={t.fields.leaving} extra={t.form.leavingHint}>
                  <Select
                    options={leaving.options.map((value) => ({ value, label: t.leavings[value] }))}
                  />
                </Form.Item>
              ) : null
            }
          </Form.Item>
          <div className="mb-flags">
            {(['mobile', 'lost'] as const).map((flag) => (
              <label key={flag} className="sc-check">
                <Form.Item name={flag} valuePropName="checked" noStyle>
                  <input type="checkbox" />
                </Form.Item>
                {t.filters[flag]}
              </label>
            ))}
          </div>
          <Form.Item
            name="organizationId"
            label={t.fields.organization}
            extra={t.form.placeHint}
            rules={zodRules(shape.organizationId)}
          >
            <OrganizationPicker right="members.manage" kinds={['branch', 'group']} />
          </Form.Item>
          <LetterFields member={member} />
          <Form.Item name="on" label={t.fields.on} rules={zodRules(shape.on)}>
            <DateField max={addDays(today, daysAhead)} />
          </Form.Item>
          {extension ? (
            <Form.Item noStyle dependencies={['stage']}>
              {({ getFieldValue }) =>
                getFieldValue('stage') === 'probationary' ? (
                  <Form.Item
                    name="probationUntil"
                    label={t.form.probationUntil}
                    rules={zodRules(shape.probationUntil)}
                    extra={t.form.probationHint(extension.from, extension.to)}
                  >
                    <DateField />
                  </Form.Item>
                ) : null
              }
            </Form.Item>
          ) : null}
          <Form.Item noStyle dependencies={['stage']}>
            {({ getFieldValue }) =>
              getFieldValue('stage') === 'full' && member.stage !== 'full' ? (
                <Form.Item
                  name="fullOn"
                  label={t.form.fullOn}
                  rules={zodRules(shape.fullOn)}
                  extra={t.form.fullOnHint}
                >
                  <DateField />
                </Form.Item>
              ) : null
            }
          </Form.Item>
          <Form.Item
            name="reason"
            label={t.fields.reason}
            rules={zodRules(shape.reason)}
            extra={t.form.reasonHint}
          >
            <Input autoComplete="off" />
          </Form.Item>
          <Form.Item noStyle dependencies={['organizationId', 'standing']}>
            {({ getFieldsValue }) => {
              const now = getFieldsValue() as Pick<MemberDetail, 'organizationId' | 'standing'>
              const leaves =
                now.organizationId !== member.organizationId ||
                (isGone(now.standing) && !isGone(member.standing))
              return leaves && member.posts.length > 0 ? (
                <p className="pt-note">{t.form.endPosts}</p>
              ) : null
            }}
          </Form.Item>
        </>
      )}
    </EditDrawer>
  )
}
