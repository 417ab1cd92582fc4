import type { Text } from '#lib/i18n.ts'

/** `2026-Q1` → 一季度, `2026-03` → 3月: the heads of the heat map. */
export function periodShort(key: string, t: Text['duties']): string {
  const rest = key.slice(5)
  if (!rest) return t.yearShort(Number(key))
  const n = Number(rest.replace(/^\D/, ''))
  if (rest.startsWith('Q')) return t.quarterShort(n)
  return rest.startsWith('H') ? t.halfShort(n) : t.monthShort(n)
}
