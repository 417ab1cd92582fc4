import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { servicesContract } from '#domain/services.contract.ts'
import { dayInProse, inHours, number } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope } from '#lib/scope.ts'
import { Failed } from '#parts/Failed.tsx'
import { CertificatePaper } from '#parts/CertificatePaper.tsx'
import { SkeletonLines } from '#ui/Skeleton.tsx'

/** The certificate of service as it is printed. */
export function Component() {
  const { services: t } = useText()
  const keep = useKeepScope()
  const { id = '' } = useParams()
  const found = useQuery(queryOptionsOf(servicesContract.certificate, { params: { id: id } }))
  if (found.isError) return <Failed query={found} />
  if (!found.data) return <SkeletonLines lines={10} />
  const one = found.data
  return (
    <CertificatePaper
      title={t.paper.title}
      number={t.paper.number(one.number)}
      back={{ to: keep(paths.serviceStars({ member: one.memberId })), name: t.certificates }}
      bureauName={one.bureauName}
      issuedOn={one.issuedOn}
      issuedBy={one.issuedBy}
      check={t.paper.check(one.number)}
      spoiled={one.revoked && t.stars.revoked(dayInProse(one.revoked.on), one.revoked.reason)}
    >
      <p>
        {t.paper.text(
          one.memberName,
          one.organizationName,
          dayInProse(one.from),
          dayInProse(one.to),
          one.records,
          number(one.visits),
          inHours(one.minutes),
        )}
      </p>
      {one.star > 0 ? <p>{t.paper.star(t.stars.star(one.star))}</p> : null}
      <p>{t.paper.basis}</p>
    </CertificatePaper>
  )
}
