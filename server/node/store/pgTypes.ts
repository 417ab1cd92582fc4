import { parserOf } from '#server/db/values.ts'
import type { Parser } from '#server/db/values.ts'

const parsers = new Map<number, Parser>()
const asText: Parser = (text) => text

/** The parsers for a pool of `pg`: those of `values.ts` and nothing of pg's own, whose global ones stay untouched. */
export const pgTypes = {
  getTypeParser(oid: number): Parser {
    let parser = parsers.get(oid)
    if (!parser) parsers.set(oid, (parser = parserOf(oid) ?? asText))
    return parser
  },
}
