import type { z } from 'zod'
import { idRegistry, type IdKind } from '#domain/ids.ts'
import { pngOf } from './pictures.ts'

/** The id that stands at one place of an input; `path` is its field, e.g. `body.attendance.0.memberId`. */
export type ChooseId = (kind: IdKind, path: string) => string

interface Def {
  type: string
  shape?: Record<string, z.ZodType>
  element?: z.ZodType
  innerType?: z.ZodType
  in?: z.ZodType
  out?: z.ZodType
  options?: z.ZodType[]
  entries?: Record<string, string>
}

const defOf = (schema: z.ZodType): Def => schema._zod.def

/** Values that pass the field's format, by the name of the field. */
const byName: Record<string, unknown> = {
  agenda: ['学习传达'],
  answeredOn: '2026-11-20',
  citation: '三年办件无差错，群众送来锦旗两面，带教新人四名，先后两次获评窗口之星。',
  classCode: 'excellent-member',
  code: 'no-such-code',
  consented: true,
  day: '2026-11-20',
  digest: '0'.repeat(32),
  decidedOn: '2026-11-20',
  documentNumber: '机党发〔2026〕12号',
  endedAt: '10:30',
  endedOn: '2026-11-20',
  from: '2026-11-20',
  foundedOn: '2026-11-01',
  heldOn: '2026-11-20',
  idNumber: null,
  image: pngOf(1, 1),
  key: 'makeup.days',
  login: 'sample.login',
  name: '示例名称',
  nominateFrom: '2026-11-01',
  nominateTo: '2026-11-30',
  on: '2026-11-20',
  password: 'seven quiet rivers',
  phone: null,
  raisedOn: '2026-11-20',
  reason: '示例原因说明',
  servedOn: '2026-11-20',
  startedAt: '09:30',
  startedOn: '2026-11-01',
  doneOn: '2026-11-20',
  dueOn: '2026-12-20',
  to: '2026-11-30',
  until: '2027-06-01',
  value: 5,
  year: 2026,
}

/** True when the schema can hold an id anywhere. */
function holdsIds(schema: z.ZodType): boolean {
  if (idRegistry.has(schema)) return true
  const def = defOf(schema)
  if (def.shape) return Object.values(def.shape).some(holdsIds)
  if (def.element) return holdsIds(def.element)
  if (def.innerType) return holdsIds(def.innerType)
  if (def.type === 'pipe')
    return Boolean((def.in && holdsIds(def.in)) || (def.out && holdsIds(def.out)))
  return def.options?.some(holdsIds) ?? false
}

/**
 * A value that the schema takes: everything required, and everything optional that can hold an id, so
 * that each id field of the contract is tried without anybody listing it.
 */
export function sample(schema: z.ZodType, choose: ChooseId, path: string): unknown {
  const kind = idRegistry.get(schema as never)?.kind
  if (kind) return choose(kind, path)
  const name = path.split('.').at(-1) ?? ''
  const def = defOf(schema)
  switch (def.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape ?? {})
          .map(([key, inner]) => [key, sample(inner, choose, `${path}.${key}`)] as const)
          .filter(([, value]) => value !== undefined),
      )
    case 'array':
      return name in byName ? byName[name] : [sample(def.element as z.ZodType, choose, `${path}.0`)]
    case 'optional':
    case 'default':
    case 'nullable':
    case 'prefault': {
      const inner = def.innerType as z.ZodType
      if (holdsIds(inner)) return sample(inner, choose, path)
      return def.type === 'nullable' ? null : undefined
    }
    case 'pipe': {
      const holder = [def.in, def.out].find(
        (part): part is z.ZodType => part !== undefined && holdsIds(part),
      )
      if (holder) return sample(holder, choose, path)
      const typed = [def.in, def.out].find(
        (part) => part && defOf(part).type !== 'transform',
      ) as z.ZodType
      return sample(typed, choose, path)
    }
    case 'enum':
      return Object.values(def.entries ?? {})[0]
    case 'union':
      return sample((def.options ?? [])[0] as z.ZodType, choose, path)
    case 'string':
      return byName[name] ?? '示例内容'
    case 'number':
      return byName[name] ?? 1
    case 'boolean':
      return false
    default:
      return byName[name] ?? null
  }
}
