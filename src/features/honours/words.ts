import type { HonourRow } from '#domain/honours.ts'
import type { VerdictView } from '#domain/verdict.ts'
import { dayInProse, factsInProse } from '#lib/format.ts'
import type { Text } from '#lib/i18n.ts'

/** A verdict in words; an unknown code stays readable as itself. */
export const verdictText = (t: Text['honours'], { code, facts }: VerdictView): string =>
  t.verdicts[code]?.(factsInProse(facts)) ?? code

/** 有效期已满，有效至 2026-06-30: what has become of an honour, for its certificate. */
export const becameOf = (
  t: Text['honours'],
  { state, validTo, revokedOn }: Pick<HonourRow, 'state' | 'validTo' | 'revokedOn'>,
): string => {
  const since = revokedOn
    ? t.paper.since(dayInProse(revokedOn))
    : validTo
      ? t.paper.until(dayInProse(validTo))
      : ''
  return t.paper.became(t.paper.now[state], since)
}
