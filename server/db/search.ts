import { sql, type RawBuilder } from 'kysely'

/** Text as a LIKE pattern's literal part. */
const literal = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)

/** Letters are compared with pinyin and initials. */
export const isSpelled = (text: string): boolean => /^[a-z' ]+$/i.test(text)

/**
 * A search by part of a name. Latin letters search full pinyin and initials, anything else the name
 * itself (rare characters have no pinyin and are found raw). Null for an empty search.
 */
export function nameMatches(table: string, q: string | undefined): RawBuilder<boolean> | null {
  const text = q?.normalize('NFC').trim() ?? ''
  if (text === '') return null
  const column = (name: string) => sql.ref(`${table}.${name}`)
  if (isSpelled(text)) {
    const letters = text.toLowerCase().replace(/[' ]/g, '')
    const part = `%${literal(letters)}%`
    return sql<boolean>`(${column('name_pinyin')} like ${part} or ${column('name_initials')} like ${part} or ${column('name')} ilike ${`%${literal(text)}%`})`
  }
  return sql<boolean>`${column('name')} like ${`%${literal(text)}%`}`
}

/**
 * The same of records that keep a name as it was on their day and the id of who has it: by that name, and by the letters of
 * the people whom the reader reaches, who are found once for all the records. `isOneOf` takes them as a query in brackets.
 */
export function keptNameMatches(
  name: RawBuilder<unknown>,
  q: string,
  isOneOf: (people: RawBuilder<unknown>) => RawBuilder<unknown>,
): RawBuilder<unknown> {
  const kept = sql`strpos(${name}, ${q}) > 0`
  const named = isSpelled(q) ? nameMatches('m', q) : null
  if (!named) return kept
  return sql`(${kept} or ${isOneOf(sql`(select m.id from member m where ${named})`)})`
}
