import { useQuery } from '@tanstack/react-query'
import { Form } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { servicesContract } from '#domain/services.contract.ts'
import type { Certificate } from '#domain/services.ts'
import { dayInProse, inHours } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf, useCall } from '#lib/queries.ts'
import { useKeepScope } from '#lib/scope.ts'
import { useToday } from '#lib/session.ts'
import { CallDrawer } from '#parts/CallDrawer.tsx'
import { usePermits } from '#parts/permits.ts'
import { DateField } from '#ui/DateField.tsx'
import { Section } from '#ui/Page.tsx'
import { ReasonButton } from '#ui/ReasonButton.tsx'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'
import { toast } from '#ui/toasts.ts'
import { RevokeCertificate } from './RevokeCertificate.tsx'

interface Period {
  from: string
  to: string
}

/** What was issued for one person, and the way to issue another. */
export function Certificates({ memberId, name }: { memberId: string; name: string }) {
  const { services: t } = useText()
  const today = useToday()
  const keep = useKeepScope()
  const navigate = useNavigate()
  const [issuing, setIssuing] = useState(false)
  const [revoking, setRevoking] = useState<Certificate | null>(null)
  const found = useQuery(
    queryOptionsOf(servicesContract.certificates, { query: { member: memberId } }),
  )
  const certify = useCall(servicesContract.certify, ['services'])
  // A member certifies the own hours; for others it takes an office.
  const refused = usePermits()('services.certify', undefined, memberId)
  return (
    <Section
      title={t.stars.list}
      extra={
        <ReasonButton reason={refused} onClick={() => setIssuing(true)}>
          {t.stars.issue}
        </ReasonButton>
      }
    >
      {found.isError ? (
        <StateBlock kind="error" text={found.error.message} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <SkeletonLines lines={3} />
      ) : found.data.length === 0 ? (
        <p className="sv-quiet">{t.stars.noCertificates}</p>
      ) : (
        <ul className="sv-certificates">
          {found.data.map((one) => (
            <li key={one.id}>
              <Link to={keep(paths.serviceCertificate(one.id))}>{one.number}</Link>
              <span>{t.stars.line(one.from, one.to, inHours(one.minutes))}</span>
              <small>{t.by(one.issuedBy, one.issuedOn)}</small>
              {one.revoked ? (
                <span className="sv-revoked">
                  {t.stars.revoked(dayInProse(one.revoked.on), one.revoked.reason)}
                </span>
              ) : null}
              <ReasonButton
                reason={
                  one.revoked ? t.stars.alreadyRevoked : one.mayRevoke ? null : t.stars.needRevoke
                }
                onClick={() => setRevoking(one)}
              >
                {t.stars.revoke}
              </ReasonButton>
            </li>
          ))}
        </ul>
      )}
      {revoking ? (
        <RevokeCertificate
          certificate={found.data?.find(({ id }) => id === revoking.id) ?? revoking}
          onClose={() => setRevoking(null)}
        />
      ) : null}
      {issuing ? (
        <CallDrawer<Period>
          title={`${t.stars.issueTitle} · ${name}`}
          submitLabel={t.stars.issue}
          initial={{ from: `${today.slice(0, 4)}-01-01`, to: today }}
          onClose={() => setIssuing(false)}
          onSend={async ({ from, to }, key) => {
            const made = await certify.mutateAsync({ body: { memberId, from, to }, key })
            toast.success(t.stars.issued)
            void navigate(keep(paths.serviceCertificate(made.id)))
          }}
          width={32}
        >
          {() => (
            <>
              <p className="sv-quiet">{t.stars.issueText}</p>
              <Form.Item name="from" label={t.stars.from}>
                <DateField max={today} />
              </Form.Item>
              <Form.Item name="to" label={t.stars.to}>
                <DateField max={today} />
              </Form.Item>
            </>
          )}
        </CallDrawer>
      ) : null}
    </Section>
  )
}
