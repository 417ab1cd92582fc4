import type { Text } from '#lib/i18n.ts'
import type { InRound } from './inRound.ts'

/** `2026-Q1` → 一季度, `2026-03` → 3月: the heads of the heat map. */
export function periodShort(key: string, t: Text['duties']): string {
  const rest = key.slice(5)
  if (!rest) return t.yearShort(Number(key))
  const n = Number(rest.replace(/^\D/, ''))
  if (rest.startsWith('Q')) return t.quarterShort(n)
  return rest.startsWith('H') ? t.halfShort(n) : t.monthShort(n)
}

/** What a chart counts, and which of the parts stand on the wall where they are not all. */
export const noteOf = (
  note: string,
  { which }: Pick<InRound<unknown>, 'which'>,
  t: Text['cockpit'],
) => (which ? `${note}${t.partsOf(which.from, which.to, which.total)}` : note)
