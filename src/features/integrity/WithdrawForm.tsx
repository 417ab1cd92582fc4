import { Form, Input } from 'antd'
import { withdrawal } from '#domain/integrity.ts'
import { useText } from '#lib/i18n.ts'
import { zodRules } from '#lib/zodRules.ts'
import { CallDrawer } from '#parts/CallDrawer.tsx'

interface WithdrawFormProps {
  what: string
  onClose: () => void
  onSend: (reason: string, key: string) => Promise<unknown>
}

/** Why a record is taken back; it stays, with the reason. */
export function WithdrawForm({ what, onClose, onSend }: WithdrawFormProps) {
  const { integrity: text } = useText()
  const t = text.educations
  return (
    <CallDrawer<{ reason: string }>
      title={t.withdrawTitle}
      submitLabel={t.withdrawSubmit}
      initial={{}}
      onClose={onClose}
      onSend={({ reason }, key) => onSend(reason, key)}
      width={32}
    >
      {() => (
        <>
          <p>
            <b>{what}</b>
          </p>
          <p className="in-quiet">{t.withdrawNote}</p>
          <Form.Item
            name="reason"
            label={t.withdrawReason}
            rules={zodRules(withdrawal.shape.reason)}
          >
            <Input maxLength={200} />
          </Form.Item>
        </>
      )}
    </CallDrawer>
  )
}
