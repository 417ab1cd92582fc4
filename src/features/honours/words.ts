import type { VerdictView } from '#domain/verdict.ts'
import type { Text } from '#lib/i18n.ts'

/** A verdict in words; an unknown code stays readable as itself. */
export const verdictText = (t: Text['honours'], { code, facts }: VerdictView): string =>
  t.verdicts[code]?.(facts) ?? code

/** The name that the bureau gave a class, in the language of the screen where the house knows it. */
export const nameOfClass = (t: Text['honours'], code: string, name: string): string =>
  t.classNames[code] ?? name
