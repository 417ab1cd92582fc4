import type { PrintedCertificate } from '#domain/services.ts'
import { certificateSeal, type Mac } from '#server/certificates.ts'

/** What of a certificate of service is sealed. */
export const digestOf = (secrets: Mac, certificate: PrintedCertificate): Promise<string> => {
  const { number, memberId, memberName, organizationName, bureauName, from, to } = certificate
  const { records, visits, minutes, star, issuedOn, issuedBy } = certificate
  return certificateSeal(secrets, 'certificate', [
    [number, memberId, memberName, organizationName, bureauName, from, to],
    [records, visits, minutes, star, issuedOn, issuedBy],
  ])
}
