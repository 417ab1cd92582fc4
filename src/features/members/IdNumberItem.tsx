import { Form, Input } from 'antd'
import type { FormInstance } from 'antd/es/form/index.js'
import { useEffect, useRef } from 'react'
import { checkIdNumber } from '#domain/rules/idNumber.ts'
import { useText } from '#lib/i18n.ts'
import { useToday } from '#lib/session.ts'
import { MaskedField } from './MaskedField.tsx'

interface IdNumberItemProps {
  // The forms it stands in differ in all other fields.
  form: FormInstance
  /** Given where a number is on record: the field then opens empty. */
  mask?: string | null
}

/**
 * The id number, judged while it is typed. A valid one fills in birth date and sex, so that nothing is
 * typed twice; what the person has entered there stays.
 */
export function IdNumberItem({ form, mask }: IdNumberItemProps) {
  const { members: t } = useText()
  const today = useToday()
  const typed: unknown = Form.useWatch('idNumber', form)
  const text = typeof typed === 'string' ? typed.trim() : ''
  const checked = text === '' ? null : checkIdNumber(text, today)
  const filled = useRef<{ birthOn: unknown; sex: unknown }>({ birthOn: undefined, sex: undefined })

  const birth = checked?.ok ? checked.birth : null
  const sex = checked?.ok ? checked.sex : null
  useEffect(() => {
    if (birth === null || sex === null) return
    const now = form.getFieldsValue(['birthOn', 'sex']) as {
      birthOn?: string | null
      sex?: string | null
    }
    const next: { birthOn?: string; sex?: string } = {}
    if (!now.birthOn || now.birthOn === filled.current.birthOn) next.birthOn = birth
    if (!now.sex || now.sex === filled.current.sex) next.sex = sex
    filled.current = {
      birthOn: next.birthOn ?? filled.current.birthOn,
      sex: next.sex ?? filled.current.sex,
    }
    form.setFieldsValue(next)
  }, [birth, sex, form])

  const note = !checked
    ? null
    : checked.ok
      ? `${t.idNumber.ok(checked.birth, t.sexes[checked.sex])}${checked.kind === '15' ? ` ${t.idNumber.old(checked.normal)}` : ''}`
      : text.length < 15
        ? t.idNumber.typed(text.length)
        : t.idNumber.problems[checked.code]

  return (
    <Form.Item
      name="idNumber"
      label={t.fields.idNumber}
      validateTrigger="onBlur"
      extra={note ? <span role="status">{note}</span> : null}
      rules={[
        {
          validator: async (_, value: unknown) => {
            const judged =
              typeof value === 'string' && value.trim() !== '' ? checkIdNumber(value, today) : null
            if (judged && !judged.ok) throw new Error(t.idNumber.problems[judged.code])
          },
        },
      ]}
    >
      {mask ? (
        <MaskedField mask={mask} label={t.fields.idNumber} />
      ) : (
        <Input autoComplete="off" maxLength={22} />
      )}
    </Form.Item>
  )
}
