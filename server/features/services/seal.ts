import type { Certificate } from '#domain/services.ts'
import type { Secrets } from '#server/world.ts'

type Mac = Pick<Secrets, 'mac'>

// Crockford's: without letters that read as digits.
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** FW2026-XXXX-XXXX-XXXX: 60 bits that only the bureau's key makes, so a number cannot be guessed or counted on. */
export async function numberOf(secrets: Mac, id: string, year: number): Promise<string> {
  const mac = atob(await secrets.mac(`certificate-number:${id}`))
  const code = Array.from({ length: 12 }, (_, at) => signs[mac.charCodeAt(at) & 31]).join('')
  return `FW${year}-${code.match(/.{4}/g)?.join('-') ?? code}`
}

/** Seals everything that is printed: a row changed behind the program's back no longer fits. */
export const digestOf = (secrets: Mac, certificate: Omit<Certificate, 'id'>): Promise<string> => {
  const { number, memberId, memberName, organizationName, bureauName, from, to } = certificate
  const { records, visits, minutes, star, issuedOn, issuedBy } = certificate
  return secrets.mac(
    `certificate:${JSON.stringify([
      [number, memberId, memberName, organizationName, bureauName, from, to],
      [records, visits, minutes, star, issuedOn, issuedBy],
    ])}`,
  )
}
