import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { servicesContract } from '#domain/services.contract.ts'
import { dayInProse, inHours, number } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { CertificateCheck, type CertificateQuestion } from '#parts/CertificateCheck.tsx'
import { KeyValue } from '#ui/KeyValue.tsx'
import { VerdictLine } from '#ui/VerdictLine.tsx'

/** What a certificate of service says, and whether its records are still what they were. */
export function CheckCertificate() {
  const { services: t, common } = useText()
  const [asked, setAsked] = useState<CertificateQuestion | null>(null)
  const found = useQuery({
    ...queryOptionsOf(servicesContract.verify, { query: asked ?? { number: '', name: '' } }),
    enabled: asked !== null,
    retry: false,
  })
  const { certificate = null, minutesNow = null } = found.data ?? {}
  return (
    <CertificateCheck
      title={t.stars.check}
      prefix="FW"
      onAsk={setAsked}
      busy={found.isFetching}
      error={found.error}
      verdict={found.data?.verdict}
    >
      {certificate?.revoked ? (
        <VerdictLine level="unmet">
          {t.stars.revoked(dayInProse(certificate.revoked.on), certificate.revoked.reason)}
        </VerdictLine>
      ) : null}
      {minutesNow === null ? null : (
        <VerdictLine level="warning">{t.stars.changedSince(inHours(minutesNow))}</VerdictLine>
      )}
      {certificate ? (
        <KeyValue
          items={[
            { label: common.certificate.number, value: certificate.number },
            { label: common.certificate.name, value: certificate.memberName },
            { label: t.columns.organization, value: certificate.organizationName },
            {
              label: t.when,
              value: t.stars.line(certificate.from, certificate.to, inHours(certificate.minutes)),
            },
            { label: t.columns.visits, value: number(certificate.visits) },
            { label: t.stars.issuedBy, value: t.by(certificate.issuedBy, certificate.issuedOn) },
          ]}
        />
      ) : null}
    </CertificateCheck>
  )
}
