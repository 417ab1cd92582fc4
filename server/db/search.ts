import { sql, type RawBuilder } from 'kysely'

/** Text as a LIKE pattern's literal part. */
const literal = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)

/**
 * A search by part of a name. Latin letters search full pinyin and initials, anything else the name
 * itself (rare characters have no pinyin and are found raw). Null for an empty search.
 */
export function nameMatches(table: string, q: string | undefined): RawBuilder<boolean> | null {
  const text = q?.normalize('NFC').trim() ?? ''
  if (text === '') return null
  const column = (name: string) => sql.ref(`${table}.${name}`)
  if (/^[a-z' ]+$/i.test(text)) {
    const letters = text.toLowerCase().replace(/[' ]/g, '')
    const part = `%${literal(letters)}%`
    return sql<boolean>`(${column('name_pinyin')} like ${part} or ${column('name_initials')} like ${part} or ${column('name')} ilike ${`%${literal(text)}%`})`
  }
  return sql<boolean>`${column('name')} like ${`%${literal(text)}%`}`
}
