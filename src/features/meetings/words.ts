import type { MissingPart } from '#domain/meetings.complete.ts'
import type { VerdictView } from '#domain/verdict.ts'
import { factsInProse } from '#lib/format.ts'
import type { Text } from '#lib/i18n.ts'

type Words = Text['meetings']

/** What the minutes do not say yet, in one line; null when they say everything. */
export const missingReason = (parts: readonly MissingPart[], t: Words): string | null =>
  parts.length === 0
    ? null
    : t.missing.line([...new Set(parts.map(({ what }) => t.missing.names[what]))].join(t.and2))

/** A judgement as a sentence. */
export function verdictSentence({ code, facts }: VerdictView, t: Words): string {
  const [group = '', ...rest] = code.split('.')
  const table: Partial<Record<string, (facts: VerdictView['facts']) => string>> = t.verdictText
  // `quorum.ordinary.met` reads like `quorum.met`: the article beside it tells the kind.
  const word = table[code] ?? table[`${group}.${rest.at(-1) ?? ''}`] ?? t.verdictText.other
  return word(factsInProse(facts))
}
