import { Form, Input } from 'antd'
import { servicesContract } from '#domain/services.contract.ts'
import { certificateRevocation, type Certificate } from '#domain/services.ts'
import { useText } from '#lib/i18n.ts'
import { invalidate, useCall } from '#lib/queries.ts'
import { zodRules } from '#lib/zodRules.ts'
import { CallDrawer } from '#parts/CallDrawer.tsx'
import { toast } from '#ui/toasts.ts'

interface RevokeCertificateProps {
  certificate: Certificate
  onClose: () => void
}

/** 撤销证明: it stays with all that it said, and says so wherever it is asked for. */
export function RevokeCertificate({ certificate, onClose }: RevokeCertificateProps) {
  const { services: t } = useText()
  const revoke = useCall(servicesContract.revokeCertificate, ['services'])
  const { id, number, version } = certificate
  return (
    <CallDrawer<{ reason: string }>
      title={t.stars.revokeTitle(number)}
      submitLabel={t.stars.revoke}
      initial={{}}
      onClose={onClose}
      onRefused={({ code }) => {
        if (code !== 'version_conflict') return false
        toast.info(t.changed)
        void invalidate(['services'])
        return true
      }}
      onSend={async (body, key) => {
        await revoke.mutateAsync({ params: { id }, version, body, key })
        toast.success(t.stars.revokedNow)
        onClose()
      }}
      width={32}
    >
      {() => (
        <>
          <div className="pt-note">{t.stars.revokeText}</div>
          <Form.Item
            name="reason"
            label={t.stars.revokeReason}
            rules={zodRules(certificateRevocation.shape.reason)}
          >
            <Input.TextArea rows={3} maxLength={500} />
          </Form.Item>
        </>
      )}
    </CallDrawer>
  )
}
