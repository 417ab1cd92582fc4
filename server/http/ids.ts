import type { z } from 'zod'
import { idRegistry, type IdKind } from '#domain/ids.ts'

export type FoundIds = Map<IdKind, Set<string>>

interface Def {
  type: string
  shape?: Record<string, z.ZodType>
  element?: z.ZodType
  innerType?: z.ZodType
  in?: z.ZodType
  out?: z.ZodType
  options?: z.ZodType[]
  valueType?: z.ZodType
}

const defOf = (schema: z.ZodType): Def => schema._zod.def

/**
 * Every id in a parsed value, by kind, found through the schema's brands: in objects, arrays,
 * optionals, unions and pipes. A new id field is thereby checked without anybody remembering it.
 */
export function collectIds(
  schema: z.ZodType,
  value: unknown,
  found: FoundIds = new Map(),
): FoundIds {
  if (value === undefined || value === null) return found
  const kind = idRegistry.get(schema as never)?.kind
  if (kind) {
    const set = found.get(kind) ?? new Set()
    if (typeof value === 'string') found.set(kind, set.add(value))
    return found
  }
  const def = defOf(schema)
  if (def.shape && typeof value === 'object') {
    for (const [key, inner] of Object.entries(def.shape))
      collectIds(inner, (value as Record<string, unknown>)[key], found)
  } else if (def.element && Array.isArray(value)) {
    for (const item of value) collectIds(def.element, item, found)
  } else if (def.innerType) collectIds(def.innerType, value, found)
  else if (def.type === 'pipe' && def.out) collectIds(def.out, value, found)
  else if (def.options) for (const option of def.options) collectIds(option, value, found)
  else if (def.valueType && typeof value === 'object') {
    for (const item of Object.values(value)) collectIds(def.valueType, item, found)
  }
  return found
}
