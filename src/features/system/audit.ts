import type { z } from 'zod'
import { allOperations } from '#domain/contracts.ts'
import { roles } from '#domain/permissions.ts'
import { parameterKey, parameters } from '#domain/rules/parameters.ts'
import type { auditEntry } from '#domain/system.ts'
import type { Text } from '#lib/i18n.ts'

export type Entry = z.infer<typeof auditEntry>
type Words = Pick<Text, 'system' | 'entry' | 'organizations'>

/** Every action that can stand in the log; what was refused is no operation of its own. */
export const auditActions: readonly string[] = [
  ...new Set([
    ...allOperations.flatMap(({ audit }) => audit ?? []),
    'session.refused',
    'password.refused',
    'access.refused',
  ]),
]

export const actionName = (action: string, { audit }: Text['system']): string =>
  audit.actions[action] ?? action

/** `member 018f…` → 党员 and its id. */
export function targetOf(
  target: string | null,
  { audit }: Text['system'],
): { kind: string; id: string } | null {
  if (target === null) return null
  const [kind = '', id = ''] = target.split(' ')
  return { kind: audit.targets[kind] ?? kind, id }
}

/** `meetings.sign` in words. */
function operationName(name: string, { operations }: Text['system']): string {
  const [noun = '', key = ''] = name.split('.')
  const words: Partial<Record<string, Partial<Record<string, string>>>> = operations
  return words[noun]?.[key] ?? name
}

const postName = (post: unknown, { organizations: { posts } }: Words): string =>
  (posts as Partial<Record<string, string>>)[String(post)] ?? String(post)

/** What somebody held, and from when to when, by the ids that the log names people by; null for another object. */
function showHeld(value: object, text: Words): string | null {
  const { id, post, memberId, startedOn, endedOn } = value as Partial<Record<string, string | null>>
  if (!post && !startedOn) return null
  return [
    post && postName(post, text),
    memberId ?? id,
    startedOn && text.system.audit.days(startedOn, endedOn ?? null),
  ]
    .filter(Boolean)
    .join(' ')
}

/** One field of an entry, as it reads. */
function show(key: string, value: unknown, text: Words, english: boolean): string {
  if (value === null || value === undefined || value === '') return ''
  if (Array.isArray(value))
    return value.map((one) => show(key, one, text, english)).join(text.system.parameters.listJoin)
  if (typeof value === 'object') return showHeld(value, text) ?? JSON.stringify(value)
  if (key === 'post') return postName(value, text)
  if ((key === 'operation' || key === 'list') && typeof value === 'string')
    return operationName(value, text.system)
  if (key === 'role') {
    const role = roles.find((one) => one === value)
    if (role) return text.entry.roles[role]
  }
  if (key === 'key') {
    const { data } = parameterKey.safeParse(value)
    if (data) return english ? parameters[data].labelEn : parameters[data].labelZh
  }
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** Actions whose `from` and `to` are what was and what is. */
const changes = new Set([
  'account.changed',
  'installation.renamed',
  'organization.changed',
  'organization.moved',
])

/** What an entry holds: what was and what is, and everything else by name. */
export function detailOf(
  { action, detail }: Pick<Entry, 'action' | 'detail'>,
  text: Words,
  english: boolean,
) {
  const { keys } = text.system.audit
  const nested = (value: unknown): Record<string, unknown> | null =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  const before = nested(detail.before)
  const after = nested(detail.after)
  const label = (key: string) => keys[`${action}/${key}`] ?? keys[key] ?? key
  const changed =
    before || after
      ? [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].map((key) => ({
          label: label(key),
          before: show(key, before?.[key], text, english),
          after: show(key, after?.[key], text, english),
        }))
      : []
  if (changes.has(action) && ('from' in detail || 'to' in detail)) {
    changed.push({
      label: keys[action === 'organization.moved' ? 'parentId' : 'name'] ?? '',
      before: show('from', detail.from, text, english),
      after: show('to', detail.to, text, english),
    })
  }
  const told = new Set([
    ...(before || after ? ['before', 'after'] : []),
    ...(changes.has(action) ? ['from', 'to'] : []),
  ])
  const rest = Object.entries(detail)
    .filter(([key]) => !told.has(key))
    .map(([key, value]) => ({ label: label(key), value: show(key, value, text, english) }))
  return { changed, rest }
}
