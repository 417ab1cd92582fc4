import { servicesContract } from '#domain/services.contract.ts'
import { certificateRevocation, type Certificate } from '#domain/services.ts'
import { useText } from '#lib/i18n.ts'
import { useCall } from '#lib/queries.ts'
import { ReasonForm } from '#parts/ReasonForm.tsx'
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
    <ReasonForm
      title={t.stars.revokeTitle(number)}
      submitLabel={t.stars.revoke}
      label={t.stars.revokeReason}
      rule={certificateRevocation.shape.reason}
      most={500}
      old={['services']}
      draftKey={`certificate/${id}`}
      onClose={onClose}
      onSend={async (reason, key) => {
        await revoke.mutateAsync({ params: { id }, version, body: { reason }, key })
        toast.success(t.stars.revokedNow)
        onClose()
      }}
    >
      <div className="pt-note">{t.stars.revokeText}</div>
    </ReasonForm>
  )
}
