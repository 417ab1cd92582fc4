import { Form, Input } from 'antd'
import type { z } from 'zod'
import { useText } from '#lib/i18n.ts'
import { zodRules } from '#lib/zodRules.ts'

interface DocumentFieldsProps {
  /** How the reason is asked for. */
  reason: string
  shape: Record<'reason' | 'documentNumber', z.ZodType>
}

/** Why an honour is extended or revoked, and the document that says so. */
export function DocumentFields({ reason, shape }: DocumentFieldsProps) {
  const { honours: t } = useText()
  return (
    <>
      <Form.Item name="reason" label={reason} rules={zodRules(shape.reason)}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
      <Form.Item
        name="documentNumber"
        label={t.fields.documentNumber}
        rules={zodRules(shape.documentNumber)}
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
    </>
  )
}
