import { Form } from 'antd'
import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import { useText } from '#lib/i18n.ts'
import { invalidate } from '#lib/queries.ts'
import { zodRules } from '#lib/zodRules.ts'
import '#ui/field.css'
import { CallDrawer, type CallDrawerProps } from './CallDrawer.tsx'

interface ReasonFormProps extends Pick<
  CallDrawerProps<{ reason: string }>,
  'onRefused' | 'onClose' | 'error'
> {
  title: string
  submitLabel: string
  /** What the field is called. */
  label: string
  rule: z.ZodType
  /** What the reason should say. */
  hint?: string
  /** Most characters of it. */
  most?: number
  /**
   * Whose records are asked for anew where somebody was faster. What was typed stays, and goes with the next press to
   * what stands there then.
   */
  old?: readonly string[]
  /** What it is about, and what stays. */
  children?: ReactNode
  onSend: (reason: string, key: string) => Promise<unknown>
}

/** Taking something back, or refusing it, says why; whoever reads it next needs it. */
export function ReasonForm(props: ReasonFormProps) {
  const {
    label,
    rule,
    hint,
    most = 200,
    old,
    children,
    onSend,
    onRefused,
    error,
    ...drawer
  } = props
  const { common } = useText()
  const [changed, setChanged] = useState(false)
  const refused: NonNullable<typeof onRefused> = (refusal, values, form) => {
    if (!old || refusal.code !== 'version_conflict')
      return onRefused?.(refusal, values, form) ?? false
    setChanged(true)
    void invalidate(old)
    return true
  }
  return (
    <CallDrawer<{ reason: string }>
      {...drawer}
      initial={{}}
      error={changed ? common.form.changed : error}
      onRefused={refused}
      onSend={({ reason }, key) => {
        setChanged(false)
        return onSend(reason.trim(), key)
      }}
      width={32}
    >
      {() => (
        <>
          {children}
          <Form.Item name="reason" label={label} rules={zodRules(rule)}>
            <textarea className="sc-input sc-text" rows={3} maxLength={most} placeholder={hint} />
          </Form.Item>
        </>
      )}
    </CallDrawer>
  )
}
