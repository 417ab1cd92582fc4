import type { Text } from '#lib/i18n.ts'

type Words = Text['duties']

const parts = (key: string) => ({ year: Number(key.slice(0, 4)), rest: key.slice(5) })

/** `2026-Q1` → 2026年第一季度. */
export function periodName(key: string, t: Words): string {
  const { year, rest } = parts(key)
  if (!rest) return t.year(year)
  if (rest.startsWith('Q')) return t.quarter(year, Number(rest.slice(1)))
  if (rest.startsWith('H')) return t.half(year, Number(rest.slice(1)))
  return t.month(year, Number(rest))
}

/** `2026-Q1` → 一季度, for the head of a column. */
export function periodShort(key: string, t: Words): string {
  const { year, rest } = parts(key)
  if (!rest) return t.yearShort(year)
  if (rest.startsWith('Q')) return t.quarterShort(Number(rest.slice(1)))
  if (rest.startsWith('H')) return t.halfShort(Number(rest.slice(1)))
  return t.monthShort(Number(rest))
}

/** 第一支部; a group with its branch before it, unless its name says so. */
export function organName({
  organizationName,
  branchName,
}: {
  organizationName: string
  branchName: string
}): string {
  return organizationName.startsWith(branchName) || !branchName
    ? organizationName
    : `${branchName} · ${organizationName}`
}
