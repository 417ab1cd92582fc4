import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { honoursContract } from '#domain/honours.contract.ts'
import { useText } from '#lib/i18n.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { CertificateCheck, type CertificateQuestion } from '#parts/CertificateCheck.tsx'
import { KeyValue } from '#ui/KeyValue.tsx'
import { VerdictLine } from '#ui/VerdictLine.tsx'
import { becameOf } from './words.ts'

const levels = { valid: 'met', expired: 'warning', revoked: 'unmet' } as const

/** What a certificate of honour says, and what has become of the honour. */
export function CheckHonour() {
  const { honours: t, common } = useText()
  const [asked, setAsked] = useState<CertificateQuestion | null>(null)
  const found = useQuery({
    ...queryOptionsOf(honoursContract.verify, { query: asked ?? { number: '', name: '' } }),
    enabled: asked !== null,
    retry: false,
  })
  const check = found.data
  const certificate = check?.certificate
  return (
    <CertificateCheck
      title={t.paper.check}
      prefix="RY"
      onAsk={setAsked}
      busy={found.isFetching}
      error={found.error}
      verdict={check?.verdict}
    >
      {certificate && check.state ? (
        <>
          <VerdictLine level={levels[check.state]}>
            {becameOf(t, { ...check, state: check.state })}
          </VerdictLine>
          <KeyValue
            items={[
              { label: common.certificate.number, value: certificate.number },
              { label: t.record.columns.subject, value: certificate.subjectName },
              {
                label: t.record.columns.className,
                value: certificate.className,
              },
              { label: t.record.columns.organization, value: certificate.organizationName },
              { label: t.record.columns.decidedOn, value: certificate.decidedOn },
              { label: t.record.columns.documentNumber, value: certificate.documentNumber },
            ]}
          />
        </>
      ) : null}
    </CertificateCheck>
  )
}
