import { Form, Input } from 'antd'
import { useState } from 'react'
import { newPassword, sessionContract } from '#domain/session.contract.ts'
import { useText } from '#lib/i18n.ts'
import { call } from '#lib/api.ts'
import { useCall } from '#lib/queries.ts'
import { setView, useSession, useView } from '#lib/session.ts'
import { showFieldErrors, zodRules } from '#lib/zodRules.ts'
import { Button } from '#ui/Button.tsx'

interface Typed {
  current: string
  next: string
  repeat: string
}

export function PasswordForm() {
  const { account: t, entry } = useText()
  const { passwordPolicy } = useView().installation
  const { login } = useSession()
  const [form] = Form.useForm<Typed>()
  const [said, setSaid] = useState<{ ok: boolean; text: string } | null>(null)
  const change = useCall(sessionContract.changePassword)

  const submit = ({ current, next }: Typed) => {
    setSaid(null)
    change.mutate(
      { body: { current, next } },
      {
        onSuccess: () => {
          form.resetFields()
          setSaid({ ok: true, text: t.changed })
          // The duty to change it is over, and the session's times are new.
          void call(sessionContract.show).then(setView)
        },
        onError: (error) => {
          const lost = showFieldErrors(form, error)
          if (lost.length > 0 || Object.keys(error.fields).length === 0)
            setSaid({ ok: false, text: lost.join(' ') || error.message })
        },
      },
    )
  }

  return (
    <Form form={form} layout="vertical" className="ac-form" requiredMark={false} onFinish={submit}>
      {/* For password managers: which account this is. */}
      <input type="text" name="username" autoComplete="username" value={login} readOnly hidden />
      <Form.Item name="current" label={t.current} rules={[{ required: true, message: t.required }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="next"
        label={t.next}
        rules={zodRules(newPassword)}
        extra={entry.passwordHints[passwordPolicy]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="repeat"
        label={t.repeat}
        dependencies={['next']}
        rules={[
          { required: true, message: t.required },
          ({ getFieldValue }) => ({
            validator: async (_, value: unknown) => {
              if (value && value !== getFieldValue('next')) throw new Error(t.mismatch)
            },
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button kind="primary" type="submit" busy={change.isPending}>
        {change.isPending ? t.busy : t.submit}
      </Button>
      <p role="status" className={said?.ok === false ? 'ac-said ac-wrong' : 'ac-said'}>
        {said?.text}
      </p>
    </Form>
  )
}
