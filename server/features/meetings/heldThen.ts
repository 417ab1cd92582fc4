import { sql } from 'kysely'
import type { Day } from '#domain/dates.ts'

/** A stretch of history holds from its first day to its last, both included. */
export const heldThen = (table: string, on: Day, from = 'valid_from', to = 'valid_to') => {
  const column = (name: string) => sql.ref(`${table}.${name}`)
  return sql<boolean>`(${column(from)} <= ${on}::date and (${column(to)} is null or ${column(to)} >= ${on}::date))`
}
