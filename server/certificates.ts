import type { CertificatePrefix } from '#domain/certificates.ts'
import type { Door } from './door.ts'
import type { Secrets } from './world.ts'

export type Mac = Pick<Secrets, 'mac'>

// Crockford's: without letters that read as digits.
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** FW2026-XXXX-XXXX-XXXX: 60 bits that only the bureau's key makes, so a number cannot be guessed or counted on. */
export async function certificateNumber(
  secrets: Mac,
  prefix: CertificatePrefix,
  id: string,
  year: number,
): Promise<string> {
  const mac = atob(await secrets.mac(`certificate-number:${id}`))
  const code = Array.from({ length: 12 }, (_, at) => signs[mac.charCodeAt(at) & 31]).join('')
  return `${prefix}${year}-${code.match(/.{4}/g)?.join('-') ?? code}`
}

/** Seals everything that is printed: a row changed behind the program's back no longer fits. */
export const certificateSeal = (secrets: Mac, kind: string, printed: unknown): Promise<string> =>
  secrets.mac(`${kind}:${JSON.stringify(printed)}`)

/** The bureau's name, which stands under the text. */
export async function bureauName(door: Door): Promise<string> {
  const installation = await door.db
    .selectFrom('installation')
    .select('bureau_name')
    .executeTakeFirst()
  return installation?.bureau_name ?? ''
}
