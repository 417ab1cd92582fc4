import { isDay } from '#domain/dates.ts'
import type { Day } from '#domain/dates.ts'
import { met, warning } from './verdict.ts'
import type { Verdict } from './verdict.ts'

/** Why a number is refused; each needs another action of the person at the form or of the import's author. */
export type IdProblem =
  | 'empty'
  | 'numeric-lost-digits'
  | 'length'
  | 'letter-o'
  | 'characters'
  | 'area'
  | 'birth-date'
  | 'birth-future'
  | 'checksum'

export type IdChecked =
  | {
      ok: true
      /** Always 18 places, X in upper case. */
      normal: string
      birth: Day
      sex: 'male' | 'female'
      kind: '18' | '15'
      /** Passes, yet looks like a number a spreadsheet has rounded; worth a second look in an import. */
      doubt: 'ends-in-zeros' | null
    }
  | { ok: false; code: IdProblem }

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checks = '10X98765432'
// Provinces only: county codes were abolished and renumbered for decades, and cards keep the old ones (GB/T 2260).
// 81, 82, 83 are the residence permits of Hong Kong, Macao and Taiwan residents.
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
)

/** The check character of the first 17 digits, ISO 7064 MOD 11-2 (GB 11643-1999). */
export function idCheckCharacter(first17: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0)
  return checks[sum % 11] ?? ''
}

/** Full-width to half-width; spaces, zero-width characters and the apostrophes spreadsheets put in front are dropped. */
const clean = (raw: string): string =>
  raw
    .normalize('NFKC')
    .replace(/[\s\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g, '')
    .replace(/^['‘’`]+/, '')
    .toUpperCase()

const bad = (code: IdProblem): IdChecked => ({ ok: false, code })

/**
 * Read a citizen id number, 18 places or the 15 of before 2000 (handbook §5). Nothing is guessed: a letter O is named, not turned into 0.
 * A number cell has lost digits beyond the 15th and is refused with that reason; so is scientific notation, and text that ends in 000
 * and fails its check. `today` (optional) refuses births after it.
 */
export function checkIdNumber(raw: string | number, today?: Day): IdChecked {
  if (typeof raw === 'number' && !(Number.isSafeInteger(raw) && String(raw).length === 15))
    return bad('numeric-lost-digits')
  const text = clean(String(raw))
  if (text === '') return bad('empty')
  if (/^\d(\.\d+)?E\+?\d+$/.test(text)) return bad('numeric-lost-digits')
  if (/^[\dO]+[\dOX]$/.test(text) && text.includes('O')) return bad('letter-o')
  if (!/^[\dX]+$/.test(text)) return bad('characters')
  if (text.length !== 18 && text.length !== 15) return bad('length')
  if (!/^\d+$/.test(text.length === 18 ? text.slice(0, 17) : text)) return bad('characters')

  const kind = text.length === 18 ? '18' : '15'
  const first17 = kind === '18' ? text.slice(0, 17) : `${text.slice(0, 6)}19${text.slice(6)}`
  const normal = first17 + idCheckCharacter(first17)
  if (!provinces.has(first17.slice(0, 2))) return bad('area')
  const birth = `${first17.slice(6, 10)}-${first17.slice(10, 12)}-${first17.slice(12, 14)}`
  if (!isDay(birth) || birth < '1800-01-01') return bad('birth-date')
  if (today !== undefined && birth > today) return bad('birth-future')
  const rounded = kind === '18' && text.endsWith('000')
  if (kind === '18' && normal !== text) return bad(rounded ? 'numeric-lost-digits' : 'checksum')
  const sex = Number(first17[16]) % 2 === 1 ? 'male' : 'female'
  return { ok: true, normal, birth, sex, kind, doubt: rounded ? 'ends-in-zeros' : null }
}

/**
 * Compare a valid number with the roster's birth date ('YYYY-MM-DD', or 'YYYY-MM' or 'YYYY' where only that is known) and sex. Differences are warnings, never
 * refusals: the roster follows the personnel file, which may differ from the card (三龄两历). Other sexes than the two are not compared.
 */
export function idMatches(
  id: string,
  { birth, sex }: { birth?: string | null; sex?: string | null },
): Verdict[] {
  const checked = checkIdNumber(id)
  if (!checked.ok) return [warning(`id-number.${checked.code}`, 'gb-11643')]
  const found: Verdict[] = []
  if (birth && !checked.birth.startsWith(birth))
    found.push(warning('id-number.birth-differs', 'gb-11643', { idBirth: checked.birth, birth }))
  if ((sex === 'male' || sex === 'female') && sex !== checked.sex)
    found.push(warning('id-number.sex-differs', 'gb-11643', { idSex: checked.sex, sex }))
  return found.length > 0 ? found : [met('id-number.matches', 'gb-11643')]
}

/**
 * The one mask for id numbers: first and last place, always 18 long. The usual 前6后4 hides only the birth date, which stands beside it
 * in every roster; and masks that differ between screens can be joined (handbook §5). Show this one everywhere or nothing.
 */
export function maskIdNumber(id: string): string {
  if (id === '') return ''
  return id.length < 15 ? '*'.repeat(18) : `${id[0]}${'*'.repeat(16)}${id.at(-1)}`
}

/** Mask a telephone number: 138****5678; anything that is not a mobile number keeps its last two digits. */
export function maskPhone(phone: string): string {
  if (/^1\d{10}$/.test(phone)) return `${phone.slice(0, 3)}****${phone.slice(7)}`
  return phone.length < 7
    ? '*'.repeat(phone.length)
    : '*'.repeat(phone.length - 2) + phone.slice(-2)
}
