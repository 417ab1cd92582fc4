import type { MeetingType } from '#domain/meetings.ts'
import { isYearly } from '#domain/rules/duties.ts'
import type { Text } from '#lib/i18n.ts'

type Words = Text['meetings']

export const typeNames = (types: readonly MeetingType[], t: Words): string =>
  types.map((type) => t.types[type]).join(t.and2)

/** `2026-Q1` → 2026年第一季度. */
export function periodName(key: string, t: Words): string {
  const year = Number(key.slice(0, 4))
  const rest = key.slice(5)
  if (!rest) return t.periods.year(year)
  if (rest.startsWith('Q')) return t.periods.quarter(year, Number(rest.slice(1)))
  if (rest.startsWith('H')) return t.periods.half(year, Number(rest.slice(1)))
  return t.periods.month(year, Number(rest))
}

/** The period that a meeting of these types is named after. */
function periodKey(
  types: readonly MeetingType[],
  heldOn: string,
  assessmentYear: number | null,
): string {
  if (types.every((type) => isYearly(type) || type === 'democratic-life'))
    return `${assessmentYear ?? heldOn.slice(0, 4)}`
  if (types[0] === 'general-meeting')
    return `${heldOn.slice(0, 4)}-Q${Math.ceil(Number(heldOn.slice(5, 7)) / 3)}`
  return heldOn.slice(0, 7)
}

interface Named {
  types: readonly MeetingType[]
  heldOn: string
  assessmentYear: number | null
}

/** 甲一小组2026年11月党小组会, until somebody writes another name. */
export function titleOf(organ: string, { types, heldOn, assessmentYear }: Named, t: Words): string {
  if (types.length === 0 || !heldOn) return ''
  const names = types.map((type) => t.types[type]).join(t.and)
  return t.editor.generated(organ, periodName(periodKey(types, heldOn, assessmentYear), t), names)
}
