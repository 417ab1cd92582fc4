import { useText, type Text } from '#lib/i18n.ts'
import type { Schema } from './openapi.ts'

type Words = Text['system']['api']

const DEEPEST = 6

/** The schema of one thing in a list, and the one beside `null`. */
function inside(schema: Schema): Schema {
  if (schema.items && schema.items !== true) return inside(schema.items)
  const [only, ...others] = (schema.anyOf ?? schema.oneOf ?? []).filter(
    ({ type }) => type !== 'null',
  )
  return only && others.length === 0 ? inside(only) : schema
}

/** Fields of an object, of the objects in a list, or of each kind that may come. */
export function SchemaTree({ schema, depth = 0 }: { schema: Schema; depth?: number }) {
  const t = useText().system.api
  const one = inside(schema)
  const kinds = (one.anyOf ?? one.oneOf ?? []).filter(({ type }) => type !== 'null')
  if (depth > DEEPEST) return null
  if (kinds.some(({ properties }) => properties)) {
    return (
      <ol className="sy-kinds">
        {kinds.map((kind, index) => (
          <li key={index}>
            <small>{t.oneOf}</small>
            <SchemaTree schema={kind} depth={depth + 1} />
          </li>
        ))}
      </ol>
    )
  }
  if (!one.properties) return null
  return (
    <ul className="sy-fields">
      {Object.entries(one.properties).map(([name, field]) => (
        <li key={name}>
          <code>{name}</code> <TypeName schema={field} />{' '}
          {one.required?.includes(name) ? null : <small>{t.optional}</small>}
          <SchemaTree schema={field} depth={depth + 1} />
        </li>
      ))}
    </ul>
  )
}

/** A type with its limits, in words. */
export function TypeName({ schema }: { schema: Schema }) {
  const t = useText().system.api
  const limits = limitsOf(schema, t)
  return (
    <span className="sy-type">
      {typeOf(schema, t)}
      {limits.length > 0 ? <small> {limits.join(' · ')}</small> : null}
    </span>
  )
}

function typeOf(schema: Schema, t: Words): string {
  const kinds = schema.anyOf ?? schema.oneOf
  if (kinds) return [...new Set(kinds.map((kind) => typeOf(kind, t)))].join(' / ')
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map(String).join(' | ')
  if (schema.items)
    return t.listOf(schema.items === true ? (t.types.any ?? '') : typeOf(schema.items, t))
  if (schema.additionalProperties)
    return t.mapOf(
      schema.additionalProperties === true
        ? (t.types.any ?? '')
        : typeOf(schema.additionalProperties, t),
    )
  const names = [schema.type ?? 'any'].flat()
  return names.map((name) => t.types[name] ?? name).join(' / ')
}

/** Numbers that zod writes for "any whole number" say nothing. */
const means = (value: number | undefined): value is number =>
  value !== undefined && Math.abs(value) < Number.MAX_SAFE_INTEGER

function limitsOf(schema: Schema, t: Words): string[] {
  const { minLength, maxLength, minimum, maximum, exclusiveMinimum, pattern, format } = schema
  return [
    ...(minLength !== undefined || maxLength !== undefined
      ? [t.characters(minLength, maxLength)]
      : []),
    ...(means(minimum)
      ? [t.atLeast(minimum)]
      : means(exclusiveMinimum)
        ? [t.atLeast(exclusiveMinimum + 1)]
        : []),
    ...(means(maximum) ? [t.atMost(maximum)] : []),
    ...(format ? [format] : pattern ? [t.pattern(pattern)] : []),
    ...(schema.default !== undefined ? [t.usual(JSON.stringify(schema.default))] : []),
  ]
}
