import { types } from 'pg'
import { arrayTypes, rowParsers } from '#server/db/values.ts'

type Parser = (text: string) => unknown

/** Any array of `pg`'s with its elements left as text, nested as PostgreSQL wrote it. */
const textArray = (types.getTypeParser as (oid: number) => Parser)(1009)

function parserOf(oid: number): Parser {
  const element = arrayTypes[oid]
  if (element === undefined) return rowParsers[oid] ?? ((text) => text)
  const parse = parserOf(element)
  return (text) => deep(textArray(text), parse)
}

function deep(value: unknown, parse: Parser): unknown {
  if (Array.isArray(value)) return value.map((item) => deep(item, parse))
  return typeof value === 'string' ? parse(value) : value
}

const known = new Map(
  [...Object.keys(rowParsers), ...Object.keys(arrayTypes)].map((oid) => [
    Number(oid),
    parserOf(Number(oid)),
  ]),
)
const asText: Parser = (text) => text

/** The parsers for a pool of `pg`: those of `values.ts` and nothing of pg's own, whose global ones stay untouched. */
export const pgTypes = { getTypeParser: (oid: number): Parser => known.get(oid) ?? asText }
