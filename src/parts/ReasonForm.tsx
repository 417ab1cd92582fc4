import { Form } from 'antd'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import { zodRules } from '#lib/zodRules.ts'
import '#ui/field.css'
import { CallDrawer, type CallDrawerProps } from './CallDrawer.tsx'

interface ReasonFormProps extends Pick<
  CallDrawerProps<{ reason: string }>,
  'old' | 'onRefused' | 'onClose' | 'error' | 'draftKey'
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
  /** What it is about, and what stays. */
  children?: ReactNode
  onSend: (reason: string, key: string) => Promise<unknown>
}

/** Taking something back, or refusing it, says why; whoever reads it next needs it. */
export function ReasonForm(props: ReasonFormProps) {
  const { label, rule, hint, most = 200, children, onSend, ...drawer } = props
  return (
    <CallDrawer<{ reason: string }>
      {...drawer}
      initial={{}}
      onSend={({ reason }, key) => onSend(reason.trim(), key)}
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
