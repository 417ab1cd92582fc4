/** Names of people (trust.md §6): one stored spelling, and a check that refuses what is no name without refusing rare ones. */

export type NameProblem =
  | 'empty'
  | 'too-short'
  | 'too-long'
  | 'digits'
  | 'emoji'
  | 'private-use'
  | 'middle-dot'
  | 'characters'
export type NameChecked = { ok: true; name: string } | { ok: false; code: NameProblem }

// U+3400… by script; planes 2 and 3 by number, so that an older browser knows the extensions added after it was built.
const han = '[\\p{Script=Han}\\u{20000}-\\u{3FFFF}]'
const latin = '\\p{Script=Latin}\\p{M}{0,2}'
const isName = new RegExp(
  `^(?:${han}|${latin})(?:(?:·|[ '’-](?=\\p{Script=Latin}))?(?:${han}|${latin}))*$`,
  'u',
)

// · look-alikes: bullet, katakana dots, hyphenation point, bullet and dot operators, full-width full stop. NFKC unifies none of them with U+00B7.
const dots = / ?[\u00B7\u2022\u2027\u2219\u22C5\u30FB\uFF65\u0387\uFF0E] ?/g
const asciiDotInHan = new RegExp(`(?<=${han}) ?\\. ?(?=${han})`, 'gu')
// Default-ignorable: zero-width, joiners, bidi marks and overrides, soft hyphen, tags, variation selectors. Invisible, and they make
// two equal names differ. Control characters go too, except those that are spaces.
const invisible = /\p{Default_Ignorable_Code_Point}|(?!\s)\p{Cc}/gu
const spaceBesideHan = new RegExp(`(?<=${han}|·) | (?=${han}|·)`, 'gu')

/**
 * The one spelling a name is stored in: NFC (never NFKC, which changes characters), no invisible characters, every middle-dot
 * look-alike as U+00B7, no space in or beside Han (a full-width space inside a two-character name), one ASCII space between Latin words. Idempotent.
 */
export const normalName = (raw: string): string =>
  raw
    .replace(invisible, '')
    .normalize('NFC')
    // First, so that the patterns below meet single spaces only and stay linear on hostile input.
    .replace(/\s+/g, ' ')
    .replace(dots, '·')
    .replace(asciiDotInHan, '·')
    .replace(/·+/g, '·')
    .replace(spaceBesideHan, '')
    .trim()

const bad = (code: NameProblem): NameChecked => ({ ok: false, code })

/**
 * Check a name (raw or normal); the answer carries the normal spelling. 2–50 code points of Han (all extensions) and Latin letters,
 * middle dots between them, spaces, hyphens and apostrophes between Latin words. "null" is a name; 1 and 60 characters are none.
 * 'private-use' = a character typed with an old vendor font (造字): it must be typed again with its Unicode character.
 */
export function checkName(raw: string): NameChecked {
  const name = normalName(raw)
  if (name === '') return bad('empty')
  const length = Array.from(name).length
  if (length > 50) return bad('too-long')
  if (/\p{Nd}/u.test(name)) return bad('digits')
  if (/[\p{Extended_Pictographic}\p{Regional_Indicator}]/u.test(name)) return bad('emoji')
  if (/\p{Co}/u.test(name)) return bad('private-use')
  if (/^·|·$/.test(name)) return bad('middle-dot')
  if (!isName.test(name)) return bad('characters')
  return length < 2 ? bad('too-short') : { ok: true, name }
}

/** The key two spellings share when searching or matching: NFKC, lower case, without dots and spaces. Never stored as the name. */
export const nameKey = (raw: string): string =>
  normalName(raw)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[·\s'’-]/g, '')
