import { z } from 'zod'
import {
  parameterKeys,
  parameters,
  type ParameterKey,
  type ParameterSpec,
} from '#domain/rules/parameters.ts'
import type { parameterView } from '#domain/system.ts'
import type { Text } from '#lib/i18n.ts'

export type ParameterView = z.infer<typeof parameterView>
type Words = Text['system']['parameters']
type Group = keyof Words['groups']

/** First part of a key → the group it is read in. */
const groupOf: Record<string, Group> = {
  lecture: 'life',
  election: 'life',
  makeup: 'life',
  meeting: 'life',
  probation: 'members',
  password: 'security',
  session: 'security',
  login: 'security',
  honour: 'honour',
  volunteer: 'honour',
}
const groups: readonly Group[] = ['life', 'members', 'security', 'honour']

/** All keys of the registry in their groups; one that no group names stands under 组织生活, never nowhere. */
export const parameterGroups = (): { group: Group; keys: ParameterKey[] }[] =>
  groups.map((group) => ({
    group,
    keys: parameterKeys.filter((key) => (groupOf[key.split('.')[0] ?? ''] ?? 'life') === group),
  }))

export const specOf = (key: ParameterKey): ParameterSpec<unknown> => parameters[key]

export const labelOf = (key: ParameterKey, english: boolean): string =>
  english ? specOf(key).labelEn : specOf(key).labelZh

export const sourceOf = (key: ParameterKey, english: boolean): string =>
  english ? specOf(key).sourceEn : specOf(key).source

export type Kind =
  | { kind: 'choice'; choices: readonly string[] }
  | { kind: 'whole'; min: number; max: number }
  | { kind: 'list' }

/** How a value is asked for: by the registry's choices, else by its schema. */
export function kindOf(key: ParameterKey): Kind {
  const { choices, schema } = specOf(key)
  if (choices) return { kind: 'choice', choices }
  if (schema instanceof z.ZodNumber)
    return {
      kind: 'whole',
      min: schema.minValue ?? 0,
      max: schema.maxValue ?? Number.MAX_SAFE_INTEGER,
    }
  return { kind: 'list' }
}

/** A value as it reads: 每季度一次, 15 分钟, 100、300、600 小时. */
export function valueInWords(key: ParameterKey, value: unknown, t: Words): string {
  if (typeof value === 'string') return t.choices[key]?.[value] ?? value
  const { unit } = specOf(key)
  const text = Array.isArray(value) ? value.join(t.listJoin) : String(value)
  return unit ? t.withUnit(text, t.units[unit]) : text
}

/** 100、300，600 → [100, 300, 600]; null when something is no number. */
export function numbersIn(text: string): number[] | null {
  const parts = text.split(/[\s,，、;；]+/).filter(Boolean)
  const numbers = parts.map(Number)
  return parts.length > 0 && numbers.every((one) => Number.isFinite(one)) ? numbers : null
}
