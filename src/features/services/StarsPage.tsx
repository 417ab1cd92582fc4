import { useState } from 'react'
import { useText } from '#lib/i18n.ts'
import { useScope } from '#lib/scope.ts'
import { useCan, useSession } from '#lib/session.ts'
import { MemberPicker } from '#parts/MemberPicker.tsx'
import { ServiceStanding } from '#parts/ServiceStanding.tsx'
import { Page } from '#ui/Page.tsx'
import { Certificates } from './Certificates.tsx'
import { CheckCertificate } from './CheckCertificate.tsx'
import './services.css'

/** Hours, star and certificates of one person: oneself, or one chosen by name. There is no list to compare in. */
export function Component() {
  const { services: t } = useText()
  const { memberId, name } = useSession()
  const { organizationId } = useScope()
  const can = useCan()
  const [person, setPerson] = useState<{ id: string; name: string } | null>(
    memberId ? { id: memberId, name } : null,
  )
  // A member without an office sees only the own.
  const chooses = organizationId !== null && can('services.read')
  return (
    <Page
      title={t.stars.title}
      purpose={t.stars.purpose}
      filters={
        chooses ? (
          <div className="sv-person">
            <MemberPicker
              label={t.stars.person}
              value={person}
              within={organizationId}
              onChange={setPerson}
            />
          </div>
        ) : null
      }
    >
      {person ? (
        <>
          <ServiceStanding key={person.id} memberId={person.id} />
          <Certificates key={`of ${person.id}`} memberId={person.id} name={person.name} />
        </>
      ) : (
        <p className="sv-quiet">{t.stars.choose}</p>
      )}
      <CheckCertificate />
    </Page>
  )
}
