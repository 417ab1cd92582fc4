import { useQuery } from '@tanstack/react-query'
import type { LoaderFunctionArgs } from 'react-router'
import { z } from 'zod'
import { membersContract } from '#domain/members.contract.ts'
import { servicesContract } from '#domain/services.contract.ts'
import { serviceFilter } from '#domain/services.ts'
import { useText } from '#lib/i18n.ts'
import { prefetch } from '#lib/loaders.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { readScope, useScope } from '#lib/scope.ts'
import { can, currentSession, useCan, useSession } from '#lib/session.ts'
import { readUrlState, useUrlState } from '#lib/urlState.ts'
import { FailedLine } from '#parts/FailedLine.tsx'
import { MemberPicker } from '#parts/MemberPicker.tsx'
import { ServiceStanding } from '#parts/ServiceStanding.tsx'
import { Page } from '#ui/Page.tsx'
import { Certificates } from './Certificates.tsx'
import { CheckCertificate } from './CheckCertificate.tsx'
import './services.css'

const starsState = z.object({ member: serviceFilter.shape.member })

export function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const { organizationId, year } = readScope(searchParams)
  const { member: chosen } = readUrlState(starsState, searchParams)
  const chooses = organizationId !== null && can('services.read')
  const member = (chooses ? chosen : undefined) ?? currentSession().memberId
  if (member === null) return null
  prefetch(membersContract.show, { params: { id: member } })
  prefetch(servicesContract.standing, { query: { member, year } })
  prefetch(servicesContract.certificates, { query: { member } })
  return null
}

/** Hours, star and certificates of one person: oneself, or one chosen by name. There is no list to compare in. */
export function Component() {
  const { services: t } = useText()
  const { memberId } = useSession()
  const { organizationId } = useScope()
  const may = useCan()
  const [{ member: chosen }, setState] = useUrlState(starsState)
  // A member without an office sees only the own.
  const chooses = organizationId !== null && may('services.read')
  const member = (chooses ? chosen : undefined) ?? memberId
  const found = useQuery({
    ...queryOptionsOf(membersContract.show, { params: { id: member ?? '' } }),
    enabled: member !== null,
    retry: false,
  })
  const name = found.data?.name ?? ''
  return (
    <Page
      title={t.stars.title}
      purpose={t.stars.purpose}
      filters={
        chooses ? (
          <div className="sv-person">
            <MemberPicker
              label={t.stars.person}
              value={member === null ? null : { id: member, name }}
              within={organizationId}
              onChange={({ id }) => setState({ member: id as typeof chosen })}
            />
          </div>
        ) : null
      }
    >
      {member === null ? (
        <p className="sv-quiet">{t.stars.choose}</p>
      ) : (
        <>
          <FailedLine queries={[found]} what={t.stars.person} />
          <ServiceStanding key={member} memberId={member} />
          <Certificates key={`of ${member}`} memberId={member} name={name} />
        </>
      )}
      <CheckCertificate />
    </Page>
  )
}
